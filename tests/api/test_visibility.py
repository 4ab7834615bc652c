"""What must not be shown is on no list, at no address, in no total, under no parameter."""

import pytest
from wagtail.models import Page

from tests.api.content import hide_one_of_each_kind

pytestmark = [pytest.mark.django_db, pytest.mark.indexed]


@pytest.fixture
def hidden(articles):
    return hide_one_of_each_kind(articles.stream)


def test_hidden_articles_are_nowhere(articles, hidden, get):
    shown = {page.pk for page in (*articles.articles, *articles.english)}
    body = get("articles/").json()
    assert {item["id"] for item in body["items"]} == shown
    assert body["meta"]["total_count"] == len(shown)
    for page in vars(hidden).values():
        for address in (f"articles/{page.pk}/", f"pages/{page.pk}/"):
            assert get(address).status_code == 404, page.title
        assert get("articles/", id=page.pk).json()["items"] == []
        assert get("articles/", title=page.title).json()["items"] == []
        assert get("articles/", search=page.title).json()["meta"]["total_count"] == 0
        assert get("articles/", uuid=str(page.translation_key)).json()["items"] == []
        assert get("pages/find/", id=page.pk).status_code == 404
        assert get("pages/find/", html_path=page.url or "/x/").status_code == 404


def test_a_private_or_withdrawn_page_cannot_be_named_in_the_tree(articles, hidden, get):
    for page in (hidden.draft, hidden.restricted):
        for parameter in ("child_of", "descendant_of", "ancestor_of", "translation_of"):
            assert get("pages/", **{parameter: page.pk}).status_code == 400, parameter


def test_no_alias_poses_as_a_translation(articles, get):
    aliases = Page.objects.filter(alias_of__isnull=False)
    body = get("pages/", locale="en", limit=100).json()
    assert not {item["id"] for item in body["items"]} & set(aliases.values_list("pk", flat=True))
    for alias in aliases:
        assert get(f"pages/{alias.pk}/").status_code == 404
    untranslated = get(f"articles/{articles.articles[4].pk}/").json()
    assert untranslated["meta"]["translations"] == []


def test_a_restriction_on_the_section_hides_what_is_below(articles, get):
    from wagtail.models import PageViewRestriction

    PageViewRestriction.objects.create(page=articles.stream, restriction_type=PageViewRestriction.LOGIN)
    assert {item["meta"]["locale"] for item in get("articles/").json()["items"]} == {"en"}
    assert get("pages/", child_of=articles.stream.pk).status_code == 400
