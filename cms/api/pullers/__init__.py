"""Reference pullers, offered in the documentation: each one file on its language's standard library alone."""
