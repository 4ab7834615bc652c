"""What grows with time, and the rule by which each of it is kept bounded."""
