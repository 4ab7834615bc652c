"""Partner accounts, webhooks, and the guard on outgoing requests."""
