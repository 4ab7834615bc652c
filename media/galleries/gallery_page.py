"""A gallery: the pictures of one event."""

from django.conf import settings
from django.db import models
from django.db.models import Count, OuterRef, Prefetch, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, MultipleChooserPanel
from wagtail.models import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.core.cards import Card
from cms.core.fallbacks import cards_of
from cms.core.models import BasePage, CoverMixin
from cms.core.restrictions import is_restricted
from cms.core.search_fields import FoldedSearchField
from cms.core.text.formats import grouped
from media.galleries.gallery_item import GalleryItem

RELATED_COUNT = 3


class GalleryPageQuerySet(PageQuerySet):
    """Sentences about galleries."""

    def newest_first(self):
        return self.order_by("-event_date", "-pk")

    def in_library(self, library):
        return self.child_of(library)

    def of_year(self, year: int):
        return self.filter(event_date__year=year)

    def of_month(self, first):
        """Keep the galleries of events in the month that begins with this day."""
        return self.filter(event_date__year=first.year, event_date__month=first.month)

    def with_cards(self):
        """Join and count what a card shows, so that a list costs the same for 3 galleries and for 30."""
        first_items = GalleryItem.objects.first_of_each_gallery().select_related("image")
        # Counted apart: a GROUP BY over every column of the list would be slow on SQLite.
        counts = GalleryItem.objects.filter(page=OuterRef("pk")).order_by().values("page").annotate(count=Count("pk"))
        return (
            self.select_related("cover", "locale")
            .annotate(number_of_items=Coalesce(Subquery(counts.values("count")), 0))
            .prefetch_related(Prefetch("items", queryset=first_items, to_attr="first_items"))
        )


class GalleryPage(CoverMixin, BasePage):
    """Bộ ảnh: date, place, summary and pictures in order."""

    event_date = models.DateField(_("date of the event"))
    place = models.CharField(_("place"), max_length=120, blank=True)
    summary = models.TextField(_("summary"), blank=True, help_text=_("What happened, in two or three sentences."))

    objects = PageManager.from_queryset(GalleryPageQuerySet)()

    card_kind = "gallery"
    parent_page_types = ["media.GalleryIndexPage"]
    subpage_types = []
    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("event_date"), FieldPanel("place")]),
        FieldPanel("summary"),
        MultiFieldPanel(
            [
                FieldPanel("cover"),
                FieldRowPanel([FieldPanel("cover_alt_text"), FieldPanel("cover_is_decorative")]),
            ],
            heading=_("Cover picture"),
            help_text=_("Empty: the first picture of the gallery."),
        ),
        MultipleChooserPanel(
            "items",
            chooser_field_name="image",
            heading=_("Pictures"),
            label=_("Picture"),
            help_text=_("Each picture needs a description, or the word that it is decorative, before publishing."),
        ),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("summary"),
        FoldedSearchField("summary"),
        index.SearchField("place"),
        FoldedSearchField("place"),
        index.SearchField("captions_text"),
        FoldedSearchField("captions_text"),
        index.FilterField("event_date"),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *CoverMixin.cover_translatable_fields,
        SynchronizedField("event_date", overridable=False),
    ]

    class Meta:
        verbose_name = _("gallery")
        verbose_name_plural = _("galleries")

    @property
    def cover_picture(self):
        """Return the chosen cover, else the gallery's first picture, else None."""
        if self.cover is not None:
            return super().cover_picture
        first = self._first_item()
        return first.picture if first is not None else None

    def _first_item(self) -> GalleryItem | None:
        if hasattr(self, "first_items"):  # a list, prepared by with_cards()
            return self.first_items[0] if self.first_items else None
        return self.items.select_related("image").first()

    @property
    def library(self):
        """The image library this gallery is in."""
        return self.tree_page.section

    def shown_items(self) -> list[GalleryItem]:
        """Return the items in their order, with their images."""
        return list(self.items.select_related("image").order_by("sort_order", "pk"))

    def captions_text(self) -> str:
        """Return what the pictures are described by, for the search."""
        return "\n".join(text for item in self.items.all() for text in (item.caption, item.alt_text) if text)

    def related(self):
        """Return the newest other galleries of the same library."""
        siblings = type(self).objects.live().exclude(is_restricted()).sibling_of(self.tree_page, inclusive=False)
        return siblings.newest_first().with_cards()[:RELATED_COUNT]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["pictures"] = [
            {
                "number": number,
                "picture": item.picture,
                # Until its renditions are made there is no larger picture to go to.
                "full_url": item.picture.largest_url("full") or f"#anh-{number}",
                "caption": item.caption,
                "credit": item.credit_text,
            }
            for number, item in enumerate(self.shown_items(), start=1)
        ]
        context["related_cards"] = cards_of(self.related())
        return context

    def card(self) -> Card:
        count = self.number_of_items if hasattr(self, "number_of_items") else self.items.count()
        # Facts belong to the list, whose language is the active one.
        number = grouped(count, get_language() or settings.LANGUAGE_CODE)
        return Card(
            kind=self.card_kind,
            title=self.title,
            url=self.get_url() or "",
            summary=self.summary,
            date=self.event_date,
            label=self.place,
            picture=self.cover_picture,
            facts=[ngettext("%(count)s photo", "%(count)s photos", count) % {"count": number}],
        )
