"""What stands in for a private section in another language is as private, and so is all below it; nothing else is."""

import pytest
from wagtail.models import Page, PageViewRestriction

from cms.core.known_tree import KnownTree
from cms.core.restrictions import is_restricted
from cms.delivery.models import DeliveredItem, Reason
from cms.translation.trees import take_over
from tests.factories import add_article, add_stream, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def translated(site):
    """Give a translated article below what stands in for its section."""
    article = add_article(add_stream(site.home))
    there = take_over(article.get_translation(site.home_en.locale))
    there.title = "An article"
    there.save()
    publish(there)
    assert there.get_parent().alias_of_id == article.get_parent().pk
    return article, there


def row_of(page) -> DeliveredItem:
    return DeliveredItem.objects.get(type=page._meta.label, object_id=page.pk)


def answers(page, client) -> tuple[bool, bool, bool]:
    """Return whether it is private to the website, to lists, and to who knows the tree."""
    page = Page.objects.get(pk=page.pk).specific
    with KnownTree() as tree:
        known = tree.is_restricted(page)
    in_lists = Page.objects.filter(is_restricted(), pk=page.pk).exists()
    return client.get(page.url).status_code != 200, in_lists, known


def test_a_private_section_is_private_in_every_language(translated, client):
    article, there = translated
    assert row_of(there).is_live
    restriction = PageViewRestriction.objects.create(
        page=article.get_parent(), restriction_type=PageViewRestriction.LOGIN
    )
    for page in (article, there):
        assert not row_of(page).is_live
        assert row_of(page).reason == Reason.RESTRICTED
        assert answers(page, client) == (True, True, True)
    restriction.delete()
    for page in (article, there):
        assert row_of(page).is_live
        assert answers(page, client) == (False, False, False)


def test_a_restriction_that_stayed_with_a_stand_in_hides_nothing(site, client):
    article = add_article(add_stream(site.home))
    stand_in = article.get_translation(site.home_en.locale)
    # Wagtail copies it when it makes an alias, and leaves it there when the source's goes.
    PageViewRestriction.objects.create(page=stand_in, restriction_type=PageViewRestriction.LOGIN)
    assert answers(stand_in, client) == (False, False, False)
    PageViewRestriction.objects.create(page=article, restriction_type=PageViewRestriction.LOGIN)
    assert answers(stand_in, client) == (True, True, True)
    # Now it has a text of its own, and what it was given counts.
    there = take_over(stand_in)
    there.save()
    publish(there)
    assert answers(there, client) == (True, True, True)
    assert not DeliveredItem.objects.filter(object_id=there.pk, type=there._meta.label, is_live=True).exists()
