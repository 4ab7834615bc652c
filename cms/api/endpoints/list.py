"""A list of delivered items in Wagtail v2's envelope: `{"meta": {"total_count"}, "items": […]}`."""

import json

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext_noop as _

from cms.api.audience import audiences_of
from cms.api.conditional import answer, answer_once
from cms.api.endpoints.view import ApiView
from cms.api.fields.selection import Selection, parse_fields
from cms.api.filters.ordering import RANDOM, ordering_of
from cms.api.filters.search import operator_of, searched
from cms.api.filters.site import on_site
from cms.api.filters.translations import translations_in
from cms.api.filters.tree import in_tree
from cms.api.listing import delivered, head_of, texts_of
from cms.api.problems import invalid
from cms.api.query import MAX_OFFSET
from cms.delivery.store import to_json

DEFAULT_LIMIT = 20


class ListView(ApiView):
    """`endpoint` is set by the endpoint that makes the view."""

    endpoint = None

    @property
    def parameters(self) -> frozenset[str]:
        return self.subject.list_parameters

    def get(self, request, *args, **kwargs):
        self.subject = self.endpoint.for_query(request.GET)
        return super().get(request, *args, **kwargs)

    def read(self, request):
        query, subject = self.query, self.subject
        limit = query.integer("limit", DEFAULT_LIMIT, settings.WAGTAILAPI_LIMIT_MAX)
        offset = query.integer("offset", 0, MAX_OFFSET)
        selections = subject.list_selections(parse_fields(query.text("fields"))) if query.text("fields") else None
        locale = query.choice("locale", _locales(), _("locale '%(value)s' doesn't exist"))
        items = self.filtered()
        ordering = ordering_of(query, subject.model, subject.order_columns, subject.default_ordering)
        audiences = audiences_of(request)
        items = delivered(items, subject.types, audiences, locale)
        operator = operator_of(query)
        if "search" in query:
            items, by_relevance = searched(items, query.text("search"), operator)
            ordering = ordering if query.text("order") else by_relevance
        head = head_of(items)
        stop = min(offset + limit, head.total)
        column = "document" if selections else "listing"
        texts = texts_of(items, subject.types, audiences, ordering, offset, stop, column)
        body = envelope(head.total, [_select(text, selections) for text in texts] if selections else texts)
        if ordering == RANDOM:
            return answer_once(body)
        return answer(request, body, last_modified=head.last_modified, content_language=locale)

    def filtered(self) -> QuerySet:
        """Return the endpoint's queryset, narrowed by everything but language and search. Raises ProblemError."""
        query, subject = self.query, self.subject
        items = subject.queryset()
        for name, made in subject.filters.items():
            if name in query:
                text = query.text(name)
                try:
                    items = made.keep(items, made.parse(text))
                except ValueError:
                    raise invalid(
                        name,
                        _("field filter error. '%(value)s' is not a valid value for %(name)s (expected: %(expected)s)"),
                        value=text,
                        name=name,
                        expected=made.expects,
                    ) from None
        if subject.is_of_pages:
            return in_tree(on_site(items, query), query)
        if subject.has_languages:
            return translations_in(items, subject.types, query, audiences_of(self.request))
        return items


def envelope(total: int, items: list[str]) -> bytes:
    """Return the JSON of a list from the JSON of its items."""
    return f'{{"meta":{{"total_count":{total}}},"items":[{",".join(items)}]}}'.encode()


def _select(text: str, selections: dict[str, Selection]) -> str:
    document = json.loads(text)
    return to_json(selections[document["meta"]["type"]].apply(document))


def _locales() -> tuple[str, ...]:
    return tuple(code for code, _name in settings.LANGUAGES)
