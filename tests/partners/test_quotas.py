"""A partner asks as often as was agreed; how often is known by the day, and nothing of what."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone
from wagtail.models import APIToken

from cms.api import throttles
from cms.partners.models import Partner, UsageDay
from cms.partners.usage import usage
from tests.partners.content import make_partner

pytestmark = pytest.mark.django_db


def test_over_the_minutes_quota_is_429_until_the_minute_ends(ask, site, partner, key, monkeypatch):
    Partner.objects.update(requests_per_minute=2)
    now = timezone.localtime().replace(second=15, microsecond=0)
    monkeypatch.setattr(throttles, "clock", lambda: now)
    assert [ask(key=key).status_code for _ in range(3)] == [200, 200, 429]
    refused = ask(key=key, lang="en")
    assert refused["Retry-After"] == "45"
    assert refused["RateLimit"].startswith('"minute";r=0;t=45')
    assert refused.json()["detail"] == "the quota of 2 requests a minute is used up"
    assert refused["Content-Type"] == "application/problem+json"
    monkeypatch.setattr(throttles, "clock", lambda: now + timedelta(seconds=45))
    assert ask(key=key).status_code == 200


def test_over_the_days_quota_is_429_until_midnight_and_an_emptied_cache_forgets_nothing(
    ask, site, partner, key, monkeypatch
):
    Partner.objects.update(requests_per_day=2)
    now = timezone.localtime().replace(hour=23, minute=59, second=0, microsecond=0)
    monkeypatch.setattr(throttles, "clock", lambda: now)
    assert [ask(key=key).status_code for _ in range(3)] == [200, 200, 429]
    assert ask(key=key)["Retry-After"] == "60"
    UsageDay.add(partner.pk, now.date(), 2, 0)
    cache.clear()
    assert ask(key=key).status_code == 429
    monkeypatch.setattr(throttles, "clock", lambda: now + timedelta(minutes=1))
    assert ask(key=key).status_code == 200


def test_one_partners_quota_is_not_anothers(ask, site, partner, key):
    Partner.objects.update(requests_per_minute=1)
    other = make_partner("Khác", requests_per_minute=1).create_key("k")[1]
    assert [ask(key=key).status_code, ask(key=key).status_code, ask(key=other).status_code] == [200, 429, 200]


def test_a_cache_that_is_gone_costs_nobody_the_answer(ask, site, partner, key, monkeypatch):
    class Gone:
        def incr(self, *_arguments):
            raise ConnectionError("redis is away")

    monkeypatch.setattr(throttles, "cache", Gone())
    Partner.objects.update(requests_per_minute=1)
    assert [ask(key=key).status_code for _ in range(2)] == [200, 429]


def test_usage_is_counted_by_day_and_last_use_is_known(ask, site, partner, key):
    Partner.objects.update(requests_per_minute=2)
    for _ in range(3):
        ask(key=key)
    ask(key=APIToken.generate_token())
    usage.flush()
    day = UsageDay.objects.get()
    assert (day.partner, day.requests, day.refused) == (partner, 2, 1)
    assert day.day == timezone.localdate()
    partner.refresh_from_db()
    assert partner.last_used_at is not None
    assert partner.keys.get().last_used_at == partner.last_used_at
    ask(key=key)
    usage.flush()
    assert UsageDay.objects.get().refused == 2


def test_what_cannot_be_written_down_now_is_written_later(partner, monkeypatch):
    from django.db import OperationalError

    usage.count(partner.pk, 1)
    with monkeypatch.context() as patched:
        patched.setattr(UsageDay, "add", lambda *_arguments: (_ for _ in ()).throw(OperationalError("locked")))
        usage.flush()
    assert not UsageDay.objects.exists()
    usage.flush()
    assert UsageDay.objects.get().requests == 1


def test_usage_of_a_partner_deleted_meanwhile_is_dropped(partner, key, site, ask):
    ask(key=key)
    partner.delete()
    usage.flush()
    assert not UsageDay.objects.exists()
    assert not APIToken.objects.exists()
