"""Page lists sorted by title are sorted as Vietnamese sorts.

Wagtail 8.0 leaves it to the database, where "Đ" comes after "z" and both databases differ. Every page has its sort key
beside its translation state, so one look-up a page is enough whatever its type. Can go when Wagtail lets page types
name the field their titles are sorted by.
"""

from functools import wraps

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce
from wagtail.admin.views.pages.listing import IndexView

from cms.translation.models import TranslationState


def put_in_place() -> None:
    """Replace the order by title. Doing it twice changes nothing."""
    if not getattr(IndexView.order_queryset, "is_vietnamese", False):
        IndexView.order_queryset = _vietnamese(IndexView.order_queryset)


def _vietnamese(original):
    @wraps(original)
    def order_queryset(self, queryset):
        # A search's results can be ordered by plain columns only.
        if self.ordering not in ("title", "-title") or self.is_searching:
            return original(self, queryset)
        own = TranslationState.objects.filter(translation_key=OuterRef("translation_key"), locale=OuterRef("locale_id"))
        key = Coalesce(Subquery(own.values("sort_key")[:1]), "title")
        return queryset.order_by(key.desc() if self.ordering == "-title" else key.asc(), "pk")

    order_queryset.is_vietnamese = True
    return order_queryset
