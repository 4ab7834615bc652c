"""Counting visits without knowing visitors: aggregates alone."""
