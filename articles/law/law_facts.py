"""What a law document's status follows from: the original's dates and events, the same for every language."""

from datetime import date

from django.conf import settings
from django.utils.functional import cached_property

from articles.law.as_of import day_asked
from articles.law.law_link import edges_of, write_links
from articles.law.law_status_period import write_periods
from articles.law.related_documents import Mentions
from articles.law.status import StatusOnDay
from articles.law.timeline import Override, Period, all_events, period_on, periods_of
from cms.delivery.unit_of_work import mark


class LawFactsMixin:
    """Status and relations of a law document. A translation has words of its own and asks its original for the rest."""

    @cached_property
    def original(self):
        """The page whose dates, events and relations count: the Vietnamese one where there is one, else this one."""
        if self.locale.language_code == settings.LANGUAGE_CODE or self.translation_key is None:
            return self
        own = type(self).objects.filter(translation_key=self.translation_key, alias_of__isnull=True)
        return own.filter(locale__language_code=settings.LANGUAGE_CODE).select_related("locale").first() or self

    @cached_property
    def periods(self) -> list[Period]:
        """The periods of its status, in order, every day in one of them; ready where a list has fetched them."""
        fetched = getattr(self, "_prefetched_objects_cache", {}).get("status_periods")
        return [row.as_period for row in fetched] if fetched else self.original.reckon_periods()

    def reckon_periods(self) -> list[Period]:
        """Return the periods that follow from the dates, events and override of this very page, saved or not."""
        given = [(event.date, event.event) for event in self.events.all() if event.date and event.event]
        events = all_events(given, self.issue_date, self.effective_date, self.expiry_date)
        return periods_of(events, Override(self.status, self.status_since) if self.status else None)

    def status_on(self, day: date | None = None) -> StatusOnDay:
        """Return the status on a day: has `code`, `label`, `since`, `until`. By default, as readers ask."""
        return period_on(self.periods, day or day_asked()).as_status

    def next_change(self, day: date) -> date | None:
        """Return the first day after `day` on which the status is another, None if it stays by itself."""
        return period_on(self.periods, day).until

    @property
    def edges(self) -> set:
        """What this very page says of itself and other documents: see law_link.edges_of."""
        relations = [
            (row.relation, row.target.translation_key)
            for row in self.relations.select_related("target")
            if row.target_id
        ]
        events = [
            (event.event, event.source_document.translation_key)
            for event in self.events.select_related("source_document")
            if event.source_document_id
        ]
        return edges_of(self.translation_key, relations, events)

    @cached_property
    def mentions(self) -> Mentions:
        """Its history, its relations both ways and the documents they name."""
        return Mentions(self)

    def next_look(self, day: date) -> date | None:
        """Return the first day after `day` on which its status, or that of a document it names, is another."""
        changes = [self.next_change(day), *(page.next_change(day) for page in self.mentions.pages.values())]
        return min((change for change in changes if change is not None), default=None)

    def write_facts(self) -> None:
        """Write periods and links of this document in every language, as its original has them now."""
        for name in ("periods", "original", "mentions"):
            self.__dict__.pop(name, None)
        original = self.original
        family = list(type(self).objects.filter(translation_key=self.translation_key).only("pk", "translation_key"))
        changed = write_periods(family, original.reckon_periods())
        others = write_links(original, original.edges)
        model = type(self)
        for page in model.objects.filter(translation_key__in=others):
            mark(page)
        for page in family:
            # Another language's page says the same of the same day.
            if page.pk in changed and page.pk != self.pk:
                mark(page)
