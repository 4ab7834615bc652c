"""Staff make webhooks, try them, pause them, and send again what was sent."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from cms.partners.models import WebhookDelivery, WebhookEndpoint
from tests.partners.content import ARTICLE, make_endpoint
from tests.partners.receiver import receiving

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


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
