"""An article."""

from collections.abc import Hashable
from datetime import datetime, time, timedelta

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Exists, OuterRef
from django.db.models.functions import Length, Substr
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from articles.term_links import term_links
from cms.core.blocks import BodyStreamBlock
from cms.core.by_number import keep, number_of
from cms.core.cards import Card
from cms.core.fallbacks import cards_by_pk, cards_of
from cms.core.models import BasePage, CoverMixin
from cms.core.restrictions import is_restricted
from cms.core.search_fields import FoldedSearchField
from cms.core.text.formats import VIETNAM
from cms.core.text.words import reading_minutes
from cms.delivery.known_row import KnownRow

LEAD_LENGTH = 400
MOST_RELATED = 3


class ArticlePageQuerySet(PageQuerySet):
    """Sentences about articles."""

    def newest_first(self):
        return self.order_by("-display_date", "-pk")

    def in_stream(self, stream):
        return self.child_of(stream)

    def in_stream_of(self, uuid):
        """Keep the articles of the stream with this uuid, in each of its languages."""
        parent_path = Substr(OuterRef("path"), 1, Length(OuterRef("path")) - Page.steplen)
        return self.filter(Exists(Page.objects.filter(translation_key=uuid, path=parent_path)))

    def of_category(self, uuid):
        """Keep the articles of a category, whichever language's record they point to."""
        return self.filter(category__translation_key=uuid)

    def of_month(self, first):
        """Keep the articles dated in the month that begins with this day, in Vietnam's time."""
        begins = datetime.combine(first, time.min, VIETNAM)
        # The first of the next month is at most 31 days on, and its day is 1.
        ends = datetime.combine((first + timedelta(days=31)).replace(day=1), time.min, VIETNAM)
        return self.filter(display_date__gte=begins, display_date__lt=ends)

    def with_cards(self):
        """Join what a card shows, so that a list costs the same for 3 articles and for 30."""
        return self.select_related("cover", "category", "locale").prefetch_related("category__translation_here")


