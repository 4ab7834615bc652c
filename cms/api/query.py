"""The query string, read strictly: every parameter known, given once, and of its kind. Nothing falls back silently."""

from collections.abc import Container, Iterator

from django.http import QueryDict
from django.utils.translation import gettext_noop as _

from cms.api.problems import ProblemError, invalid

# Any offset up to this is answered (by an empty page if need be); beyond, databases overflow.
MAX_OFFSET = 2**31 - 1


class Query:
    """The parameters of one request."""

    def __init__(self, parameters: QueryDict):
        self.parameters = parameters

    def __contains__(self, name: str) -> bool:
        return name in self.parameters

    def __iter__(self) -> Iterator[str]:
        return iter(self.parameters)

    def check(self, known: Container[str]) -> None:
        """Raise a ProblemError for a parameter that is unknown here, given twice, or holds a NUL."""
        unknown = sorted(name for name in self.parameters if name not in known)
        if unknown:
            raise ProblemError(
                "unknown-parameter",
                _("query parameter is not an operation or a recognised field: %(names)s"),
                parameter=unknown[0],
                names=", ".join(unknown),
            )
        for name, values in self.parameters.lists():
            if len(values) > 1:
                raise invalid(name, _("%(name)s is given more than once"), name=name)
            if "\x00" in values[0]:
                raise invalid(name, _("null characters are not allowed in %(name)s"), name=name)

    def text(self, name: str) -> str:
        """Return the value of `name`, "" where it is not given."""
        return self.parameters.get(name, "")

    def integer(self, name: str, default: int, maximum: int) -> int:
        """Return a whole number from 0 to `maximum`."""
        if name not in self.parameters:
            return default
        text = self.parameters[name]
        if not (text.isascii() and text.isdigit()):
            raise invalid(name, _("%(name)s must be a positive integer"), name=name)
        # Digits are counted first: int() refuses a number of thousands of them.
        if len(text) > len(str(maximum)) + 20 or int(text) > maximum:
            raise invalid(name, _("%(name)s cannot be higher than %(maximum)d"), name=name, maximum=maximum)
        return int(text)

    def choice(self, name: str, choices: Container[str], message: str) -> str:
        """Return the value of `name`, one of `choices`; "" where it is not given. Otherwise raise `message`."""
        value = self.parameters.get(name, "")
        if name in self.parameters and value not in choices:
            raise invalid(name, message, value=value)
        return value
