"""A moved subtree of any size leaves redirects behind, and no two for one address."""

import pytest
from django.test import TestCase
from wagtail.contrib.redirects import signal_handlers
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.redirects.signal_handlers import BatchRedirectCreator
from wagtail.models import Site

from cms.delivery.redirects import _create_each, create_redirects
from tests.factories import add_article, add_stream, publish

MANY = 1500

pytestmark = pytest.mark.django_db


def add_redirects(site: Site, target: str) -> None:
    batch = BatchRedirectCreator(max_size=2000, ignore_conflicts=True)
    for number in range(MANY):
        batch.add(site=site, old_path=f"/bai-{number}", redirect_link=target, automatically_created=True)
    batch.process()


def test_more_of_them_than_sqlite_takes_conditions_replace_those_before_them():
    site = Site.objects.get(is_default_site=True)
    kept = Redirect.objects.create(site=None, old_path="/bai-1", redirect_link="/cua-moi-trang/")
    made = Redirect.objects.create(site=site, old_path="/bai-khac", redirect_link="/khac/", automatically_created=True)
    add_redirects(site, "/truoc/")
    add_redirects(site, "/sau/")
    others = Redirect.objects.exclude(pk__in=[kept.pk, made.pk])
    assert list(others.values_list("redirect_link", flat=True).distinct()) == ["/sau/"]
    assert others.count() == MANY
    assert Redirect.objects.filter(pk__in=[kept.pk, made.pk]).count() == 2


def made_by(create, *arguments) -> list[tuple]:
    """Return what these make, and leave nothing of it: (site, old address, page, route)."""
    create(*arguments)
    made = Redirect.objects.filter(automatically_created=True)
    told = sorted(made.values_list("site_id", "old_path", "redirect_page_id", "redirect_page_route_path"))
    made.delete()
    return told


@pytest.mark.parametrize("change", ["moved", "renamed", "moved with a site below"])
def test_they_are_the_ones_that_wagtail_makes_page_by_page(site, change, monkeypatch):
    section, other = add_stream(site.home, slug="tin"), add_stream(site.home, title="Kho", slug="kho")
    below = add_stream(section, title="Tin mỏ", slug="mo")
    for parent in (section, below):
        add_article(parent, title="Ca ba", slug="ca-ba")
    add_article(below, title="Đã gỡ", slug="da-go").unpublish()
    if change.endswith("below"):
        Site.objects.create(hostname="mo.example", root_page=below)
    made = []

    def note(*arguments, **names):
        made.append([made_by(create, *arguments, *names.values()) for create in (_create_each, create_redirects)])

    monkeypatch.setattr(signal_handlers, "create_redirects", note)
    if change == "renamed":
        section.slug = "tin-cu"
        with TestCase.captureOnCommitCallbacks(execute=True):
            publish(section)
    else:
        section.move(other, "last-child")
    # One for each tree: aliases in the other language are moved along.
    assert len(made) == (1 if change == "renamed" else 2)
    assert min(len(ours) for _wagtails, ours in made) >= 4
    assert all(ours == wagtails for wagtails, ours in made)
