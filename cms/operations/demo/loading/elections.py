"""The election of 2026."""

from cms.operations.demo.content import identity, read, text
from cms.operations.demo.loading.dates import day, hour, moment
from cms.operations.demo.loading.library import Library
from cms.operations.demo.storing import store_picture
from home.models import Election, ElectionLink, ElectionPhase


def load_elections(library: Library) -> None:
    item = read("election")
    library.snippet(Election, "election", item["key"], lambda language: _election(library, item, language))


def _election(library: Library, item: dict, language: str) -> Election:
    locale = library.vietnamese if language == "vi" else library.english
    election = Election(
        title=text(item["title"], language),
        levels=item["levels"],
        term=text(item["term"], language),
        election_day=day(item["election_day"]),
        polling_opens=hour(item["polling_opens"]),
        polling_closes=hour(item["polling_closes"]),
        banner=store_picture(item["banner"]),
        banner_alt_text=text(item["banner_alt"], language),
        shown_from=moment(item["shown_from"]),
        shown_until=moment(item["shown_until"]),
        text_after=text(item["text_after"], language),
    )
    election.phases = [
        ElectionPhase(
            translation_key=identity("election_phase", f"{item['key']}/{order}"),
            locale=locale,
            label=text(phase["label"], language),
            begins_at=moment(phase["from"]),
            ends_at=moment(phase["until"]),
            text=text(phase["text"], language),
            sort_order=order,
        )
        for order, phase in enumerate(item["phases"])
    ]
    election.links = [
        ElectionLink(
            translation_key=identity("election_link", f"{item['key']}/{order}"),
            locale=locale,
            group=link["group"],
            title=text(link["title"], language),
            url=link["url"],
            is_official=link["is_official"],
            sort_order=order,
        )
        for order, link in enumerate(item["links"])
    ]
    return election
