"""The desk in the admin: the inbox, a case, its publication, personal data, figures."""
