"""The machine's own programs that tests use: what is missing, and what is then left out."""

import shutil
from pathlib import Path

import pytest

from tests import postgresql
from tests.browser.chromium import find_chromium

# Where the distributions keep Varnish's modules: Debian and Ubuntu, Fedora.
VMODS = ("usr/lib/*/varnish/vmods", "usr/lib/varnish/vmods", "usr/lib64/varnish/vmods")


def missing_varnish() -> str:
    """Return why Varnish cannot run with the project's configuration; "" if it can."""
    if shutil.which("varnishd") is None:
        return "Varnish is not installed"
    # It purges by tag.
    if not any(next(Path("/").glob(f"{folder}/libvmod_xkey.so"), None) for folder in VMODS):
        return "Varnish has no vmod xkey (package varnish-modules)"
    return ""


def _missing(name: str, program: str) -> str:
    return "" if shutil.which(program) else f"{name} is not installed"


# Of each, in the words of whoever reads the run: why it is missing, "" if it is there, and what is then left out.
PROGRAMS = {
    "chromium": (lambda: "" if find_chromium() else "Chromium is not installed", "the tests in a browser are left out"),
    "postgresql": (postgresql.missing, "the PostgreSQL half is left out"),
    "redis": (lambda: _missing("Redis", "redis-server"), "the tests of several processes' caches are left out"),
    "varnish": (missing_varnish, "its configuration is not tried, nor what goes through it"),
    "nginx": (lambda: _missing("nginx", "nginx"), "its configuration is not tried"),
    "gettext": (lambda: _missing("gettext", "xgettext"), "nobody looks for untranslated strings"),
    "php": (lambda: _missing("PHP", "php"), "the example and the puller in PHP are not tried"),
}


def missing(name: str) -> str:
    """Return why a program of PROGRAMS cannot be used here; "" if it can."""
    return PROGRAMS[name][0]()


def needs(*names: str) -> pytest.MarkDecorator:
    """Leave a test out where one of these programs of PROGRAMS is missing."""
    reason = "; ".join(filter(None, map(missing, names)))
    return pytest.mark.skipif(bool(reason), reason=reason)


def left_out() -> list[str]:
    """Return a line for each program that is missing: why, and what is left out without it."""
    return [f"{why()}: {then}" for why, then in PROGRAMS.values() if why()]
