"""Staff give out keys and look after webhooks; who may not change partners sees no key, no secret, no button."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from django.utils import timezone
from wagtail.models import APIToken, ModelLogEntry

from cms.partners.models import Partner, UsageDay, WebhookDelivery, WebhookEndpoint
from cms.partners.webhooks.walking import walk
from tests.partners.content import ARTICLE, make_change, make_endpoint, make_partner
from tests.partners.receiver import receiving

pytestmark = pytest.mark.django_db

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


@pytest.fixture
def partner(site):
    return make_partner()


@pytest.fixture
def endpoint(partner):
    return make_endpoint(partner)


@pytest.fixture
def delivery(endpoint):
    make_change()
    walk(timezone.now())
    return WebhookDelivery.objects.get()


@pytest.fixture
def staff(client, django_user_model):
    """Return a function that logs somebody in who has these permissions on partners."""

    def log_in(*codenames):
        group = Group.objects.create(name="staff")
        wanted = ["access_admin", *codenames]
        group.permissions.set(Permission.objects.filter(codename__in=wanted))
        user = django_user_model.objects.create_user("nhanvien", password="x")
        user.groups.add(group)
        client.force_login(user)
        return client

    return log_in


def pages_of(partner, endpoint, delivery):
    """Return every page of the section that only shows something."""
    return [
        reverse("partners:index"),
        reverse("partners:inspect", args=[partner.pk]),
        reverse("partner_webhooks:index"),
        reverse("partner_webhooks:inspect", args=[endpoint.pk]),
        reverse("partner_deliveries:index"),
        reverse("partner_deliveries:inspect", args=[delivery.pk]),
    ]


def forms_of(partner, endpoint):
    """Return every page of the section that changes something, or shows what is secret."""
    key, _text = partner.create_key("khóa")
    return [
        reverse("partners:add"),
        reverse("partners:edit", args=[partner.pk]),
        reverse("partners:add_key", args=[partner.pk]),
        reverse("partners:revoke_key", args=[partner.pk, key.pk]),
        reverse("partners:history", args=[partner.pk]),
        reverse("partner_webhooks:add"),
        reverse("partner_webhooks:edit", args=[endpoint.pk]),
        reverse("partner_webhooks:secret", args=[endpoint.pk]),
        reverse("partner_webhooks:replay", args=[endpoint.pk]),
    ]


def actions_of(endpoint, delivery):
    names = ("test", "pause", "resume", "rotate", "end_rotation", "replay")
    return [
        *(reverse(f"partner_webhooks:{name}", args=[endpoint.pk]) for name in names),
        reverse("partner_deliveries:replay", args=[delivery.pk]),
    ]


def test_every_page_and_form_opens(admin_client, partner, endpoint, delivery):
    UsageDay.add(partner.pk, timezone.localdate(), 1200, 3)
    for address in (*pages_of(partner, endpoint, delivery), *forms_of(partner, endpoint)):
        assert admin_client.get(address).status_code == 200, address
        assert admin_client.get(address, {"q": "công"}).status_code == 200, address


def test_who_may_only_look_sees_pages_and_nothing_secret(staff, partner, endpoint, delivery):
    _key, text = partner.create_key("khóa")
    client = staff("view_partner")
    for address in pages_of(partner, endpoint, delivery):
        response = client.get(address)
        assert response.status_code == 200, address
        html = response.content.decode()
        assert endpoint.secret not in html and text not in html
        assert '<form method="post"' not in html, address
    for address in forms_of(partner, endpoint):
        if "history" not in address:
            assert client.get(address).status_code == 302, address
    before = WebhookEndpoint.objects.values().get()
    for address in actions_of(endpoint, delivery):
        assert client.post(address).status_code == 302
    assert WebhookEndpoint.objects.values().get() == before


def test_who_has_no_permission_sees_nothing_at_all(staff, partner, endpoint, delivery):
    client = staff()
    for address in (*pages_of(partner, endpoint, delivery), *forms_of(partner, endpoint)):
        assert client.get(address).status_code == 302, address
    assert reverse("partners:index") not in client.get("/admin/").content.decode()


@pytest.mark.parametrize("address", ["/admin/partners/", "/admin/partners/webhooks/", "/admin/partners/deliveries/"])
def test_a_visitor_is_sent_to_the_login(client, site, address):
    assert "/login/" in client.get(address)["Location"]


def test_deliveries_are_edited_by_nobody(admin_client, delivery):
    for address in (
        reverse("partner_deliveries:add"),
        reverse("partner_deliveries:edit", args=[delivery.pk]),
        reverse("partner_deliveries:delete", args=[delivery.pk]),
    ):
        assert admin_client.get(address).status_code == 302
        assert admin_client.post(address).status_code == 302
    assert WebhookDelivery.objects.exists()


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


def test_a_webhook_is_made_for_chosen_types(admin_client, partner):
    address = reverse("partner_webhooks:add")
    assert admin_client.get(address, {"partner": partner.pk}).context["form"].initial == {"partner": partner.pk}
    data = {
        "partner": partner.pk,
        "url": "https://baichay.example.vn/hook",
        "description": "",
        "types": [ARTICLE],
        "locale": "vi",
    }
    response = admin_client.post(address, data)
    endpoint = WebhookEndpoint.objects.get()
    assert response["Location"] == reverse("partner_webhooks:inspect", args=[endpoint.pk])
    assert (endpoint.types, endpoint.locale, endpoint.state) == ([ARTICLE], "vi", "active")


@pytest.mark.parametrize("parameter", ["x", "-1", "9" * 30, "٣"])
def test_a_strange_partner_in_the_address_is_no_error(admin_client, site, parameter):
    assert admin_client.get(reverse("partner_webhooks:add"), {"partner": parameter}).status_code == 200


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("url", "http://baichay.example.vn/hook"),
        ("url", "https://user:pass@baichay.example.vn/"),
        ("url", "https://baichay.example.vn:22/"),
        ("url", ""),
        ("types", ["auth.User"]),
        ("locale", "fr"),
        ("partner", "999"),
    ],
)
def test_a_webhook_that_cannot_be_is_refused_at_the_field(admin_client, partner, name, value):
    data = {"partner": partner.pk, "url": "https://baichay.example.vn/hook", "description": "", "locale": ""}
    response = admin_client.post(reverse("partner_webhooks:add"), {**data, name: value})
    assert response.status_code == 200
    assert name in response.context["form"].errors
    assert not WebhookEndpoint.objects.exists()


@pytest.mark.parametrize(("status", "level"), [(200, "success"), (500, "error")])
def test_a_test_says_at_once_what_came_back(admin_client, loopback, partner, status, level):
    with receiving(status) as receiver:
        endpoint = make_endpoint(partner, receiver.url)
        response = admin_client.post(reverse("partner_webhooks:test", args=[endpoint.pk]), follow=True)
    (message,) = response.context["messages"]
    assert message.level_tag == level
    assert str(status) in message.message
    assert len(receiver.requests) == 1


def test_pause_resume_and_both_steps_of_a_new_secret(admin_client, endpoint):
    def press(name):
        assert admin_client.post(reverse(f"partner_webhooks:{name}", args=[endpoint.pk])).status_code == 302
        endpoint.refresh_from_db()

    former = endpoint.secret
    press("pause")
    assert endpoint.state == "paused"
    press("resume")
    assert endpoint.state == "active"
    press("rotate")
    assert endpoint.secret != former and endpoint.is_rotating(timezone.now())
    press("end_rotation")
    assert not endpoint.is_rotating(timezone.now())
    names = set(ModelLogEntry.objects.values_list("action", flat=True))
    assert {"partners.webhook.pause", "partners.webhook.resume", "partners.webhook.rotate"} <= names


def test_actions_are_pressed_not_visited(admin_client, endpoint, delivery):
    for address in actions_of(endpoint, delivery):
        if "/webhooks/" not in address or not address.endswith("/replay/"):
            assert admin_client.get(address).status_code == 405


def test_the_secret_is_shown_and_kept_by_no_cache(admin_client, endpoint):
    response = admin_client.get(reverse("partner_webhooks:secret", args=[endpoint.pk]))
    assert endpoint.secret in response.content.decode()
    assert "no-store" in response["Cache-Control"]


def test_one_is_sent_again_from_its_page(admin_client, delivery):
    WebhookDelivery.objects.update(state="delivered", attempts_made=1)
    assert admin_client.post(reverse("partner_deliveries:replay", args=[delivery.pk])).status_code == 302
    delivery.refresh_from_db()
    assert delivery.state == "waiting"


def test_everything_since_a_moment_is_sent_again(admin_client, delivery, endpoint):
    WebhookDelivery.objects.update(state="delivered")
    since = timezone.localtime() - timedelta(hours=1)
    address = reverse("partner_webhooks:replay", args=[endpoint.pk])
    assert admin_client.post(address, {"since": since.strftime("%Y-%m-%d %H:%M")}).status_code == 302
    assert WebhookDelivery.objects.waiting().filter(pk=delivery.pk).exists()
    future = timezone.localtime() + timedelta(days=2)
    response = admin_client.post(address, {"since": future.strftime("%Y-%m-%d %H:%M")})
    assert response.context["form"].errors
    assert admin_client.post(address, {"since": "hôm qua"}).context["form"].errors


def test_lists_cost_the_same_for_few_and_many(admin_client, partner, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def count():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            for name in ("partners", "partner_webhooks", "partner_deliveries"):
                assert admin_client.get(reverse(f"{name}:index")).status_code == 200
        return len(queries)

    def add(number):
        endpoint = make_endpoint(make_partner(f"Đối tác {number}"))
        WebhookDelivery.objects.create(
            endpoint=endpoint, message_id=f"m{number}", op="upsert", body="{}", created_at=timezone.now()
        )

    for number in range(3):
        add(number)
    count()
    few = count()
    for number in range(3, 15):
        add(number)
    assert count() == few
