"""What tells who asked: found, masked, compared, signed off."""
