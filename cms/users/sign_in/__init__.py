"""Signing in: one door for everybody, and how often one may knock."""
