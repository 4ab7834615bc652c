"""Running the system: the worker, health, demo content, volume content."""
