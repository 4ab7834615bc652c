"""An election as the election band shows it at one moment."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.utils.translation import get_language
from wagtail.rich_text import RichText

from home.elections.election_link import ElectionLinkGroup
from home.elections.levels import level_labels


@dataclass(frozen=True)
class ShownPhase:
    """The words that hold now. `code` is a Stage; between phases `label` and `text` are empty."""

    code: str
    label: str
    text: RichText | str


def rich_text(source: str) -> RichText | str:
    """Return stored rich text as templates show it, "" if there is none."""
    return RichText(source) if source else ""


class ShownElection:
    """What templates/components/election_band.html reads; texts are those of the election's own language."""

    def __init__(self, election, now: datetime):
        self.title, self.term, self.picture = election.title, election.term, election.picture
        self.election_day = election.election_day
        self.polling_opens, self.polling_closes = election.polling_opens, election.polling_closes
        self.is_over = election.is_over(now)
        self.stage = election.stage(now)
        self._election = election
        self._phase = election.current_phase(now)

    @property
    def lang(self) -> str:
        """The language of its texts, "" when it is the page's."""
        language = self._election.locale.language_code
        return "" if language == get_language() else language

    @property
    def phase(self) -> ShownPhase:
        if self._phase is None:
            label = str(self.stage.label) if self.is_over else ""
            return ShownPhase(self.stage.value, label, "")
        return ShownPhase(self.stage.value, self._phase.label, rich_text(self._phase.text))

    @property
    def text_after(self) -> RichText | str:
        """The words for afterwards, once no phase has words of its own."""
        return rich_text(self._election.text_after) if self.is_over and self._phase is None else ""

    @property
    def levels(self) -> list[str]:
        return level_labels(self._election.levels)

    @property
    def groups(self) -> list[dict]:
        """Return [{"label", "links"}] in the order of ElectionLinkGroup; links in the editors' order."""
        order = list(ElectionLinkGroup.values)
        links = sorted(self._election.links.all(), key=lambda link: order.index(link.group))
        return [
            {"label": str(ElectionLinkGroup(code).label), "links": list(group)}
            for code, group in groupby(links, key=lambda link: link.group)
        ]
