"""Links stand in their groups, as Vietnamese sorts, in the page's language or marked as another's."""

import json

import pytest
from django.utils import translation

from cms.delivery.models import DeliveredItem
from home.links.link_directory import link_groups
from home.models import LinkIndexPage
from tests.factories import add_page, translate
from tests.home.content import make_link, make_link_group, translate_snippet


@pytest.fixture
def index(site):
    return add_page(site.home, LinkIndexPage, title="Liên kết")


def test_groups_and_links_are_in_their_own_order_then_as_vietnamese_sorts(site):
    press = make_link_group("Báo chí", order=2)
    unions = make_link_group("Công đoàn", order=1)
    for name in ("Đồng Nai", "Dân Trí", "Báo Quảng Ninh"):
        make_link(name, group=press)
    make_link("Tổng Liên đoàn", group=unions)
    make_link("Lẻ loi")
    groups = link_groups()
    assert [group.title for group in groups] == ["Công đoàn", "Báo chí", ""]
    assert [card.title for card in groups[1].cards] == ["Báo Quảng Ninh", "Dân Trí", "Đồng Nai"]


def test_in_english_what_is_translated_is_english_and_the_rest_is_marked(site):
    group = make_link_group("Báo chí")
    translate_snippet(group, name="Press")
    lao_dong = make_link("Báo Lao Động", group=group, order=1)
    make_link("Báo Nhân Dân", group=group, order=2)
    translate_snippet(lao_dong, name="Lao Dong newspaper")
    with translation.override("en"):
        (shown,) = link_groups()
    assert (shown.title, shown.lang) == ("Press", "")
    assert [(card.title, card.lang, card.label) for card in shown.cards] == [
        ("Lao Dong newspaper", "", "Press"),
        ("Báo Nhân Dân", "vi", "Press"),
    ]


def test_drafts_are_not_listed(site):
    link = make_link("Báo Lao Động")
    link.unpublish()
    assert link_groups() == []


def test_the_directory_shows_them_in_both_languages(site, index, client):
    translate(index, site.home_en, title="Links", slug="links")
    make_link("Báo Lao Động", group=make_link_group("Báo chí"), url="https://laodong.vn/")
    for address in ("/lien-ket/", "/en/links/"):
        response = client.get(address)
        assert response.status_code == 200
        assert 'href="https://laodong.vn/"' in response.content.decode()


def test_an_empty_directory_says_so(index, client):
    response = client.get(index.get_url())
    assert response.context["is_empty"]
    assert 'class="empty"' in response.content.decode()


def test_the_directory_costs_the_same_for_three_links_and_for_fifteen(index, client, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    group = make_link_group("Báo chí")
    counts = []
    for start, stop in ((0, 3), (3, 15)):
        for number in range(start, stop):
            make_link(f"Báo {number}", group=group)
        client.get(index.get_url())
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(index.get_url())
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_a_link_is_delivered_without_the_office_s_own_notes(site):
    link = make_link("Báo Lao Động", group=make_link_group("Báo chí"), url="https://laodong.vn/")
    row = DeliveredItem.objects.get(type="home.Link", object_id=link.pk)
    document = json.loads(row.document)
    assert document["url"] == "https://laodong.vn/"
    assert document["group"]["name"] == "Báo chí"
    assert "last_check_result" not in document
    assert document["meta"]["detail_url"].endswith(f"/api/v2/links/{link.pk}/")
