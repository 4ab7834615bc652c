"""A link to a draft, for whoever has it, for three days."""

import hashlib
import secrets
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

HOURS = 72


class PreviewLink(models.Model):
    """Shows a page's latest draft. The token is stored as a digest only: whoever lost the address makes a new link."""

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="preview_links")
    digest = models.CharField(max_length=64, unique=True, editable=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    expires_at = models.DateTimeField(_("valid until"), db_index=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")

    def __str__(self) -> str:
        return f"{self.page_id} {self.expires_at:%Y-%m-%d %H:%M}"

    @classmethod
    def make(cls, page, user) -> tuple["PreviewLink", str]:
        """Return a new link and its token, which is not known afterwards."""
        token = secrets.token_urlsafe(24)
        until = timezone.now() + timedelta(hours=HOURS)
        return cls.objects.create(page_id=page.pk, digest=digest_of(token), created_by=user, expires_at=until), token

    @classmethod
    def find(cls, token: str) -> "PreviewLink | None":
        """Return the link of a token that is still valid."""
        found = cls.objects.filter(digest=digest_of(token), expires_at__gt=timezone.now())
        return found.select_related("page").first()


def digest_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
