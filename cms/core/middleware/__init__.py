"""Middleware that belongs to no other room."""
