"""The search engine both doors use."""
