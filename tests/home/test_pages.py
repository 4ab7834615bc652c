"""Standing pages, the support page and the frame around them, in both languages."""

import json

import pytest
from django.db import transaction

from cms.delivery.models import DeliveredItem
from home.models import SupportPage
from tests.factories import add_page, translate
from tests.home.content import add_standard_page, make_menu, make_organisation

BODY = [{"type": "paragraph", "value": "<p>Nội dung trang.</p>"}]


@pytest.fixture
def about(site):
    return add_standard_page(site.home, "Giới thiệu", summary="Chúng tôi là ai.", body=BODY)


def test_a_standing_page_shows_its_text_and_the_pages_below_it(about, client):
    add_standard_page(about, "Lịch sử")
    add_standard_page(about, "Cơ cấu").unpublish()
    response = client.get(about.get_url())
    content = response.content.decode()
    assert "Nội dung trang." in content
    assert "Chúng tôi là ai." in content
    assert [card.title for card in response.context["cards"]] == ["Lịch sử"]


def test_pages_may_be_as_deep_as_one_likes(about, client):
    page = about
    with transaction.atomic():
        for depth in range(4):
            page = add_standard_page(page, f"Tầng {depth}")
    assert client.get(page.get_url()).status_code == 200


def test_breadcrumbs_lead_from_home_to_the_page_and_name_foreign_titles(site, about, client):
    child = add_standard_page(about, "Lịch sử")
    crumbs = client.get(child.get_url()).context["breadcrumbs"]
    assert [(crumb["title"], crumb["url"], crumb["lang"]) for crumb in crumbs] == [
        (site.home.title, "/", ""),
        ("Giới thiệu", "/gioi-thieu/", ""),
        ("Lịch sử", "/gioi-thieu/lich-su/", ""),
    ]
    english = child.get_translation(site.home_en.locale)
    crumbs = client.get(english.get_url()).context["breadcrumbs"]
    assert [crumb["lang"] for crumb in crumbs] == ["", "vi", "vi"]


def test_an_untranslated_page_is_shown_with_its_children_in_the_other_tree(site, about, client):
    add_standard_page(about, "Lịch sử")
    response = client.get(about.get_translation(site.home_en.locale).get_url())
    assert response.status_code == 200
    assert "Nội dung trang." in response.content.decode()
    assert [(card.url, card.lang) for card in response.context["cards"]] == [("/en/gioi-thieu/lich-su/", "vi")]


def test_the_support_page_puts_the_telephone_first_and_nothing_that_is_unknown(site, client):
    page = add_page(site.home, SupportPage, title="Hỗ trợ", introduction="Nói với công đoàn.", body=BODY)
    make_organisation(telephone="0203 3835 221")
    content = client.get(page.get_url()).content.decode()
    assert 'href="tel:02033835221"' in content
    assert "mailto:" not in content


def test_every_page_has_its_frame_in_its_language(site, about, client):
    make_organisation()
    make_menu(about)
    translate(about, site.home_en, title="About us", slug="about-us")
    response = client.get("/en/about-us/")
    context = response.context
    assert (context["home_url"], context["search_url"]) == ("/en/", "/en/search/")
    assert context["language_switch"]["url"] == "/gioi-thieu/"
    assert [entry.title for entry in context["main_menu"]] == ["About us"]
    assert {link["hreflang"] for link in context["alternates"]} == {"vi", "en", "x-default"}
    assert str(context["canonical_url"]).endswith("/en/about-us/")
    assert '<link rel="canonical" href="' in response.content.decode()


def test_an_unknown_address_has_the_frame_too(site, about, client):
    make_menu(about)
    response = client.get("/en/nothing/")
    assert response.status_code == 404
    assert "Giới thiệu" in response.content.decode()


def test_the_admin_and_the_api_cost_nothing_of_the_frame(rf, django_assert_num_queries, db):
    from home.context_processors import site_frame

    with django_assert_num_queries(0):
        assert site_frame(rf.get("/admin/pages/")) == {}
        assert site_frame(rf.get("/api/v2/pages/")) == {}
        site_frame(rf.get("/"))


def test_its_document_has_body_and_summary(about):
    row = DeliveredItem.objects.get(type="home.StandardPage", object_id=about.pk)
    document = json.loads(row.document)
    assert document["summary"] == "Chúng tôi là ai."
    assert document["body"][0]["value"] == {"html": "<p>Nội dung trang.</p>"}
    assert document["cover"] is None
