"""Links to pages in rich text: only pages that any reader may see have an address; of others the words stay.

Wagtail's own handler gives the address of a draft too, and with it its slug, which is made of its title.
"""

from django.db.models import BooleanField, ExpressionWrapper, Q
from django.utils.html import escape
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from cms.core.fallbacks import has_own_text, is_untranslated
from cms.core.restrictions import is_restricted


class PublicPageLinkHandler(PageLinkHandler):
    """Replaces Wagtail's; one query more, however many links a text has."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        pages = [page.localized if page is not None else None for page in cls.get_many(attrs_list)]
        shown = _shown([page for page in pages if page is not None])
        return [
            f'<a href="{escape(url)}">' if page is not None and page.pk in shown and (url := page.url) else "<a>"
            for page in pages
        ]


def _shown(pages: list[Page]) -> set[int]:
    """Return the primary keys of those whose address answers any reader, with their own text or their source's."""
    if not pages:
        return set()
    keys = {page.translation_key for page in pages if is_untranslated(page)}
    sources = {page.alias_of_id for page in pages if page.alias_of_id is not None}
    wanted = Q(pk__in={page.pk for page in pages} | sources) | Q(translation_key__in=keys)
    visible = Page.objects.live().exclude(is_restricted()).filter(wanted)
    told = visible.annotate(has_text=_as_value(has_own_text())).values_list("pk", "translation_key", "has_text")
    found = {pk: (key, has_text) for pk, key, has_text in told}
    texts = {key for key, has_text in found.values() if has_text} | {pk for pk, (_key, has) in found.items() if has}
    return {
        page.pk
        for page in pages
        if page.pk in found
        and (not is_untranslated(page) or page.translation_key in texts or page.alias_of_id in texts)
    }


def _as_value(condition: Q):
    return ExpressionWrapper(condition, output_field=BooleanField())
