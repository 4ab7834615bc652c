"""A cover picture with its words in the page's own language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail_localize.fields import SynchronizedField, TranslatableField


class CoverMixin(models.Model):
    """The picture of a page. Alternative text belongs to this use in this language, never to the image itself."""

    cover = models.ForeignKey(
        "media.CustomImage",
        verbose_name=_("cover picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    cover_alt_text = models.CharField(
        _("alternative text"),
        max_length=255,
        blank=True,
        help_text=_("What the picture shows, for people who cannot see it."),
    )
    cover_is_decorative = models.BooleanField(
        _("decorative"), default=False, help_text=_("The picture adds nothing to the text: screen readers skip it.")
    )
    cover_caption = models.CharField(_("caption"), max_length=255, blank=True)
    cover_credit = models.CharField(
        _("credit"), max_length=255, blank=True, help_text=_("Empty: the credit stored with the picture.")
    )

    cover_panels = [
        MultiFieldPanel(
            [
                FieldPanel("cover"),
                FieldRowPanel([FieldPanel("cover_alt_text"), FieldPanel("cover_is_decorative")]),
                FieldRowPanel([FieldPanel("cover_caption"), FieldPanel("cover_credit")]),
            ],
            heading=_("Cover picture"),
        )
    ]
    cover_translatable_fields = [
        SynchronizedField("cover"),
        TranslatableField("cover_alt_text"),
        SynchronizedField("cover_is_decorative", overridable=False),
        TranslatableField("cover_caption"),
        TranslatableField("cover_credit"),
    ]

    class Meta:
        abstract = True

    @property
    def cover_picture(self):
        """Return the cover as a Picture (see media.files.picture), or None."""
        if self.cover is None:
            return None
        return self.cover.picture(self.cover_alt_text, is_decorative=self.cover_is_decorative)

    @property
    def cover_credit_text(self) -> str:
        return self.cover_credit or (self.cover.credit if self.cover else "")
