"""A legal question and its answer, as they are published."""

from django.db import models
from django.db.models import F, prefetch_related_objects
from django.utils.functional import cached_property
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from articles.law.status import today_in_vietnam
from articles.lookup_text import LookupTextMixin, LookupTextQuerySet
from articles.questions.law_changes import LawChange
from articles.questions.review import AnswerLaw, ReviewState, law_behind
from articles.questions.review_panel import ReviewPanel
from articles.term_links import term_links
from cms.cases.admin.personal_data_panel import PersonalDataPanel
from cms.cases.redaction.publishing import publishing_errors
from cms.core.blocks import BodyStreamBlock
from cms.core.cards import Card
from cms.core.fallbacks import cards_of
from cms.core.mentions import mentions_of
from cms.core.models import BasePage
from cms.core.restrictions import is_restricted
from cms.core.search_fields import FoldedSearchField
from cms.core.text.html import clean_html
from cms.core.text.words import plain_text

QUESTION_FEATURES = ["bold", "italic", "ol", "ul", "link"]
SUMMARY_WORDS = 40


class LegalQuestionQuerySet(LookupTextQuerySet, PageQuerySet):
    """Sentences about answered questions."""

    def newest_first(self):
        return self.order_by(F("answer_date").desc(nulls_last=True), "-pk")

    def about(self, *topic_uuids):
        """Return the questions of any of these topics, named by their translation keys."""
        return self.filter(topic__translation_key__in=topic_uuids)

    def with_cards(self):
        """Join what a card shows, so that a list costs the same for 3 questions and for 30."""
        return self.select_related("locale", "topic").prefetch_related("topic__translation_here")


class LegalQuestionPage(LookupTextMixin, BasePage):
    """Hỏi đáp pháp luật. The question is an edited text: nothing of whoever asked is ever stored here."""

    question = RichTextField(
        _("question"),
        blank=True,
        features=QUESTION_FEATURES,
        help_text=_(
            "Edited for publication: no name, workplace, number or anything else that tells who asked. "
            "Empty if the title says it all."
        ),
    )
    answer = StreamField(
        BodyStreamBlock(), verbose_name=_("answer"), help_text=_("Plain words first, then the provisions it rests on.")
    )
    topic = models.ForeignKey(
        "articles.QuestionTopic",
        verbose_name=_("topic"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Readers choose questions by it."),
    )
    answered_by = models.CharField(
        _("answered by"), max_length=160, blank=True, help_text=_("The unit that answers for it, not a person.")
    )
    answer_date = models.DateField(
        _("date of the answer"), null=True, blank=True, help_text=_("The answer is right by the law of this day.")
    )

    objects = PageManager.from_queryset(LegalQuestionQuerySet)()

    card_kind = "question"
    parent_page_types = ["articles.QuestionIndexPage"]
    subpage_types = []
    # Each names others of its topic: the cache tags of its page say so.
    lists_own_type = True
    content_panels = [
        PersonalDataPanel(),
        ReviewPanel(),
        *BasePage.content_panels,
        FieldPanel("question"),
        FieldPanel("answer"),
        MultiFieldPanel(
            [
                FieldPanel("topic"),
                FieldRowPanel([FieldPanel("answered_by"), FieldPanel("answer_date")]),
            ],
            heading=_("About this answer"),
        ),
        InlinePanel(
            "legal_basis",
            heading=_("Legal basis"),
            label=_("Law document"),
            help_text=_("The documents the answer rests on, the weightiest first."),
        ),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("question"),
        FoldedSearchField("question"),
        index.SearchField("answer"),
        FoldedSearchField("answer"),
        index.FilterField("answer_date"),
        index.FilterField("topic"),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        TranslatableField("question"),
        TranslatableField("answer"),
        TranslatableField("answered_by"),
        # Compared and shown by translation key: the question keeps the source's topic in every language.
        SynchronizedField("topic", overridable=False),
        SynchronizedField("answer_date", overridable=False),
        SynchronizedField("legal_basis", overridable=False),
    ]

    class Meta:
        verbose_name = _("legal question")
        verbose_name_plural = _("legal questions")

    def publishing_errors(self):
        """Return what is missing; of one made from a case, that its text was compared and signed off, too."""
        errors = super().publishing_errors()
        unsigned = publishing_errors(self)
        return {**errors, "question": [*errors.get("question", []), *unsigned]} if unsigned else errors

    def lookup_parts(self):
        return [self.title, self.question, *self.answer.stream_block.get_searchable_content(self.answer)]

    @property
    def question_text(self) -> str:
        """The question without its markup."""
        return plain_text(self.question)

    @property
    def question_html(self) -> str:
        """The question as clean HTML; "" where the title says it all."""
        if not self.question_text:
            return ""
        with mentions_of(self):
            return clean_html(self.question)

    @property
    def summary_text(self) -> str:
        words = self.question_text.split()
        return " ".join(words[:SUMMARY_WORDS]) + ("…" if len(words) > SUMMARY_WORDS else "")

    def basis(self) -> list[BasePage]:
        """Return the law documents the answer rests on, in order, each in the reader's language where it exists."""
        rows = self.legal_basis.select_related("document__locale")
        documents = [row.document.localized.specific for row in rows]
        prefetch_related_objects(documents, "status_periods")
        return [document for document in documents if document.live]

    @cached_property
    def law(self) -> AnswerLaw:
        """What has happened to the law it rests on since it was given; of all languages together."""
        return law_behind(self)

    @property
    def overdue_changes(self) -> list[LawChange]:
        """What its readers are told: the changes, once nobody has looked at the answer in time."""
        today = today_in_vietnam()
        return self.law.open_on(today) if self.law.state_on(today) == ReviewState.OUTDATED else []

    def others_on_topic(self):
        """Return other answered questions of the same topic, newest first."""
        siblings = type(self).objects.live().exclude(is_restricted()).sibling_of(self.tree_page, inclusive=False)
        topics = [self.topic.translation_key] if self.topic else []
        return siblings.about(*topics).newest_first().with_cards()

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        index_page = self.tree_page.get_parent()
        index_url = (index_page.get_url(request) if index_page is not None else "") or ""
        context["question"] = mark_safe(self.question_html)  # cleaned against a short list of elements
        context["topics"] = term_links([self.topic] if self.topic else [], index_url, "topic")
        context["law_changes"] = self.overdue_changes
        context["legal_basis"] = cards_of(self.basis())
        context["related_cards"] = cards_of(self.others_on_topic()[:4])
        return context

    def card(self) -> Card:
        return Card(
            kind=self.card_kind,
            title=self.title,
            url=self.get_url() or "",
            summary=self.summary_text,
            date=self.answer_date,
            label=str(self.topic.localized) if self.topic else "",
        )


class LegalBasis(Orderable):
    """A law document an answer rests on."""

    question = ParentalKey(LegalQuestionPage, on_delete=models.CASCADE, related_name="legal_basis")
    document = models.ForeignKey(
        "articles.LawDocumentPage", verbose_name=_("law document"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [PageChooserPanel("document")]

    class Meta(Orderable.Meta):
        verbose_name = _("legal basis")

    def __str__(self) -> str:
        return str(self.document)
