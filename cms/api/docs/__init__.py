"""The documentation for people: its examples, and the answers it shows."""
