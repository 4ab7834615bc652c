"""Lists: narrowing, ordering, paging."""

import pytest

pytestmark = pytest.mark.django_db


def ids(response):
    assert response.status_code == 200, response.content
    return [item["id"] for item in response.json()["items"]]


def pks(*pages):
    return [page.pk for page in pages]


def test_articles_come_newest_first_in_both_languages(articles, get):
    assert ids(get("articles/", locale="vi")) == pks(*reversed(articles.articles))
    assert set(ids(get("articles/", locale="en"))) == set(pks(*articles.english))


def test_the_whole_list_has_default_fields_and_the_total(articles, get):
    body = get("articles/", limit=2, offset=1).json()
    assert body["meta"] == {"total_count": 7}
    assert len(body["items"]) == 2
    assert list(body["items"][0]) == ["id", "meta", "title", "lead", "date", "category", "cover"]
    assert "parent" not in body["items"][0]["meta"]


def test_titles_are_ordered_as_vietnamese_orders_them(articles, get):
    # "Đ" comes between D and E, "Á" with A: not after Z, where bytes would put them.
    assert ids(get("articles/", locale="vi", order="title")) == pks(*articles.articles)
    assert ids(get("articles/", locale="vi", order="-title")) == pks(*reversed(articles.articles))


def test_several_fields_order_together(articles, get):
    ordered = ids(get("articles/", order="locale,-id"))
    assert ordered == pks(*reversed(articles.english), *reversed(articles.articles))


def test_a_random_order_gives_all_and_is_kept_by_nobody(articles, get):
    response = get("articles/", order="random", locale="vi")
    assert sorted(ids(response)) == sorted(pks(*articles.articles))
    assert response["Cache-Control"] == "no-store"


def test_a_page_beyond_the_end_is_empty_and_knows_the_total(articles, get):
    assert get("articles/", offset=100).json() == {"meta": {"total_count": 7}, "items": []}
    assert get("articles/", limit=0).json() == {"meta": {"total_count": 7}, "items": []}


def test_category_and_stream_are_named_by_uuid_in_any_language(articles, get):
    category = str(articles.category.translation_key)
    assert set(ids(get("articles/", category=category, locale="vi"))) == set(pks(*articles.articles[:3]))
    assert len(ids(get("articles/", category=category))) == 5
    stream = str(articles.stream.translation_key)
    assert len(ids(get("articles/", stream=stream))) == 7
    assert ids(get("articles/", stream=category)) == []


def test_any_column_is_an_exact_filter(articles, get):
    assert ids(get("articles/", slug="light")) == pks(articles.english[0])
    assert ids(get("articles/", title="Đối thoại")) == pks(articles.articles[3])
    assert ids(get("articles/", is_featured="true")) == []
    assert ids(get("pages/", uuid=str(articles.articles[2].translation_key))) == pks(articles.articles[2])


def test_moments_narrow_from_one_on_and_up_to_another(articles, get):
    moments = get("articles/", fields="_,first_published_at", order="first_published_at").json()["items"]
    third = moments[2]["meta"]["first_published_at"]
    assert len(ids(get("articles/", published_after=third))) == 5
    assert len(ids(get("articles/", published_before=third))) == 2
    assert len(ids(get("articles/", published_after=third, published_before=third))) == 0
    assert len(ids(get("articles/", updated_after="2020-01-01"))) == 7
    # PostgreSQL itself takes no offset of 16 hours or more, the contract does.
    assert len(ids(get("articles/", updated_after="2020-01-01T07:00:00+23:42"))) == 7
    assert len(ids(get("articles/", published_before="1000-01-01"))) == 0


def test_the_tree_is_followed(articles, get):
    stream, first = articles.stream, articles.articles[0]
    assert ids(get("pages/", child_of=stream.pk)) == pks(*articles.articles)
    assert ids(get("pages/", child_of="root")) == pks(stream)
    assert ids(get("pages/", ancestor_of=first.pk)) == pks(articles.home, stream)
    assert set(ids(get("pages/", descendant_of="root"))) == {stream.pk, *pks(*articles.articles)}
    assert ids(get("pages/", descendant_of=articles.home_en.pk, type="articles.ArticlePage")) == pks(*articles.english)


def test_translations_are_found_by_id_and_by_uuid(articles, get):
    first, english = articles.articles[0], articles.english[0]
    assert ids(get("articles/", translation_of=first.pk)) == pks(english)
    assert ids(get("articles/", translation_of=english.pk)) == pks(first)
    assert set(ids(get("articles/", translation_of=str(first.translation_key)))) == {first.pk, english.pk}
    assert ids(get("pages/", translation_of="root")) == pks(articles.home_en)


def test_one_type_brings_its_own_fields_and_filters_to_pages(articles, get):
    query = {"type": "articles.ArticlePage", "category": str(articles.category.translation_key), "fields": "lead"}
    assert len(ids(get("pages/", **query))) == 5
    assert get("pages/", fields="lead").status_code == 400
    assert get("pages/", category=query["category"]).status_code == 400
    both = get("pages/", type="articles.ArticleStreamPage,home.HomePage").json()
    assert {item["meta"]["type"] for item in both["items"]} == {"articles.ArticleStreamPage", "home.HomePage"}


def test_pages_of_a_site_are_found_by_its_host(articles, get):
    total = get("pages/").json()["meta"]["total_count"]
    assert get("pages/", site="localhost").json()["meta"]["total_count"] == total
    assert get("pages/", site="localhost:80").json()["meta"]["total_count"] == total


def test_a_types_own_dates_narrow_a_list_too(articles, get):
    dates = [item["date"] for item in get("articles/", order="date").json()["items"]]
    assert len(ids(get("articles/", date_after=dates[2]))) == 5
    assert len(ids(get("articles/", date_before=dates[2]))) == 2
    assert get("articles/", date_after="soon").json()["parameter"] == "date_after"
    assert get("pages/", date_after="2026-01-01").json()["parameter"] == "date_after"
