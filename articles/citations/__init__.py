"""Which pages cite which law documents, by number, by title or by a block: as links, in the API, in a report."""
