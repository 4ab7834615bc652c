"""After kills: `python -m tests.trial.kept FOLDER` says what was accepted and is not there, one line each.

FOLDER/accepted.json: `articles` maps a key to the titles that may stand, `pictures` are titles, `cases` maps a code to
its text, `arrived` are the webhook ids a partner got, `since` is the sequence's number when it began to be told.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import django

django.setup()

from django.apps import apps  # noqa: E402 - Django must be set up first
from django.core.files.storage import Storage, storages  # noqa: E402 - as above
from django.db import models  # noqa: E402 - as above

from articles.models import ArticlePage  # noqa: E402 - as above
from cms.cases.models import Case  # noqa: E402 - as above
from cms.cases.tracking_code import digest_of  # noqa: E402 - as above
from cms.delivery.changes import changes_after  # noqa: E402 - as above
from cms.partners.models import WebhookDelivery, WebhookEndpoint  # noqa: E402 - as above
from media.models import CustomImage  # noqa: E402 - as above


def lost_writes(accepted: dict) -> Iterator[str]:
    for pk, titles in accepted["articles"].items():
        page = ArticlePage.objects.get(pk=pk)
        if page.title not in titles or page.has_unpublished_changes or not page.live:
            yield f"article {pk} says {page.title!r} (draft beside it: {page.has_unpublished_changes}), not of {titles}"
    there = set(CustomImage.objects.values_list("title", flat=True))
    yield from (f"picture {title!r} is lost" for title in accepted["pictures"] if title not in there)
    for code, text in accepted["cases"].items():
        case = Case.objects.filter(code_digest=digest_of(code)).first()
        if case is None or case.text != text or case.attachments.count() != 1:
            yield f"case {text!r} is lost, or its file"


def untold_changes(accepted: dict) -> Iterator[str]:
    endpoint, arrived = WebhookEndpoint.objects.get(), accepted["arrived"]
    told = {}
    for delivery in WebhookDelivery.objects.all():
        told.setdefault(delivery.sequence, set()).add(delivery.message_id)
        if delivery.state != "delivered" or delivery.message_id not in arrived:
            yield f"webhook {delivery.sequence} is {delivery.state}, arrived: {delivery.message_id in arrived}"
    yield from (f"webhook {number} has {len(ids)} ids" for number, ids in told.items() if len(ids) > 1)
    yield from (f"webhook {one} was sent and is not known" for one in set(arrived) - set().union(*told.values()))
    for change in changes_after(accepted["since"], endpoint.scope, 100_000).items:
        if change.sequence not in told:
            yield f"change {change.sequence} was never told"


def lonely_files() -> Iterator[str]:
    """Give files without a row, and rows without a file."""
    named: dict[int, set[str]] = {}
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.local_concrete_fields:
            if isinstance(field, models.FileField) and model._meta.managed and not model._meta.proxy:
                names = set(model._default_manager.exclude(**{field.name: ""}).values_list(field.name, flat=True))
                named.setdefault(id(_real(field.storage)), set()).update(names)
                yield from (f"no file: {model.__name__} {name}" for name in names if not field.storage.exists(name))
    for alias in storages.backends:
        if alias != "staticfiles":
            known = named.get(id(_real(storages[alias])), set())
            yield from (f"no row: {alias} {name}" for name in _walk(storages[alias], "") if name not in known)


def _real(storage: Storage) -> Storage:
    return next((storages[name] for name in storages.backends if storages[name] == storage), storage)


def _walk(storage: Storage, folder: str) -> Iterator[str]:
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    yield from (f"{folder}{name}" for name in files)
    for name in folders:
        yield from _walk(storage, f"{folder}{name}/")


if __name__ == "__main__":
    told = json.loads(Path(sys.argv[1], "accepted.json").read_text())
    for line in [*lost_writes(told), *untold_changes(told), *lonely_files()]:
        sys.stdout.write(f"{line}\n")
