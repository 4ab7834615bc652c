"""Putting a backup back, and moving to another database: all of it, or nothing that passes as a site."""
