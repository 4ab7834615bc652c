"""Demo content in both languages, written and drawn for this project, and its loader."""
