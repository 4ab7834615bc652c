"""A worker is known to live, and known to be gone."""

import subprocess
import sys
from datetime import timedelta

import pytest
from django.utils import timezone

from cms.operations.models import WorkerPulse

pytestmark = pytest.mark.django_db


def test_a_beating_worker_is_alive():
    WorkerPulse.beat("one")
    WorkerPulse.beat("one")
    assert WorkerPulse.objects.alive().count() == 1
    assert WorkerPulse.forget_the_dead() == []


def test_a_worker_elsewhere_is_gone_when_it_was_not_seen_for_a_while():
    now = timezone.now()
    WorkerPulse.objects.create(worker="fresh", host="elsewhere", process=1, seen_at=now - timedelta(seconds=20))
    WorkerPulse.objects.create(worker="stale", host="elsewhere", process=1, seen_at=now - timedelta(seconds=40))
    assert WorkerPulse.forget_the_dead() == ["stale"]
    assert list(WorkerPulse.objects.values_list("worker", flat=True)) == ["fresh"]


def test_a_killed_worker_of_this_machine_is_gone_at_once():
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    WorkerPulse.beat("killed")
    WorkerPulse.objects.update(process=ended.pid)
    assert WorkerPulse.forget_the_dead() == ["killed"]
