"""This room's snippets in the admin: menus, links, elections, the organisation."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn, UpdatedAtColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from home.alerts.alert import Alert
from home.elections.election import Election
from home.links.link import Link
from home.links.link_group import LinkGroup
from home.menus.menu import Menu
from home.organisation.organisation import Organisation


class AlertViewSet(SnippetViewSet):
    """Alerts, those that last longest first."""

    model = Alert
    icon = "warning"
    list_display = [
        "heading",
        Column("get_level_display", label=_("Level")),
        DateColumn("shown_until", label=_("Shown until")),
        BooleanColumn("live", label=_("Published")),
    ]
    list_per_page = 50
    search_backend_name = None
    copy_view_enabled = False


class ElectionViewSet(SnippetViewSet):
    """Elections, the latest first."""

    model = Election
    icon = "group"
    list_display = [
        "title",
        DateColumn("election_day", label=_("Election day")),
        BooleanColumn("live", label=_("Published")),
    ]
    list_per_page = 50
    ordering = "-election_day"
    copy_view_enabled = False


class LinkViewSet(SnippetViewSet):
    """Links in the order of the directory."""

    model = Link
    icon = "link"
    list_display = ["name", "url", "group", "order", "last_check_result", UpdatedAtColumn()]
    list_filter = ["group"]
    list_per_page = 50
    ordering = ["order", "sort_key"]


class LinkGroupViewSet(SnippetViewSet):
    """Groups of links in their order."""

    model = LinkGroup
    icon = "folder-open-inverse"
    list_display = ["name", "order", UpdatedAtColumn()]
    ordering = ["order", "sort_key"]


class MenuViewSet(SnippetViewSet):
    """The menus."""

    model = Menu
    icon = "list-ul"
    list_display = [
        Column("__str__", label=_("Position")),
        BooleanColumn("live", label=_("Published")),
        UpdatedAtColumn(),
    ]
    ordering = "place"
    # A handful, too few to search.
    search_backend_name = None
    copy_view_enabled = False


class OrganisationViewSet(SnippetViewSet):
    """The organisation, once a language."""

    model = Organisation
    icon = "home"
    list_display = ["name", "telephone", "email", UpdatedAtColumn()]
    search_backend_name = None
    copy_view_enabled = False


class InformationGroup(SnippetViewSetGroup):
    """What is shown on pages and changes with time."""

    menu_label = _("Content blocks")
    menu_name = "information"
    menu_icon = "link"
    menu_order = 310
    items = (AlertViewSet, ElectionViewSet, LinkViewSet, LinkGroupViewSet)


class WebsiteGroup(SnippetViewSetGroup):
    """What stands around every page."""

    menu_label = _("Site frame")
    menu_name = "website-frame"
    menu_icon = "home"
    menu_order = 320
    items = (MenuViewSet, OrganisationViewSet)


register_snippet(InformationGroup)
register_snippet(WebsiteGroup)
