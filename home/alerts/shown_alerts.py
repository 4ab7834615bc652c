"""The alerts a page shows above its masthead."""

from copy import copy
from datetime import datetime

from django.conf import settings
from django.utils import timezone

from home.alerts.alert import Alert, Level

# More at once is none that anyone reads.
MOST = 3


def alerts_to_come() -> list[Alert]:
    """Return those of all languages that are shown, or will be. One query."""
    return list(Alert.objects.filter(live=True, shown_until__gt=timezone.now()).select_related("locale"))


def shown_alerts(language: str, alerts: list[Alert], now: datetime | None = None) -> list[Alert]:
    """Return what is shown at `now`, the most urgent first, each with its `lang`: "" if the page's own.

    `alerts` is what `alerts_to_come` gave at some moment since something changed.
    """
    by_key = {}
    for kept in alerts:
        code = kept.locale.language_code
        is_wanted = code == language or (code == settings.LANGUAGE_CODE and kept.translation_key not in by_key)
        if is_wanted and kept.is_shown(now):
            # Others read the kept one.
            alert = copy(kept)
            alert.lang = "" if code == language else code
            by_key[alert.translation_key] = alert
    levels = list(Level.values)
    return sorted(by_key.values(), key=lambda alert: (-levels.index(alert.level), -alert.pk))[:MOST]
