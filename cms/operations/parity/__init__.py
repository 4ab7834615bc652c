"""Whether all doors say the same of what is published, and nothing of what is not: `manage.py check_parity`."""
