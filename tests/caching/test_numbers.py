"""The numbers are asked for at most once a second, and believed for a while when the database is gone."""

import threading
from datetime import timedelta

import pytest
from django.utils import timezone

from cms.caching.models import SiteVersion
from cms.caching.numbers import TRUSTED_SECONDS, Numbers, Watch, read
from cms.delivery.models import DeliveredItem, DeliverySequence
from tests.factories import publish


def numbers(value: int) -> Numbers:
    return Numbers(("release", "epoch", value, 0), float("inf"), 0)


class Source:
    def __init__(self):
        self.value, self.reads, self.error = 1, 0, None

    def __call__(self):
        self.reads += 1
        if self.error:
            raise self.error
        return numbers(self.value)


class Clock:
    now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def source():
    return Source()


@pytest.fixture
def clock():
    return Clock()


def test_a_second_is_answered_by_one_question(source, clock):
    watch = Watch(read=source, clock=clock)
    for _ in range(50):
        watch.numbers()
    assert source.reads == 1
    clock.now += 0.99
    watch.numbers()
    assert source.reads == 1
    clock.now += 0.01
    source.value = 2
    assert watch.numbers().stamp[2] == 2
    assert source.reads == 2


def test_a_change_is_told_once(source, clock):
    told = []
    watch = Watch(lambda: told.append(1), read=source, clock=clock)
    watch.numbers()
    clock.now += 1
    watch.numbers()
    assert told == []
    source.value = 2
    clock.now += 1
    watch.numbers()
    watch.numbers()
    assert told == [1]


def test_what_was_true_is_believed_for_a_minute_without_a_database(source, clock):
    watch = Watch(read=source, clock=clock)
    watch.numbers()
    source.error = OSError("gone")
    clock.now += TRUSTED_SECONDS - 1
    assert watch.numbers().stamp[2] == 1
    clock.now += 1
    assert watch.numbers() is None
    source.error = None
    clock.now += 1
    assert watch.numbers().stamp[2] == 1


def test_a_database_that_is_gone_is_asked_once_a_second_too(source, clock):
    source.error = OSError("gone")
    watch = Watch(read=source, clock=clock)
    for _ in range(20):
        assert watch.numbers() is None
    assert source.reads == 1


def test_of_many_threads_one_asks(clock):
    started, go = threading.Event(), threading.Event()
    reads = []

    def slow():
        reads.append(1)
        started.set()
        go.wait(5)
        return numbers(1)

    watch = Watch(read=slow, clock=clock)
    found = []
    threads = [threading.Thread(target=lambda: found.append(watch.numbers())) for _ in range(4)]
    threads[0].start()
    started.wait(5)
    for thread in threads[1:]:
        thread.start()
    go.set()
    for thread in threads:
        thread.join(5)
    assert len(reads) == 1 and len(found) == 4


@pytest.mark.django_db
def test_one_query_says_everything(site, django_assert_num_queries):
    with django_assert_num_queries(1):
        before = read()
    publish(site.home)
    moment = timezone.now() + timedelta(hours=1)
    DeliveredItem.objects.update(due_at=moment)
    DeliveredItem.objects.filter(pk=DeliveredItem.objects.first().pk).update(due_at=timezone.now())
    after = read()
    sequence = DeliverySequence.current()
    assert after.stamp[1:] == (sequence.epoch, sequence.value, SiteVersion.objects.get().value)
    assert after.stamp[3] > before.stamp[3]
    assert after.due_at == pytest.approx(moment.timestamp())
    assert after.changed_at >= before.changed_at
