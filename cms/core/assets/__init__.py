"""Static files: one stylesheet from many small ones, collected under hashed names."""
