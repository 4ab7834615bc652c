"""The electronic law library: documents, who issued them, what they are about, and whether they hold."""
