"""Page lists sorted by title: every page has its sort key beside its translation state, whatever its type."""

from django.db.models import Expression, OuterRef, Subquery
from django.db.models.functions import Coalesce
from wagtail.models import Page

from cms.core.listing import admin_order
from cms.translation.models import TranslationState


def put_in_place() -> None:
    """Say how pages are sorted by title (cms.core.listing.admin_order). Doing it twice changes nothing."""
    admin_order.keys[Page] = title_key


def title_key() -> Expression:
    own = TranslationState.objects.filter(translation_key=OuterRef("translation_key"), locale=OuterRef("locale_id"))
    return Coalesce(Subquery(own.values("sort_key")[:1]), "title")
