"""Pages of a list, for templates: addresses keep the list's other parameters."""

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.http import Http404
from django.utils.functional import cached_property


def asked_page(request) -> int | None:
    """Return the number of the page an address asks for, 1 where it asks for none, None for what is no number."""
    number = request.GET.get("page", "1")
    # Only what our own links say: no sign, space or other digits, and not so long that int() is work.
    return int(number) if number.isascii() and number.isdigit() and len(number) <= 6 else None


class Pagination:
    """One page of a list of `total` items, if that is known. Raises Http404 where `?page=` names no page there is."""

    def __init__(self, items, request, per_page: int, total: int | None = None):
        self.request = request
        self.paginator = Paginator(items, per_page)
        if total is not None:
            self.paginator.count = total
        number = asked_page(request)
        if number is None:
            raise Http404("page is not a number")
        try:
            self._page = self.paginator.page(number)
        except (EmptyPage, PageNotAnInteger) as error:
            raise Http404("no such page") from error

    @cached_property
    def items(self) -> list:
        return list(self._page.object_list)

    @property
    def page(self) -> int:
        return self._page.number

    @property
    def pages(self) -> int:
        return self.paginator.num_pages

    @property
    def total(self) -> int:
        return self.paginator.count

    @property
    def previous_url(self) -> str:
        return self._url(self.page - 1) if self._page.has_previous() else ""

    @property
    def next_url(self) -> str:
        return self._url(self.page + 1) if self._page.has_next() else ""

    @property
    def links(self) -> list[dict]:
        """Return [{"number", "url", "is_current", "is_gap"}] around the current page, with both ends."""
        return [
            {
                "number": number if isinstance(number, int) else "",
                "url": self._url(number) if isinstance(number, int) else "",
                "is_current": number == self.page,
                "is_gap": not isinstance(number, int),
            }
            for number in self.paginator.get_elided_page_range(self.page, on_each_side=1, on_ends=1)
        ]

    def _url(self, number: int) -> str:
        query = self.request.GET.copy()
        query.pop("page", None)
        if number > 1:
            query["page"] = str(number)
        text = query.urlencode()
        return f"{self.request.path}?{text}" if text else self.request.path
