"""Everything that changes what a reader sees moves the site's number, in the same transaction; nothing else does."""

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import transaction
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, CollectionViewRestriction, Locale, PageViewRestriction, Site

from articles.models import Category
from cms.caching.models import PurgeOrder, SiteVersion
from cms.caching.visible import is_visible
from cms.core.models import Syndication
from cms.delivery.models import DeliverySequence
from home.models import Link, Menu, StandardPage
from tests.factories import add_article, add_page, add_stream, make_image, publish

pytestmark = pytest.mark.django_db


def number() -> int:
    return SiteVersion.objects.get().value


@pytest.fixture
def page(site):
    return add_page(site.home, StandardPage, title="Giới thiệu")


@pytest.fixture
def withheld(page):
    """A page that is HTML only: no row of the store follows it."""
    page.syndication = Syndication.NONE
    return publish(page)


def restrict(page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def delete(page):
    page.delete()


def move_below_another(page):
    other = add_page(page.get_parent(), StandardPage, title="Khác")
    page.get_parent().specific.refresh_from_db()
    page.refresh_from_db()
    page.move(other, pos="left")


@pytest.mark.parametrize(
    "change",
    [publish, delete, restrict, move_below_another, lambda page: page.unpublish(), lambda page: page.save()],
    ids=["publish", "delete", "restrict", "move", "unpublish", "save"],
)
def test_a_page_that_is_not_delivered_moves_it(withheld, change):
    before, sequence = number(), DeliverySequence.current().value
    change(withheld)
    assert number() > before
    if change is publish:
        assert DeliverySequence.current().value == sequence


@pytest.mark.parametrize(
    "change",
    [
        lambda: Redirect.objects.create(old_path="/cu", redirect_link="/"),
        lambda: Site.objects.get().save(),
        lambda: Locale.objects.first().save(),
        lambda: Collection.get_first_root_node().add_child(name="Riêng"),
        lambda: CollectionViewRestriction.objects.create(
            collection=Collection.get_first_root_node(), restriction_type="login"
        ),
        lambda: make_image("Ảnh"),
        lambda: Category.objects.create(name="Tin", locale=Locale.get_active()),
        lambda: Menu.objects.create(place="footer", locale=Locale.get_active()),
    ],
    ids=["redirect", "site", "locale", "collection", "restriction", "image", "term", "menu"],
)
def test_so_does_everything_else_a_template_reads(site, change):
    before = number()
    change()
    assert number() > before


def test_a_draft_moves_nothing(page):
    before = number()
    page.title = "Bản thảo"
    page.save_revision()
    assert number() == before


def test_what_is_written_while_reading_or_logging_in_moves_nothing(site):
    image = make_image("Ảnh")
    before = number()
    image.get_rendition("width-2")
    user = get_user_model().objects.create_user("someone", "a@example.vn", "x")
    user.save()
    assert number() == before


def test_a_transaction_moves_it_once_and_a_broken_one_not_at_all(page):
    before = number()
    with transaction.atomic():
        page.save()
        publish(page)
        page.save()
    assert number() == before + 1
    with pytest.raises(RuntimeError), transaction.atomic():
        publish(page)
        raise RuntimeError
    assert number() == before + 1


def test_every_model_of_the_content_rooms_is_visible():
    # Renditions are made while pages are built: what they show is the image's. The others are drawn from a page with
    # it, whose own change is seen. Letters no reader sees.
    others = {
        "media.CustomRendition",
        "articles.AnswerReview",
        "articles.Citation",
        "articles.LawLink",
        "articles.LawStatusPeriod",
        "articles.ReviewLetter",
    }
    for room in ("home", "articles", "media"):
        for model in apps.get_app_config(room).get_models():
            assert is_visible(model) or model._meta.label in others, model._meta.label


def test_without_an_edge_no_purges_are_ordered(page):
    assert not PurgeOrder.objects.exists()


@pytest.fixture
def edge(settings):
    settings.EDGE_PURGE_URLS = ["http://127.0.0.1:1"]


def ordered() -> set[str]:
    found = set(PurgeOrder.objects.values_list("tag", flat=True))
    PurgeOrder.objects.all().delete()
    return found


def test_an_article_does_not_flush_everything(site, edge):
    stream = add_stream(site.home, title="Tin tức")
    article = add_article(stream, title="Bài")
    ordered()
    publish(article)
    tags = ordered()
    assert {f"articlepage-{article.translation_key}", "articlepage"} <= tags
    assert not {"site", "html"} & tags


def test_what_may_show_anywhere_flushes_all_pages(page, edge):
    Link.objects.create(name="Liên kết", url="https://example.vn/", locale=page.locale)
    assert "html" in ordered()
    restrict(page)
    assert "site" in ordered()


def test_a_moved_page_with_others_below_it_flushes_everything(site, edge):
    stream = add_stream(site.home, title="Tin tức")
    add_article(stream, title="Bài")
    other = add_page(site.home, StandardPage, title="Khác")
    ordered()
    stream.refresh_from_db()
    stream.move(other, pos="right")
    stream.slug = "tin-khac"
    publish(stream)
    assert "articlestreampage" in ordered()
