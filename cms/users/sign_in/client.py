"""Whom a person signs in from, behind the proxies that are trusted."""

from django.conf import settings

from cms.core.client_address import client_address

HERE = "127.0.0.1"


def address_of(request) -> str:
    """Return an IP address; of IPv6 the subscriber's first, of the machine itself the loopback's."""
    address = client_address(request.META, settings.TRUSTED_PROXIES)
    return address.partition("/")[0] if address else HERE
