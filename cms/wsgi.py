"""The WSGI entry point that granian serves: Django, around it the response cache, what counts visits, what is seen."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings")
django_application = get_wsgi_application()

# Only now are the applications there that the models of these belong to.
from django.conf import settings  # noqa: E402 - see above

from cms.caching.limits import Limits  # noqa: E402 - see above
from cms.caching.wrapping import wrap  # noqa: E402 - see above
from cms.operations.seeing.layer import SeeingLayer  # noqa: E402 - see above
from cms.operations.seeing.metrics.counts import counts  # noqa: E402 - see above
from cms.operations.seeing.metrics.snapshots import keep_writing  # noqa: E402 - see above
from cms.statistics.layer import CountingLayer  # noqa: E402 - see above
from cms.statistics.recorder import recorder  # noqa: E402 - see above

counted = CountingLayer(
    wrap(django_application), recorder, Limits(settings.STATISTICS_COUNTS_PER_MINUTE, settings.TRUSTED_PROXIES)
)
application = SeeingLayer(counted, counts, has_access_log=settings.ACCESS_LOG, keep_writing=keep_writing)
