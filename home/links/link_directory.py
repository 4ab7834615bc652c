"""All links in a language, in their groups: one module for the directory page and the home page."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language

from cms.core.cards import Card
from home.links.link import Link
from home.links.link_group import LinkGroup


@dataclass
class LinkGroupCards:
    """A group and its links; `lang` is a language code only where the group's name is not in the page's language."""

    title: str
    lang: str
    cards: list[Card]


def link_groups() -> list[LinkGroupCards]:
    """Return the groups that have live links, in the active language; what lacks it is in Vietnamese. Two queries."""
    groups = _in_active_language(LinkGroup.objects.select_related("locale"))
    links = _in_active_language(Link.objects.select_related("locale", "group", "logo"))
    by_group: dict = {}
    for link in links.values():
        key = link.group.translation_key if link.group is not None else None
        by_group.setdefault(key if key in groups else None, []).append(link)
    ordered = [(group, by_group[key]) for key, group in groups.items() if key in by_group]
    if None in by_group:
        ordered.append((None, by_group[None]))
    return [
        LinkGroupCards(
            title=group.name if group else "",
            lang=_foreign(group) if group else "",
            cards=[link.card(label=group.name if group else "") for link in links],
        )
        for group, links in ordered
    ]


def _in_active_language(queryset) -> dict:
    """Return {translation key: instance} of what is live, in the model's order as the chosen instances have it."""
    language = get_language() or settings.LANGUAGE_CODE
    found = {}
    for instance in queryset.filter(live=True, locale__language_code__in={language, settings.LANGUAGE_CODE}):
        if instance.translation_key not in found or instance.locale.language_code == language:
            found[instance.translation_key] = instance
    ordered = sorted(found.items(), key=lambda item: (item[1].order, item[1].sort_key, item[1].pk))
    return dict(ordered)


def _foreign(snippet) -> str:
    language = snippet.locale.language_code
    return "" if language == get_language() else language
