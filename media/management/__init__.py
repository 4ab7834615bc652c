"""This room's commands."""
