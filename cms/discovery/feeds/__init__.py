"""RSS 2.0, Atom and JSON Feed of the site, its sections and their topics, in each language."""
