"""Links to other websites: found in what is published, asked seldom, and reported when they lead nowhere."""

import threading
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cms.operations.links import checking
from cms.operations.links.address import LinkedAddress
from cms.operations.links.checking import check
from cms.operations.links.collecting import addresses_in
from tests.factories import add_article, add_stream
from tests.partners.receiver import receiving


def article_with(site, *urls):
    text = "".join(f'<p><a href="{url}">đây</a></p>' for url in urls)
    return add_article(add_stream(site.home), title="Có liên kết", body=[{"type": "paragraph", "value": text}])


def a_week_passes():
    for address in LinkedAddress.objects.all():
        address.checked_at -= timedelta(days=8)
        address.save()


@pytest.mark.django_db(transaction=True)
def test_what_leads_nowhere_twice_is_reported_until_it_leads_somewhere(admin_client, site, settings):
    settings.OUTGOING_LOOPBACK, settings.LINK_CHECK_DAYS = True, 7
    settings.WAGTAILADMIN_BASE_URL = "https://congdoan.example.vn"
    report = reverse("broken_links")
    # The receiver does not know HEAD: it is asked again, for the page.
    with receiving(404) as receiver:
        one, two = f"{receiver.url}/mot?a=1", f"{receiver.url}/hai"
        article = article_with(site, one, two, "mailto:a@example.org", "http://10.0.0.1/trong")
        asked = check()
        # Two hosts; the second address of the first waits for the next turn.
        assert (asked, len(receiver.requests)) == (2, 1)
        assert check() == 1
        assert check() == 0
        assert {request.method for request in receiver.requests} == {"GET"}
        assert one not in admin_client.get(report).content.decode()
        a_week_passes()
        while check():
            pass
        page = admin_client.get(report).content.decode()
        assert one in page and "404" in page and article.title in page
        assert "http://10.0.0.1/trong" not in page
        assert one not in admin_client.get(f"{report}?to=here").content.decode()
        receiver.answers[:] = [200]
        a_week_passes()
        while check():
            pass
        assert one not in admin_client.get(f"{report}?to=elsewhere").content.decode()
    article.unpublish()
    check()
    assert not LinkedAddress.objects.exists()


@pytest.mark.django_db
def test_nobody_is_asked_where_that_is_off(site, settings):
    settings.LINK_CHECK_DAYS = 0
    article_with(site, "https://example.vn/")
    assert check() == 0
    assert not LinkedAddress.objects.exists()


def test_addresses_are_those_of_other_websites():
    document = (
        r'{"body": "<a href=\"https://a.vn/x?a=1&amp;b=2#c\">a</a> https://text.vn", "url": "https://b.vn/",'
        r' "own": "https://congdoan.example.vn/tin/", "licence_url": "https://creativecommons.org/by/4.0/"}'
    )
    assert addresses_in(document, {"congdoan.example.vn"}) == {"https://a.vn/x?a=1&b=2", "https://b.vn/"}


def test_the_dates_of_answers_are_kept(db):
    address = LinkedAddress.objects.create(url="https://a.vn/", host="a.vn", checked_at=timezone.now(), status=503)
    assert not LinkedAddress.objects.broken().exists()
    address.failures = 2
    address.save()
    assert LinkedAddress.objects.broken().get().result == "503"


def test_a_turn_is_a_thread_of_its_own_and_there_is_one_at_a_time(settings, monkeypatch):
    settings.LINK_CHECK_DAYS = 7
    begun, may_end = [], threading.Event()
    monkeypatch.setattr(checking, "check", lambda is_stopping: begun.append(is_stopping) or may_end.wait(5))
    turns = checking.Turns()
    turns.begin("first")
    turns.begin("second")
    may_end.set()
    turns._thread.join(5)
    turns.begin("third")
    turns._thread.join(5)
    assert begun == ["first", "third"]
