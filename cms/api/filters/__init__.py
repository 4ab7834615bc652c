"""What narrows and orders a list, beside what its type declares: Wagtail v2's own parameters."""
