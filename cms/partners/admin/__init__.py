"""Partners in the admin: accounts with their keys, webhooks, and the log of what was sent."""
