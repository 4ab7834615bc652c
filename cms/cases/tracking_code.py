"""Tracking codes: 80 bits nobody can guess, written to be read out on the telephone; only their digest is stored.

A code is made of the form's token and of what was sent, by a key: the same form sent twice (a double click, a lost
answer) gives the same code, and so the same case. Letters are those of Crockford's Base32: no I, L, O, U.
"""

import base64
import hashlib
import hmac

from django.conf import settings

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 16
GROUP = 4
_STANDARD = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_WRITTEN = str.maketrans(_STANDARD, LETTERS)
# What is read or heard for another letter.
_MISTAKEN = str.maketrans("OIL", "011")


def make_code(token: str, content: str) -> str:
    """Return the code of this form and content, as "XXXX-XXXX-XXXX-XXXX"."""
    key = settings.SECRET_KEY.encode()
    digest = hmac.digest(key, f"cms.cases.code\0{token}\0{content}".encode(), hashlib.sha256)
    code = base64.b32encode(digest).decode()[:LENGTH].translate(_WRITTEN)
    return "-".join(code[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def digest_of(code: str) -> str:
    """Return the digest under which a code, however it is spaced and typed, is stored; "" for what can be none."""
    letters = "".join(letter for letter in code.upper() if letter.isalnum()).translate(_MISTAKEN)
    if len(letters) != LENGTH or not set(letters) <= set(LETTERS):
        return ""
    return hashlib.sha256(letters.encode()).hexdigest()


def is_same(digest: str, other: str) -> bool:
    """Compare two digests in a time that tells nothing."""
    return hmac.compare_digest(digest, other)
