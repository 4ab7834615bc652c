"""How the log is written: as lines to read or as JSON, with the request's id, without personal data."""
