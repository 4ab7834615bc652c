"""The form of a law document: what cannot be true of events and relations is said at their rows."""

from collections.abc import Iterable

from articles.law.law_document_rules import (
    Dates,
    Problem,
    event_problems,
    relation_problems,
    source_problems,
)
from cms.core.page_form import HousePageForm


class LawDocumentForm(HousePageForm):
    """Looks at events and relations as they are entered; drafts may hold anything."""

    def is_valid(self):
        return super().is_valid() and (self.is_deferred_validation or self._are_children_possible())

    def _are_children_possible(self) -> bool:
        events, relations = self._rows("events", "date", "event"), self._rows("relations", "relation", "target")
        dates = Dates(*(self.cleaned_data.get(name) for name in ("issue_date", "effective_date", "expiry_date")))
        sources = [(form.cleaned_data["event"], form.cleaned_data.get("source_document")) for form in events]
        pairs = [(form.cleaned_data["relation"], form.cleaned_data["target"]) for form in relations]
        days = [(form.cleaned_data["date"], form.cleaned_data["event"]) for form in events]
        return all(
            [
                _say(event_problems(dates, days), events),
                _say(source_problems(self.instance, sources), events),
                _say(relation_problems(self.instance, pairs, sources), relations),
            ]
        )

    def _rows(self, name: str, *needed: str) -> list:
        """Return the forms of a child relation that stay and are filled in; [] where the form shows none."""
        formset = self.formsets.get(name)
        if formset is None:
            return []
        forms = [form for form in formset.forms if form not in formset.deleted_forms]
        return [form for form in forms if all(form.cleaned_data.get(field) for field in needed)]


def _say(problems: Iterable[Problem], forms: list) -> bool:
    problems = list(problems)
    for problem in problems:
        forms[problem.row].add_error(problem.field, problem.message)
    return not problems
