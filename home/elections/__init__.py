"""Elections: what voters must know, in the words of the phase the election is in."""
