"""From an address of the website to what is there, was there, or moved."""

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from tests.factories import add_article, publish

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.mark.parametrize(
    ("url", "title"),
    [
        ("/", "Công đoàn Quảng Ninh"),
        ("http://localhost/en/", "Quangninh Federation of Labour"),
        ("/en/news/light/", "Light on the night shift"),
        ("http://localhost/en/news/light", "Light on the night shift"),
        ("https://localhost/en/news/light/?utm=1#top", "Light on the night shift"),
        ("//localhost/tin-hoat-dong/doi-thoai/", "Đối thoại"),
        ("tin-hoat-dong/doi-thoai", "Đối thoại"),
    ],
)
def test_an_address_whole_or_its_path_gives_identity_and_addresses(articles, get, url, title):
    response = get("resolve/", url=url)
    assert response.status_code == 200, response.content
    body = response.json()
    assert body["title"] == title
    assert set(body["meta"]) == {"type", "detail_url", "html_url", "uuid", "locale"}
    assert get(body["meta"]["detail_url"].partition("/api/v2/")[2]).json()["title"] == title
    assert response["Content-Language"] == body["meta"]["locale"]


def test_a_moved_address_leads_on(articles, client, get):
    article = articles.articles[3]
    article.slug = "doi-thoai-tai-noi-lam-viec"
    publish(article)
    Redirect.add_redirect("/tin-hoat-dong/doi-thoai/", article)
    response = get("resolve/", url="http://localhost/tin-hoat-dong/doi-thoai/")
    assert response.status_code == 301
    assert response.json() == {"moved_to": "http://localhost/tin-hoat-dong/doi-thoai-tai-noi-lam-viec/"}
    followed = client.get(response["Location"])
    assert (followed.status_code, followed.json()["id"]) == (200, article.pk)


def test_a_redirect_elsewhere_or_for_a_while_is_told_as_such(articles, get):
    Redirect.add_redirect("/thi-dua/", "https://congdoan.example/thi-dua", is_permanent=False)
    response = get("resolve/", url="/thi-dua/")
    assert (response.status_code, response["Location"]) == (302, "https://congdoan.example/thi-dua")


def test_what_was_withdrawn_is_gone_with_its_reason(articles, get):
    unpublished, deleted, restricted = (add_article(articles.stream, title=f"Bài {n}") for n in range(3))
    addresses = {page.full_url: reason for page, reason in (
        (unpublished, "unpublished"), (deleted, "deleted"), (restricted, "restricted")
    )}  # fmt: skip
    unpublished.unpublish()
    deleted.delete()
    PageViewRestriction.objects.create(page=restricted, restriction_type=PageViewRestriction.LOGIN)
    for address, reason in addresses.items():
        response = get("resolve/", url=address, lang="en")
        assert response.status_code == 410, address
        problem = response.json()
        assert (problem["reason"], problem["parameter"]) == (reason, "url")
        assert problem["detail"].endswith(reason)


def test_what_comes_back_or_follows_at_an_address_is_found_again(articles, get):
    article = add_article(articles.stream, title="Đi rồi về")
    address = article.full_url
    article.unpublish()
    assert get("resolve/", url=address).status_code == 410
    publish(article)
    assert get("resolve/", url=address).json()["id"] == article.pk
    article.delete()
    successor = add_article(articles.stream, title="Đi rồi về")
    assert successor.full_url == address
    assert get("resolve/", url=address).json()["id"] == successor.pk


def test_what_is_not_for_this_reader_was_never_there(articles, get):
    partners = add_article(articles.stream, title="Cho đối tác", syndication="partners")
    html_only = add_article(articles.stream, title="Chỉ trên trang web", syndication="none")
    draft = articles.stream.add_child(instance=type(articles.articles[0])(title="Nháp", lead="x", live=False))
    for page in (partners, html_only, draft):
        assert get("resolve/", url=page.get_full_url()).status_code == 404, page.title
    partners.unpublish()
    assert get("resolve/", url=partners.get_full_url()).status_code == 404
    for url in ("/nowhere/", "/en/nowhere/", "http://elsewhere.example/", "/en/news/em-be-o-khu-tro/"):
        assert get("resolve/", url=url).status_code == 404, url


def test_what_is_no_address_is_refused_by_name(articles, get):
    for url in ("", " ", "ftp://localhost/", "mailto:a@b.vn", "http://[", "http://localhost:x/", "/" + "a" * 2100):
        response = get("resolve/", url=url)
        assert (response.status_code, response.json()["parameter"]) == (400, "url"), url
    assert get("resolve/").status_code == 400
