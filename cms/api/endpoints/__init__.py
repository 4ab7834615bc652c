"""What one asks for: an endpoint each, all made from the same parts."""
