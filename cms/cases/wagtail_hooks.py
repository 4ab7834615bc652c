"""This room in the admin: the desk's menu."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup
from wagtail.permissions import register_permission_policy

from cms.cases.admin.data_views import PersonalDataViewSet
from cms.cases.admin.figures import FiguresViewSet
from cms.cases.admin.inbox import InboxViewSet
from cms.cases.admin.permissions import DeskPolicy, NoticePolicy
from cms.cases.models import Case, ConsentNotice, Holiday
from cms.core.text.formats import long_date, short_date

register_permission_policy(Case, DeskPolicy(Case), exact_class=True)
register_permission_policy(ConsentNotice, NoticePolicy(ConsentNotice), exact_class=True)


class HolidayViewSet(ModelViewSet):
    """The calendar of days off, the latest first."""

    model = Holiday
    icon = "date"
    menu_label = _("Days off")
    add_to_reference_index = False
    copy_view_enabled = False
    list_display = [Column("date", label=_("Day"), accessor=lambda day: long_date(day.date, get_language())), "name"]
    list_per_page = 50
    ordering = "-date"
    search_fields = ["name"]
    search_backend_name = None


def _valid_from(notice: ConsentNotice) -> str:
    return short_date(notice.valid_from, get_language())


class NoticeViewSet(ModelViewSet):
    """The versions of the privacy notice: another is added, none is changed."""

    model = ConsentNotice
    icon = "doc-full"
    menu_label = _("Privacy notices")
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    list_display = [
        "version",
        Column(
            "valid_from", label=_("Valid from"), accessor=lambda notice: short_date(notice.valid_from, get_language())
        ),
    ]
    ordering = "-valid_from"
    search_backend_name = None


class DeskGroup(ModelViewSetGroup):
    """Questions and requests, and what belongs to handling them."""

    menu_label = _("Questions and requests")
    menu_name = "desk"
    menu_icon = "mail"
    menu_order = 250
    items = (InboxViewSet, FiguresViewSet, PersonalDataViewSet, HolidayViewSet, NoticeViewSet)


@hooks.register("register_admin_viewset")
def desk():
    return DeskGroup()
