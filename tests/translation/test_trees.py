"""The English tree follows the Vietnamese one, in the same transaction and cheaply."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale, Page, PageLogEntry

from articles.models import ArticlePage
from cms.delivery import writer
from cms.delivery.databases.before_commit import UnitOfWorkError
from cms.translation.trees import mirror_tree, take_over
from home.models import HomePage
from tests.factories import add_article, add_page, add_stream, publish, translate


@pytest.fixture
def stream(site):
    return add_stream(site.home)


def english(page):
    return page.get_translations().get(locale__language_code="en")


def test_publishing_makes_an_alias_in_the_same_place(site, stream):
    article = add_article(stream, title="Đối thoại")
    alias = english(article)
    assert alias.alias_of_id == article.pk
    assert alias.live
    assert alias.get_parent().specific == english(stream)
    assert english(stream).get_parent().specific == site.home_en
    assert alias.get_url() == "/en/tin-hoat-dong/doi-thoai/"


def test_a_draft_has_no_alias_yet(stream):
    article = ArticlePage(title="Nháp", lead="Chưa xong.", live=False, locale=stream.locale)
    stream.add_child(instance=article)
    article.save_revision()
    assert not article.get_translations().exists()


def test_what_is_only_scheduled_is_in_no_tree_yet(stream):
    article = ArticlePage(title="Sáng mai", lead="Chưa đến giờ.", live=False, locale=stream.locale)
    article.go_live_at = timezone.now() + timedelta(days=1)
    stream.add_child(instance=article)
    article.save_revision().publish()
    article.refresh_from_db()
    assert not article.live
    assert not article.get_translations().live().exists()


def test_a_publish_that_fails_leaves_no_alias(stream, monkeypatch):
    article = ArticlePage(title="Nháp", lead="Chưa xong.", live=False, locale=stream.locale)
    stream.add_child(instance=article)
    revision = article.save_revision()

    def broken(*args):
        raise RuntimeError("no room on the disk")

    monkeypatch.setattr(writer, "serialise", broken)
    with pytest.raises(UnitOfWorkError):
        revision.publish()
    assert not ArticlePage.objects.filter(translation_key=article.translation_key).exclude(pk=article.pk).exists()


def test_english_pages_are_not_copied_into_vietnamese(site, stream):
    only_english = add_article(english(stream), title="For partners")
    assert not only_english.get_translations().exists()


def test_an_alias_gets_another_slug_where_its_own_is_taken(site, stream):
    add_article(english(stream), title="Taken", slug="doi-thoai")
    article = add_article(stream, title="Đối thoại")
    assert english(article).slug == "doi-thoai-2"


def test_a_copied_page_gets_its_alias(site, stream):
    add_article(stream, title="Một")
    copy = stream.copy(recursive=True, update_attrs={"slug": "ban-sao", "title": "Bản sao"})
    assert english(copy.specific)
    assert Page.objects.filter(alias_of__in=copy.get_children()).count() == 1


def test_pages_written_without_publishing_are_mirrored_afterwards(site, stream):
    below = ArticlePage(title="Từ chương trình", lead="Nhập từ tệp.", live=True, locale=stream.locale)
    stream.add_child(instance=below)
    english(stream).delete()
    assert mirror_tree() == 2
    assert english(below).get_parent().specific == english(stream)
    assert mirror_tree() == 0


def test_only_what_is_below_the_given_page_is_mirrored(site, stream):
    other = add_stream(site.home, title="Khác")
    english(stream).delete()
    english(other).delete()
    assert mirror_tree(stream) == 1
    assert not other.get_translations().exists()


def test_the_english_home_page_has_a_slug_of_its_own(db):
    Page.objects.filter(depth=2).delete()
    Locale.objects.get_or_create(language_code="en")
    home = add_page(Page.objects.get(depth=1), HomePage, title="Trang chủ", slug="vi")
    assert english(home).slug == "en"


def test_mirroring_costs_few_queries_a_page(site, stream):
    for number in range(10):
        stream.add_child(
            instance=ArticlePage(title=f"Bài {number}", lead="Nhập từ tệp.", live=True, locale=stream.locale)
        )
    with CaptureQueriesContext(connection) as queries:
        made = mirror_tree()
    assert made == 10
    # Half of them are Wagtail's jobs (search, references), which tests run at once.
    assert len(queries) < 40 * made


def test_a_moved_page_takes_its_stand_in_along(site, stream):
    other = add_stream(site.home, title="Khác")
    article = add_article(stream)
    article.move(other, pos="last-child")
    assert english(article).get_parent().specific == english(other)


def test_a_translation_that_came_by_bulk_and_was_withdrawn_stays_down(site, stream):
    article = add_article(stream)
    translated = translate(article, english(stream).specific, title="English")
    PageLogEntry.objects.filter(page=translated.pk).delete()
    ArticlePage.objects.get(pk=translated.pk).unpublish()
    publish(article)
    assert not ArticlePage.objects.get(pk=translated.pk).live


def test_a_stand_in_that_finds_its_address_taken_gets_another(site, stream):
    other = add_stream(site.home, title="Khác")
    article = add_article(stream, slug="thong-bao")
    add_article(english(other).specific, slug="thong-bao")
    article.move(other, pos="last-child")
    moved = english(article)
    assert (moved.get_parent().pk, moved.slug) == (english(other).pk, "thong-bao-1")
    assert moved.url_path == f"{english(other).url_path}thong-bao-1/"


def test_a_moved_page_leaves_its_translation_where_it_is(site, stream):
    other = add_stream(site.home, title="Khác")
    article = add_article(stream)
    translated = translate(article, english(stream), title="Own text")
    article.move(other, pos="last-child")
    translated.refresh_from_db()
    assert translated.get_parent().specific == english(stream)


def test_a_draft_never_published_follows_its_source_in_and_out(stream):
    article = add_article(stream)
    take_over(english(article))
    article.unpublish()
    assert not english(article).live
    publish(article)
    assert english(article).live


def test_a_withdrawn_translation_stays_withdrawn(site, stream):
    article = add_article(stream)
    translated = translate(article, english(stream), title="Own text")
    translated.unpublish()
    publish(article)
    assert not english(article).live


def test_a_deleted_page_takes_its_stand_ins_along(stream):
    article = add_article(stream)
    alias = english(article)
    type(article).objects.get(pk=article.pk).delete()
    assert not Page.objects.filter(pk=alias.pk).exists()


def test_a_deleted_section_leaves_what_was_translated_in_it(site, stream):
    article = add_article(stream)
    other = add_article(stream, title="Chưa dịch")
    translated = translate(article, english(stream), title="Own text")
    alias = english(other)
    type(stream).objects.get(pk=stream.pk).delete()
    assert Page.objects.filter(pk=translated.pk).exists()
    assert not Page.objects.filter(pk=alias.pk).exists()
    assert Page.find_problems() == ([], [], [], [], [])


def test_everything_is_one_transaction(stream):
    with pytest.raises(ValueError, match="changed my mind"), transaction.atomic():
        add_article(stream, title="Thử")
        raise ValueError("changed my mind")
    assert not ArticlePage.objects.filter(title="Thử").exists()
