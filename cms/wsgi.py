"""The WSGI entry point that granian serves: Django, the response cache around it, around both what counts visits."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings")
django_application = get_wsgi_application()

# Only now are the applications there that the models of these belong to.
from django.conf import settings  # noqa: E402 - see above

from cms.caching.limits import Limits  # noqa: E402 - see above
from cms.caching.wrapping import wrap  # noqa: E402 - see above
from cms.statistics.layer import CountingLayer  # noqa: E402 - see above
from cms.statistics.recorder import recorder  # noqa: E402 - see above

application = CountingLayer(
    wrap(django_application), recorder, Limits(settings.STATISTICS_COUNTS_PER_MINUTE, settings.TRUSTED_PROXIES)
)
