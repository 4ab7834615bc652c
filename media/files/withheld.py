"""Where files are kept that readers may not have for now."""

# Not one of the public folders (see serving), so nobody gets what is in it.
WITHHELD_FOLDER = "withheld"


def is_public(name: str) -> bool:
    """Whether a stored file is at an address readers may know."""
    return not name.startswith(f"{WITHHELD_FOLDER}/")
