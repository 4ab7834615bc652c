"""Reconciling finds whatever is wrong with the store, says it and puts it right; and nothing where nothing is."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import ArticlePage, ArticleRelatedPage
from cms.delivery import reconciliation
from cms.delivery.models import DeliveredItem, DeliverySequence
from cms.delivery.reconciliation import reconcile
from tests.delivery.rows import document_of, fresh, row_of, state_of
from tests.factories import add_article, add_stream, make_category, make_image, publish, translate


@pytest.fixture
def articles(site):
    stream = add_stream(site.home)
    return [
        add_article(stream, title=f"Bài {number}", cover=make_image(), cover_alt_text="Tranh") for number in range(3)
    ]


def faults(*, repair=False) -> list[str]:
    return [str(difference) for batch in reconcile(repair=repair) for difference in batch.differences]


def test_there_is_nothing_to_repair_after_ordinary_work(articles):
    articles[0].unpublish()
    fresh(articles[1]).delete()
    before = DeliverySequence.current().value
    assert faults() == faults(repair=True) == []
    assert DeliverySequence.current().value == before


def test_checking_more_articles_costs_the_same_queries(site):
    stream, picture, category = add_stream(site.home), make_image(), make_category()
    stream_en = translate(stream, site.home_en, title="News", slug="news")
    before, counts = [], []
    for numbers in (range(3), range(3, 6)):
        with transaction.atomic():
            for number in numbers:
                pictures = picture, make_image()
                body = [{"type": "image", "value": {"image": image.pk, "alt_text": "Ảnh"}} for image in pictures]
                article = add_article(
                    stream, title=f"Bài {number}", cover=make_image(), cover_alt_text="Tranh", body=body
                )
                article.category = category
                article.related_pages.add(*(ArticleRelatedPage(page=page) for page in before[:1]))
                translate(publish(article), stream_en, title=f"Article {number}", slug=f"article-{number}")
                before.append(article)
        with CaptureQueriesContext(connection) as asked:
            assert faults() == []
        counts.append(len(asked))
    # What each names as related is asked for by itself, in each language; nothing else is.
    assert counts[1] - counts[0] <= 3 * 2 * 2


def test_a_document_that_says_something_else_is_written_anew(articles):
    ArticlePage.objects.filter(pk=articles[0].pk).update(title="Sửa lén")
    assert f"articles.ArticlePage {articles[0].pk}: says something else" in faults()
    assert document_of(articles[0])["title"] == "Bài 0"
    faults(repair=True)
    assert document_of(articles[0])["title"] == "Sửa lén"
    assert faults() == []


def test_what_is_missing_is_delivered(articles):
    row_of(articles[0]).delete()
    assert f"articles.ArticlePage {articles[0].pk}: is missing" in faults()
    faults(repair=True)
    assert state_of(articles[0]) == "live"


def test_what_should_be_withdrawn_is_withdrawn_with_its_pictures(articles):
    ArticlePage.objects.filter(pk=articles[0].pk).update(live=False)
    assert faults() == [f"articles.ArticlePage {articles[0].pk}: should be withdrawn (unpublished)"]
    faults(repair=True)
    assert state_of(articles[0]) == "unpublished"
    assert state_of(articles[0].cover) == "withdrawn"


def test_rows_whose_object_is_gone_are_buried(articles):
    row = row_of(articles[0])
    lost = DeliveredItem.objects.create(
        type=row.type,
        uuid=uuid4(),
        locale="vi",
        object_id=999_999,
        is_live=True,
        sequence=999,
        changed_at=row.changed_at,
    )
    assert faults() == ["articles.ArticlePage 999999: is gone and still delivered"]
    faults(repair=True)
    lost.refresh_from_db()
    assert (lost.is_live, lost.reason) == (False, "deleted")


def test_rows_of_a_type_that_is_delivered_no_more_are_withdrawn(articles):
    row = row_of(articles[0])
    DeliveredItem.objects.filter(pk=row.pk).update(type="blog.Post")
    faults(repair=True)
    row.refresh_from_db()
    assert (row.is_live, row.reason) == (False, "withdrawn")
    assert faults() == []


def test_a_lost_moment_is_found(articles):
    DeliveredItem.objects.filter(pk=row_of(articles[0]).pk).update(due_at=timezone.now() + timedelta(days=9))
    assert faults() == [f"articles.ArticlePage {articles[0].pk}: is looked at again at another time than it should"]
    faults(repair=True)
    assert row_of(articles[0]).due_at is None


def test_what_waits_for_the_worker_is_not_wrong_but_what_waits_for_hours_is(articles):
    ArticlePage.objects.filter(pk=articles[0].pk).update(title="Khác")
    rows = DeliveredItem.objects.filter(pk=row_of(articles[0]).pk)
    rows.update(due_at=timezone.now() - timedelta(minutes=1))
    assert faults() == []
    rows.update(due_at=timezone.now() - timedelta(hours=3))
    assert len(faults()) == 1


def test_what_is_published_during_the_walk_is_not_called_wrong(articles, monkeypatch):
    look = reconciliation._differences
    looks = []

    def look_before_a_publish(keys):
        found = look(keys)
        if not looks and any(label == "articles.ArticlePage" for label, _pk in keys):
            looks.append(keys)
            return [reconciliation.Difference("articles.ArticlePage", articles[0].pk, "says something else")]
        return found

    monkeypatch.setattr(reconciliation, "_differences", look_before_a_publish)
    assert faults() == []


def test_the_command_says_what_differs_and_ends_with_an_error(articles, capsys):
    call_command("reconcile", check=True)
    assert "0 wrong" in capsys.readouterr().out
    ArticlePage.objects.filter(pk=articles[0].pk).update(title="Khác")
    with pytest.raises(CommandError) as error:
        call_command("reconcile", check=True)
    assert error.value.returncode == 1
    assert f"articles.ArticlePage {articles[0].pk}: says something else" in capsys.readouterr().out
    call_command("reconcile")
    call_command("reconcile", check=True)
