"""How the running site is, subject by subject: read by /metrics and by the page of the admin."""
