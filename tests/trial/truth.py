"""After a storm: `python -m tests.trial.truth FOLDER` says what is not as it must be, one line each; nothing if all is.

Every page is as its writer left it, the tree is whole, and rebuilding every row of the store changes nothing.
"""

import json
import sys
from pathlib import Path

import django

django.setup()

from django.utils import timezone  # noqa: E402 - Django must be set up first
from wagtail.models import Page  # noqa: E402 - as above

from articles.models import ArticlePage  # noqa: E402 - as above
from cms.delivery import store  # noqa: E402 - as above
from cms.delivery.models import DeliveredItem, DeliverySequence  # noqa: E402 - as above
from cms.delivery.registry import all_types  # noqa: E402 - as above

BATCH = 50


def lost_writes(folder: Path) -> list[str]:
    problems = []
    for path in sorted(folder.glob("writer-*.json")):
        for pk, state in json.loads(path.read_text())["expected"].items():
            page = ArticlePage.objects.filter(pk=pk).first()
            there = page and {"title": page.title, "live": page.live, "stream": page.get_parent().pk}
            if there != state:
                problems.append(f"page {pk} is {there}, its writer left {state}")
    return problems


def broken_tree() -> list[str]:
    return [f"tree: {name}" for name, found in zip("abcde", Page.find_problems(), strict=False) if found]


def stale_rows() -> list[str]:
    """Rebuild everything that is or could be delivered; return what changed by that."""
    keys = {(row.type, row.object_id) for row in DeliveredItem.objects.all()}
    for delivered_type in all_types():
        keys |= {(delivered_type.name, pk) for pk in delivered_type.model._default_manager.values_list("pk", flat=True)}
    before = DeliverySequence.current().value
    ordered = sorted(keys)
    for start in range(0, len(ordered), BATCH):
        store.rebuild(set(ordered[start : start + BATCH]))
    changed = DeliveredItem.objects.filter(sequence__gt=before)
    return [f"stale: {row} {row.object_id} live={row.is_live} {row.reason}" for row in changed]


def late_rows() -> list[str]:
    return [f"due: {row}" for row in DeliveredItem.objects.due(timezone.now())]


if __name__ == "__main__":
    for line in [*lost_writes(Path(sys.argv[1])), *broken_tree(), *late_rows(), *stale_rows()]:
        sys.stdout.write(f"{line}\n")
