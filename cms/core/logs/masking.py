"""Taking out of a log what tells who somebody is, and what opens something: whatever put it there.

Log lines name rows, never people; but errors of libraries repeat what they were given. It rather takes too much.
"""

import ipaddress
import re

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# Passwords and keys in addresses of services: scheme://user:password@host.
_CREDENTIALS = re.compile(r"(?<=://)[^/@\s]+@")
_BEARER = re.compile(r"(?i)\b(bearer|basic)\s+[\w.~+/=-]{8,}")
# A query, which may hold what somebody searched for or typed; and the secret part of a link to a draft.
_QUERY = re.compile(r"(?<=[\w/])\?[\w%.~-]+=[^\s'\"<>]*")
_SECRET_PATH = re.compile(r"(?<=/preview/)[\w:.~-]+|(?<=/password_reset/confirm/)[\w/.~-]+")
# Vietnamese telephone numbers, and numbers of citizens, identity cards and social insurance (9, 10 and 12 digits).
_PHONE = re.compile(r"(?<![\w.-])(?:\+?84|0)(?:[ .-]?\d){9,10}(?![\w-])")
_PERSON_NUMBER = re.compile(r"(?<![\w.-])(?:\d{12}|\d{9,10})(?![\w.-])")
_ADDRESS = re.compile(r"(?<![\w.:])(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7})(?![\w:])")


def mask(text: str) -> str:
    """Return the text with each such part replaced by what it was, in brackets."""
    text = _CREDENTIALS.sub("[credentials]@", text)
    text = _EMAIL.sub("[e-mail]", text)
    text = _BEARER.sub(r"\1 [key]", text)
    text = _QUERY.sub("?[query]", text)
    text = _SECRET_PATH.sub("[token]", text)
    text = _ADDRESS.sub(_mask_address, text)
    text = _PHONE.sub("[telephone]", text)
    return _PERSON_NUMBER.sub("[number]", text)


def _mask_address(match: re.Match) -> str:
    """Networks of one's own stay: they tell which machine, not who."""
    try:
        address = ipaddress.ip_address(match[0])
    except ValueError:
        return match[0]
    return "[address]" if address.is_global else match[0]