class ArticlePage(CoverMixin, BasePage):
    """Tin bài: lead, picture, body, source and date."""

    lead = models.TextField(
        _("lead"),
        validators=[MaxLengthValidator(LEAD_LENGTH)],
        help_text=_("The news in two or three sentences, at most 400 characters."),
    )
    body = StreamField(BodyStreamBlock(), verbose_name=_("body"), blank=True)
    category = models.ForeignKey(
        "articles.Category",
        verbose_name=_("category"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    author = models.CharField(_("author"), max_length=120, blank=True)
    source_name = models.CharField(
        _("source"), max_length=120, blank=True, help_text=_("Only if the text was taken over from elsewhere.")
    )
    source_url = models.URLField(_("address of the source"), blank=True)
    display_date = models.DateTimeField(_("date"), default=timezone.now)
    place = models.CharField(_("place"), max_length=120, blank=True)
    is_featured = models.BooleanField(
        _("featured"), default=False, help_text=_("Shown at the top of the home page, newest first.")
    )

    objects = PageManager.from_queryset(ArticlePageQuerySet)()

    card_kind = "article"
    shown_with = ("cover",)
    parent_page_types = ["articles.ArticleStreamPage"]
    subpage_types = []
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        *CoverMixin.cover_panels,
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("display_date"), FieldPanel("place")]),
                FieldRowPanel([FieldPanel("category"), FieldPanel("is_featured")]),
                FieldPanel("author"),
                FieldRowPanel([FieldPanel("source_name"), FieldPanel("source_url")]),
            ],
            heading=_("About this article"),
        ),
        InlinePanel("related_pages", heading=_("Related"), label=_("Page"), max_num=6),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("lead", boost=1.5),
        FoldedSearchField("lead", boost=1.5),
        index.SearchField("body"),
        FoldedSearchField("body"),
        index.FilterField("display_date"),
        index.FilterField("category"),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *CoverMixin.cover_translatable_fields,
        # Compared and shown by translation key: the article keeps the source's category in every language.
        SynchronizedField("category", overridable=False),
        SynchronizedField("display_date", overridable=False),
        SynchronizedField("is_featured", overridable=False),
        SynchronizedField("source_url", overridable=False),
        SynchronizedField("related_pages", overridable=False),
    ]

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        # The order of every list of articles: its first page costs the same among a hundred and a hundred thousand.
        # The last of a subject's, too.
        indexes = [
            models.Index(fields=["display_date", "page_ptr"], name="article_newest"),
            models.Index(fields=["category", "display_date", "page_ptr"], name="article_newest_of_category"),
        ]

    @property
    def summary_text(self) -> str:
        return self.lead

    @property
    def stream(self):
        """The article stream this article is in."""
        return self.tree_page.section

    @property
    def reading_minutes(self) -> int:
        known = KnownRow.of(self)
        if known is not None and "reading_minutes" in known.document:
            return known.document["reading_minutes"]
        # The words alone: rendering the body a second time would cost more than everything around it.
        words = self.body.stream_block.get_searchable_content(self.body) if self.body else [self.lead]
        return reading_minutes(" ".join(map(str, words)), self.locale.language_code)

    def related(self) -> list[BasePage]:
        """Return the related pages that are live and public, as they stand in the tree this article is read in."""
        known = KnownRow.of(self)
        if known is not None and not known.document["related"] and not self.stands_in_for:
            return []
        if "related_pages" in getattr(self, "_prefetched_objects_cache", ()):
            keys = [named.page.translation_key for named in self.related_pages.all()]
        else:
            keys = list(self.related_pages.order_by("sort_order").values_list("page__translation_key", flat=True))
        if not keys:
            return []
        visible = Page.objects.live().exclude(is_restricted())
        pages = visible.filter(translation_key__in=keys, locale=self.tree_page.locale_id)
        found = {page.translation_key: page for page in pages.select_related("locale").specific()}
        return [found[key] for key in keys if key in found]

    def others_of_category(self, number: Hashable | None = None) -> list[tuple[int, Card]]:
        """Return primary key and card of the newest articles on the same subject, for one whose editor has named none.

        The articles of a subject share them: made once for each `number` of the site.
        """
        if not self.category_id:
            return []
        here = self.tree_page
        key = ("newest of", self.category_id, here.locale_id, get_language())
        newest = keep(number, key, lambda: self._newest_of_category(here.locale_id))
        return [(pk, card) for pk, card in newest if pk != here.pk][:MOST_RELATED]

    def _newest_of_category(self, locale: int) -> list[tuple[int, Card]]:
        """Return the newest articles' primary keys and cards, one more than are shown: an article is not its own."""
        articles = ArticlePage.objects.live().exclude(is_restricted()).filter(locale=locale)
        # Every language keeps the source's record of the subject: one, so that the newest are found by an index.
        newest = articles.filter(category=self.category_id).newest_first().with_cards()[: MOST_RELATED + 1]
        return list(cards_by_pk(newest).items())

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["related_cards"] = cards_of(self.related())
        if not context["related_cards"]:
            others = self.others_of_category(number_of(request))
            context["related_cards"] = [card for _pk, card in others]
            # The same three stand under most articles on a subject.
            context["related_mark"] = [pk for pk, _card in others]
        stream_url = (self.stream.get_url(request) if self.stream is not None else "") or ""
        context["topics"] = keep(
            number_of(request),
            ("topics", self.category_id, stream_url, get_language()),
            lambda: term_links([self.category] if self.category else [], stream_url, "category"),
        )
        return context

    def card(self) -> Card:
        return Card(
            kind=self.card_kind,
            title=self.title,
            url=self.get_url() or "",
            summary=self.lead,
            date=self.display_date,
            label=str(self.category.localized) if self.category else "",
            picture=self.cover_picture,
        )


class ArticleRelatedPage(Orderable):
    """A page an editor names as related, in order."""

    article = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="related_pages")
    page = models.ForeignKey("wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="+")

    panels = [PageChooserPanel("page")]

    class Meta(Orderable.Meta):
        verbose_name = _("related page")

    def __str__(self) -> str:
        return str(self.page)
