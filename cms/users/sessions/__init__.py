"""Where people are signed in, and ending that."""
