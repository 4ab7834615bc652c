"""Django's database engines with one addition: see before_commit."""
