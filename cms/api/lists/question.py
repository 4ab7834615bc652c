"""What a list's address asks, read strictly: from its parameters to a plan, and to the values the plan is bound to."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from cms.api.audience import Audiences
from cms.api.fields.restating import parsed
from cms.api.filters.ordering import ordering_of
from cms.api.filters.search import operator_of, searched
from cms.api.filters.site import below, site_roots
from cms.api.filters.translations import named_identity
from cms.api.filters.tree import named_in_tree
from cms.api.lists.bound import Bound, prepared
from cms.api.lists.keyset import keys_of
from cms.api.lists.page import Reader
from cms.api.lists.plan import Plan, of_types
from cms.api.problems import invalid
from cms.api.query import Query
from cms.core.memory import Memory
from cms.delivery.models import DeliveredItem

NO_FALLBACK = "none"

Narrow = Callable[[QuerySet], QuerySet]

_plans = Memory(512)


def locale_codes() -> tuple[str, ...]:
    return tuple(code for code, _name in settings.LANGUAGES)


class Question:
    """One list's question. `subject` is an endpoint (see endpoints.delivered). Raises ProblemError for a bad one."""

    def __init__(self, subject, query: Query, audiences: Audiences):
        self.subject, self.query, self.audiences = subject, query, audiences
        self.locale = query.choice("locale", locale_codes(), _("locale '%(value)s' doesn't exist"))
        self.fallback = self._fallback()
        # Names everything the SQL depends on: two questions of one name are narrowed alike.
        self.name: list[Any] = [subject.key, audiences, self.locale, self.fallback, query.text("order")]
        self.narrowing: list[Narrow] = []
        self.values: dict[str, Any] = {}
        self._read_filters()
        self._read_place()
        self.operator = operator_of(query)
        self.ordering = ordering_of(query, subject.model, subject.order_columns, subject.default_ordering)

    @property
    def is_search(self) -> bool:
        return "search" in self.query

    @property
    def content_language(self) -> str:
        """The language of every item, "" where there may be several."""
        return "" if self.fallback else self.locale

    def stands_in(self, locale: str) -> bool:
        """Return whether an item in this language stands in for one in the language asked for."""
        return bool(self.fallback) and locale != self.locale

    def reader(self, column: str) -> Reader:
        """Return what reads this list's pages; `column` as in Plan."""
        if self.is_search:
            # The index of words is brought up to date by itself: no number of ours says when.
            return Reader(self._plan(column), None, self.values, may_skip=False)
        name = (*self.name, column)
        plan = _plans.get(name)
        if plan is None:
            plan = self._plan(column)
            _plans.put(name, plan)
        question = (*self.name, *sorted(self.values.items()))
        return Reader(plan, question, self.values, may_skip=not self._asks_the_tree)

    def _plan(self, column: str) -> Plan:
        subject, ordering = self.subject, self.ordering
        items = subject.queryset()
        for narrow in self.narrowing:
            items = narrow(items)
        types = tuple(made.name for made in subject.types)
        items = items.filter(Exists(self._rows(types)))
        if self.is_search:
            items, by_relevance = searched(items, self.query.text("search"), self.operator)
            ordering = ordering if self.query.text("order") else by_relevance
        return Plan(items, types, self.audiences, ordering, keys_of(items.model, ordering), column)

    def _rows(self, types: tuple[str, ...]) -> QuerySet:
        """Return the rows of an outer query's items that this question's reader may have, in the language asked for."""
        visible = DeliveredItem.objects.for_audiences(self.audiences)
        rows = of_types(visible.filter(object_id=OuterRef("pk")), types)
        if not self.locale:
            return rows
        if not self.fallback:
            return rows.filter(locale=self.locale)
        own = visible.filter(type=OuterRef("type"), uuid=OuterRef("uuid"), locale=self.locale)
        return rows.filter(Q(locale=self.locale) | (Q(locale=self.fallback) & ~Exists(own)))

    def _fallback(self) -> str:
        """Return the language that stands in where the one asked for has nothing, "" for none."""
        choices = (settings.LANGUAGE_CODE, NO_FALLBACK)
        text = self.query.choice("fallback", choices, _("fallback must be 'vi' or 'none'"))
        if text in ("", NO_FALLBACK):
            return ""
        if not self.locale:
            raise invalid("fallback", _("fallback needs a locale"))
        return "" if text == self.locale else text

    def _read_filters(self) -> None:
        subject, query = self.subject, self.query
        own = False
        for name, made in subject.filters.items():
            if name not in query:
                continue
            text = query.text(name)
            value = parsed(made, name, text)
            column = subject.compared_columns.get(name)
            if column is None:
                own = True
                self.name += [name, text]
                self.narrowing.append(_keep(made, value))
            else:
                self.name.append(name)
                self.values[name] = prepared(value, column)
                self.narrowing.append(_keep(made, Bound(name, column)))
        if own:
            # What a type's own filter keeps may depend on the day: a law's status does.
            self.name.append(timezone.localdate())

    def _read_place(self) -> None:
        """Read where in the tree, on which site, of which identity."""
        subject, query = self.subject, self.query
        self._asks_the_tree = False
        if subject.is_of_pages:
            roots = site_roots(query)
            if roots is not None:
                self.name.append(("site", roots))
                self.narrowing.append(lambda pages: below(pages, roots))
            tree = named_in_tree(query, self.fallback)
            self._asks_the_tree = bool(tree.pages)
            if tree.pages or tree.identity:
                self.name.append(tree)
                self.narrowing.append(tree.narrow)
        elif subject.has_languages:
            identity = named_identity(subject.types, self.audiences, query)
            if identity is not None:
                self._asks_the_tree = identity.without is not None
                self.name.append(identity)
                self.narrowing.append(identity.narrow)


def _keep(made, value) -> Narrow:
    return lambda items: made.keep(items, value)
