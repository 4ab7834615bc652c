"""A page's place decides its address and who may see it, and all that depends on it follows in the same transaction."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction, Site

from articles.models import ArticlePage, ArticleStreamPage
from articles.news.article_page import ArticleRelatedPage
from cms.delivery import store
from cms.delivery.models import DeliveredItem, DeliverySequence
from home.models import HomePage
from tests.delivery.rows import document_of, fresh, row_of, state_of
from tests.factories import add_article, add_page, add_stream, publish, translate


@pytest.fixture
def stream(site):
    return add_stream(site.home)


@pytest.fixture
def other(site):
    return add_stream(site.home, title="Chuyên mục khác")


@pytest.fixture
def article(stream):
    return add_article(stream, title="Đối thoại")


@pytest.fixture
def reader(other, article):
    """An article elsewhere that names `article` as related."""
    page = add_article(other, title="Bài đọc thêm")
    page.related_pages.add(ArticleRelatedPage(page=article, sort_order=0))
    return publish(page)


def related_of(page):
    return [(item["title"], item["meta"]["html_url"]) for item in document_of(page)["related"]]


def restrict(page):
    return PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def test_moving_a_page_changes_its_address_wherever_it_is_named(admin_client, other, article, reader):
    admin_client.post(reverse("wagtailadmin_pages:move_confirm", args=[article.pk, other.pk]))
    assert document_of(article)["meta"]["html_url"].endswith("/chuyen-muc-khac/doi-thoai/")
    assert document_of(article)["meta"]["parent"]["title"] == "Chuyên mục khác"
    assert related_of(reader) == [("Đối thoại", document_of(article)["meta"]["html_url"])]


def test_moving_a_section_takes_what_is_in_it_along(stream, other, article, reader):
    stream.move(fresh(other), pos="last-child")
    address = document_of(article)["meta"]["html_url"]
    assert address.endswith("/chuyen-muc-khac/tin-hoat-dong/doi-thoai/")
    assert related_of(reader) == [("Đối thoại", address)]


def test_a_new_slug_of_a_section_changes_every_address_below_and_wherever_it_is_named(stream, article, reader):
    stream.slug = "tin-moi"
    publish(stream)
    address = document_of(article)["meta"]["html_url"]
    assert address.endswith("/tin-moi/doi-thoai/")
    assert related_of(reader) == [("Đối thoại", address)]


def test_a_new_title_of_a_section_is_told_by_what_is_in_it(site, stream, article):
    assert document_of(article)["stream"]["title"] == "Tin hoạt động"
    stream.title = "Tin công đoàn"
    publish(stream)
    assert document_of(article)["stream"]["title"] == "Tin công đoàn"
    home = fresh(site.home)
    home.title = "Liên đoàn"
    publish(home)
    assert document_of(stream)["meta"]["parent"]["title"] == "Liên đoàn"


def test_a_section_whose_name_and_rights_stay_does_not_touch_what_is_in_it(stream, article):
    before = row_of(article)
    stream.introduction = "Mới"
    with CaptureQueriesContext(connection) as queries:
        publish(stream)
    assert row_of(article).sequence == before.sequence
    assert not [query for query in queries if "articles_articlepage" in query["sql"] and "lead" in query["sql"]]


def test_what_moves_below_a_restricted_page_leaves_as_moved_and_comes_back(other, article, reader):
    restrict(other)
    assert state_of(reader) == "restricted"
    article.move(other, pos="last-child")
    assert state_of(article) == "moved"
    # Looking again tells nobody anything new.
    before = DeliverySequence.current().value
    store.rebuild({("articles.ArticlePage", article.pk)})
    assert DeliverySequence.current().value == before
    PageViewRestriction.objects.all().delete()
    assert state_of(article) == state_of(reader) == "live"


def test_what_moves_into_a_stream_that_nobody_may_show_again_leaves_as_moved(other, article):
    other.syndication = "none"
    publish(other)
    article.move(other, pos="last-child")
    assert state_of(article) == "moved"


def test_a_restriction_on_a_section_takes_its_pages_names_out_of_other_documents(stream, article, reader):
    assert related_of(reader)
    restriction = restrict(stream)
    assert related_of(reader) == []
    restriction.delete()
    assert related_of(reader)


def test_a_restriction_goes_through_the_admins_door(admin_client, stream, article):
    address = reverse("wagtailadmin_pages:set_privacy", args=[stream.pk])
    admin_client.post(address, {"restriction_type": "login"})
    assert state_of(article) == state_of(stream) == "restricted"
    admin_client.post(address, {"restriction_type": "none"})
    assert state_of(article) == state_of(stream) == "live"


def test_unpublishing_a_section_leaves_its_pages_and_takes_its_name_out_of_them(stream, article):
    stream.unpublish()
    assert state_of(stream) == "unpublished"
    assert state_of(article) == "live"
    assert document_of(article)["meta"]["parent"] is None


def test_unpublishing_with_what_is_below_withdraws_it_all(admin_client, stream, article, reader):
    admin_client.post(reverse("wagtailadmin_pages:unpublish", args=[stream.pk]), {"include_descendants": "on"})
    assert state_of(stream) == state_of(article) == "unpublished"
    assert related_of(reader) == []


def test_deleting_a_section_takes_its_pages_out_of_what_named_them(admin_client, stream, article, reader):
    admin_client.post(reverse("wagtailadmin_pages:delete", args=[stream.pk]))
    # Both lie in the bin, from where they may come back.
    assert not Page.objects.filter(pk__in=[stream.pk, article.pk], live=True).exists()
    assert state_of(stream) == state_of(article) == "unpublished"
    assert related_of(reader) == []


def test_deleting_a_translation_takes_it_out_of_the_other_ones_document(site, stream, article):
    stream_en = translate(stream, site.home_en, title="News", slug="news")
    english = translate(article, stream_en, title="An article", slug="an-article")
    english.delete()
    assert state_of(english) == "deleted"
    assert document_of(article)["meta"]["translations"] == []


def test_rights_of_a_page_two_levels_up_reach_what_inherits_them(site, stream, article):
    home = fresh(site.home)
    home.syndication = "partners"
    publish(home)
    assert row_of(article).audience == "partners"
    home.syndication = "none"
    publish(home)
    assert state_of(article) == state_of(stream) == "withdrawn"
    home.syndication = ""
    publish(home)
    assert state_of(article) == "live"
    assert row_of(article).audience == "public"


def test_rights_of_a_section_in_draft_reach_its_pages(stream, article):
    stream.unpublish()
    draft = fresh(stream)
    draft.licence = "official-text"
    draft.save()
    assert document_of(article)["rights"]["licence"] == "official-text"


def test_a_page_of_no_site_is_not_delivered(site):
    elsewhere = add_page(site.root, HomePage, title="Nơi khác", slug="noi-khac")
    stream = add_stream(elsewhere, title="Lạc")
    article = add_article(stream)
    assert state_of(elsewhere) == state_of(stream) == state_of(article) == "never"
    # A site for it brings everything at once.
    new = Site.objects.create(hostname="khac.example", port=80, root_page=elsewhere)
    assert state_of(article) == "live"
    new.delete()
    assert state_of(article) == "withdrawn"


def test_another_root_page_withdraws_the_old_tree_at_once(site, article):
    elsewhere = add_page(site.root, HomePage, title="Nơi khác", slug="noi-khac")
    default = Site.objects.get()
    default.root_page = elsewhere
    default.save()
    assert state_of(article) == "withdrawn"
    assert state_of(elsewhere) == "live"


def test_another_host_makes_every_document_due(site, article):
    default = Site.objects.get()
    default.hostname, default.port = "congdoan.example", 443
    default.save()
    while store.rebuild_due():
        pass
    assert document_of(article)["meta"]["html_url"].startswith("https://congdoan.example/")
    assert document_of(article)["meta"]["detail_url"].startswith("https://congdoan.example/")


def test_a_copied_section_is_delivered_under_identities_of_its_own(admin_client, site, stream, article):
    data = {
        "new_title": "Bản sao",
        "new_slug": "ban-sao",
        "new_parent_page": site.home.pk,
        "copy_subpages": "on",
        "publish_copies": "on",
    }
    admin_client.post(reverse("wagtailadmin_pages:copy", args=[stream.pk]), data)
    copied = ArticleStreamPage.objects.get(slug="ban-sao", locale=site.home.locale)
    inside = ArticlePage.objects.child_of(copied).get()
    assert state_of(copied) == state_of(inside) == "live"
    assert row_of(inside).uuid != row_of(article).uuid


def test_alias_copies_are_not_delivered(stream, other, article):
    alias = article.create_alias(parent=other, update_slug="ban-sao")
    assert state_of(alias) == "never"
    assert state_of(article) == "live"


def test_withdrawing_a_large_subtree_costs_no_more_statements_a_page(site, monkeypatch):
    monkeypatch.setattr(store, "MAX_DEPENDANTS", 2)

    def count(number):
        section = add_stream(site.home, title=f"Mục {number}")
        with transaction.atomic():
            pages = [add_article(section, title=f"Bài {number} {index}") for index in range(number)]
        with CaptureQueriesContext(connection) as queries:
            restriction = restrict(section)
        assert {state_of(page) for page in pages} == {"restricted"}
        with CaptureQueriesContext(connection) as returning:
            restriction.delete()
        rows = DeliveredItem.objects.filter(type="articles.ArticlePage", object_id__in=[page.pk for page in pages])
        # What may be seen again is written by the worker, beyond the first few.
        assert rows.filter(due_at__isnull=False).count() >= number - 2
        return len(queries), len(returning)

    assert count(5) == count(15)


def test_what_was_never_delivered_is_announced_and_left_to_the_worker(site, monkeypatch):
    monkeypatch.setattr(store, "MAX_DEPENDANTS", 1)
    section = add_stream(site.home, title="Riêng")
    restriction = restrict(section)
    with transaction.atomic():
        pages = [add_article(section, title=f"Bài {index}") for index in range(4)]
    assert {state_of(page) for page in pages} == {"never"}
    restriction.delete()
    while store.rebuild_due():
        pass
    assert {state_of(page) for page in pages} == {"live"}
