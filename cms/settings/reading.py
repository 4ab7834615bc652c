"""Reading environment variables: a function returns a value that can be right, or says in one line what it should be.

All raise ImproperlyConfigured, which names the variable; never its value where that may hold a password.
"""

import ipaddress
import os
import re
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit

import environs
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parents[2]

env = environs.Env()
# Variables of the process come first, then those of this file; the tests name none.
if env_file := os.environ.get("ENV_FILE", str(BASE_DIR / ".env")):
    env.read_env(env_file, recurse=False)

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_HOST_NAME = re.compile(r"(?!-)[A-Za-z0-9_-]{1,63}(\.[A-Za-z0-9_-]{1,63})*")


def refuse(name: str, should_be: str) -> NoReturn:
    raise ImproperlyConfigured(f"{name} must be {should_be}")


def text(name: str, default: str = "") -> str:
    return env.str(name, "").strip() or default


def choice(name: str, options: tuple[str, ...], default: str) -> str:
    value = text(name, default)
    if value not in options:
        refuse(name, " or ".join(option or "empty" for option in options))
    return value


def switch(name: str, default: str) -> bool:
    """Return whether a variable that is "on" or "off" is on."""
    return choice(name, ("on", "off"), default) == "on"


def truth(name: str) -> bool:
    """Return a variable that is "true" or "false" (or 1, 0, yes, no, on, off); false when unset."""
    value = text(name, "false").lower()
    if value not in ("true", "false", "1", "0", "yes", "no", "on", "off"):
        refuse(name, "true or false")
    return value in ("true", "1", "yes", "on")


def number(name: str, default: int, lowest: int, highest: int) -> int:
    value = text(name, str(default))
    if not re.fullmatch(r"[+-]?[0-9]{1,12}", value) or not lowest <= int(value) <= highest:
        refuse(name, f"a whole number from {lowest} to {highest}")
    return int(value)


def listed(name: str, default: str = "") -> list[str]:
    """Return the parts of a list separated by commas."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def networks(name: str, default: str = "") -> list[Network]:
    """Return the networks of a list of addresses ("10.0.0.0/8, ::1")."""
    try:
        return [ipaddress.ip_network(part) for part in listed(name, default)]
    except ValueError:
        refuse(name, "IP addresses or networks like 10.0.0.0/8, separated by commas")


def is_host(value: str) -> bool:
    """Whether a text is a host name or an address, without scheme, port and path."""
    try:
        ipaddress.ip_address(value.strip("[]"))
    except ValueError:
        return _HOST_NAME.fullmatch(value) is not None and len(value) <= 253
    return True


def listening_host(name: str, default: str) -> str:
    value = text(name, default)
    if not is_host(value):
        refuse(name, "an address to listen on like 127.0.0.1, or a host name, without a port")
    return value


def allowed_hosts(name: str, value: str) -> list[str]:
    """Return Django's ALLOWED_HOSTS: names, ".example.vn" for all below it, or "*"."""
    found = [part.strip() for part in value.split(",") if part.strip()]
    if not found or not all(host == "*" or is_host(host.removeprefix(".")) for host in found):
        refuse(name, "host names like www.example.vn, without scheme and port, separated by commas")
    return found


def web_address(name: str, value: str, *, has_path: bool = True) -> str:
    """Return `value` without a trailing slash; it is http(s) and names a host."""
    example = "an address like https://www.example.vn" + ("" if has_path else ", without a path")
    try:
        parts = urlsplit(value)
        # Reading the port is what tells whether it is one.
        is_right = parts.scheme in ("http", "https") and is_host(parts.hostname or "") and parts.port != 0
    except ValueError:
        is_right = False
    if not is_right or parts.query or parts.fragment or (not has_path and parts.path.strip("/")):
        refuse(name, example)
    return value.rstrip("/")


def folder(name: str, default: Path) -> Path:
    """Return a folder that is there, or can be made."""
    path = Path(text(name) or default).absolute()
    there = next(one for one in (path, *path.parents) if one.exists())
    if not there.is_dir() or (there != path and not os.access(there, os.W_OK)):
        refuse(name, "a folder that is there, or that can be made")
    return path.resolve()
