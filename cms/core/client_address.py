"""Whom a request comes from, behind the proxies that are trusted."""

import ipaddress

# A subscriber's IPv6 addresses are at least this many: they count as one.
IPV6_PREFIX = 64


def client_address(environ: dict, proxies: list) -> str | None:
    """Return the address of a WSGI request's sender; None for the machine itself, which would stand for everyone."""
    address = parse(environ.get("REMOTE_ADDR", ""))
    forwarded = environ.get("HTTP_X_FORWARDED_FOR", "").split(",")
    while address is not None and any(address in network for network in proxies):
        address = parse(forwarded.pop()) if forwarded else None
    if address is None or address.is_loopback:
        return None
    if address.version == 6:
        return str(ipaddress.ip_network((address, IPV6_PREFIX), strict=False))
    return str(address)


def parse(text: str):
    """Return an IP address, without the port some proxies add; None for anything else."""
    text = text.strip()
    for candidate in (text, text.rpartition(":")[0].strip("[]")):
        try:
            address = ipaddress.ip_address(candidate)
        except ValueError:
            continue
        return getattr(address, "ipv4_mapped", None) or address
    return None
