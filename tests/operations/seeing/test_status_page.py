"""The page that says how the site is: for administrators, in their language, with what is wrong named."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from cms.caching.models import PurgeOrder
from cms.operations.models import StoredMark, WorkerPulse
from cms.operations.seeing.state.machine import remember_reconcile
from cms.partners.models import Partner, WebhookEndpoint


@pytest.fixture
def administrator(db, client):
    user = get_user_model().objects.create_superuser("lan", password="x")
    client.force_login(user)
    return user


def read_in(client, user, language):
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
    response = client.get(reverse("system_status"))
    assert response.status_code == 200
    return " ".join(response.text.split())


def test_a_new_site_says_that_nothing_was_made_sure_of_yet(client, administrator):
    page = read_in(client, administrator, "en")
    assert "none yet" in page and "not yet: it is done every night" in page
    assert "none: nothing is published on time" in page
    assert "Wagtail" in page and "Release" in page


def test_what_fails_is_named(client, administrator):
    now = timezone.now()
    WorkerPulse.beat("one")
    remember_reconcile(now, repaired=True, faults=3)
    PurgeOrder.objects.create(url="http://edge:6081", tag="site", due_at=now, attempts=7)
    partner = Partner.objects.create(name="Cổng tin")
    WebhookEndpoint.objects.create(partner=partner, url="https://a.example.vn/hook", failures=2, failing_since=now)
    WebhookEndpoint.objects.create(partner=partner, url="https://b.example.vn/hook")
    page = read_in(client, administrator, "en")
    assert "3 differences repaired" in page
    assert "http://edge:6081" in page and "1 order, 7 times" in page
    assert "https://a.example.vn/hook" in page and "https://b.example.vn/hook" not in page
    assert "seen 0" in page
    StoredMark.objects.all().delete()
    remember_reconcile(now - timedelta(days=5), repaired=False, faults=1)
    assert "1 difference found" in read_in(client, administrator, "en")
    assert 'lang="vi"' in read_in(client, administrator, "vi")


def test_nobody_but_an_administrator_comes_in(client, administrator):
    get_user_model().objects.filter(pk=administrator.pk).update(is_superuser=False, is_staff=True)
    assert client.get(reverse("system_status")).status_code in (302, 403)
