"""One picture of a gallery, with its words in the gallery's language."""

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from cms.core.models import NormalisedTextMixin


class GalleryItemQuerySet(models.QuerySet):
    """Sentences about pictures of galleries."""

    def first_of_each_gallery(self):
        earlier = GalleryItem.objects.filter(page=OuterRef("page")).filter(
            models.Q(sort_order__lt=OuterRef("sort_order"))
            | models.Q(sort_order=OuterRef("sort_order"), pk__lt=OuterRef("pk"))
        )
        return self.filter(~Exists(earlier))


class GalleryItem(NormalisedTextMixin, TranslatableMixin, Orderable):
    """A picture, its caption, and its alternative text or that it is decorative here."""

    page = ParentalKey("media.GalleryPage", on_delete=models.CASCADE, related_name="items")
    image = models.ForeignKey(
        "media.CustomImage", verbose_name=_("picture"), on_delete=models.CASCADE, related_name="+"
    )
    caption = models.CharField(_("caption"), max_length=400, blank=True)
    alt_text = models.CharField(
        _("alternative text"),
        max_length=255,
        blank=True,
        help_text=_("What the picture shows, for people who cannot see it."),
    )
    is_decorative = models.BooleanField(
        _("decorative"), default=False, help_text=_("The picture adds nothing to the text: screen readers skip it.")
    )
    credit = models.CharField(
        _("credit"), max_length=255, blank=True, help_text=_("Empty: the credit stored with the picture.")
    )

    objects = GalleryItemQuerySet.as_manager()

    panels = [
        FieldPanel("image"),
        FieldPanel("caption"),
        FieldRowPanel([FieldPanel("alt_text"), FieldPanel("is_decorative")]),
        FieldPanel("credit"),
    ]
    override_translatable_fields = [
        SynchronizedField("image", overridable=False),
        SynchronizedField("is_decorative", overridable=False),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def __str__(self) -> str:
        return self.caption or self.alt_text or str(self.image)

    @property
    def picture(self):
        """Return the image with this use's alternative text, see media.files.picture."""
        return self.image.picture(self.alt_text, is_decorative=self.is_decorative)

    @property
    def credit_text(self) -> str:
        return self.credit or self.image.credit
