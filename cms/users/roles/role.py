"""What a role is: rights on parts of the page tree, in the picture and document library, and on everything else."""

from dataclasses import dataclass

# Places in the page tree. Anything else is the label of a page type ("articles.LawLibraryPage"): its pages.
EVERY_TREE = "every tree"
SOURCE_TREE = "source tree"
OWN_TREE = "own tree"


@dataclass(frozen=True)
class Role:
    """Rights by name, so that a room which is not there costs nothing.

    `pages` maps a place to page rights ("add", "change", "publish", "lock", "unlock"); `files` and `rights` are
    permissions "app.codename", those of `files` held on the whole library. `each_language`: one group for every
    language but the source's, working in that language's tree.
    """

    key: str
    name: str
    pages: dict[str, tuple[str, ...]]
    files: tuple[str, ...] = ()
    rights: tuple[str, ...] = ()
    each_language: bool = False


def rights_on(models: str, *actions: str) -> tuple[str, ...]:
    """Return permissions: `rights_on("home.link home.menu", "add", "change")`."""
    return tuple(
        f"{label.split('.')[0]}.{action}_{label.split('.')[1]}" for label in models.split() for action in actions
    )
