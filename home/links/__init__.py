"""Links to other sites, in groups."""
