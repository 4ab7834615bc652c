"""How pages and snippets stand in each language: derived from revisions, kept as rows, shown to people."""
