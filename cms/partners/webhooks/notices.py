"""The e-mail about a webhook that was paused, to the partner's contact and to those responsible here.

That a notice is due stands in the endpoint's row until its mails wait to be sent, so a worker that dies loses none.
"""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext

from cms.core.organisation_name import organisation_name
from cms.partners.models import Partner, WebhookAttempt, WebhookEndpoint


def send_notices(now: datetime) -> None:
    """Order the notices that are due."""
    for endpoint in WebhookEndpoint.objects.filter(notice_due_at__lte=now).select_related("partner__responsible"):
        # All of them wait to be sent, or none does: nobody gets one twice.
        with transaction.atomic():
            for language, addresses in recipients_of(endpoint.partner):
                _message(endpoint, language, addresses).send()
            WebhookEndpoint.objects.filter(pk=endpoint.pk).update(notice_due_at=None)


def recipients_of(partner: Partner) -> Iterable[tuple[str, list[str]]]:
    """Yield (language, addresses): the contact's, then ours."""
    yield partner.language, [partner.contact_email]
    if partner.responsible is not None and partner.responsible.is_active:
        staff = [partner.responsible]
    else:
        staff = get_user_model().objects.with_perm(
            "partners.change_partner", backend="django.contrib.auth.backends.ModelBackend"
        )
    addresses = sorted({user.email for user in staff if user.email} - {partner.contact_email})
    if addresses:
        yield settings.LANGUAGE_CODE, addresses


def _message(endpoint: WebhookEndpoint, language: str, addresses: list[str]) -> EmailMessage:
    attempts = WebhookAttempt.objects.filter(delivery__endpoint=endpoint)
    with translation.override(language):
        context = {
            "endpoint": endpoint,
            "is_gone": endpoint.state == WebhookEndpoint.State.GONE,
            "last": attempts.order_by("-made_at", "-pk").first(),
            "failing_since": endpoint.failing_since or timezone.now(),
            "address": settings.WAGTAILADMIN_BASE_URL + reverse("partner_webhooks:inspect", args=[endpoint.pk]),
            "organisation": organisation_name(language),
        }
        subject = gettext("The webhook of %(partner)s is paused") % {"partner": endpoint.partner.name}
        body = render_to_string("partners/mail/webhook_paused.txt", context)
    # A header of several lines is an attack or a slip.
    return EmailMessage(" ".join(subject.split()), body, to=addresses)
