"""Editors who change the tree at the same moment, each from what was read before: no change is lost or refused."""

import threading

import pytest
from django.db import connection
from django.http import Http404
from wagtail.actions.move_page import MovePageAction
from wagtail.models import Page

from articles.models import ArticlePage
from cms.delivery.tree_lock import PageGoneError, changing_tree
from tests.factories import add_article, add_stream, find_site, publish

WRITERS, ROUNDS = 3, 3


def problems() -> list:
    return [found for found in Page.find_problems() if found]


def at_once(*works) -> list[Exception]:
    """Run these in threads that start together, each with its own connection; return what they raised."""
    raised, start = [], threading.Barrier(len(works))

    def run(work):
        start.wait()
        try:
            work()
        except Exception as error:
            raised.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


@pytest.mark.trial
@pytest.mark.django_db(transaction=True)
def test_writers_under_one_parent_do_not_collide():
    stream, other = (add_stream(find_site().home, title=title) for title in ("Tin tức", "Phong trào"))
    # All remember the stream as it is now: without a child.
    copies = [Page.objects.get(pk=stream.pk).specific for _ in range(WRITERS)]

    def write(number: int) -> None:
        here = copies[number]
        for count in range(ROUNDS):
            kept, moved, gone = (add_article(here, title=f"Bài {number} {count} {name}") for name in "abc")
            MovePageAction(moved, other, pos="last-child").execute(skip_permission_checks=True)
            publish(kept)
            gone.delete()

    assert at_once(*(lambda number=number: write(number) for number in range(WRITERS))) == []
    assert problems() == []
    for place in (stream, other):
        below = ArticlePage.objects.filter(alias_of=None).child_of(Page.objects.get(pk=place.pk))
        assert below.count() == WRITERS * ROUNDS


@pytest.fixture
def stream(site):
    return add_stream(site.home)


@pytest.fixture
def other(site):
    return add_stream(site.home, title="Phong trào")


@pytest.mark.parametrize("is_live", [True, False])
def test_a_page_saved_after_it_was_moved_stays_where_it_is(stream, other, is_live):
    article = add_article(stream)
    if not is_live:
        article.unpublish()
    read_before = ArticlePage.objects.get(pk=article.pk)
    MovePageAction(Page.objects.get(pk=article.pk), other, pos="last-child").execute(skip_permission_checks=True)
    read_before.title = "Tên mới"
    read_before.save()
    after = ArticlePage.objects.get(pk=article.pk)
    assert (after.title, after.get_parent().pk) == ("Tên mới", other.pk)
    assert after.url_path == f"{other.url_path}{after.slug}/"
    assert problems() == []


def test_a_revision_read_before_the_move_is_published_where_the_page_is(stream, other):
    article = add_article(stream)
    revision = article.save_revision()
    action = revision.content_object
    MovePageAction(Page.objects.get(pk=article.pk), other, pos="last-child").execute(skip_permission_checks=True)
    action.publish(revision)
    assert ArticlePage.objects.get(pk=article.pk).get_parent().pk == other.pk
    assert problems() == []


def test_what_stands_where_a_page_was_is_not_deleted_in_its_stead(stream, other):
    article = add_article(stream, title="Đã chuyển")
    read_before = Page.objects.get(pk=article.pk)
    MovePageAction(Page.objects.get(pk=article.pk), other, pos="last-child").execute(skip_permission_checks=True)
    newcomer = add_article(Page.objects.get(pk=stream.pk).specific, title="Đến sau")
    assert newcomer.path == read_before.path
    read_before.delete()
    assert list(ArticlePage.objects.filter(alias_of=None)) == [newcomer]
    assert problems() == []


def test_a_child_added_to_a_section_that_was_moved_has_its_new_address(site, other):
    section = add_stream(site.home, title="Mục con")
    read_before = Page.objects.get(pk=section.pk).specific
    section.slug = "muc-khac"
    publish(section)
    child = add_article(read_before)
    assert child.url_path == f"{Page.objects.get(pk=section.pk).url_path}{child.slug}/"


def test_two_who_delete_one_page_both_succeed(stream):
    article = add_article(stream)
    read_before = ArticlePage.objects.get(pk=article.pk)
    article.delete()
    assert read_before.delete() == (0, {})
    assert problems() == []


def test_what_is_done_to_a_page_that_is_gone_is_a_page_not_found(stream):
    article = add_article(stream)
    read_before = ArticlePage.objects.get(pk=article.pk)
    article.delete()
    with pytest.raises(Http404):
        read_before.unpublish()
    with pytest.raises(PageGoneError), changing_tree(read_before):
        pass
