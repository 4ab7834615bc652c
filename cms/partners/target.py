"""Where an outgoing request wants to go, read strictly: public HTTPS, nothing else."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from cms.partners.public_address import is_loopback, is_public, resolve

PORTS = (443, 8443)
MAX_LENGTH = 2000
# Host names as DNS has them (RFC 1123), underscores as some have them; brackets of IPv6 are taken off before.
_HOST = re.compile(r"[a-z0-9_]([a-z0-9_.-]{0,251}[a-z0-9_])?|[0-9a-f:.]+", re.ASCII)


class TargetRefusedError(ValueError):
    """An address that nothing may be sent to. The message is for people, translatable."""


@dataclass(frozen=True)
class Target:
    """An address taken apart. `host` is in ASCII, lower case; `path` holds the query too."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def is_plain_http(self) -> bool:
        return self.scheme == "http"

    def addresses(self) -> list[str]:
        """Resolve the host, once, and return the IP addresses that may be connected to.

        Raises OSError where the name is not known, TargetRefusedError where any of its addresses is not public: a
        name that points to both worlds is up to no good.
        """
        addresses = resolve(self.host, self.port)
        if settings.OUTGOING_LOOPBACK and addresses and all(is_loopback(address) for address in addresses):
            return addresses
        if self.is_plain_http:
            raise TargetRefusedError(_("Only addresses that begin with https:// are allowed."))
        if self.port not in PORTS:
            raise TargetRefusedError(_("Only the ports 443 and 8443 are allowed."))
        if not addresses or not all(is_public(address) for address in addresses):
            raise TargetRefusedError(_("The host does not lead to a public address on the internet."))
        return addresses


def read_target(url: str) -> Target:
    """Take an address apart. Raises TargetRefusedError for one that cannot be right whatever its host resolves to."""
    if len(url) > MAX_LENGTH:
        raise TargetRefusedError(_("The address is too long."))
    if any(ord(letter) <= 32 or ord(letter) == 127 or letter == "\\" for letter in url):
        raise TargetRefusedError(_("The address has characters that no address has."))
    try:
        parts = urlsplit(url)
        host, port = _ascii(parts.hostname or ""), parts.port
    except ValueError:
        raise TargetRefusedError(_("This is not a web address.")) from None
    allowed = ("https", "http") if settings.OUTGOING_LOOPBACK else ("https",)
    if parts.scheme not in allowed:
        raise TargetRefusedError(_("Only addresses that begin with https:// are allowed."))
    if "@" in parts.netloc:
        raise TargetRefusedError(_("The address must not hold a user name or a password."))
    if not host or not _HOST.fullmatch(host):
        raise TargetRefusedError(_("This is not a web address."))
    if not settings.OUTGOING_LOOPBACK and port not in (None, *PORTS):
        raise TargetRefusedError(_("Only the ports 443 and 8443 are allowed."))
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if not path.isascii():
        raise TargetRefusedError(_("Letters outside ASCII in an address must be percent-encoded."))
    return Target(parts.scheme, host, port or (80 if parts.scheme == "http" else 443), path)


def _ascii(host: str) -> str:
    """Return a host as DNS knows it. Raises ValueError for a name with an empty, overlong or impossible label."""
    return host if not host or ":" in host else host.encode("idna").decode().lower()
