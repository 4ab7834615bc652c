"""Volume content for measuring: many articles in both languages, the same for the same seed."""
