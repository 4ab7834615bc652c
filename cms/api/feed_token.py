"""Where a reader of the change feed stands: `<epoch>.<number>`, and while in its snapshot, where that began."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext_noop as _

from cms.api.problems import ProblemError, invalid
from cms.api.query import Query
from cms.delivery.changes import Changes

# Eighteen digits are less than what a database's integer holds.
TOKEN = re.compile(r"([0-9a-z]{1,16})\.(0|[1-9][0-9]{0,17})", re.ASCII)
MAX_NUMBER = 10**18 - 1


@dataclass(frozen=True)
class FeedToken:
    """`epoch` is "" for a reader that is new; `snapshot` is None for one that has read its snapshot to the end."""

    epoch: str = ""
    number: int = 0
    snapshot: int | None = None

    def __str__(self) -> str:
        return f"{self.epoch}.{self.number}"

    @classmethod
    def read(cls, query: Query) -> "FeedToken":
        """Return what a request says. Raises ProblemError for what is none."""
        if "token" not in query:
            if "snapshot" in query:
                raise invalid("snapshot", _("snapshot needs the token that was given with it"))
            return cls()
        match = TOKEN.fullmatch(query.text("token"))
        if match is None:
            raise invalid("token", _("token is not one that this feed gave"))
        snapshot = query.integer("snapshot", 0, MAX_NUMBER) if "snapshot" in query else None
        return cls(match[1], int(match[2]), snapshot)

    def check(self, changes: Changes, restart: str, scope_since: int = 0) -> None:
        """Raise a ProblemError where the store cannot tell this reader what it missed.

        A reader who had a wider scope before the number `scope_since` may hold what it may have no more.
        """
        if not self.epoch:
            return
        if self.epoch != changes.epoch:
            raise _gone(_("the token is of another epoch: the data was restored or moved; start again"), restart)
        if self.number > changes.value:
            raise invalid("token", _("token is not one that this feed gave"))
        if self.snapshot is not None and not self.number <= self.snapshot <= changes.value:
            raise invalid("snapshot", _("snapshot does not belong to this token"))
        # A snapshot holds nothing that was gone when it began.
        began = max(self.number, self.snapshot or 0)
        if began < scope_since:
            raise _gone(_("the key opens less than when the token was given; start again"), restart)
        if began < changes.horizon:
            raise _gone(_("the token is older than what this feed remembers of withdrawn items; start again"), restart)

    def after(self, changes: Changes) -> "FeedToken":
        """Return where the reader stands once it has read these."""
        snapshot = self.snapshot if self.epoch else changes.value
        number = changes.items[-1].sequence if changes.has_more else changes.value
        is_in_snapshot = snapshot is not None and number < snapshot
        return FeedToken(changes.epoch, number, snapshot if is_in_snapshot else None)

    def parameters(self) -> dict[str, str]:
        """Return the query parameters that lead a reader on from here."""
        return {"token": str(self), **({} if self.snapshot is None else {"snapshot": str(self.snapshot)})}


def _gone(message: str, restart: str) -> ProblemError:
    return ProblemError("token-expired", message, status=410, parameter="token", members={"restart": restart})
