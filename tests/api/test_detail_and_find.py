"""One item, and the ways to it."""

import pytest

pytestmark = pytest.mark.django_db


def test_a_detail_has_everything_and_fields_take_away(articles, get):
    article = articles.articles[0]
    detail = get(f"articles/{article.pk}/").json()
    assert detail["meta"]["parent"]["meta"]["detail_url"].endswith(f"/api/v2/streams/{articles.stream.pk}/")
    assert detail["body"] == []
    assert get(f"articles/{article.pk}/", fields="_,title,parent(_,title)").json() == {
        "meta": {"parent": {"title": "Tin hoạt động"}},
        "title": "Ánh sáng ca ba",
    }
    assert get(f"articles/{article.pk}/", fields="title").json() == detail


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/", "Công đoàn Quảng Ninh"),
        ("", "Công đoàn Quảng Ninh"),
        ("/en/", "Quangninh Federation of Labour"),
        ("/en", "Quangninh Federation of Labour"),
        ("/en/news/light/", "Light on the night shift"),
        ("/tin-hoat-dong/doi-thoai/", "Đối thoại"),
        ("tin-hoat-dong/doi-thoai", "Đối thoại"),
    ],
)
def test_a_page_is_found_by_its_path_in_both_languages(articles, client, path, title):
    response = client.get("/api/v2/pages/find/", {"html_path": path}, follow=True)
    assert response.redirect_chain[0][1] == 302
    assert response.json()["title"] == title


@pytest.mark.parametrize("path", ["/nowhere/", "/en/nowhere/", "/fr/", "/trang-chu/", "/en/news/doi-thoai/", "//x//"])
def test_a_path_that_leads_nowhere_is_not_found(articles, get, path):
    assert get("pages/find/", html_path=path).status_code == 404


def test_an_item_is_found_by_its_id_and_other_parameters_are_kept(articles, get):
    article = articles.articles[0]
    response = get("articles/find/", id=article.pk, fields="_,title")
    assert (response.status_code, response["Location"]) == (302, f"/api/v2/articles/{article.pk}/?fields=_%2Ctitle")
    assert get("articles/find/", id=articles.stream.pk).status_code == 404
    assert get("articles/find/").status_code == 404
    assert get("articles/find/", id="x").status_code == 400


def test_an_untranslated_page_is_not_found_at_its_english_path(articles, get):
    alias = articles.articles[4].get_translation_or_none(articles.home_en.locale)
    path = alias.url if alias else "/en/news/em-be-o-khu-tro/"
    assert get("pages/find/", html_path=path).status_code == 404
