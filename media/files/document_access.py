"""Who may have a document: whoever may see something that shows it.

A document that nothing has ever shown is had by whoever its collection lets (Wagtail's own permission): its address was
given to somebody by hand. What only drafts, withdrawn or restricted pages show is for those who may see them.
"""

from enum import Enum

from django.http import HttpRequest
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import policy_registry

from cms.delivery.models import DeliveredItem
from media.files.public_files import is_shown_anywhere
from media.models import CustomDocument


class Access(Enum):
    """What becomes of a request; `PERSONAL`: nobody on the way may keep the answer."""

    PUBLIC = "public"
    PERSONAL = "personal"
    UNKNOWN = "unknown"
    GONE = "gone"


def access_to(document: CustomDocument, request: HttpRequest) -> Access:
    """Return how a request may have a document whose collection lets it."""
    if is_shown_anywhere(document):
        return Access.PUBLIC
    was_delivered = DeliveredItem.objects.filter(type=document._meta.label, object_id=document.pk).exists()
    references = ReferenceIndex.get_references_to(document)
    if not was_delivered and not references.exists():
        return Access.PUBLIC
    if _may_manage(request.user, document):
        return Access.PERSONAL
    restricted = _restricted_pages(references)
    if any(_lets_in(page, request) for page in restricted):
        return Access.PERSONAL
    return Access.GONE if was_delivered and not restricted else Access.UNKNOWN


def _may_manage(user, document: CustomDocument) -> bool:
    policy = policy_registry.get_by_type(CustomDocument)
    return policy.user_has_any_permission_for_instance(user, ["choose", "change"], document)


def _restricted_pages(references) -> list[Page]:
    """Return the live pages that show it: all of them restricted, or it would be public."""
    named = references.filter(base_content_type__app_label="wagtailcore", base_content_type__model="page")
    return list(Page.objects.live().filter(pk__in={int(pk) for pk in named.values_list("object_id", flat=True)}))


def _lets_in(page: Page, request: HttpRequest) -> bool:
    return all(restriction.accept_request(request) for restriction in page.specific.get_view_restrictions())
