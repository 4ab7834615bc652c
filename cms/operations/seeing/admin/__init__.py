"""The page of the admin that says how the site is."""
