"""The default site's host and port, from BASE_URL: absolute addresses follow it."""

from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Site

from cms.operations.start.progress import Step


def name_site(step: Step) -> None:
    """Set them where they differ; everything published is then looked at again, as its addresses changed."""
    site = Site.objects.filter(is_default_site=True).first()
    parts = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    if site is not None and (site.hostname, site.port) != (parts.hostname, port):
        site.hostname, site.port = parts.hostname, port
        site.save()
        step.say(settings.WAGTAILADMIN_BASE_URL)
