"""The other languages of many pages, read at once: what the document of each says of its translations."""

from collections.abc import Iterable
from contextvars import ContextVar, Token

from wagtail.models import Page

from cms.core.fallbacks import has_own_text
from cms.delivery.translation_states import made_from, states_of
from cms.delivery.visibility import withheld_reason, withheld_reasons

_known: ContextVar["KnownTranslations | None"] = ContextVar("known translations", default=None)


class KnownTranslations:
    """Use as a context manager around work on `pages` during which nobody publishes."""

    def __init__(self, pages: Iterable[Page]):
        self._siblings: dict[object, list[Page]] = {}
        by_model: dict[type[Page], list[Page]] = {}
        for page in pages:
            by_model.setdefault(type(page), []).append(page)
        for model, members in by_model.items():
            self._read(model, {page.translation_key for page in members})
        everyone = [page for siblings in self._siblings.values() for page in siblings]
        reasons = withheld_reasons(everyone)
        self._shown = {page.pk for page, reason in zip(everyone, reasons, strict=True) if reason is None}
        self._made_from = made_from(everyone)
        self._token: Token | None = None

    def __enter__(self) -> "KnownTranslations":
        self._token = _known.set(self)
        return self

    def __exit__(self, *error) -> None:
        _known.reset(self._token)

    def _read(self, model: type[Page], keys: set) -> None:
        # Whom they are withheld from is known of all of them together.
        siblings = model.objects.filter(translation_key__in=keys).live()
        # A document says title, address and state of a translation, never its text.
        for page in siblings.filter(has_own_text()).select_related("locale").defer_streamfields():
            self._siblings.setdefault((model, page.translation_key), []).append(page)

    def of(self, page: Page) -> tuple[list[Page], dict[int, str]] | None:
        siblings = self._siblings.get((type(page), page.translation_key))
        if siblings is None:
            return None
        others = [other for other in siblings if other.pk != page.pk and other.pk in self._shown]
        return others, states_of([page, *others], self._made_from)


def translations_of(page: Page) -> tuple[list[Page], dict[int, str]]:
    """Return the other languages' pages that are delivered, and by primary key how each language stands.

    Costs nothing where many are read at once; a few queries otherwise.
    """
    known = _known.get()
    found = known.of(page) if known is not None else None
    if found is None:
        others = [other for other in page.live_translations() if withheld_reason(other) is None]
        found = others, states_of([page, *others])
    return found
