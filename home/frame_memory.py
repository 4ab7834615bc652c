"""What the frames of all pages of a language show alike: kept in the process, each under the site's number of now."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists
from wagtail.models import Site

from cms.caching.models import SiteVersion
from cms.core.memory import Memory
from home.alerts.alert import Alert

# A language has a handful of values; what is older than a few numbers is never asked for again.
_kept = Memory(capacity=64)


@dataclass(frozen=True)
class Face:
    """`number` moves with everything that readers may see; None where there is none yet: then nothing is kept."""

    number: tuple | None
    has_alerts: bool

    def keep(self, name: str, request, language: str, make: Callable[[], Any]) -> Any:
        """Return what `make` gives; it is asked once for each number, name, language and site. Not to be changed."""
        if self.number is None:
            return make()
        site = Site.find_for_request(request)
        key = (name, language, site and site.pk, self.number)
        value = _kept.get(key)
        if value is None:
            value = make()
            _kept.put(key, value)
        return value


def face_of_now() -> Face:
    """Ask the database, in one query, for the site's number and whether an alert may be up."""
    now = SiteVersion.objects.filter(pk=SiteVersion.PK).annotate(has_alerts=Exists(Alert.objects.shown()))
    row = now.values_list("epoch", "value", "changed_at", "has_alerts").first()
    # Without a number nobody knows of alerts either: they are asked for.
    return Face(row[:-1], row[-1]) if row else Face(None, True)
