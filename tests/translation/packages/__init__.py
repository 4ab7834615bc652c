"""What the packages say, and the words we use for it."""
