"""Small elections, links, menus and organisations for tests."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone
from wagtail.models import Locale

from cms.core.text.formats import VIETNAM
from home.models import (
    Alert,
    Election,
    ElectionLink,
    ElectionPhase,
    Link,
    LinkGroup,
    Menu,
    MenuItem,
    Organisation,
    StandardPage,
)
from tests.factories import add_page


def locale(language):
    return Locale.objects.get(language_code=language)


def vietnam(text):
    """Return the aware moment of "2026-03-15 19:00" in Vietnamese time."""
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def publish_snippet(snippet):
    """Save a snippet and publish its present state."""
    snippet.save()
    snippet.save_revision().publish()
    return type(snippet).objects.get(pk=snippet.pk)


def translate_snippet(snippet, **values):
    """Return the snippet's published English translation with these values."""
    english = snippet.copy_for_translation(locale("en"))
    for name, value in values.items():
        setattr(english, name, value)
    return publish_snippet(english)


def build_election(**values):
    """Return an unsaved election like that of 2026: four phases, links in two groups."""
    election = Election(
        locale=locale("vi"),
        **{
            "title": "Bầu cử đại biểu Quốc hội",
            "term": "Nhiệm kỳ 2026–2031",
            "levels": ["hdnd_tinh", "quoc_hoi"],
            "election_day": date(2026, 3, 15),
            "polling_opens": time(7),
            "polling_closes": time(19),
            "shown_from": vietnam("2026-01-01 00:00"),
            "shown_until": vietnam("2027-03-15 00:00"),
            "text_after": "<p>Cảm ơn cử tri.</p>",
            **values,
        },
    )
    election.phases = [
        build_phase("Trước ngày bầu cử", "2026-01-01 00:00", "2026-03-15 00:00"),
        build_phase("Ngày bầu cử", "2026-03-15 00:00", "2026-03-15 19:00"),
        build_phase("Kiểm phiếu", "2026-03-15 19:00", "2026-04-15 00:00"),
    ]
    election.links = [
        ElectionLink(group="results", title="Kết quả", url="https://example.vn/ket-qua", is_official=True),
        ElectionLink(group="documents", title="Văn bản", url="https://example.vn/van-ban"),
    ]
    return election


def build_phase(label, begins_at, ends_at):
    return ElectionPhase(
        label=label, begins_at=vietnam(begins_at), ends_at=vietnam(ends_at), text=f"<p>Lời của <b>{label}</b>.</p>"
    )


def make_election(**values):
    return publish_snippet(build_election(**values))


def make_alert(heading, *, language="vi", **values):
    until = {"shown_until": timezone.now() + timedelta(hours=6)}
    return publish_snippet(Alert(locale=locale(language), heading=heading, **until | values))


def make_link(name, *, group=None, **values):
    return publish_snippet(
        Link(locale=locale("vi"), name=name, group=group, **{"url": "https://example.vn/", **values})
    )


def make_link_group(name, **values):
    return publish_snippet(LinkGroup(locale=locale("vi"), name=name, **values))


def make_menu(*items, place="main", language="vi"):
    menu = Menu(place=place, locale=locale(language))
    menu.items = [item if isinstance(item, MenuItem) else MenuItem(page=item) for item in items]
    return publish_snippet(menu)


def make_organisation(language="vi", **values):
    name = {"vi": "Liên đoàn Lao động tỉnh Quảng Ninh", "en": "Quangninh Federation of Labour"}[language]
    return publish_snippet(Organisation(locale=locale(language), **{"name": name, **values}))


def add_standard_page(parent, title, **values):
    return add_page(parent, StandardPage, title=title, **values)
