"""Editors find this room's snippets, and are told at the field what is wrong with them."""

import pytest
from django.urls import reverse

from home.models import Election, Link, LinkGroup, Menu, Organisation
from tests.home.content import make_election, make_link, make_link_group, make_menu, make_organisation

pytestmark = pytest.mark.indexed

SNIPPETS = [Election, Link, LinkGroup, Menu, Organisation]


def address(model, view, *args):
    return reverse(model.snippet_viewset.get_url_name(view), args=args)


@pytest.fixture
def content(site):
    make_election()
    make_link("Báo Lao Động", group=make_link_group("Báo chí"))
    make_menu(site.home)
    make_organisation()


@pytest.mark.parametrize("model", SNIPPETS)
def test_every_list_and_form_opens(content, admin_client, model):
    assert admin_client.get(address(model, "list")).status_code == 200
    assert admin_client.get(address(model, "list"), {"q": "bao"}).status_code == 200
    assert admin_client.get(address(model, "add")).status_code == 200
    assert admin_client.get(address(model, "edit", model.objects.get().pk)).status_code == 200


@pytest.mark.parametrize("words", ["bau cu", "bầu cử"])
def test_lists_are_searched_with_and_without_accents(content, admin_client, words):
    response = admin_client.get(address(Election, "list"), {"q": words})
    assert [election.title for election in response.context["object_list"]] == ["Bầu cử đại biểu Quốc hội"]


def election_form(*phases):
    """Return what the form of an election with these (label, from, until) posts."""
    data = {
        "title": "Bầu cử",
        "term": "",
        "levels": ["quoc_hoi", "hdnd_xa"],
        "election_day": "2026-03-15",
        "polling_opens": "07:00",
        "polling_closes": "19:00",
        "text_after": "null",
        "links-TOTAL_FORMS": "0",
        "links-INITIAL_FORMS": "0",
        "phases-TOTAL_FORMS": str(len(phases)),
        "phases-INITIAL_FORMS": "0",
        "action-publish": "action-publish",
    }
    for number, (label, begins_at, ends_at) in enumerate(phases):
        values = {"label": label, "begins_at": begins_at, "ends_at": ends_at, "text": "null", "ORDER": number + 1}
        data |= {f"phases-{number}-{name}": str(value) for name, value in values.items()}
    return data


def test_an_election_is_published_from_its_form(site, admin_client):
    data = election_form(
        ("Trước", "2026-01-01 00:00", "2026-03-15 00:00"), ("Trong", "2026-03-15 00:00", "2026-03-16 00:00")
    )
    response = admin_client.post(address(Election, "add"), data)
    assert response.status_code == 302, response.context["form"].errors
    election = Election.objects.get()
    assert election.live
    assert election.levels == ["quoc_hoi", "hdnd_xa"]
    assert [phase.label for phase in election.phases.all()] == ["Trước", "Trong"]


def test_overlapping_phases_are_told_at_the_phase(site, admin_client):
    data = election_form(
        ("Trước", "2026-01-01 00:00", "2026-03-15 00:01"), ("Trong", "2026-03-15 00:00", "2026-03-14 00:00")
    )
    response = admin_client.post(address(Election, "add"), data)
    assert response.status_code == 200
    errors = response.context["form"].formsets["phases"].errors
    assert list(errors[1]) == ["ends_at", "begins_at"]
    assert not Election.objects.exists()


def test_a_second_menu_in_the_same_place_is_told_at_the_place(content, admin_client):
    data = {"place": "main", "items-TOTAL_FORMS": "0", "items-INITIAL_FORMS": "0"}
    response = admin_client.post(address(Menu, "add"), data)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["place"]


def test_a_second_organisation_is_refused(content, admin_client):
    response = admin_client.post(address(Organisation, "add"), {"name": "Khác"})
    assert response.status_code == 200
    assert Organisation.objects.count() == 1
