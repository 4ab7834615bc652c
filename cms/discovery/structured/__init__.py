"""Structured data in pages: schema.org as JSON-LD, made from the delivered documents."""
