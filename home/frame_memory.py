"""What the frames of all pages of a language show alike: kept in the process, each under the site's number of now."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists
from wagtail.models import Site

from cms.caching.models import SiteVersion
from cms.core.by_number import keep
from home.alerts.alert import Alert


@dataclass(frozen=True)
class Face:
    """`number` moves with everything that readers may see; None where there is none yet: then nothing is kept."""

    number: tuple | None
    has_alerts: bool

    def keep(self, name: str, request, language: str, make: Callable[[], Any]) -> Any:
        """Return what `make` gives; it is asked once for each number, name, language and site. Not to be changed."""
        site = Site.find_for_request(request)
        return keep(self.number, (name, language, site and site.pk), make)


def face_of_now() -> Face:
    """Ask the database, in one query, for the site's number and whether an alert may be up."""
    now = SiteVersion.objects.filter(pk=SiteVersion.PK).annotate(has_alerts=Exists(Alert.objects.shown()))
    row = now.values_list("epoch", "value", "changed_at", "has_alerts").first()
    # Without a number nobody knows of alerts either: they are asked for.
    return Face(row[:-1], row[-1]) if row else Face(None, True)
