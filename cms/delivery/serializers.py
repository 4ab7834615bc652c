"""The static serializers every delivered page has in common; types add their own fields in their own rooms."""

from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from wagtail.blocks import StreamBlock

from cms.core.addresses import absolute_url
from cms.core.blocks.body import BodyStreamBlock
from cms.core.blocks.contract import component
from cms.core.fallbacks import source_of
from cms.core.mentions import mentions_of
from cms.core.once import once
from cms.delivery.known_translations import translations_of
from cms.delivery.models import DeliveredItem
from cms.delivery.registry import endpoint_of
from cms.delivery.shapes import (
    LanguageField,
    PictureSerializer,
    ReferenceSerializer,
    TaxonomySerializer,
    TranslationSerializer,
)
from cms.delivery.visibility import audience_of, withheld_reason


def detail_url(instance) -> str:
    """Return the absolute address of an item's own document in the API, "" if its type is not delivered."""
    return _detail_url(instance._meta.label, instance.pk)


def _detail_url(label: str, pk: int) -> str:
    endpoint = endpoint_of(label)
    return absolute_url(f"/api/v2/{endpoint}/{pk}/") if endpoint else ""


def refer_to(page) -> dict:
    """Return what ReferenceSerializer describes."""
    return once(("reference", page._meta.label, page.pk), lambda: _refer_to(page))


def _refer_to(page) -> dict:
    reference = page.reference()
    return {
        "id": reference["id"],
        "meta": {
            "type": reference["type"],
            # Of the page named, which is not `page` itself where that only stands in for its source.
            "detail_url": _detail_url(reference["type"], reference["id"]),
            "html_url": reference["html_url"],
            "uuid": reference["uuid"],
            "locale": reference["locale"],
        },
        "title": reference["title"],
    }


def may_name(document, page) -> bool:
    """Whether the document of an item may refer to a page: its readers can ask for that one, too."""
    if withheld_reason(page) is not None:
        return False
    return audience_of(page) in (DeliveredItem.Audience.PUBLIC, audience_of(document))


class NullableField(serializers.Field):
    """A value that may be missing: null then."""

    def __init__(self, **kwargs):
        super().__init__(**{"allow_null": True, **kwargs})


@extend_schema_field(ReferenceSerializer)
class ReferenceField(NullableField):
    """A page in the language of the document where it exists there; null where it is none its readers can ask for."""

    def to_representation(self, page):
        page = getattr(page.localized, "specific", page)
        return refer_to(page) if may_name(self.root.instance, page) else None


@extend_schema_field(ReferenceSerializer(many=True))
class ReferenceListField(serializers.ListField):
    """Pages, those that readers can ask for, in their order."""

    child = ReferenceField()

    def to_representation(self, pages):
        return [reference for page in pages if (reference := self.child.to_representation(page))]


def blocks_of(stream: type[StreamBlock]) -> dict:
    """Return the schema of a list of a stream block's blocks, see cms.core.blocks.contract."""
    return {"type": "array", "items": component(stream.api_name)}


@extend_schema_field(blocks_of(BodyStreamBlock))
class BodyField(serializers.Field):
    """A StreamField body: `[{"id", "type", "value"}]`, see cms.core.blocks."""

    stream = BodyStreamBlock

    def to_representation(self, value):
        return value.stream_block.get_api_representation(value)


@extend_schema_field(PictureSerializer)
class PictureField(NullableField):
    """A picture with this use's alternative text and its renditions, see media.files.picture."""

    def to_representation(self, picture):
        return picture.api_value()


class LocalDateTimeField(serializers.DateTimeField):
    """A moment in Vietnamese time, with its offset."""

    def __init__(self, **kwargs):
        super().__init__(**{"allow_null": True, **kwargs})

    def to_representation(self, value):
        return timezone.localtime(value).isoformat() if value else None


@extend_schema_field(TaxonomySerializer)
class TaxonomyField(NullableField):
    """A translatable name: its identity is shared by all languages, its name is the document's language's."""

    def to_representation(self, term):
        return {"uuid": str(term.translation_key), "name": str(term.localized)}


class PageMetaSerializer(serializers.Serializer):
    """Wagtail's API v2 metadata of a page, and this project's: uuid, translations, last change."""

    type = serializers.CharField(source="_meta.label")
    detail_url = serializers.SerializerMethodField()
    html_url = serializers.URLField(source="full_url")
    slug = serializers.CharField()
    show_in_menus = serializers.BooleanField()
    seo_title = serializers.CharField()
    search_description = serializers.CharField()
    first_published_at = LocalDateTimeField()
    last_published_at = LocalDateTimeField()
    alias_of = serializers.SerializerMethodField()
    parent = serializers.SerializerMethodField()
    locale = LanguageField(source="locale.language_code")
    uuid = serializers.UUIDField(source="translation_key")
    translations = serializers.SerializerMethodField()

    @extend_schema_field(OpenApiTypes.URI)
    def get_detail_url(self, page) -> str:
        return detail_url(page)

    @extend_schema_field({"type": "null"})
    def get_alias_of(self, page) -> None:
        # Aliases are never delivered; the key is Wagtail's.
        return None

    @extend_schema_field(ReferenceSerializer(allow_null=True))
    def get_parent(self, page):
        """Return the section, null where it is not published itself."""
        section = page.section
        if section is None or section.is_root():
            return None
        # An alias is named by its source; where that is not shown, there is nothing to name.
        named = source_of(section) if section.is_untranslated else section
        return refer_to(section) if named is not None and may_name(page, named) else None

    @extend_schema_field(TranslationSerializer(many=True))
    def get_translations(self, page):
        # What is only shown on the website has no document that could be asked for.
        others, states = translations_of(page)
        return [
            {
                "locale": other.locale.language_code,
                "id": other.pk,
                "title": other.title,
                "html_url": other.full_url or "",
                "detail_url": detail_url(other),
                "state": states[other.pk],
            }
            for other in others
        ]


class RightsSerializer(serializers.Serializer):
    """Under which terms the item may be shown again."""

    licence = serializers.CharField(source="effective_licence")
    licence_url = serializers.CharField()
    attribution = serializers.CharField(source="effective_attribution")
    syndication = serializers.CharField(source="effective_syndication")
    canonical_url = serializers.SerializerMethodField()

    def get_canonical_url(self, page) -> str:
        return page.canonical_source_url or page.full_url or ""


class PageSerializer(serializers.Serializer):
    """What every page's document has."""

    id = serializers.IntegerField()
    meta = PageMetaSerializer(source="*")
    title = serializers.CharField()
    summary = serializers.CharField(source="summary_text")
    rights = RightsSerializer(source="*")

    def to_representation(self, page):
        with mentions_of(page):
            return super().to_representation(page)
