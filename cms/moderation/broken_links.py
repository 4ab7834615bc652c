"""Links that lead nowhere: to a page that readers do not see, or to another website that does not answer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import policy_registry

MOST = 200
HERE, ELSEWHERE = "here", "elsewhere"


@dataclass(frozen=True)
class BrokenLink:
    """`target` is the title of a page that is not published, "" where it is gone for good; outside, an address.

    Outside, `result` says what came of asking for it, at `checked_at`.
    """

    title: str
    language: str
    edit_url: str
    place: str
    target: str
    is_external: bool = False
    result: str = ""
    checked_at: datetime | None = None


# Given a user; registered by the room that asks other websites.
external: list[Callable[[object], list[BrokenLink]]] = []


def broken_links(user) -> list[BrokenLink]:
    """Return the broken links of live pages the user may see, by title; at most MOST, in three queries."""
    pages = policy_registry.get_by_type(Page).explorable_instances(user)
    sources = pages.live().filter(alias_of=None)
    page_type = ContentType.objects.get_for_model(Page)
    references = ReferenceIndex.objects.filter(
        base_content_type=page_type, to_content_type=page_type, object_id__in=_keys(sources)
    ).exclude(to_object_id__in=_keys(Page.objects.live()))
    found = list(references.order_by("object_id", "to_object_id", "content_path").select_related("content_type")[:MOST])
    keys = {reference.object_id for reference in found} | {reference.to_object_id for reference in found}
    known = {str(page.pk): page for page in Page.objects.filter(pk__in=keys).select_related("locale")}
    links = [
        BrokenLink(
            title=known[one.object_id].title,
            language=known[one.object_id].locale.language_code,
            edit_url=reverse("wagtailadmin_pages:edit", args=[one.object_id]),
            place=one.describe_source_field(),
            target=known[one.to_object_id].title if one.to_object_id in known else "",
        )
        for one in found
        if one.object_id in known
    ]
    return sorted(links, key=lambda link: (link.title, link.place))


def report(request):
    """Show them, all or (`?to=here`, `?to=elsewhere`) some; whoever is in the admin sees those he may see anyway."""
    to = request.GET.get("to", "")
    links = [] if to == ELSEWHERE else broken_links(request.user)
    if to != HERE:
        links += [link for give in external for link in give(request.user)]
    context = {
        "links": links,
        "to": to,
        "choices": [("", _("All")), (HERE, _("Within the website")), (ELSEWHERE, _("To other websites"))],
        "is_external_off": not settings.LINK_CHECK_DAYS,
    }
    return TemplateResponse(request, "moderation/admin/broken_links.html", context)


def _keys(pages: QuerySet) -> QuerySet:
    # The index keeps keys as text.
    return pages.order_by().annotate(key=Cast("pk", CharField())).values("key")
