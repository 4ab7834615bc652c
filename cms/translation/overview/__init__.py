"""The table of pages and snippets in all languages, and the column of states in the page explorer."""
