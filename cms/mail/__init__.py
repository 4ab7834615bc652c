"""Mail: whatever the site sends is a row until the mail server has it. Who writes, and what about, others know."""
