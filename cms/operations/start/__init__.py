"""Starting the site: what `manage.py serve` does before, while and after it serves."""
