"""The static serializers every delivered page has in common; types add their own fields in their own rooms."""

from django.utils import timezone
from rest_framework import serializers

from cms.core.addresses import absolute_url
from cms.delivery.registry import type_of


def detail_url(instance) -> str:
    """Return the absolute address of an item's own document in the API, "" if its type is not delivered."""
    delivered_type = type_of(instance)
    return absolute_url(f"/api/v2/{delivered_type.endpoint}/{instance.pk}/") if delivered_type else ""


class ReferenceSerializer(serializers.Serializer):
    """Another item, as far as this document speaks of it."""

    id = serializers.IntegerField()
    type = serializers.CharField()
    uuid = serializers.UUIDField()
    locale = serializers.CharField()
    title = serializers.CharField()
    html_url = serializers.URLField()
    detail_url = serializers.URLField()


def refer_to(page) -> dict:
    """Return what ReferenceSerializer describes."""
    return {**page.reference(), "detail_url": detail_url(page)}


class ReferenceField(serializers.Field):
    """A page shown in the language of the document where it exists there; null where nothing public is chosen."""

    def to_representation(self, page):
        page = getattr(page.localized, "specific", page)
        return refer_to(page) if page.live and not page.is_untranslated else None


class ReferenceListField(serializers.Field):
    """Pages, those that are public, in their order."""

    def to_representation(self, pages):
        field = ReferenceField()
        return [reference for page in pages if (reference := field.to_representation(page))]


class BodyField(serializers.Field):
    """A StreamField body: `[{"id", "type", "value"}]`, see cms.core.blocks."""

    def to_representation(self, value):
        return value.stream_block.get_api_representation(value)


class PictureField(serializers.Field):
    """A picture with this use's alternative text and its renditions, see media.files.picture."""

    def to_representation(self, picture):
        return picture.api_value()


class LocalDateTimeField(serializers.DateTimeField):
    """A moment in Vietnamese time, with its offset."""

    def to_representation(self, value):
        return timezone.localtime(value).isoformat() if value else None


class TaxonomyField(serializers.Field):
    """A translatable name: its identity is shared by all languages, its name is the document's language's."""

    def to_representation(self, term):
        return {"uuid": str(term.translation_key), "name": str(term.localized)}


class TranslationSerializer(serializers.Serializer):
    """The same item in another language."""

    locale = serializers.CharField()
    id = serializers.IntegerField()
    title = serializers.CharField()
    html_url = serializers.URLField()
    detail_url = serializers.URLField()


class PageMetaSerializer(serializers.Serializer):
    """Wagtail's API v2 metadata of a page, and this project's: uuid, translations, last change."""

    type = serializers.CharField(source="_meta.label")
    detail_url = serializers.SerializerMethodField()
    html_url = serializers.CharField(source="full_url")
    slug = serializers.CharField()
    show_in_menus = serializers.BooleanField()
    seo_title = serializers.CharField()
    search_description = serializers.CharField()
    first_published_at = LocalDateTimeField()
    last_published_at = LocalDateTimeField()
    alias_of = serializers.SerializerMethodField()
    parent = serializers.SerializerMethodField()
    locale = serializers.CharField(source="locale.language_code")
    uuid = serializers.UUIDField(source="translation_key")
    translations = serializers.SerializerMethodField()

    def get_detail_url(self, page) -> str:
        return detail_url(page)

    def get_alias_of(self, page) -> None:
        # Aliases are never delivered; the key is Wagtail's.
        return None

    def get_parent(self, page) -> dict | None:
        parent = page.get_parent()
        parent = parent.specific if parent is not None and not parent.is_root() else None
        return refer_to(parent) if parent is not None else None

    def get_translations(self, page) -> list[dict]:
        return [
            {key: refer_to(other)[key] for key in ("locale", "id", "title", "html_url", "detail_url")}
            for other in page.live_translations()
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
