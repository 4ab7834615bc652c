"""All links in a language, in their groups: one module for the directory page and the home page."""

from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import Case, OuterRef, Subquery, When
from django.utils.translation import get_language

from cms.core.cards import Card
from home.links.link import Link
from home.links.link_group import LinkGroup


@dataclass
class LinkGroupCards:
    """A group and its links; `lang` is a language code only where the group's name is not in the page's language."""

    title: str = ""
    lang: str = ""
    cards: list[Card] = field(default_factory=list)


def link_groups() -> list[LinkGroupCards]:
    """Return the groups of live links, in the active language; what lacks it is in Vietnamese. One query.

    Links without a live group come last.
    """
    language = get_language() or settings.LANGUAGE_CODE
    groups: dict[tuple, LinkGroupCards] = {}
    for link in _links(language):
        place = (1,)
        if link.group_sort_key is not None:
            place = (0, link.group.order, link.group_sort_key, link.group_id)
        if place not in groups:
            foreign = link.group is not None and link.group_language != language
            groups[place] = LinkGroupCards(link.group_name or "", (link.group_language or "") if foreign else "")
        groups[place].cards.append(link.card(label=groups[place].title))
    return [groups[place] for place in sorted(groups)]


def _links(language: str) -> list[Link]:
    """Return each live link once, in its own order, with `group_name`, `group_sort_key` and `group_language`.

    Those are of the group's live version in `language`, else in Vietnamese, and None where neither is live.
    """
    languages = {language, settings.LANGUAGE_CODE}
    versions = LinkGroup.objects.filter(
        live=True, translation_key=OuterRef("group__translation_key"), locale__language_code__in=languages
    ).order_by(Case(When(locale__language_code=language, then=0), default=1))
    links = Link.objects.filter(live=True, locale__language_code__in=languages)
    found: dict = {}
    for link in links.select_related("locale", "group", "logo").annotate(
        group_name=Subquery(versions.values("name")[:1]),
        group_sort_key=Subquery(versions.values("sort_key")[:1]),
        group_language=Subquery(versions.values("locale__language_code")[:1]),
    ):
        if link.translation_key not in found or link.locale.language_code == language:
            found[link.translation_key] = link
    return sorted(found.values(), key=lambda link: (link.order, link.sort_key, link.pk))
