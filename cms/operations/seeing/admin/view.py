"""How the site is, on one page: what works, what waits, what fails, and what was last made sure of."""

from datetime import timedelta
from typing import NamedTuple

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.operations.backup.latest import latest_backup
from cms.operations.health.views import try_parts
from cms.operations.seeing.state import machine, work

# Later than this something is wrong, or was never set up.
LATE_WORK = timedelta(minutes=10)
LATE_BACKUP = timedelta(hours=26)
LATE_RECONCILE = timedelta(hours=50)

PARTS = {
    "database": _("Database"),
    "cache": _("Cache"),
    "storage": _("File storage"),
    "worker": _("Background worker"),
    "migrations": _("Database structure"),
}


class Row(NamedTuple):
    """A line of the page. `is_wrong` says it in words and colour."""

    label: str
    value: str = ""
    since: object = None
    is_wrong: bool = False


class StatusView(WagtailAdminTemplateMixin, TemplateView):
    """For administrators alone."""

    template_name = "operations/admin/status.html"
    page_title = _("System status")
    header_icon = "desktop"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_superuser:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        parts = [Row(PARTS[name], is_wrong=not works) for name, works in try_parts().items()]
        endpoints = [
            (endpoint, reverse("partner_webhooks:inspect", args=[endpoint.pk]))
            for endpoint in work.troubled_endpoints()
        ]
        backup, reconciled = latest_backup(), machine.last_reconcile()
        return super().get_context_data(
            **kwargs,
            parts=parts,
            waiting=list(waiting()),
            workers=work.workers(),
            endpoints=endpoints,
            edges=work.edges(),
            backup=backup,
            backup_is_late=_is_late(backup.made_at if backup else None, LATE_BACKUP),
            reconciled=reconciled,
            reconcile_is_late=_is_late(reconciled.at if reconciled else None, LATE_RECONCILE),
            versions=machine.versions(),
            database_bytes=machine.database_bytes(),
            disk=machine.disk(),
        )


def waiting():
    """Yield a row for each kind of work that can pile up."""
    jobs, (_states, deliveries) = work.jobs(), work.deliveries()
    for label, waits in (
        (_("Jobs to be run"), jobs.ready),
        (_("Items to be written again"), work.due_rows()),
        (_("Messages to partners"), deliveries),
        (_("E-mails to be sent"), work.mails()),
    ):
        yield Row(label, waits.count, waits.since, _is_late(waits.since, LATE_WORK) and waits.count > 0)
    yield Row(_("Jobs being run"), jobs.running)
    failed = ngettext("%(count)d in the last thirty days", "%(count)d in the last thirty days", jobs.failed)
    yield Row(_("Jobs that failed"), failed % {"count": jobs.failed} if jobs.failed else 0, None, jobs.failed > 0)


def _is_late(moment, limit: timedelta) -> bool:
    return moment is None or timezone.now() - moment > limit
