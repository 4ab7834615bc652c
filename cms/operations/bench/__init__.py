"""Figures: how much work an answer of the API is, beside what stock Wagtail does for the same."""
