"""The alerts a page shows above its masthead."""

from django.conf import settings

from home.alerts.alert import Alert, Level

# More at once is none that anyone reads.
MOST = 3


def shown_alerts(language: str) -> list[Alert]:
    """Return what is shown now, the most urgent first, each with its `lang`: "" if the page's own. One query."""
    by_key = {}
    for alert in Alert.objects.shown().select_related("locale"):
        code = alert.locale.language_code
        if code == language or (code == settings.LANGUAGE_CODE and alert.translation_key not in by_key):
            alert.lang = "" if code == language else code
            by_key[alert.translation_key] = alert
    levels = list(Level.values)
    return sorted(by_key.values(), key=lambda alert: (-levels.index(alert.level), -alert.pk))[:MOST]
