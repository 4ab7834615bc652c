"""A picture in a body, with the words of this use."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from cms.core.blocks.base import BodyBlock
from cms.core.blocks.contract import TEXT, component, record
from cms.core.publishing import MISSING_ALTERNATIVE
from cms.core.stored_words import take_over


class ImageValue(blocks.StructValue):
    """Gives templates a picture that already carries its alternative text."""

    @property
    def picture(self):
        image = self.get("image")
        if image is None:
            return None
        return image.picture(self.get("alt_text") or "", is_decorative=bool(self.get("is_decorative")))

    @property
    def credit_text(self) -> str:
        image = self.get("image")
        return self.get("credit") or (image.credit if image else "")


class ImageBlock(BodyBlock):
    """A picture with alternative text or "decorative", caption and credit, per language."""

    image = ImageChooserBlock(label=_("Picture"))
    alt_text = blocks.CharBlock(
        required=False,
        max_length=255,
        label=_("Alternative text"),
        help_text=_("What the picture shows, for people who cannot see it."),
    )
    is_decorative = blocks.BooleanBlock(
        required=False,
        label=_("Decorative"),
        help_text=_("The picture adds nothing to the text: screen readers skip it."),
    )
    caption = blocks.CharBlock(required=False, max_length=400, label=_("Caption"))
    credit = blocks.CharBlock(
        required=False, max_length=255, label=_("Credit"), help_text=_("Empty: the credit stored with the picture.")
    )

    api_schema = record(image=component("Picture"), caption=TEXT, credit=TEXT)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "blocks/image.html"
        value_class = ImageValue

    def clean(self, value):
        result = super().clean(value)
        take_over(result, result["image"])
        if not self.is_deferred_validation and not (result["is_decorative"] or result["alt_text"].strip()):
            raise blocks.StructBlockValidationError({"alt_text": ValidationError(MISSING_ALTERNATIVE)})
        return result

    def api_value(self, value):
        picture = value.picture
        if picture is None:
            return None
        return {"image": picture.api_value(), "caption": value["caption"] or "", "credit": value.credit_text}
