"""The pictures themselves, by family; each function draws one picture on a given scene."""
