"""What is sent to Sentry tells where the fault is, and nothing about whom it met."""

import json

import pytest
import sentry_sdk
from sentry_sdk.transport import Transport
from sentry_sdk.utils import event_from_exception

from cms.core import request_id
from cms.operations.seeing import sentry

SECRETS = ("lan@example.vn", "0912345678", "hunter2", "session-value", "q-value", "113.160.1.2", "local-value", "Lan")
# As the library's Django integration fills it in.
REQUEST = {
    "method": "POST",
    "url": "https://www.example.vn/gui-cau-hoi/?q=q-value",
    "query_string": "q=q-value",
    "cookies": {"sessionid": "session-value"},
    "headers": {"Authorization": "Bearer hunter2", "X-Forwarded-For": "113.160.1.2", "Cookie": "a=session-value"},
    "env": {"REMOTE_ADDR": "113.160.1.2"},
    "data": {"phone": "0912345678"},
}


class Kept(Transport):
    """Keeps what would be sent."""

    sent = ()

    def capture_envelope(self, envelope):
        self.sent = (*self.sent, envelope)


@pytest.fixture
def client():
    """Return the library as it is started for the site, but for what it changes in this process' Django."""
    request_id.begin({"HTTP_X_REQUEST_ID": "0123456789abcdef"})
    options = sentry.options("https://key@sentry.example.vn/1", "release-1")
    yield sentry_sdk.Client(**options, transport=Kept(), default_integrations=False)
    request_id.end()


def event_of(client) -> dict:
    (envelope,) = client.transport.sent
    return envelope.get_event()


def test_an_error_arrives_without_person_cookie_query_body_or_variable(client):
    phone = "local-value"
    try:
        raise RuntimeError(f"mail to lan@example.vn from 113.160.1.2, {len(phone)}")
    except RuntimeError as error:
        event, hint = event_from_exception(error, client_options=client.options)
    event |= {"request": REQUEST, "user": {"username": "Lan"}, "extra": {"sys.argv": ["hunter2"]}}
    client.capture_event(event, hint, scope=sentry_sdk.Scope())
    sent = event_of(client)
    # The lines of this very file around the fault go along, as source.
    frames = sent["exception"]["values"][0]["stacktrace"]["frames"]
    source = [frame.pop(name) for frame in frames for name in ("pre_context", "context_line", "post_context")]
    text = json.dumps(sent, default=str)
    assert source and [secret for secret in SECRETS if secret in text] == []
    assert sent["request"] == {"method": "POST", "url": "https://www.example.vn/gui-cau-hoi/"}
    assert (sent["tags"]["request_id"], sent["release"]) == ("0123456789abcdef", "release-1")
    assert sent["exception"]["values"][0]["value"] == "mail to [e-mail] from [address], 11"
    assert frames[0]["function"] == test_an_error_arrives_without_person_cookie_query_body_or_variable.__name__


def test_a_line_of_the_log_arrives_masked_and_without_its_arguments(client):
    message = {"message": "%s failed", "formatted": "lan@example.vn failed", "params": ["lan@example.vn"]}
    client.capture_event({"logentry": message, "level": "error"}, scope=sentry_sdk.Scope())
    assert event_of(client)["logentry"] == {"message": "[e-mail] failed"}


def test_nothing_begins_without_an_address(settings, monkeypatch):
    monkeypatch.setattr(sentry_sdk, "init", lambda **options: pytest.fail("it began"))
    settings.SENTRY_DSN = ""
    sentry.begin()
