"""Tests of how pages and snippets stand in each language."""
