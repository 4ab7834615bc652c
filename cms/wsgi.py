"""The WSGI entry point that granian serves: Django, with the response cache around it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings")
django_application = get_wsgi_application()

# Only now are the applications there that the cache's models belong to.
from cms.caching.wrapping import wrap  # noqa: E402 - see above

application = wrap(django_application)
