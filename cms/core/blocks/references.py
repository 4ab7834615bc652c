"""Blocks that show an item of another room: chosen by the model's name, shown by its card."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.core.blocks.base import BodyBlock, chosen
from cms.core.blocks.contract import REFERENCE, TEXT, record
from cms.core.cards import Card
from cms.core.fallbacks import card_of


class ReferenceValue(blocks.StructValue):
    """Gives templates the card of the chosen item, in the page's language where it exists there."""

    reference_name = ""

    @property
    def item(self):
        return chosen(self.get(self.reference_name))

    @property
    def card(self) -> Card | None:
        return card_of(self.item) if self.item is not None else None


class ReferenceBlock(BodyBlock):
    """A chosen page, represented by its identity, title and address."""

    api_schema = record(item=REFERENCE)

    def api_value(self, value):
        item = value.item
        return {"item": item.reference()} if item is not None else None


def _value_class(name: str) -> type[ReferenceValue]:
    return type(f"{name.title()}ReferenceValue", (ReferenceValue,), {"reference_name": name})


class GalleryBlock(ReferenceBlock):
    """A picture gallery."""

    gallery = blocks.PageChooserBlock("media.GalleryPage", label=_("Gallery"))

    class Meta:
        icon = "image"
        label = _("Gallery")
        template = "blocks/gallery.html"
        value_class = _value_class("gallery")


class VideoReferenceValue(ReferenceValue):
    """Adds what plays the video in place, see media.videos.player."""

    reference_name = "video"

    @property
    def player(self):
        item = self.item
        return item.player if item is not None else None


class VideoBlock(ReferenceBlock):
    """A video."""

    video = blocks.PageChooserBlock("media.VideoPage", label=_("Video"))

    class Meta:
        icon = "media"
        label = _("Video")
        template = "blocks/video.html"
        value_class = VideoReferenceValue


class LawCitationBlock(ReferenceBlock):
    """A law document and what is cited of it."""

    document = blocks.PageChooserBlock("articles.LawDocumentPage", label=_("Law document"))
    note = blocks.CharBlock(required=False, max_length=255, label=_("Article, clause or note"))

    api_schema = record(item=REFERENCE, note=TEXT)

    class Meta:
        icon = "doc-full-inverse"
        label = _("Law citation")
        template = "blocks/law_citation.html"
        value_class = _value_class("document")

    def api_value(self, value):
        reference = super().api_value(value)
        return {**reference, "note": value["note"] or ""} if reference else None


class QuestionReferenceBlock(ReferenceBlock):
    """A legal question that was answered."""

    question = blocks.PageChooserBlock("articles.LegalQuestionPage", label=_("Question"))

    class Meta:
        icon = "help"
        label = _("Question and answer")
        template = "blocks/question_reference.html"
        value_class = _value_class("question")
