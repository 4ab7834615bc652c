"""`published_after`, `published_before`, `updated_after`, `updated_before`: from a moment on, up to and without one."""

from django.utils.translation import gettext_lazy as _

from cms.delivery.filters import MomentFilter

MOMENT_FILTERS = {
    "published_after": MomentFilter(
        _("first published at this moment or later"), lambda pages, moment: pages.filter(first_published_at__gte=moment)
    ),
    "published_before": MomentFilter(
        _("first published before this moment"), lambda pages, moment: pages.filter(first_published_at__lt=moment)
    ),
    "updated_after": MomentFilter(
        _("last published at this moment or later"), lambda pages, moment: pages.filter(last_published_at__gte=moment)
    ),
    "updated_before": MomentFilter(
        _("last published before this moment"), lambda pages, moment: pages.filter(last_published_at__lt=moment)
    ),
}
