"""`resolve/?url=`: from an address of the website, whole or its path alone, to the item that is there.

200 with the item's identity and addresses; 301 (302 where an editor meant it so) to what resolves an address it moved
to; 410 with the reason where it was withdrawn; 404 where there never was anything for this reader.
"""

import json
from http import HTTPStatus
from urllib.parse import quote, unquote, urlencode, urlsplit

from django.http import HttpResponse
from django.utils.translation import gettext_noop as _
from rest_framework import serializers
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from cms.api.audience import audiences_of
from cms.api.conditional import CACHE_CONTROL, answer
from cms.api.endpoints.view import ApiView
from cms.api.problems import ProblemError, invalid, not_found
from cms.core.addresses import absolute_url
from cms.delivery.documents import to_json
from cms.delivery.models import DeliveredItem, Reason
from cms.delivery.registry import all_types
from cms.delivery.shapes import ReferenceMetaSerializer

ADDRESS = "/api/v2/resolve/"
MAX_LENGTH = 2000
META = tuple(ReferenceMetaSerializer().fields)


class MovedSerializer(serializers.Serializer):
    """Where an address leads today."""

    moved_to = serializers.URLField()


class ResolveView(ApiView):
    """What is at an address of the website."""

    parameters = frozenset({"url"})

    def read(self, request) -> HttpResponse:
        path = self.path()
        rows = DeliveredItem.objects.filter(html_path=path).order_by("-is_live", "-sequence")
        row = rows.values("is_live", "audience", "reason", "listing", "changed_at", "locale").first()
        audiences = audiences_of(request)
        if row is not None and row["is_live"]:
            if row["audience"] not in audiences:
                raise not_found()
            return answer(
                request,
                _identity(row["listing"]),
                audiences=audiences,
                last_modified=row["changed_at"],
                content_language=row["locale"],
            )
        redirect = _redirect_from(path)
        if redirect is not None:
            return _moved(*redirect)
        if row is None or row["audience"] not in audiences:
            raise not_found()
        raise ProblemError(
            "gone",
            _("what was at this address is withdrawn: %(reason)s"),
            status=HTTPStatus.GONE,
            parameter="url",
            members={"reason": row["reason"]},
            reason=Reason(row["reason"]).label,
        )

    def path(self) -> str:
        """Return the path asked for as the store has it. Raises ProblemError; 404 for another website's address."""
        text = self.query.text("url").strip()
        if not text or len(text) > MAX_LENGTH:
            raise invalid("url", _("url must be an address of the website, or its path"))
        try:
            parts = urlsplit(text)
            origin = (parts.scheme, parts.hostname, parts.port)
        except ValueError:
            raise invalid("url", _("url must be an address of the website, or its path")) from None
        if parts.scheme or parts.netloc:
            if parts.scheme not in ("http", "https", "") or not parts.hostname:
                raise invalid("url", _("url must be an address of the website, or its path"))
            if not _is_ours(origin[1], origin[2]):
                raise not_found()
        names = [name for name in unquote(parts.path).split("/") if name]
        return "/".join(["", *names, ""])


def _is_ours(hostname: str, port: int | None) -> bool:
    """Whether a site of ours has this host; its scheme does not matter, and its port only if one is given."""
    sites = [urlsplit(root.root_url) for root in Site.get_site_root_paths()]
    return any(site.hostname == hostname and port in (None, 80, 443, site.port) for site in sites)


def _identity(listing: str) -> bytes:
    item = json.loads(listing)
    meta = {name: item["meta"][name] for name in META}
    return to_json({"id": item["id"], "meta": meta, "title": item["title"]}).encode()


def _redirect_from(path: str) -> tuple[str, bool] | None:
    """Return (where an address leads, whether for good) by Wagtail's redirects; None where there is none."""
    asked = Redirect.normalise_path(quote(path))
    named = Redirect.objects.filter(old_path=asked).order_by("-site", "pk")
    redirect = named.values("redirect_page", "redirect_link", "is_permanent").first()
    if redirect is None:
        return None
    target = redirect["redirect_link"]
    if redirect["redirect_page"]:
        types = [made.name for made in all_types() if made.is_page]
        pages = DeliveredItem.objects.filter(type__in=types, object_id=redirect["redirect_page"]).exclude(
            html_path=path
        )
        target = pages.order_by("-is_live").values_list("html_path", flat=True).first()
    return (target, redirect["is_permanent"]) if target else None


def _moved(target: str, is_permanent: bool) -> HttpResponse:
    """Return an answer that leads to what resolves `target`; to the target itself where that is elsewhere."""
    parts = urlsplit(target)
    is_elsewhere = bool(parts.netloc) and not _is_ours(parts.hostname or "", parts.port)
    location = target if is_elsewhere else f"{ADDRESS}?{urlencode({'url': target}, safe='/')}"
    status = HTTPStatus.MOVED_PERMANENTLY if is_permanent else HTTPStatus.FOUND
    response = HttpResponse(
        to_json({"moved_to": absolute_url(target)}).encode(), content_type="application/json", status=status
    )
    response["Location"], response["Cache-Control"] = location, CACHE_CONTROL
    return response
