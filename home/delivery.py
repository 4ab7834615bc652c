"""How this room's pages and snippets are delivered."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from cms.delivery.filters import UuidFilter
from cms.delivery.models import Reason
from cms.delivery.registry import DeliveredType, register_list_of_pages
from cms.delivery.registry import register as register_type
from cms.search.registry import register_exact_finder
from home.alerts.serializers import AlertSerializer
from home.elections.serializers import ElectionSerializer
from home.links.serializers import LinkIndexPageSerializer, LinkSerializer
from home.menus.serializers import MenuSerializer
from home.models import (
    Alert,
    Election,
    HomePage,
    Link,
    LinkIndexPage,
    Menu,
    Organisation,
    StandardPage,
    SupportPage,
)
from home.organisation.serializers import OrganisationSerializer
from home.pages.contact_words import find_contact
from home.pages.serializers import HomePageSerializer, StandardPageSerializer, SupportPageSerializer

PAGES = {
    HomePage: HomePageSerializer,
    StandardPage: StandardPageSerializer,
    SupportPage: SupportPageSerializer,
    LinkIndexPage: LinkIndexPageSerializer,
}


def register() -> None:
    register_exact_finder(find_contact)
    for model, serializer in PAGES.items():
        register_type(
            DeliveredType(
                model=model,
                endpoint="pages",
                serializer=serializer,
                listing_fields=("title", "summary"),
            )
        )
    register_list_of_pages(menus_of_children)
    register_type(
        DeliveredType(
            model=Link,
            endpoint="links",
            serializer=LinkSerializer,
            listing_fields=("name", "url", "group", "logo"),
            filters={
                "group": UuidFilter(
                    _("the group's uuid"), lambda links, uuid: links.filter(group__translation_key=uuid)
                )
            },
            ordering=("order", "sort_key", "pk"),
        )
    )
    register_type(
        DeliveredType(
            model=Election,
            endpoint="elections",
            serializer=ElectionSerializer,
            listing_fields=("title", "election_day", "stage", "current_phase"),
            due_at=Election.next_change,
            out_of_time=out_of_time,
            ordering=("-election_day", "pk"),
        )
    )
    register_type(
        DeliveredType(
            model=Alert,
            endpoint="alerts",
            serializer=AlertSerializer,
            listing_fields=("level", "heading", "text", "url", "link_label", "shown_from", "shown_until"),
            due_at=Alert.next_change,
            out_of_time=out_of_time,
            ordering=("-shown_until", "pk"),
        )
    )
    register_type(
        DeliveredType(model=Menu, endpoint="navigation", serializer=MenuSerializer, listing_fields=("place", "items"))
    )
    register_type(
        DeliveredType(
            model=Organisation, endpoint="site", serializer=OrganisationSerializer, listing_fields=("name", "slogan")
        )
    )


def out_of_time(shown: Election | Alert) -> str | None:
    """Return why what is live is not shown now: its time has passed, or has not come."""
    if shown.is_shown():
        return None
    return Reason.EXPIRED if shown.shown_until and shown.shown_until <= timezone.now() else Reason.UNPUBLISHED


def menus_of_children(pages: QuerySet[Page]) -> Iterable[Menu]:
    """Return the menus that show what is below these pages; the ReferenceIndex knows only of items' own pages."""
    items = {"items__show_children": True, "items__page__translation_key__in": pages.values("translation_key")}
    return Menu.objects.filter(**items).distinct()
