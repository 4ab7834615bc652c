"""A partner: who shows the federation's content on a site of its own, and what its keys may do."""

import secrets

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.validators import MinValueValidator
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import APIToken

from cms.core.models import NormalisedTextMixin
from cms.delivery.models import DeliveredItem, DeliverySequence

Audiences = tuple[str, ...]

PUBLIC_ONLY: Audiences = (DeliveredItem.Audience.PUBLIC,)
WITH_PARTNERS: Audiences = (DeliveredItem.Audience.PUBLIC, DeliveredItem.Audience.PARTNERS)


class Partner(NormalisedTextMixin, models.Model):
    """An organisation with keys to the API and webhooks.

    Wagtail's APIToken belongs to a user, so every partner has an account. It is inactive and has no password, no
    e-mail address and no group: Django lets nobody in with it at any door and gives it no permission anywhere.
    """

    name = models.CharField(_("name"), max_length=255, unique=True)
    site_url = models.URLField(_("website"), blank=True)
    contact_name = models.CharField(_("contact's name"), max_length=255)
    contact_email = models.EmailField(
        _("contact's e-mail address"), help_text=_("Told when a webhook is paused because it keeps failing.")
    )
    language = models.CharField(
        _("language of e-mails"), max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("responsible member of staff"),
        limit_choices_to={"is_active": True},
        help_text=_("Gets the same e-mails. Empty: everyone who may change partners does."),
    )
    is_enabled = models.BooleanField(
        _("enabled"), default=True, help_text=_("Switched off, no key of this partner works and no webhook is sent.")
    )
    reads_partner_streams = models.BooleanField(
        _("reads what is for partners"),
        default=False,
        help_text=_("What is public is open to every key; this adds what may be shown again by partners only."),
    )
    public_since = models.PositiveBigIntegerField(
        default=0,
        editable=False,
        help_text="The number of the published sequence from which on the partner reads no more than what is public.",
    )
    receives_webhooks = models.BooleanField(_("receives webhooks"), default=False)
    requests_per_minute = models.PositiveIntegerField(
        _("requests per minute"), default=120, validators=[MinValueValidator(1)]
    )
    requests_per_day = models.PositiveIntegerField(
        _("requests per day"), default=20_000, validators=[MinValueValidator(1)]
    )
    notes = models.TextField(_("notes"), blank=True, help_text=_("For colleagues; no partner sees them."))
    created_at = models.DateTimeField(_("since"), auto_now_add=True)
    last_used_at = models.DateTimeField(_("last use"), null=True, blank=True, editable=False)
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="partner", editable=False
    )

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args, **kwargs):
        with transaction.atomic():
            if self.account_id is None:
                self.account = _make_account(self.name)
            self._note_loss_of_scope()
            super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        """Delete the partner with its account, and with that its keys."""
        with transaction.atomic():
            account = self.account
            deleted = super().delete(*args, **kwargs)
            account.delete()
        return deleted

    def _note_loss_of_scope(self) -> None:
        """Take a number where the partner loses a scope: whoever read before it has to start its mirror again."""
        before = Partner.objects.filter(pk=self.pk, reads_partner_streams=True)
        if self.reads_partner_streams or self.pk is None or not before.exists():
            return
        sequence = DeliverySequence.locked()
        sequence.value += 1
        sequence.save(update_fields=["value"])
        self.public_since = sequence.value

    @property
    def audiences(self) -> Audiences:
        """Return whose items the partner may have."""
        return WITH_PARTNERS if self.reads_partner_streams else PUBLIC_ONLY

    @property
    def keys(self) -> models.QuerySet[APIToken]:
        """The partner's keys, the newest first, revoked ones too."""
        return APIToken.objects.filter(user=self.account_id).order_by("-created", "-pk")

    def create_key(self, name: str) -> tuple[APIToken, str]:
        """Return a new key and its text, which is known at this moment only."""
        return APIToken.create_token(user=self.account, name=name)


def _make_account(name: str):
    user = get_user_model()(username=f"partner-{secrets.token_hex(6)}", last_name=name[:150], is_active=False)
    user.set_unusable_password()
    user.save()
    return user
