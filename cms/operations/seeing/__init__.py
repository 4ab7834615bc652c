"""Seeing what the running site does: request ids, counts for Prometheus, an access log, errors sent elsewhere."""
