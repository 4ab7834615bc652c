"""Article streams and their articles."""
