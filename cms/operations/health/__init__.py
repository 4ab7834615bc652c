"""Whether the process lives, and whether the site can do its work."""
