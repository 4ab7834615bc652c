"""Staff keep partners and give out keys."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import APIToken, ModelLogEntry

from cms.partners.models import Partner, UsageDay
from tests.partners.content import make_partner

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


FORM = {
    "name": "Công đoàn phường Bãi Cháy",
    "site_url": "https://baichay.example.vn/",
    "contact_name": "Trần Văn Minh",
    "contact_email": "minh@example.vn",
    "language": "vi",
    "responsible": "",
    "is_enabled": "on",
    "receives_webhooks": "on",
    "requests_per_minute": "60",
    "requests_per_day": "1000",
    "notes": "",
}


def test_a_partner_is_made_changed_and_deleted_with_its_account(admin_client, site, django_user_model):
    people = django_user_model.objects.count()
    assert admin_client.post(reverse("partners:add"), FORM).status_code == 302
    partner = Partner.objects.get(name="Công đoàn phường Bãi Cháy")
    assert not partner.reads_partner_streams
    assert partner.account.last_name == partner.name
    address = reverse("partners:edit", args=[partner.pk])
    assert admin_client.post(address, {**FORM, "reads_partner_streams": "on"}).status_code == 302
    partner.refresh_from_db()
    assert partner.reads_partner_streams
    partner.create_key("khóa")
    assert admin_client.post(reverse("partners:delete", args=[partner.pk])).status_code == 302
    assert not Partner.objects.exists() and not APIToken.objects.exists()
    assert django_user_model.objects.count() == people


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("name", ""),
        ("contact_email", "no address"),
        ("requests_per_minute", "0"),
        ("requests_per_day", "-1"),
        ("site_url", "javascript:alert(1)"),
        ("language", "fr"),
    ],
)
def test_what_cannot_be_is_said_at_the_field(admin_client, site, name, value):
    response = admin_client.post(reverse("partners:add"), {**FORM, name: value})
    assert response.status_code == 200
    assert name in response.context["form"].errors
    assert not Partner.objects.exists()


def test_a_key_is_shown_once_and_works(admin_client, client, partner):
    response = admin_client.post(reverse("partners:add_key", args=[partner.pk]), {"name": "trang của phường"})
    assert "no-store" in response["Cache-Control"]
    text = response.context["text"]
    html = response.content.decode()
    assert text in html
    assert "curl -H" in html
    key = partner.keys.get()
    assert key.name == "trang của phường"
    shown = admin_client.get(reverse("partners:inspect", args=[partner.pk])).content.decode()
    assert text not in shown and key.prefix in shown
    assert client.get("/api/v2/locales/", headers={"Authorization": f"Bearer {text}"}).status_code == 200
    entry = ModelLogEntry.objects.get(action="partners.key.create")
    assert text not in str(entry.data)


def test_a_key_is_revoked_after_a_question(admin_client, client, partner):
    key, text = partner.create_key("khóa")
    address = reverse("partners:revoke_key", args=[partner.pk, key.pk])
    assert "khóa" in admin_client.get(address).content.decode()
    assert admin_client.post(address).status_code == 302
    assert client.get("/api/v2/locales/", headers={"Authorization": f"Bearer {text}"}).status_code == 401


def test_a_key_of_another_partner_or_person_is_not_revoked_here(admin_client, admin_user, partner):
    other, _text = make_partner("Khác").create_key("khóa")
    persons, _text = APIToken.create_token(user=admin_user, name="own")
    for key in (other, persons):
        assert admin_client.post(reverse("partners:revoke_key", args=[partner.pk, key.pk])).status_code == 404
    assert not APIToken.objects.filter(revoked_at__isnull=False).exists()


def test_a_key_without_a_name_is_not_made(admin_client, partner):
    response = admin_client.post(reverse("partners:add_key", args=[partner.pk]), {"name": " "})
    assert response.context["form"].errors
    assert not partner.keys.exists()


def test_usage_of_a_month_is_in_the_list(admin_client, partner):
    today = timezone.localdate()
    for days, requests in ((0, 5), (10, 7), (40, 1000)):
        UsageDay.add(partner.pk, today - timedelta(days=days), requests, 0)
    response = admin_client.get(reverse("partners:index"))
    assert response.context["object_list"][0].requests_this_month == 12
