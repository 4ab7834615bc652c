"""Menus speak the reader's language, and say of each title which language it is in where it is another."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.test import RequestFactory

from cms.delivery.models import DeliveredItem
from home.menus.menu_entries import menu_entries
from home.models import Menu, MenuItem
from tests.factories import publish, translate
from tests.home.content import add_standard_page, locale, make_menu, translate_snippet


@pytest.fixture
def about(site):
    return add_standard_page(site.home, "Giới thiệu")


@pytest.fixture
def help_page(site):
    return add_standard_page(site.home, "Hướng dẫn")


def main(language, path="/"):
    home = "/" if language == "vi" else f"/{language}/"
    return [entry.marked(path, home) for entry in menu_entries(language, RequestFactory().get(path)).get("main", [])]


def titles(entries):
    return [(entry.title, entry.url, entry.lang) for entry in entries]


def test_a_language_without_a_menu_shows_the_vietnamese_with_its_own_titles_where_it_has_them(site, about, help_page):
    make_menu(about, help_page)
    translate(about, site.home_en, title="About us", slug="about-us")
    assert titles(main("vi")) == [("Giới thiệu", "/gioi-thieu/", ""), ("Hướng dẫn", "/huong-dan/", "")]
    assert titles(main("en")) == [("About us", "/en/about-us/", ""), ("Hướng dẫn", "/en/huong-dan/", "vi")]


def test_a_draft_menu_is_no_menu(about, help_page):
    make_menu(about)
    english = make_menu(help_page, language="en")
    assert len(main("en")) == 1
    english.unpublish()
    assert [entry.title for entry in main("en")] == ["Giới thiệu"]


def test_a_language_with_a_menu_of_its_own_shows_that(site, about, help_page):
    make_menu(about, help_page)
    menu = make_menu(MenuItem(page=about, title="Who we are"), language="en")
    assert titles(main("en")) == [("Who we are", "/en/gioi-thieu/", "")]
    assert menu.locale.language_code == "en"


def test_a_title_of_the_menu_stands_for_the_page_s_own_in_its_language_only(site, about):
    make_menu(MenuItem(page=about, title="Chúng tôi"))
    assert titles(main("vi")) == [("Chúng tôi", "/gioi-thieu/", "")]
    assert titles(main("en")) == [("Chúng tôi", "/en/gioi-thieu/", "vi")]
    translate(about, site.home_en, title="About us", slug="about-us")
    assert titles(main("en")) == [("About us", "/en/about-us/", "")]


def test_an_item_whose_page_is_not_live_is_left_out(about, help_page):
    make_menu(about, help_page)
    help_page.unpublish()
    assert [entry.title for entry in main("vi")] == ["Giới thiệu"]


def test_pages_below_are_shown_when_asked_for_and_marked_for_menus(about):
    make_menu(MenuItem(page=about, show_children=True))
    add_standard_page(about, "Lịch sử", show_in_menus=True)
    add_standard_page(about, "Không hiện")
    assert titles(main("vi")[0].children) == [("Lịch sử", "/gioi-thieu/lich-su/", "")]


def test_the_section_one_is_in_is_current(site, about, help_page):
    make_menu(about, help_page, MenuItem(url="/", title="Trang chủ"))
    child = add_standard_page(about, "Lịch sử")
    assert [entry.is_current for entry in main("vi", child.get_url())] == [True, False, False]
    assert [entry.is_current for entry in main("vi", "/")] == [False, False, True]


def test_menus_cost_the_same_with_three_items_and_with_fifteen(site, django_assert_max_num_queries):
    with transaction.atomic():
        pages = [add_standard_page(site.home, f"Trang {number}") for number in range(15)]
    make_menu(*[MenuItem(page=page, show_children=True) for page in pages])
    main("en")
    with django_assert_max_num_queries(4):
        assert len(main("en")) == 15


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({}, "page"),
        ({"url": "https://example.vn/"}, "title"),
        ({"url": "javascript:alert(1)", "title": "Không"}, "url"),
        ({"url": "//example.vn/", "title": "Không"}, "url"),
    ],
)
def test_an_item_that_leads_nowhere_is_refused(site, values, field):
    menu = Menu(place="main", locale=locale("vi"))
    item = MenuItem(menu=menu, locale=locale("vi"), **values)
    with pytest.raises(ValidationError) as error:
        item.full_clean(exclude=["menu"])
    assert field in error.value.message_dict


def test_there_is_one_menu_a_place_and_language(about):
    make_menu(about)
    with pytest.raises(ValidationError) as error:
        Menu(place="main", locale=locale("vi")).full_clean()
    assert "place" in error.value.message_dict
    Menu(place="main", locale=locale("en")).full_clean()


def test_its_document_follows_the_titles_of_its_pages(about):
    menu = make_menu(MenuItem(page=about, show_children=True))
    english = translate_snippet(menu)
    about.title = "Về chúng tôi"
    publish(about)
    child = add_standard_page(about, "Lịch sử", show_in_menus=True)

    def items(instance):
        row = DeliveredItem.objects.get(type="home.Menu", object_id=instance.pk)
        return json.loads(row.document)["items"]

    assert items(menu)[0]["title"] == "Về chúng tôi"
    assert items(menu)[0]["url"].endswith("/gioi-thieu/")
    assert [entry["uuid"] for entry in items(menu)[0]["children"]] == [str(child.translation_key)]
    assert items(english)[0]["lang"] == "vi"
