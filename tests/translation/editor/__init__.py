"""Tests of the translator's editor."""
