"""The view of every feed."""

from collections.abc import Callable
from typing import NamedTuple

from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from cms.discovery.answers import public_answer
from cms.discovery.feeds.atom import to_atom
from cms.discovery.feeds.feed import Feed, make_feed
from cms.discovery.feeds.json_feed import to_json_feed
from cms.discovery.feeds.rss import to_rss
from cms.discovery.feeds.source import find_source


class Format(NamedTuple):
    """`write(feed, own address)` returns the whole answer."""

    name: str
    content_type: str
    write: Callable[[Feed, str], bytes]


FORMATS = {
    "rss.xml": Format("RSS", "application/rss+xml", to_rss),
    "atom.xml": Format("Atom", "application/atom+xml", to_atom),
    "feed.json": Format("JSON Feed", "application/feed+json", to_json_feed),
}


@csrf_exempt
@require_safe
def feed(request, name: str, section: str = "", topic: str = ""):
    """Answer with the feed of the site, a section or a topic, in the language of the address."""
    source = find_source(translation.get_language(), section, topic, request.GET)
    made = FORMATS[name]
    content = made.write(make_feed(source), source.url(name))
    return public_answer(content, f"{made.content_type}; charset=utf-8")
