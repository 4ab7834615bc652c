"""The broken links to other websites, for the report of broken links (cms.moderation.broken_links)."""

from django.apps import apps
from django.conf import settings
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page
from wagtail.permissions import policy_registry

from cms.moderation.broken_links import MOST, BrokenLink
from cms.operations.links.address import AddressUse, LinkedAddress


def broken_addresses(user) -> list[BrokenLink]:
    """Return those in what the user may see, by title; at most MOST. Four queries, and one for each kind of item."""
    uses = AddressUse.objects.filter(address__in=LinkedAddress.objects.broken(), item__is_live=True)
    uses = list(uses.select_related("address", "item").defer("item__document", "item__listing").order_by("pk")[:MOST])
    shown = _shown(user, {(use.item.type, use.item.object_id) for use in uses})
    finder, links = AdminURLFinder(user), []
    for use in uses:
        instance = shown.get((use.item.type, use.item.object_id))
        if instance is not None:
            links.append(
                BrokenLink(
                    title=str(instance),
                    language=use.item.locale or settings.LANGUAGE_CODE,
                    edit_url=finder.get_edit_url(instance) or "",
                    place=str(instance._meta.verbose_name),
                    target=use.address.url,
                    is_external=True,
                    result=use.address.result,
                    checked_at=use.address.checked_at,
                )
            )
    return sorted(links, key=lambda link: (link.title, link.target))


def _shown(user, wanted: set[tuple[str, int]]) -> dict:
    """Return the instances by (type, key) that a person may see in the admin."""
    found = {}
    for label in {label for label, _pk in wanted}:
        model = apps.get_model(label)
        keys = [pk for one, pk in wanted if one == label]
        rows = model._default_manager.filter(pk__in=keys)
        if issubclass(model, Page):
            rows = rows.filter(pk__in=policy_registry.get_by_type(Page).explorable_instances(user).values("pk"))
        elif not policy_registry.get_by_type(model).user_has_any_permission(user, {"add", "change", "publish"}):
            continue
        found |= {(label, row.pk): row for row in rows}
    return found
