"""How often one address does something, in the cache, under a keyed digest: no address is ever written down."""

import hashlib
import logging

from django.conf import settings
from django.core.cache import cache

from cms.core.client_address import client_address

logger = logging.getLogger(__name__)

MINUTE, HOUR = 60, 3600


def sender_of(request) -> str:
    """Return a name for whom a request comes from; "" for the machine itself, whose proxy would stand for everyone."""
    address = client_address(request.META, settings.TRUSTED_PROXIES)
    if address is None:
        return ""
    return hashlib.blake2b(address.encode(), key=settings.SECRET_KEY.encode()[:64], digest_size=12).hexdigest()


def count(what: str, who: str, seconds: int) -> int:
    """Count one more and return how many it were in about the last `seconds`. A cache that is away counts nothing."""
    key = f"cases:{what}:{seconds}:{who}"
    try:
        cache.add(key, 0, seconds)
        return cache.incr(key)
    except ValueError:  # it ran out between the two
        return 1
    except Exception:  # each cache server has errors of its own for being away
        logger.warning("The cache is away: forms are not counted", exc_info=True)
        return 0
