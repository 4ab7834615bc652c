"""`fallback=vi`: what has no English yet, in Vietnamese, as what it is."""

import pytest

from tests.factories import translate

pytestmark = pytest.mark.django_db


def test_what_is_not_translated_stands_in_with_its_own_identity(articles, get):
    body = get("articles/", locale="en", fallback="vi").json()
    english, source = articles.english, articles.articles
    assert body["meta"]["total_count"] == 5
    assert {item["id"] for item in body["items"]} == {page.pk for page in (*english, *source[2:])}
    for item in body["items"]:
        is_source = item["meta"]["locale"] == "vi"
        assert item["meta"].get("is_fallback", False) == is_source
        page = next(page for page in (*english, *source) if page.pk == item["id"])
        assert item["meta"]["uuid"] == str(page.translation_key)
    assert len({item["meta"]["uuid"] for item in body["items"]}) == 5


def test_a_translation_takes_the_place_of_what_stood_in(articles, get):
    english = translate(articles.articles[2], articles.stream_en, title="The grassroots union", slug="grassroots")
    ids = [item["id"] for item in get("articles/", locale="en", fallback="vi").json()["items"]]
    assert english.pk in ids
    assert articles.articles[2].pk not in ids
    english.unpublish()
    ids = [item["id"] for item in get("articles/", locale="en", fallback="vi").json()["items"]]
    assert articles.articles[2].pk in ids


def test_without_it_or_with_none_there_is_english_only(articles, get):
    assert get("articles/", locale="en").content == get("articles/", locale="en", fallback="none").content
    assert get("articles/", locale="en").json()["meta"]["total_count"] == 2
    assert get("articles/", locale="vi", fallback="vi").content == get("articles/", locale="vi").content


def test_it_is_said_whatever_fields_are_asked_and_the_page_has_no_one_language(articles, get):
    response = get("articles/", locale="en", fallback="vi", fields="_,title", id=articles.articles[2].pk)
    assert response.json()["items"] == [{"meta": {"is_fallback": True}, "title": "Công đoàn cơ sở"}]
    assert "Content-Language" not in response
    for fields in ("_", "_,slug", "*", "-title"):
        items = get("articles/", locale="en", fallback="vi", fields=fields).json()["items"]
        assert [item.get("meta", {}).get("is_fallback", False) for item in items].count(True) == 3


def test_the_english_tree_holds_what_stands_in_in_it(articles, get):
    asked = {"locale": "en", "fallback": "vi", "type": "articles.ArticlePage"}
    for name, page in (("child_of", articles.stream_en), ("descendant_of", articles.home_en)):
        assert get("pages/", **{name: page.pk}, **asked).json()["meta"]["total_count"] == 5
    assert get("pages/", child_of=articles.stream_en.pk).json()["meta"]["total_count"] == 2


def test_filters_and_cursors_work_across_both_languages(articles, get):
    category = str(articles.category.translation_key)
    assert get("articles/", locale="en", fallback="vi", category=category).json()["meta"]["total_count"] == 3
    seen, cursor = [], ""
    while cursor is not None:
        body = get("articles/", locale="en", fallback="vi", limit=2, cursor=cursor).json()
        seen += [item["id"] for item in body["items"]]
        cursor = body["meta"]["next"].partition("cursor=")[2] if "next" in body["meta"] else None
    assert len(seen) == len(set(seen)) == 5


def test_it_needs_a_language_and_knows_two_values(articles, get):
    assert get("articles/", fallback="vi").json()["parameter"] == "fallback"
    assert get("articles/", locale="en", fallback="en").json()["parameter"] == "fallback"
    assert get("images/", fallback="vi").json()["parameter"] == "fallback"
