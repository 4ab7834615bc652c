"""Alerts: what everyone must know now, on every page."""
