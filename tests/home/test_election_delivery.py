"""What partners get of an election changes at its minute, in its own row and in pages that show it."""

import json

import pytest
from django.utils import timezone

from cms.delivery import store
from cms.delivery.models import DeliveredItem
from home.models import HomePage, StandardPage
from tests.factories import add_page, make_image, publish
from tests.home.content import add_standard_page, make_election, publish_snippet, translate_snippet, vietnam


@pytest.fixture
def clock(monkeypatch):
    """Return a function that sets the time to a Vietnamese moment and lets the worker do what is due."""

    def set_to(text):
        monkeypatch.setattr(timezone, "now", lambda: vietnam(text))
        return store.rebuild_due()

    set_to("2026-02-01 00:00")
    return set_to


@pytest.fixture
def election(site, clock):
    return make_election()


def row_of(instance):
    return DeliveredItem.objects.get(type=instance._meta.label, object_id=instance.pk)


def document_of(instance):
    return json.loads(row_of(instance).document)


def body_with(election):
    return [
        {"type": "paragraph", "value": "<p>Đi bầu.</p>", "id": "5d9f3a0e-0000-4000-8000-000000000001"},
        {"type": "election", "value": {"election": election.pk}, "id": "5d9f3a0e-0000-4000-8000-000000000002"},
    ]


def test_its_document_says_its_phase_and_is_due_at_the_next_change(election):
    document = document_of(election)
    assert document["current_phase"]["label"] == "Trước ngày bầu cử"
    assert document["current_phase"]["until"] == "2026-03-15T00:00:00+07:00"
    assert (document["stage"]["code"], document["is_polling_open"]) == ("before", False)
    assert document["polling_opens_at"] == "2026-03-15T07:00:00+07:00"
    assert [level["code"] for level in document["levels"]] == ["quoc_hoi", "hdnd_tinh"]
    assert document["links"][0]["group"]["code"] == "results"
    assert row_of(election).due_at == vietnam("2026-03-15 00:00")


def test_the_document_changes_at_the_minute_and_not_before(election, clock):
    assert clock("2026-03-14 23:59") == 0
    assert clock("2026-03-15 00:00") == 1
    assert document_of(election)["current_phase"]["label"] == "Ngày bầu cử"
    clock("2026-03-15 07:00")
    assert document_of(election)["is_polling_open"] is True
    clock("2026-03-15 19:00")
    assert document_of(election)["stage"]["code"] == "after"
    assert row_of(election).due_at == vietnam("2026-04-15 00:00")


def test_it_is_withdrawn_at_its_last_minute(election, clock):
    clock("2027-03-15 00:00")
    row = row_of(election)
    assert (row.is_live, row.reason, row.due_at) == (False, "expired", None)


def test_what_is_not_shown_yet_stays_in_the_house_until_its_minute(site, clock):
    clock("2025-12-01 00:00")
    image = make_image()
    election = make_election(banner=image, banner_alt_text="Hòm phiếu")
    row = row_of(election)
    assert (row.is_live, row.document, row.due_at) == (False, "", vietnam("2026-01-01 00:00"))
    assert not DeliveredItem.objects.filter(type="media.CustomImage", is_live=True).exists()
    clock("2026-01-01 00:00")
    assert row_of(election).is_live
    assert row_of(image).is_live
    assert document_of(election)["banner"]["alt"] == "Hòm phiếu"


def test_a_page_that_shows_it_changes_with_it(site, election, clock):
    page = add_standard_page(site.home, "Bầu cử", body=body_with(election))
    assert row_of(page).due_at == vietnam("2026-03-15 00:00")
    assert document_of(page)["body"][1]["value"]["current_phase"]["label"] == "Trước ngày bầu cử"
    clock("2026-03-15 00:00")
    assert document_of(page)["body"][1]["value"]["current_phase"]["label"] == "Ngày bầu cử"
    clock("2027-03-15 00:00")
    assert [block["type"] for block in document_of(page)["body"]] == ["paragraph"]
    assert row_of(page).due_at is None


def test_the_home_page_changes_with_it(site, election, clock):
    home = HomePage.objects.get(pk=site.home.pk)
    home.sections = [{"type": "election", "value": {"heading": "", "election": election.pk}}]
    publish(home)
    assert document_of(home)["sections"][0]["value"]["election"]["stage"]["code"] == "before"
    assert row_of(home).due_at == vietnam("2026-03-15 00:00")
    clock("2026-03-15 00:00")
    assert document_of(home)["sections"][0]["value"]["election"]["stage"]["code"] == "day"


def test_rescheduling_moves_what_is_due_on_every_page(site, election):
    page = add_standard_page(site.home, "Bầu cử", body=body_with(election))
    phase = election.phases.first()
    phase.ends_at = vietnam("2026-03-10 00:00")
    election.phases.add(phase)
    publish_snippet(election)
    assert row_of(election).due_at == row_of(page).due_at == vietnam("2026-03-10 00:00")


def test_the_english_document_is_in_english_with_the_same_times(election):
    english = election.copy_for_translation(election.locale.__class__.objects.get(language_code="en"))
    english.title = "Electing deputies"
    for phase in english.phases.all():
        phase.label = f"Phase {phase.sort_order}"
    english = publish_snippet(english)
    document, source = document_of(english), document_of(election)
    assert document["title"] == "Electing deputies"
    assert document["current_phase"]["from"] == source["current_phase"]["from"]
    assert document["meta"]["uuid"] == source["meta"]["uuid"]
    assert [item["locale"] for item in document["meta"]["translations"]] == ["vi"]


def test_a_page_shows_the_election_in_its_own_language_or_else_in_vietnamese(site, election, client):
    page = add_standard_page(site.home, "Bầu cử", body=body_with(election))
    english = page.get_translation(site.home_en.locale)
    assert "Bầu cử đại biểu Quốc hội" in client.get(page.get_url()).content.decode()
    translate_snippet(election, title="Electing deputies")
    page_en = add_page(site.home_en, StandardPage, title="Election", body=body_with(election))
    assert "Electing deputies" in client.get(page_en.get_url()).content.decode()
    assert english.get_url().startswith("/en/")


def test_a_band_without_english_is_vietnamese_throughout_and_says_so(site, election, client):
    page = add_page(site.home_en, StandardPage, title="Election", body=body_with(election))
    html = client.get(page.get_url()).content.decode()
    assert '<section lang="vi" class="election' in html
    assert "Ngày bầu cử" in html
    assert "Election day" not in html
