"""`?fields=`: which fields there are, and which of them an answer has."""
