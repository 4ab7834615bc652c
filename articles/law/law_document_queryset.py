"""Sentences about law documents."""

import re
from datetime import date

from django.db.models import F, Prefetch, Q, Value
from django.db.models.functions import Replace
from wagtail.query import PageQuerySet

from articles.law.as_of import day_asked
from articles.law.full_text import found_in_texts
from articles.law.law_lookup import read_lookup
from articles.law.law_status_period import documents_with_status, status_expression
from articles.law.lookup_query import keep_looked_up
from articles.law.numbers.reading import parse
from articles.law.status import LawStatus, today_in_vietnam
from articles.lookup_text import LookupTextQuerySet, is_without_words
from cms.core.text.folding import fold_number

_NOT_IN_KEY = re.compile("[^0-9A-Z]+")


def number_key(spelling: str) -> str:
    """Return what all spellings of a number have in common: "15-2025-nd-cp", "15/2025/NĐ - CP" give "15-2025-ND-CP"."""
    return _NOT_IN_KEY.sub("-", fold_number("-".join(spelling.split()))).strip("-")


class LawDocumentQuerySet(LookupTextQuerySet, PageQuerySet):
    """What readers ask of the library, each as a sentence."""

    _day: date | None = None

    def _clone(self):
        clone = super()._clone()
        clone._day = self._day
        return clone

    def newest_first(self):
        """Return the newest first; of what was looked up, the nearest before all others."""
        nearest = ["lookup_rank"] if "lookup_rank" in self.query.annotations else []
        return self.order_by(*nearest, F("issue_date").desc(nulls_last=True), "-pk")

    def matching(self, text: str):
        """Return what somebody looks up: a number in any spelling, parts of one, or words of the document's texts."""
        found = keep_looked_up(self, read_lookup(text), found_in_texts(text))
        return found.none() if is_without_words(text) else found

    def numbered(self, spelling: str):
        """Return the documents of this number, in any spelling; none for a spelling without letters and digits."""
        number = parse(spelling)
        key = number.key if number is not None else number_key(spelling)
        if not key:
            return self.none()
        spelled_with_hyphens = Replace("number_folded", Value("/"), Value("-"))
        return self.alias(number_key=spelled_with_hyphens).filter(
            Q(number_folded=fold_number(spelling)) | Q(number_key=key)
        )

    def of_type(self, document_type: str):
        return self.filter(document_type=document_type)

    def in_system(self, system: str):
        """Return the documents whose number belongs to a system of numbers."""
        return self.filter(number_system=system)

    def issued_in(self, year: int):
        return self.filter(issue_date__year=year)

    def issued_by(self, issuer_uuid):
        """Return the documents of an issuer, named by its translation key."""
        return self.filter(
            pk__in=self._children("issuers").filter(issuer__translation_key=issuer_uuid).values("law_document")
        )

    def in_field(self, *field_uuids):
        """Return the documents in any of these fields of law, named by their translation keys."""
        children = self._children("fields").filter(field__translation_key__in=field_uuids)
        return self.filter(pk__in=children.values("law_document"))

    def as_of(self, day: date):
        """Have status mean that of a day in what follows, where it names none itself."""
        documents = self.all()
        documents._day = day
        return documents

    def with_status_code(self, on: date | None = None):
        """Annotate `status_code`: the status on a day, today in Vietnam if none is given."""
        return self.annotate(status_code=status_expression(on or self._day or today_in_vietnam()))

    def with_status(self, status: str, on: date | None = None):
        return self.filter(pk__in=documents_with_status([status], on or self._day or today_in_vietnam()))

    def in_force(self, on: date | None = None):
        """Return what holds on a day, wholly or in part."""
        holding = [LawStatus.IN_FORCE, LawStatus.PARTLY_EXPIRED]
        return self.filter(pk__in=documents_with_status(holding, on or self._day or today_in_vietnam()))

    def said_of(self, keys):
        """Return the documents of these translation keys with all a mention of them shows, whatever their number."""
        return self.filter(translation_key__in=keys).select_related("locale").prefetch_related("status_periods")

    def with_cards(self):
        """Join what a card shows, so that a list costs the same for 3 documents and for 30."""
        issuers = Prefetch("issuers", self._children("issuers").select_related("issuer"))
        documents = self.annotate(card_status=status_expression(self._day or day_asked())).select_related("locale")
        return documents.prefetch_related(issuers, "issuers__issuer__translation_here")

    def _children(self, relation: str):
        return self.model._meta.get_field(relation).related_model.objects.all()
