"""The API does what the contract says, tried by schemathesis: valid and invalid requests made from the contract."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import schemathesis
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as hypothesis_settings
from schemathesis import GenerationMode
from schemathesis.config import SchemathesisConfig

from tests.api.schema.refusal_check import refusal_names_its_parameter

pytestmark = pytest.mark.one_database

CONFIG = Path(__file__).with_name("schemathesis.toml")
FEW, MANY = 3, 100
# The page for people has no data of its own, and rendering it is what costs most.
PAGE = "/api/v2/docs/"


def operations(application):
    config = SchemathesisConfig.from_path(CONFIG)
    contract = schemathesis.openapi.from_wsgi("/api/v2/openapi.json", application, config=config)
    return [result.ok() for result in contract.get_all_operations()]


@pytest.fixture
def application():
    """Return the site as a server calls it; the test's own connection to the database stays open between requests."""
    request_started.disconnect(close_old_connections)
    request_finished.disconnect(close_old_connections)
    yield get_wsgi_application()
    request_started.connect(close_old_connections)
    request_finished.connect(close_old_connections)


@pytest.mark.django_db
@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["valid", "invalid"])
def test_a_few_requests_to_every_operation_are_answered_as_the_contract_says(everything, application, settings, mode):
    settings.ALLOWED_HOSTS = ["*"]
    tried = 0
    for operation in operations(application):
        if operation.path == PAGE:
            continue

        @given(case=operation.as_strategy(generation_mode=mode))
        @hypothesis_settings(
            max_examples=FEW,
            deadline=None,
            database=None,
            derandomize=True,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        def ask(case):
            nonlocal tried
            case.call_and_validate(additional_checks=[refusal_names_its_parameter])
            tried += 1

        ask()
    assert tried > 40 * (FEW - 1)


PARTNER = """
from cms.partners.models import Partner
kinds = {"contact_name": "A", "contact_email": "a@example.vn", "reads_partner_streams": True}
quotas = {"requests_per_minute": 10**8, "requests_per_day": 10**9}
print(Partner.objects.create(name="Tried by schemathesis", **kinds, **quotas).create_key("a key")[1])
"""


@pytest.fixture
def key(request, live_site):
    """Return a partner's key to the running site, "" for none."""
    return live_site.run("shell", "--no-imports", "-c", PARTNER).stdout.strip() if request.param else ""


@pytest.mark.trial
@pytest.mark.parametrize("key", [False, True], indirect=True, ids=["without a key", "with a key"])
def test_a_hundred_requests_to_every_operation_of_the_running_site_and_the_ways_between_them(live_site, key):
    done = subprocess.run(
        [
            *(Path(sys.executable).with_name("schemathesis"), "--config-file", CONFIG, "--no-color"),
            *("run", "--url", live_site.url, f"{live_site.url}/api/v2/openapi.json"),
            *("--checks", "all", "--max-examples", str(MANY), "--generation-deterministic"),
            *(("--header", f"Authorization: Bearer {key}") if key else ()),
        ],
        cwd=settings.BASE_DIR,
        env={**os.environ, "SCHEMATHESIS_REPORT": "false"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]
    assert "Stateful" in done.stdout
