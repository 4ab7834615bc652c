"""The admin asks the database as often at fifty thousand pages as where a list is just full."""

import os

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from articles.models import ArticlePage
from cms.operations.fill import ground as filled
from cms.operations.fill.articles import make_article
from cms.operations.fill.bulk_pages import add_pages
from cms.operations.fill.ground import prepare_ground
from cms.translation.states import items
from cms.translation.states.rows import differences, rebuild
from tests.operations.twins import add_twins

pytestmark = [pytest.mark.trial, pytest.mark.indexed]

# A list shows fifty rows.
FEW, MANY = 60, int(os.environ.get("TRIAL_PAGES", "50000"))


@pytest.fixture
def ground(site, monkeypatch):
    monkeypatch.setattr(filled, "PICTURES", 1)
    monkeypatch.setattr(filled, "PICTURE_SIZE", (320, 200))
    ground = prepare_ground(1)
    articles = [make_article(ground, 1, number, "vi") for number in range(FEW)]
    add_pages(ground.streams["vi"], articles)
    rebuild({items.key_of(article) for article in articles})
    return ground


def addresses(stream) -> list[str]:
    article = ArticlePage.objects.child_of(stream).order_by("path").first()
    return [
        reverse("wagtailadmin_home"),
        reverse("wagtailadmin_explore", args=[stream.pk]),
        reverse("wagtailadmin_explore", args=[stream.pk]) + "?ordering=title",
        reverse("wagtailadmin_explore", args=[stream.pk]) + "?ordering=-title&p=2",
        reverse("wagtailadmin_explore", args=[stream.pk]) + "?q=cong doan",
        reverse("wagtailadmin_pages:edit", args=[article.pk]),
        reverse("wagtailadmin_choose_page_child", args=[stream.pk]),
        reverse("translation_overview"),
        reverse("scheduled_work"),
        reverse("broken_links"),
    ]


def queries(client, address: str) -> list:
    """Return what one visit asks; what is only read once was read before."""
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return asked.captured_queries


def test_queries_are_as_many_for_many_pages_as_for_few(admin_client, ground):
    stream = ground.streams["vi"]
    few = {address: len(queries(admin_client, address)) for address in addresses(stream)}
    add_twins(stream, MANY - FEW)
    assert Page.objects.child_of(stream).count() == MANY
    twins = Page.objects.child_of(stream).order_by("-path").specific()[:FEW]
    assert not any(differences({items.key_of(page) for page in twins}))
    many = {address: len(queries(admin_client, address)) for address in addresses(stream)}
    assert many == few
