"""What is due is rebuilt, and what cannot be rebuilt is in nobody's way."""

from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone

from cms.delivery import store, writer
from cms.delivery.models import DeliveredItem
from cms.operations.worker.due_rows import rebuild_due_rows
from tests.factories import add_article, add_stream


@pytest.fixture
def articles(site):
    stream = add_stream(site.home)
    return [add_article(stream, title=f"Bài {number}") for number in range(3)]


def row_of(page):
    return DeliveredItem.objects.get(type=page._meta.label, object_id=page.pk)


def test_every_due_row_is_rebuilt(articles):
    DeliveredItem.objects.update(due_at=timezone.now() - timedelta(seconds=1), document="{}", digest="old")
    assert rebuild_due_rows() >= 3
    assert not DeliveredItem.objects.due(timezone.now()).exists()
    assert all("Bài" in row_of(article).document for article in articles)


def test_what_is_due_later_waits(articles):
    DeliveredItem.objects.update(due_at=timezone.now() + timedelta(hours=1), digest="old")
    assert rebuild_due_rows() == 0


def test_a_row_that_cannot_be_built_is_postponed_and_the_others_are_built(articles, monkeypatch, caplog):
    broken = articles[1]
    DeliveredItem.objects.filter(type=broken._meta.label).update(due_at=timezone.now(), document="{}", digest="old")
    serialise = writer.serialise

    def fail_for_one(delivered_type, instance):
        if instance.pk == broken.pk:
            raise ValueError("its block is of no known kind")
        return serialise(delivered_type, instance)

    monkeypatch.setattr(writer, "serialise", fail_for_one)
    rebuild_due_rows()
    assert row_of(broken).due_at > timezone.now()
    assert "Bài 0" in row_of(articles[0]).document
    assert "Bài 2" in row_of(articles[2]).document
    assert "its block is of no known kind" in caplog.text


def test_a_row_of_no_known_type_is_not_taken_for_ever(articles, caplog):
    DeliveredItem.objects.filter(pk=row_of(articles[0]).pk).update(
        type="wagtailcore.Page", due_at=timezone.now() - timedelta(seconds=1)
    )
    rebuild_due_rows()
    assert not DeliveredItem.objects.due(timezone.now()).exists()


def test_a_database_that_is_gone_is_not_the_rows_fault(articles, monkeypatch):
    DeliveredItem.objects.update(due_at=timezone.now() - timedelta(seconds=1))

    def gone(keys):
        raise OperationalError("server closed the connection")

    monkeypatch.setattr(store, "rebuild", gone)
    with pytest.raises(OperationalError):
        rebuild_due_rows()
    assert DeliveredItem.objects.due(timezone.now()).exists()


def test_it_stops_between_batches_when_asked(articles):
    DeliveredItem.objects.update(due_at=timezone.now() - timedelta(seconds=1))
    assert rebuild_due_rows(is_stopping=lambda: True) == 0
