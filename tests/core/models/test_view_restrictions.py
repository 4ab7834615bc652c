"""A page is as private as Wagtail says, asked in one query."""

import pytest
from wagtail.models import Page, PageViewRestriction

from cms.core.models import BasePage
from home.models import StandardPage
from tests.factories import add_page, add_stream


@pytest.fixture
def tree(site):
    """Pages by name: `top` > `middle` > `leaf` in Vietnamese, `other` beside them, and their English aliases."""
    pages = {"top": add_page(site.home, StandardPage, title="Trên")}
    pages["middle"] = add_page(pages["top"], StandardPage, title="Giữa")
    pages["leaf"] = add_page(pages["middle"], StandardPage, title="Dưới")
    pages["other"] = add_stream(site.home)
    for name, page in list(pages.items()):
        alias = Page.objects.get(alias_of=page).specific
        pages[f"{name} alias"] = alias
    copy = pages["other alias"].create_alias(parent=pages["middle"], update_slug="ban-sao")
    pages["alias of an alias"] = copy.specific
    return pages


@pytest.mark.parametrize("restricted", ["top", "middle", "leaf", "other"])
def test_every_page_has_the_restrictions_wagtail_finds(tree, restricted, django_assert_num_queries):
    restriction = PageViewRestriction.objects.create(
        page=tree[restricted].page_ptr, restriction_type=PageViewRestriction.LOGIN
    )
    private = set()
    for name, page in tree.items():
        assert isinstance(page, BasePage)
        with django_assert_num_queries(1):
            found = set(page.get_view_restrictions())
        assert found == set(Page.get_view_restrictions(page)), name
        if restriction in found:
            private.add(name)
    below = {"top": {"top", "middle", "leaf"}, "middle": {"middle", "leaf"}, "leaf": {"leaf"}, "other": {"other"}}[
        restricted
    ]
    expected = {f"{name}{suffix}" for name in below for suffix in ("", " alias")}
    if restricted != "leaf":
        expected.add("alias of an alias")
    assert private == expected


def test_a_public_page_has_none(tree):
    assert not any(page.get_view_restrictions().exists() for page in tree.values())
