"""What can be done with a row's translation, in the menu of a page list; all rows ask the database once together.

wagtail-localize 1.14 asks up to four times a row: two hundred queries for fifty pages. Its own buttons stay wherever
no list was prepared. Can go when it prepares its lists.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets import ListingButton
from wagtail.models import Page
from wagtail_localize import wagtail_hooks as upstream
from wagtail_localize.models import TranslationSource

from cms.translation.models import TranslationState

HOOK = "register_page_listing_more_buttons"
_PREPARED = "_prepared_translations"


@dataclass
class RowTranslations:
    """What one page of a list has: its states in all languages, and the source that others are translated from."""

    states: list[TranslationState] = field(default_factory=list)
    source_pk: int | None = None

    @property
    def is_missing_somewhere(self) -> bool:
        return any(row.state == TranslationState.State.MISSING for row in self.states)


def prepare(pages: Sequence[Page]) -> None:
    """Ask once, for all pages of a list, what each row shows. Two queries, however many there are."""
    keys = [page.translation_key for page in pages]
    states: dict = {}
    rows = TranslationState.objects.filter(translation_key__in=keys).select_related("locale").order_by("locale")
    for row in rows:
        states.setdefault(row.translation_key, []).append(row)
    sources = TranslationSource.objects.filter(object_id__in=keys, translations__enabled=True)
    by_place = {(key, locale_id): pk for pk, key, locale_id in sources.values_list("pk", "object_id", "locale_id")}
    for page in pages:
        source_pk = by_place.get((page.translation_key, page.locale_id))
        setattr(page, _PREPARED, RowTranslations(states.get(page.translation_key, []), source_pk))


def prepared(page: Page) -> RowTranslations:
    """Return what `prepare` found; nothing for a page that came into a list later."""
    return getattr(page, _PREPARED, None) or RowTranslations()


def buttons(page: Page, user, view_name: str | None = None, next_url: str | None = None) -> Iterator[ListingButton]:
    """Give the buttons of a row, the same as upstream's."""
    if not hasattr(page, _PREPARED):
        yield from upstream.page_listing_more_buttons(page, user, view_name=view_name, next_url=next_url)
        return
    known = prepared(page)
    if page.is_root() or not user.has_perm("wagtail_localize.submit_translation"):
        return
    if known.is_missing_somewhere:
        address = reverse("wagtail_localize:submit_page_translation", args=[page.alias_of_id or page.pk])
        yield ListingButton(_("Translate this page"), address, priority=60, icon_name="wagtail-localize-language")
    if known.source_pk is not None:
        address = reverse("wagtail_localize:update_translations", args=[known.source_pk])
        if next_url is not None:
            address += "?" + urlencode({"next": next_url})
        yield ListingButton(_("Sync translated pages"), address, priority=60, icon_name="resubmit")


def put_in_place() -> None:
    """Register our buttons in the place of upstream's. Doing it twice changes nothing."""
    registered = hooks._hooks[HOOK]
    theirs = (upstream.page_listing_more_buttons, 0)
    if theirs in registered:
        registered[registered.index(theirs)] = (buttons, 0)
