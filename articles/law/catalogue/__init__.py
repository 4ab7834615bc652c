"""What a library's documents can be narrowed by, counted and put in order in memory: the same cost at any size."""
