"""An endpoint that only fails is left alone, then paused, and people are told; nothing is lost by it."""

import pytest

from cms.mail.models import OutgoingMail
from cms.partners.models import WebhookDelivery
from tests.partners.content import make_change, make_endpoint
from tests.partners.receiver import receiving

pytestmark = pytest.mark.django_db


def fail_until_paused(dispatcher):
    for _ in range(40):
        dispatcher.go(hours=1)


def test_an_endpoint_that_only_fails_is_paused_and_people_are_told(site, dispatcher, clock, mailoutbox, admin_user):
    from cms.partners.webhooks.notices import send_notices

    with receiving(500) as receiver:
        endpoint = make_endpoint(url=receiver.url)
        make_change()
        fail_until_paused(dispatcher)
        endpoint.refresh_from_db()
        assert endpoint.state == "paused"
        tried = len(receiver.requests)
        make_change()
        dispatcher.go(days=2)
        assert len(receiver.requests) == tried
        send_notices(clock())
        send_notices(clock())
        assert [mail.to for mail in mailoutbox] == [["hoa@example.vn"], [admin_user.email]]
        assert endpoint.url in mailoutbox[0].body
        receiver.answers[:] = [200]
        endpoint.resume(clock())
        dispatcher.send_all()
    assert not WebhookDelivery.objects.waiting().exists()
    assert len(set(receiver.ids)) == 2


def test_an_endpoint_that_works_now_and_then_is_not_paused(site, dispatcher):
    with receiving(*[500, 500, 200] * 10) as receiver:
        endpoint = make_endpoint(url=receiver.url)
        for _ in range(10):
            make_change()
            for _ in range(6):
                dispatcher.go(hours=1)
    endpoint.refresh_from_db()
    assert endpoint.state == "active"


def test_a_worker_that_dies_over_a_notice_loses_none_and_doubles_none(site, clock, settings, admin_user, monkeypatch):
    from cms.partners.webhooks import notices

    settings.EMAIL_BACKEND = "cms.mail.backend.QueueBackend"
    endpoint = make_endpoint(state="paused", notice_due_at=clock())
    send, orders = notices.EmailMessage.send, []

    def dies_at_the_second(message):
        orders.append(message)
        if len(orders) == 2:
            raise KeyboardInterrupt
        return send(message)

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(notices.EmailMessage, "send", dies_at_the_second)
        notices.send_notices(clock())
    assert not OutgoingMail.objects.exists()
    for _ in range(2):
        notices.send_notices(clock())
    assert [mail.to for mail in OutgoingMail.objects.all()] == ["hoa@example.vn", admin_user.email]
    endpoint.refresh_from_db()
    assert endpoint.notice_due_at is None


def test_410_ends_it(site, dispatcher):
    with receiving(410) as receiver:
        endpoint = make_endpoint(url=receiver.url)
        make_change()
        dispatcher.send_all()
        dispatcher.go(days=1)
    endpoint.refresh_from_db()
    assert len(receiver.requests) == 1
    assert endpoint.state == "gone"
    assert endpoint.notice_due_at is not None


@pytest.mark.parametrize("closed", [{"is_enabled": False}, {"receives_webhooks": False}])
def test_a_partner_that_is_switched_off_gets_nothing_and_misses_nothing(site, dispatcher, closed):
    with receiving() as receiver:
        endpoint = make_endpoint(url=receiver.url)
        partner = endpoint.partner
        before = {name: getattr(partner, name) for name in closed}
        for name, value in closed.items():
            setattr(partner, name, value)
        partner.save()
        make_change()
        dispatcher.send_all()
        assert receiver.requests == []
        for name, value in before.items():
            setattr(partner, name, value)
        partner.save()
        dispatcher.send_all()
    assert len(receiver.requests) == 1


def test_an_endpoint_that_fails_is_left_alone_for_a_while(site, dispatcher):
    with receiving(500) as receiver:
        make_endpoint(url=receiver.url)
        for _ in range(20):
            make_change()
        dispatcher.send_all()
    assert len(receiver.requests) == 1
