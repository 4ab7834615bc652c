"""A standing page: who we are, how to join, what we do with data."""

from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from cms.core.blocks import BodyStreamBlock
from cms.core.cards import Card
from cms.core.fallbacks import cards_of
from cms.core.models import BasePage, CoverMixin
from cms.core.restrictions import is_restricted
from cms.core.search_fields import FoldedSearchField

SUMMARY_LENGTH = 400


class StandardPageQuerySet(PageQuerySet):
    """Sentences about standing pages."""

    def with_cards(self):
        """Join what a card shows, so that a list costs the same for 3 pages and for 30."""
        return self.select_related("cover", "locale")


class StandardPage(CoverMixin, BasePage):
    """A page that stays; other standing pages may be below it, as deep as one likes."""

    summary = models.TextField(
        _("summary"),
        blank=True,
        validators=[MaxLengthValidator(SUMMARY_LENGTH)],
        help_text=_("What this page says, in a sentence or two; at most 400 characters."),
    )
    body = StreamField(BodyStreamBlock(), verbose_name=_("body"), blank=True)

    objects = PageManager.from_queryset(StandardPageQuerySet)()

    card_kind = "page"
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("summary"),
        *CoverMixin.cover_panels,
        FieldPanel("body"),
    ]
    promote_panels = [FieldPanel("show_in_menus"), *BasePage.promote_panels]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("summary", boost=1.5),
        FoldedSearchField("summary", boost=1.5),
        index.SearchField("body"),
        FoldedSearchField("body"),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *CoverMixin.cover_translatable_fields,
    ]

    class Meta:
        verbose_name = _("standing page")
        verbose_name_plural = _("standing pages")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        below = StandardPage.objects.child_of(self.tree_page).live().exclude(is_restricted()).order_by("path")
        context["cards"] = cards_of(below.with_cards())
        return context

    def card(self) -> Card:
        # Standing pages have no date that would tell a reader anything.
        return Card(
            kind=self.card_kind,
            title=self.title,
            url=self.get_url() or "",
            summary=self.summary_text,
            picture=self.cover_picture,
        )
