"""A moved subtree of any size leaves redirects behind, and no two for one address."""

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.redirects.signal_handlers import BatchRedirectCreator
from wagtail.models import Site

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
