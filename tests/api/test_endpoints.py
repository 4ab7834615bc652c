"""Each endpoint gives what is published, in both languages, as a list and one by one."""

import pytest

from tests.api.content import WITH_LANGUAGES, WITHOUT_LANGUAGES

pytestmark = pytest.mark.django_db


def test_every_endpoint_lists_its_items_in_the_language_asked_for_and_leads_to_each(everything, get, client):
    for endpoint in WITH_LANGUAGES:
        for language in ("vi", "en"):
            item = everything.items[endpoint][language]
            body = get(f"{endpoint}/", locale=language).json()
            found = {listed["id"]: listed for listed in body["items"]}
            assert body["meta"]["total_count"] == len(body["items"]), endpoint
            assert item.pk in found, (endpoint, language)
            assert {listed["meta"]["locale"] for listed in body["items"]} == {language}, endpoint
            address = found[item.pk]["meta"]["detail_url"]
            detail = client.get(address.removeprefix("http://localhost")).json()
            assert detail["id"] == item.pk
            assert detail["meta"]["uuid"] == str(item.translation_key)
            assert all(detail[name] == value for name, value in found[item.pk].items() if name != "meta"), endpoint


def test_every_item_names_its_translations(everything, get):
    for endpoint in WITH_LANGUAGES:
        for language, other in (("vi", "en"), ("en", "vi")):
            pk = everything.items[endpoint][language].pk
            translations = get(f"{endpoint}/{pk}/").json()["meta"]["translations"]
            assert [one["locale"] for one in translations] == [other], (endpoint, language)
            assert translations[0]["id"] == everything.items[endpoint][other].pk


def test_images_and_documents_have_no_language(everything, get):
    for endpoint in WITHOUT_LANGUAGES:
        item = everything.items[endpoint][""]
        body = get(f"{endpoint}/").json()
        assert [listed["id"] for listed in body["items"]] == [item.pk]
        assert get(f"{endpoint}/{item.pk}/").json()["meta"]["uuid"] == str(item.uuid)
        assert get(f"{endpoint}/", locale="vi").status_code == 400


def test_the_index_names_every_endpoint_and_each_answers(everything, client):
    body = client.get("/api/v2/").json()
    others = {"locales", "changes", "resolve", "search", "statistics"}
    assert set(body["endpoints"]) == {*WITH_LANGUAGES, *WITHOUT_LANGUAGES, *others}
    # These two answer a question, and say so where there is none.
    asking = {body["endpoints"]["resolve"], body["endpoints"]["search"]}
    for address in (*body["endpoints"].values(), *body["meta"].values()):
        status = client.get(address.removeprefix("http://localhost")).status_code
        assert status == 200 or (status == 400 and address in asking), address


def test_pages_are_of_every_type(everything, get):
    types = {item["meta"]["type"] for item in get("pages/", limit=100).json()["items"]}
    assert {"home.HomePage", "articles.ArticlePage", "articles.LawDocumentPage", "media.VideoPage"} <= types


def test_an_item_of_another_endpoint_is_not_found(everything, get):
    article = everything.items["articles"]["vi"]
    assert get(f"streams/{article.pk}/").status_code == 404
    assert get(f"pages/{article.pk}/").content == get(f"articles/{article.pk}/").content


def test_locales_name_themselves_and_their_home_pages(everything, get):
    items = get("locales/").json()["items"]
    assert [(item["language_code"], item["name"], item["is_default"]) for item in items] == [
        ("vi", "Tiếng Việt", True),
        ("en", "English", False),
    ]
    assert items[1]["meta"]["html_url"] == "http://localhost/en/"
    assert get(f"locales/{items[1]['id']}/").json() == items[1]
    assert get("locales/9999/").status_code == 404


def test_the_endpoints_of_the_types_are_all_in_the_router(everything):
    from cms.api.router import ENDPOINTS
    from cms.delivery.registry import all_types

    assert {made.endpoint for made in all_types()} == {endpoint.name for endpoint in ENDPOINTS}


def test_a_picture_leaves_with_the_last_that_shows_it(everything, get):
    image = everything.items["images"][""]
    for endpoint in ("articles", "galleries"):
        for page in everything.items[endpoint].values():
            type(page).objects.get(pk=page.pk).unpublish()
    assert get("images/").json()["items"] == []
    assert get(f"images/{image.pk}/").status_code == 404
