"""The response cache around Django, what it keeps and for how long, and the purges of the caches in front of it."""
