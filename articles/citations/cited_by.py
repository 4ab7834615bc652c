"""Who cites a law document: for its page, and as a filter of lists."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from articles.citations.citation import Citation
from cms.core.fallbacks import has_own_text
from cms.core.restrictions import is_restricted
from cms.delivery.filters import UuidFilter

SHOWN_ON_PAGE = 10


def pages_citing(document) -> dict:
    """Return {"pages": [...], "more": number}: the newest live pages in the language of the page around `document`."""
    citing = Citation.objects.of(document.translation_key).values("page")
    pages = (
        Page.objects.live()
        .exclude(is_restricted())
        .filter(has_own_text(), pk__in=citing, locale=document.tree_page.locale_id)
    )
    newest = pages.exclude(pk=document.pk).order_by("-first_published_at", "-pk").defer_streamfields()
    listed = list(newest[: SHOWN_ON_PAGE + 1])
    more = newest.count() - SHOWN_ON_PAGE if len(listed) > SHOWN_ON_PAGE else 0
    return {"pages": listed[:SHOWN_ON_PAGE], "more": more}


# For the list of every type that cites: `?cites=<uuid>`.
CITES_FILTER = UuidFilter(
    _("the uuid of a law document that the items cite"),
    lambda items, uuid: items.filter(pk__in=Citation.objects.of(uuid).values("page")),
)
