"""Menus as JSON, in the reading of their own language."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from cms.core.addresses import absolute_url
from cms.core.models import Syndication
from cms.delivery.snippet_serializers import SnippetSerializer
from home.menus.menu_entries import MenuEntry, entries_of


class MenuLinkSerializer(serializers.Serializer):
    """One entry: `lang` is the language of its title, `uuid` the page's identity or null for a plain address."""

    title = serializers.CharField()
    url = serializers.URLField()
    lang = serializers.CharField()
    uuid = serializers.UUIDField(allow_null=True)


class MenuEntrySerializer(MenuLinkSerializer):
    """An entry with the pages below it."""

    children = MenuLinkSerializer(many=True)


class MenuSerializer(SnippetSerializer):
    """A menu's document."""

    place = serializers.CharField()
    items = serializers.SerializerMethodField()

    @extend_schema_field(MenuEntrySerializer(many=True))
    def get_items(self, menu) -> list[dict]:
        language = menu.locale.language_code
        return [
            {**_link(entry, language), "children": _children(entry, language)}
            for entry in entries_of(menu)
            if _is_anyones(entry)
        ]


def _children(entry: MenuEntry, language: str) -> list[dict]:
    return [_link(child, language) for child in entry.children if _is_anyones(child)]


def _is_anyones(entry: MenuEntry) -> bool:
    """Whether it leads to what may be named anywhere, not on the website alone."""
    return entry.page is None or entry.page.specific.effective_syndication == Syndication.PUBLIC


def _link(entry: MenuEntry, language: str) -> dict:
    return {
        "title": entry.title,
        "url": absolute_url(entry.url),
        "lang": entry.lang or language,
        "uuid": str(entry.page.translation_key) if entry.page is not None else None,
    }
