"""An alert is on every page from its first minute to its last, in the reader's language, and partners get it too."""

import json
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cms.caching import numbers
from cms.delivery import store
from cms.delivery.models import DeliveredItem
from home.alerts.alert import Alert
from tests.factories import add_stream
from tests.home.content import make_alert, make_organisation, translate_snippet, vietnam

STORM = "Bão số 3"


def alerts_on(client, address) -> list[str]:
    html = client.get(address).content.decode()
    return [part.partition("</strong>")[0] for part in html.split('class="alert__text"')[1:]]


def test_it_is_on_every_page_in_its_language_the_most_urgent_first(client, site):
    add_stream(site.home, title="Tin", slug="tin")
    storm = make_alert(STORM, level="urgent", url="https://baoquangninh.vn/", link_label="Tin bão")
    make_alert("Nghỉ lễ")
    for address in ("/", "/tin/", "/tim-kiem/", "/thong-ke/", "/khong-co/"):
        first, second = alerts_on(client, address)
        assert STORM in first
        assert "Nghỉ lễ" in second
    assert f'<span lang="vi"><strong>{STORM}' in client.get("/en/").content.decode()
    translate_snippet(storm, heading="Storm No. 3")
    assert "Storm No. 3" in alerts_on(client, "/en/")[0]
    assert STORM in alerts_on(client, "/")[0]
    storm.unpublish()
    assert len(alerts_on(client, "/")) == 1


def test_it_appears_and_vanishes_at_its_minute_and_nothing_is_kept_longer(client, site, monkeypatch):
    def set_to(text):
        monkeypatch.setattr(timezone, "now", lambda: vietnam(text))
        store.rebuild_due()

    set_to("2026-09-01 00:00")
    alert = make_alert(
        STORM, shown_from=vietnam("2026-09-07 06:00"), shown_until=vietnam("2026-09-08 06:00"), text="Ở trong nhà."
    )
    row = DeliveredItem.objects.get(type="home.Alert", object_id=alert.pk)
    assert (row.is_live, row.document) == (False, "")
    assert alerts_on(client, "/") == []
    assert numbers.read().due_at == vietnam("2026-09-07 06:00").timestamp()
    set_to("2026-09-07 06:00")
    assert len(alerts_on(client, "/")) == 1
    row.refresh_from_db()
    assert json.loads(row.document)["shown_until"] == "2026-09-08T06:00:00+07:00"
    assert numbers.read().due_at == vietnam("2026-09-08 06:00").timestamp()
    assert client.get("/api/v2/alerts/").json()["items"][0]["heading"] == STORM
    set_to("2026-09-08 06:00")
    assert alerts_on(client, "/") == []
    row.refresh_from_db()
    assert (row.is_live, row.reason) == (False, "expired")


def test_publishing_one_makes_what_is_kept_old(client, site):
    before = numbers.read().stamp
    make_alert(STORM)
    assert numbers.read().stamp != before


def test_alerts_are_asked_for_once_until_something_changes(site, django_assert_num_queries, rf):
    from home.frame import Frame

    make_organisation()

    def alerts():
        return Frame(rf.get("/")).context()["alerts"]

    assert not alerts()
    # The site's number, and which site it is.
    with django_assert_num_queries(2):
        assert not alerts()
    make_alert(STORM)
    with django_assert_num_queries(3):
        assert len(alerts()) == 1
    with django_assert_num_queries(2):
        assert len(alerts()) == 1


def test_a_kept_alert_still_begins_and_ends_by_itself(site):
    from home.alerts.shown_alerts import alerts_to_come, shown_alerts

    now = timezone.now()
    make_alert(STORM, shown_from=now + timedelta(hours=1), shown_until=now + timedelta(hours=2))
    kept = alerts_to_come()
    shown = {hours: len(shown_alerts("vi", kept, now + timedelta(hours=hours))) for hours in (0, 1.5, 3)}
    assert shown == {0: 0, 1.5: 1, 3: 0}


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"shown_from": timezone.now() + timedelta(days=9)}, "shown_until"),
        ({"url": "https://example.vn/"}, "link_label"),
    ],
)
def test_what_cannot_be_meant_is_refused(site, values, field):
    alert = Alert(heading=STORM, shown_until=timezone.now() + timedelta(days=1), **values)
    with pytest.raises(ValidationError) as refusal:
        alert.clean()
    assert list(refusal.value.error_dict) == [field]
