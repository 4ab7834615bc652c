"""What only the whole running site, with its demo content, can tell."""
