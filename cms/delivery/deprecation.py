"""What of the published contract is on its way out: since when, until when, and what to use instead.

Declared in code beside what it is about (a type, a field of a type, an endpoint of the API), shown in the contract and
the documentation, and sent with answers as the `Deprecation` (RFC 9745) and `Sunset` (RFC 8594) fields.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from django.utils.functional import Promise
from django.utils.http import http_date


@dataclass(frozen=True)
class Deprecation:
    """`since`: the day from which it should not be used; `sunset`: the day on which it goes, where that is decided.

    `instead` says in a sentence what to use; `link` is an address (or its path) that explains it.
    """

    since: date
    sunset: date | None = None
    instead: str | Promise = ""
    link: str = "/api/v2/docs/#deprecations"

    def headers(self) -> dict[str, str]:
        """Return the fields to send, `Link` among them."""
        fields = {"Deprecation": f"@{_seconds(self.since)}", "Link": f'<{self.link}>; rel="deprecation"'}
        if self.sunset is not None:
            fields["Sunset"] = http_date(_seconds(self.sunset))
            fields["Link"] += f', <{self.link}>; rel="sunset"'
        return fields


def _seconds(day: date) -> int:
    return int(datetime.combine(day, time.min, tzinfo=UTC).timestamp())
