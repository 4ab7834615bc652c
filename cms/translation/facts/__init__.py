"""The fact guard: the numbers, dates and addresses of a text and of its translation must be the same."""
