"""House rule: whatever asks another host goes through cms.partners.outgoing, or its address is the operator's.

A module that can open a connection is found by what it imports; it is written here with its reason, or this fails.
"""

import ast
from pathlib import Path

from django.conf import settings
from wagtail.embeds.finders import get_finders

CAN_CONNECT = {
    *("aiohttp", "boto3", "ftplib", "http.client", "httpcore", "httpx", "requests", "smtplib", "socket", "ssl"),
    *("telnetlib", "urllib.request", "urllib3", "websockets", "xmlrpc.client", "asyncio"),
}
THE_GUARD = {"cms/partners/outgoing.py", "cms/partners/public_address.py"}
# To this machine itself, or to nobody: names of hosts, free ports, kinds of errors.
AT_HOME = {
    "cms/operations/bench/serving.py",
    "cms/operations/deploy/probe.py",
    "cms/operations/management/commands/bench_cache.py",
    "cms/operations/parity/addresses.py",
    "cms/operations/parity/asking.py",
    "cms/operations/parity/hidden.py",
    "cms/operations/parity/machines.py",
    "cms/operations/seeing/metrics/snapshots.py",
    "cms/operations/start/listening_address.py",
    "cms/operations/start/readiness.py",
    "cms/operations/worker/process.py",
    "cms/operations/worker/pulse.py",
}
# To addresses that only the environment sets (.env.example): such a server is often on the machine's own network.
THE_OPERATORS = {
    # EDGE_PURGE_URLS.
    "cms/caching/purging.py",
    # STORAGE_ENDPOINT.
    "cms/core/storages/bucket.py",
    # LIBRETRANSLATE_URL, asked by wagtail-localize; here its errors are caught.
    "cms/translation/machine.py",
}
# Run by partners on machines of their own.
PARTNERS = ("cms/api/docs/examples/", "cms/api/pullers/")


def modules_imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    return {module for module in found if module in CAN_CONNECT or module.split(".")[0] in CAN_CONNECT}


def test_every_module_that_can_connect_is_known_and_every_known_one_can():
    root = settings.BASE_DIR
    sources = [path for room in ("cms", "home", "articles", "media") for path in (root / room).rglob("*.py")]
    connecting = {str(path.relative_to(root)) for path in sources if modules_imported(path)}
    connecting = {path for path in connecting if not path.startswith(PARTNERS)}
    known = THE_GUARD | AT_HOME | THE_OPERATORS
    assert connecting - known == set(), "send through cms.partners.outgoing, or write down why not"
    assert known - connecting == set(), "these connect no more"


def test_no_installed_application_asks_an_address_that_an_editor_gives():
    # Wagtail's embeds would ask a provider's server while somebody edits; videos know theirs by their addresses.
    assert get_finders() == []
    assert settings.WAGTAIL_GRAVATAR_PROVIDER_URL is None and not settings.WAGTAIL_ENABLE_UPDATE_CHECK
