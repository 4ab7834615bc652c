"""Cards for sharing: Open Graph and Twitter tags, and a picture of every page, drawn where it has none."""
