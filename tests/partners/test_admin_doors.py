"""Who may not change partners sees no key, no secret, no button; who may not look sees nothing."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from django.utils import timezone

from cms.partners.models import UsageDay, WebhookDelivery, WebhookEndpoint
from tests.partners.content import make_endpoint, make_partner

pytestmark = pytest.mark.django_db


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


def test_facts_are_said_in_the_readers_words(admin_client, partner):
    response = admin_client.get(reverse("partners:inspect", args=[partner.pk]))
    facts = {fact["label"]: str(fact["value"]) for fact in response.context["fields"]}
    assert not {"True", "False", "None", ""} & set(facts.values())
    assert timezone.localtime(partner.created_at).strftime("%H:%M") in " ".join(facts.values())


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


def test_actions_are_pressed_not_visited(admin_client, endpoint, delivery):
    for address in actions_of(endpoint, delivery):
        if "/webhooks/" not in address or not address.endswith("/replay/"):
            assert admin_client.get(address).status_code == 405


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
