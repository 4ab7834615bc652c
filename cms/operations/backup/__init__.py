"""Backups: one file with everything, made while the site runs; and the rows of one database in another."""
