"""Lists on the front: what has a text in the page's language comes before what only stands in for another's."""

from django.db.models import Case, Value, When

from cms.core.fallbacks import has_own_text


def own_text_first(pages):
    """Return the queryset with pages of their own text first, otherwise in the order it has."""
    stands_in = Case(When(has_own_text(), then=Value(0)), default=Value(1))
    return pages.order_by(stands_in, *pages.query.order_by)
