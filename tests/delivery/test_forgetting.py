"""Tombstones are kept for 400 days and then forgotten; whoever is that far behind starts again."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from cms.delivery.forgetting import forget
from cms.delivery.models import DeliveredItem, DeliverySequence, Departure
from tests.factories import add_article, add_stream

pytestmark = pytest.mark.django_db


@pytest.fixture
def withdrawn(site):
    return add_article(add_stream(site.home))


@pytest.fixture
def others(withdrawn):
    """Withdraw the article, and publish another after it."""
    withdrawn.unpublish()
    add_article(withdrawn.get_parent().specific, title="Bài khác")


@pytest.fixture
def tombstone(withdrawn, others):
    """Return the row of a withdrawn article, below newer ones."""
    return DeliveredItem.objects.get(type="articles.ArticlePage", object_id=withdrawn.pk)


def test_a_tombstone_is_kept_for_400_days(tombstone):
    assert forget(timezone.now() + timedelta(days=399, hours=23)) == 0
    assert DeliverySequence.current().horizon == 0
    assert DeliveredItem.objects.filter(pk=tombstone.pk).exists()


def test_its_tokens_are_refused_a_day_before_it_is_deleted(tombstone):
    forget(timezone.now() + timedelta(days=400, hours=1))
    assert DeliverySequence.current().horizon == tombstone.sequence
    assert DeliveredItem.objects.filter(pk=tombstone.pk).exists()
    assert forget(timezone.now() + timedelta(days=401, hours=1)) == 1
    assert not DeliveredItem.objects.filter(pk=tombstone.pk).exists()
    assert not Departure.objects.filter(item=tombstone.pk).exists()


def test_what_is_there_is_never_forgotten(tombstone):
    live = DeliveredItem.objects.live().count()
    forget(timezone.now() + timedelta(days=1000))
    assert DeliveredItem.objects.live().count() == live > 0


def test_a_move_is_forgotten_like_a_withdrawal(tombstone, site):
    other = add_stream(site.home, title="Chuyên mục khác")
    article = add_article(other)
    article.move(add_stream(site.home, title="Chuyên mục thứ ba"), pos="last-child")
    assert Departure.objects.filter(stream=other.translation_key).exists()
    forget(timezone.now() + timedelta(days=402))
    assert not Departure.objects.exists()
    assert DeliveredItem.objects.live().filter(object_id=article.pk, type="articles.ArticlePage").exists()


def test_something_that_comes_back_by_itself_is_no_tombstone_to_forget(tombstone):
    DeliveredItem.objects.filter(pk=tombstone.pk).update(due_at=timezone.now() + timedelta(days=500))
    forget(timezone.now() + timedelta(days=402))
    assert DeliveredItem.objects.filter(pk=tombstone.pk).exists()


def test_a_new_epoch_keeps_the_number_and_changes_the_name(tombstone, capsys):
    before = DeliverySequence.current()
    call_command("new_epoch")
    after = DeliverySequence.current()
    assert after.value == before.value
    assert after.epoch != before.epoch
    assert str(after) in capsys.readouterr().out
