"""Months as choices of a list: an archive of what has dates."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.db.models import CharField, Func
from django.utils.translation import get_language

from cms.core.text.formats import VIETNAM, month


class MonthOf(Func):
    """A moment's month in Vietnam as "2026-11", reckoned by the database itself: over a whole archive it is quick."""

    output_field = CharField()

    def as_sqlite(self, compiler, connection, **context):
        # Moments are stored in UTC; Vietnam's clocks have been seven hours ahead since 1975. A date has no clock.
        shift = ", '+7 hours'" if self._is_moment else ""
        return self.as_sql(compiler, connection, template=f"strftime('%%%%Y-%%%%m', %(expressions)s{shift})", **context)

    def as_postgresql(self, compiler, connection, **context):
        inner = f"%(expressions)s AT TIME ZONE '{VIETNAM.key}'" if self._is_moment else "%(expressions)s"
        return self.as_sql(compiler, connection, template=f"to_char({inner}, 'YYYY-MM')", **context)

    @property
    def _is_moment(self) -> bool:
        return self.get_source_expressions()[0].output_field.get_internal_type() == "DateTimeField"


def offer_months(values: Iterable[str]) -> list[tuple[str, str]]:
    """Return ("2026-11", "November 2026"), the newest first; what is no month is left out."""
    language = get_language() or settings.LANGUAGE_CODE
    offered = []
    for value in sorted(values, reverse=True):
        try:
            offered.append((value, month(date.fromisoformat(f"{value}-01"), language)))
        except ValueError:
            continue
    return offered
