"""Tests of the table of translations and of the explorer's column."""
