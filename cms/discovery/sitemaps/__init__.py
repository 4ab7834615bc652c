"""Sitemaps: an index, and for each language lists of its pages with their translations."""
