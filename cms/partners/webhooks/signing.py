"""Secrets and signatures of the Standard Webhooks specification, version 1: HMAC-SHA256 of `id.timestamp.body`.

A secret is not stored: it is derived from its endpoint's seed and SECRET_KEY, so that a copy of the database signs
nothing. Like Wagtail's API keys it changes with SECRET_KEY; while SECRET_KEY_FALLBACKS holds the former key, messages
are signed by both.
"""

import base64
import hashlib
import hmac

from django.conf import settings
from django.utils.crypto import salted_hmac

SALT = "cms.partners.webhooks.secret"
PREFIX = "whsec_"


def _key_of(seed: str, secret_key: str) -> bytes:
    return salted_hmac(SALT, seed, secret=secret_key, algorithm="sha256").digest()


def secret_of(seed: str) -> str:
    """Return the secret in its written form, as the receiver's library takes it."""
    return PREFIX + base64.b64encode(_key_of(seed, settings.SECRET_KEY)).decode()


def signature(seeds: list[str], message_id: str, timestamp: int, body: bytes) -> str:
    """Return the value of `webhook-signature`: one signature for each seed and each valid SECRET_KEY."""
    content = b".".join((message_id.encode(), str(timestamp).encode(), body))
    keys = [_key_of(seed, key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS) for seed in seeds]
    signed = (base64.b64encode(hmac.digest(key, content, hashlib.sha256)).decode() for key in keys)
    return " ".join(f"v1,{text}" for text in signed)
