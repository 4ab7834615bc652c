"""Counts and readings for Prometheus: each process counts in its memory, whichever is asked tells for all."""
