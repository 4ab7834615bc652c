"""How dates and numbers are written and read in forms, by language: see FORMAT_MODULE_PATH."""
