"""Which addresses of other websites are published: read from what changed in the delivery store since the last time."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from wagtail.models import Site

from cms.delivery.models import DeliveredItem
from cms.operations.links.address import MAX_LENGTH, AddressUse, LinkedAddress
from cms.operations.worker.stored_mark import StoredMark

# The store's JSON: addresses in HTML, whose quotes are escaped there, and values that are addresses.
_ADDRESS = re.compile(r'(?:href=\\"|":\s*")(https?://[^"\\\s]+)')
# Among them what nobody follows: the terms of a licence, names of vocabularies.
_NOT_FOLLOWED = ("creativecommons.org", "schema.org")
_MARK = "links: sequence"
BATCH = 200


def collect(is_stopping: Callable[[], bool] = lambda: False) -> int:
    """Read what was published, changed or withdrawn since the last time; return how many items that were."""
    done, own = 0, own_hosts()
    while not is_stopping():
        last = int(StoredMark.read(_MARK) or 0)
        items = list(DeliveredItem.objects.filter(sequence__gt=last).order_by("sequence")[:BATCH])
        if not items:
            break
        with transaction.atomic():
            for item in items:
                _keep(item, addresses_in(item.document, own) if item.is_live else set())
            StoredMark.write(_MARK, str(items[-1].sequence))
        done += len(items)
    if done:
        LinkedAddress.objects.filter(uses=None).delete()
    return done


def own_hosts() -> set[str]:
    """Return the hosts that are this website."""
    return {_host(settings.WAGTAILADMIN_BASE_URL), *Site.objects.values_list("hostname", flat=True)}


def addresses_in(document: str, own: set[str]) -> set[str]:
    """Return the addresses of other websites in an item's JSON; `own` are the hosts of this one."""
    found = {url.replace("&amp;", "&").partition("#")[0] for url in _ADDRESS.findall(document)}
    return {url for url in found if len(url) <= MAX_LENGTH and _host(url) not in {"", *own, *_NOT_FOLLOWED}}


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "")[:255]
    except ValueError:
        return ""


def _keep(item: DeliveredItem, urls: set[str]) -> None:
    kept = dict(AddressUse.objects.filter(item=item).values_list("address__url", "pk"))
    AddressUse.objects.filter(pk__in=[pk for url, pk in kept.items() if url not in urls]).delete()
    new = urls - kept.keys()
    if not new:
        return
    LinkedAddress.objects.bulk_create(
        [LinkedAddress(url=url, host=_host(url)) for url in sorted(new)], ignore_conflicts=True
    )
    AddressUse.objects.bulk_create(
        [AddressUse(address=address, item=item) for address in LinkedAddress.objects.filter(url__in=new)],
        ignore_conflicts=True,
    )
