"""Scheduled pages appear and vanish at their time, each for itself."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import ArticlePage
from cms.operations.worker.schedule import publish_scheduled
from tests.factories import add_article, add_stream


@pytest.fixture
def stream(site):
    return add_stream(site.home)


def schedule(stream, title, go_live_at):
    """Add an article that an editor scheduled while `go_live_at` lay ahead."""
    article = ArticlePage(title=title, lead="Một câu.", live=False, locale=stream.locale)
    stream.add_child(instance=article)
    article.go_live_at = timezone.now() + timedelta(hours=1)
    revision = article.save_revision()
    revision.publish()
    revision.approved_go_live_at = go_live_at
    content = revision.content | {"go_live_at": go_live_at.isoformat()}
    type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at=go_live_at, content=content)
    return article


def is_live(article):
    return ArticlePage.objects.get(pk=article.pk).live


def test_a_page_goes_live_when_its_time_has_come(stream):
    now = timezone.now()
    due = schedule(stream, "Đến giờ", now - timedelta(seconds=1))
    later = schedule(stream, "Chưa đến giờ", now + timedelta(minutes=10))
    assert publish_scheduled() == 1
    assert (is_live(due), is_live(later)) == (True, False)
    assert publish_scheduled() == 0


def test_a_page_is_taken_down_when_it_has_expired(stream):
    article = add_article(stream, title="Hết hạn")
    ArticlePage.objects.filter(pk=article.pk).update(expire_at=timezone.now() - timedelta(seconds=1))
    assert publish_scheduled() == 1
    article.refresh_from_db()
    assert (article.live, article.expired) == (False, True)
    assert publish_scheduled() == 0


def test_one_that_fails_does_not_hold_up_the_next(stream, monkeypatch, caplog):
    now = timezone.now()
    broken = schedule(stream, "Hỏng", now - timedelta(minutes=2))
    fine = schedule(stream, "Tốt", now - timedelta(minutes=1))
    save = ArticlePage.save

    def fail_for_one(self, *args, **kwargs):
        if self.pk == broken.pk:
            raise ValueError("cannot be saved")
        return save(self, *args, **kwargs)

    monkeypatch.setattr(ArticlePage, "save", fail_for_one)
    assert publish_scheduled() == 1
    assert is_live(fine)
    assert not is_live(broken)
    assert "cannot be saved" in caplog.text
