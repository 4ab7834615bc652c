"""The active locale without a query.

Wagtail asks the database for it at every `.localized`: once for each term, chosen page and link of a page. Languages
change with a deploy, so each process keeps what it read for a minute and forgets it when a locale is saved or deleted.
Can go when Wagtail keeps them itself.
"""

import time

from django.db.models.signals import post_delete, post_save
from django.utils import translation
from wagtail.models import Locale

LIFETIME = 60

_kept: dict[str | None, tuple[float, Locale]] = {}
_get_active = Locale.get_active.__func__


def get_active(cls) -> Locale:
    """Replace `Locale.get_active`: the locale of the active language, else the default one."""
    language = translation.get_language()
    kept = _kept.get(language)
    now = time.monotonic()
    if kept is None or kept[0] < now:
        kept = _kept[language] = (now + LIFETIME, _get_active(cls))
    return kept[1]


def forget(**kwargs) -> None:
    _kept.clear()


def keep_locales() -> None:
    """Put the above in place."""
    Locale.get_active = classmethod(get_active)
    post_save.connect(forget, sender=Locale, dispatch_uid="kept locales")
    post_delete.connect(forget, sender=Locale, dispatch_uid="kept locales")
