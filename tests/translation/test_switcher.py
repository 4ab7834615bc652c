"""The switch keeps the page or says where it leads; hreflang is reciprocal; every text has one canonical address."""

import pytest
from django.test import RequestFactory
from django.utils import translation
from wagtail.models import Page, PageViewRestriction

from cms.translation.switcher import alternates, canonical_url, language_switch
from tests.factories import add_article, add_stream, publish, translate


@pytest.fixture
def stream(site):
    stream = add_stream(site.home)
    site.stream_en = translate(stream, site.home_en, title="News", slug="news")
    return stream


@pytest.fixture
def article(stream):
    return add_article(stream, title="Đối thoại")


def fresh(page):
    """Return the page as a request finds it: nothing of it is loaded or kept."""
    return Page.objects.select_related("locale").get(pk=page.pk).specific


def english(page):
    return page.get_translations().get(locale__language_code="en")


def switch(page, path="/"):
    request = RequestFactory().get(path)
    with translation.override("en" if path.startswith("/en/") else "vi"):
        return language_switch(request, fresh(page) if page else None)


def test_the_switch_keeps_a_translated_page(site, article):
    translated = translate(article, site.stream_en, title="Dialogue", slug="dialogue")
    assert switch(article) == {
        "url": "/en/news/dialogue/",
        "lang": "en",
        "label": "English",
        "is_exact": True,
        "is_fallback": False,
        "notice": "",
    }
    assert switch(translated, "/en/news/dialogue/")["url"] == article.get_url()
    assert switch(translated, "/en/news/dialogue/")["label"] == "Tiếng Việt"


def test_the_switch_keeps_an_untranslated_page_and_knows_it_is_one(article):
    result = switch(article)
    assert (result["url"], result["is_exact"], result["is_fallback"]) == ("/en/news/doi-thoai/", True, True)
    back = switch(english(article), "/en/news/doi-thoai/")
    assert (back["url"], back["is_exact"], back["is_fallback"]) == (article.get_url(), True, False)


def test_without_a_page_the_switch_leads_to_the_nearest_translated_ancestor_and_says_so(article):
    english(article).delete()
    result = switch(article)
    assert (result["url"], result["is_exact"]) == ("/en/news/", False)
    assert "“News”" in result["notice"]


def test_an_untranslated_section_is_passed_over(site):
    stream = add_stream(site.home, title="Chưa dịch")
    article = add_article(stream)
    english(article).delete()
    assert switch(article)["url"] == "/en/"


def test_an_english_page_leads_to_its_section_in_vietnamese(site, stream):
    only_english = add_article(site.stream_en, title="For foreign partners")
    result = switch(only_english, "/en/news/")
    assert (result["url"], result["is_exact"]) == ("/tin-hoat-dong/", False)
    assert "“Tin hoạt động”" in result["notice"]


def test_a_withdrawn_translation_is_not_offered(site, article):
    translated = translate(article, site.stream_en, title="Dialogue", slug="dialogue")
    translated.unpublish()
    assert switch(article)["url"] == "/en/news/"
    assert alternates(fresh(article)) == []


def test_where_there_is_no_page_the_switch_leads_home(site):
    assert switch(None, "/khong-co/")["url"] == "/en/"
    assert switch(None, "/en/nothing/")["url"] == "/"


def test_alternates_are_the_same_from_both_pages(site, article):
    translated = translate(article, site.stream_en, title="Dialogue", slug="dialogue")
    links = alternates(fresh(article))
    assert links == alternates(fresh(translated))
    assert {link["hreflang"]: link["href"] for link in links} == {
        "vi": article.full_url,
        "en": translated.full_url,
        "x-default": article.full_url,
    }


def test_an_untranslated_page_has_no_alternates_and_the_sources_address(article):
    alias = english(article)
    assert alternates(fresh(alias)) == alternates(fresh(article)) == []
    assert canonical_url(fresh(alias)) == canonical_url(fresh(article)) == article.full_url


def test_a_restricted_translation_is_no_alternate(site, article):
    translate(article, site.stream_en, title="Dialogue", slug="dialogue")
    PageViewRestriction.objects.create(page=site.stream_en, restriction_type=PageViewRestriction.LOGIN)
    assert alternates(fresh(article)) == []
    assert switch(article)["url"] == "/en/"


def test_a_text_first_published_elsewhere_names_that_address(article):
    article.canonical_source_url = "https://laodong.example/bai/"
    assert canonical_url(publish(article)) == "https://laodong.example/bai/"


def test_each_page_of_a_list_is_its_own(stream):
    assert canonical_url(fresh(stream), 2) == f"{stream.full_url}?page=2"


def test_all_three_together_cost_at_most_three_queries(site, article, django_assert_max_num_queries):
    translate(article, site.stream_en, title="Dialogue", slug="dialogue")
    for page in (article, english(add_article(article.get_parent().specific, title="Khác")), site.home):
        page = fresh(page)
        with translation.override(page.locale.language_code), django_assert_max_num_queries(3):
            language_switch(RequestFactory().get("/"), page)
            alternates(page)
            canonical_url(page)
