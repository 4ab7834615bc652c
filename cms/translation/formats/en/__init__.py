"""English, as the federation writes it."""
