"""What the site says of the organisation behind it."""
