"""Which addresses an outgoing request may go to: public ones, as IANA's special-purpose registries have them."""

import ipaddress
import socket

# Public by the letter, but they lead on to an IPv4 address that was not looked at (RFC 6052, 8215, 3056, 4380),
# or have had their day (RFC 7526).
_TUNNELS = tuple(
    ipaddress.ip_network(network)
    for network in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "192.88.99.0/24", "fec0::/10")
)


def is_public(address: str) -> bool:
    """Return whether an IP address is one of the public internet's; a zone ("%eth0") never is."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    if ip.version == 6 and (ip.ipv4_mapped is not None or ip.scope_id):
        return False
    if ip.is_multicast or ip.is_reserved or ip.is_unspecified or not ip.is_global:
        return False
    return not any(ip in network for network in _TUNNELS if network.version == ip.version)


def is_loopback(address: str) -> bool:
    """Return whether an IP address is this machine's own loopback."""
    ip = ipaddress.ip_address(address)
    return ip.is_loopback and not getattr(ip, "scope_id", None)


def resolve(host: str, port: int) -> list[str]:
    """Return the host's IP addresses, IPv4 first: what is reached over IPv6 alone is rare. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = dict.fromkeys(entry[4][0] for entry in found)
    return sorted(addresses, key=lambda address: ":" in address)
