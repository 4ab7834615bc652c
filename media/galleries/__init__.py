"""The image library: galleries and their pictures."""
