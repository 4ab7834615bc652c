"""The models of this room, where Django looks for them; each has a file of its own."""

from home.alerts.alert import Alert
from home.elections.election import Election
from home.elections.election_link import ElectionLink
from home.elections.phase import ElectionPhase
from home.links.link import Link
from home.links.link_group import LinkGroup
from home.links.link_index_page import LinkIndexPage
from home.menus.menu import Menu
from home.menus.menu_item import MenuItem
from home.organisation.organisation import Organisation
from home.pages.home_page import HomePage
from home.pages.standard_page import StandardPage
from home.pages.support_page import SupportPage

__all__ = [
    "Alert",
    "Election",
    "ElectionLink",
    "ElectionPhase",
    "HomePage",
    "Link",
    "LinkGroup",
    "LinkIndexPage",
    "Menu",
    "MenuItem",
    "Organisation",
    "StandardPage",
    "SupportPage",
]
