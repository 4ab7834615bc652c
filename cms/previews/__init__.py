"""Drafts shown to people without an account, and to front ends of their own, for a while."""
