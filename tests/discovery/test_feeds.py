"""Feeds: what is public and nothing else, in three formats, for the site, its sections and their topics."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from media.files.renditions import make_renditions
from tests.discovery.conftest import again
from tests.discovery.feed_reader import NAMES, read_feed
from tests.factories import add_article, publish
from tests.media.content import add_video, store_film

pytestmark = pytest.mark.django_db
KINDS = ("articles", "galleries", "videos", "law-documents", "questions")


def titles(feed):
    return {entry["title"] for entry in feed.entries}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("language", "root"), [("vi", "/feeds/"), ("en", "/en/feeds/")])
def test_the_site_feed_has_what_is_public_in_its_language(everything, client, name, language, root):
    feed = read_feed(client, f"{root}{name}")
    assert feed.language == language
    assert titles(feed) == {everything.items[kind][language].title for kind in KINDS}


@pytest.mark.parametrize("name", NAMES)
def test_each_section_has_a_feed_of_its_own(everything, client, name):
    for kind in KINDS:
        for language, root in (("vi", "/feeds/"), ("en", "/en/feeds/")):
            item = everything.items[kind][language]
            feed = read_feed(client, f"{root}{item.get_parent().slug}/{name}")
            assert titles(feed) == {item.title}
            assert item.get_parent().title in feed.title


def test_the_formats_agree_on_identity_and_text(everything, client):
    feeds = [read_feed(client, f"/feeds/{name}") for name in NAMES]
    for entries in zip(*(feed.entries for feed in feeds), strict=True):
        assert len({(entry["id"], entry["url"], entry["html"]) for entry in entries}) == 1


def test_an_items_languages_have_ids_of_their_own(everything, client):
    vietnamese, english = (read_feed(client, f"{root}feeds/atom.xml") for root in ("/", "/en/"))
    assert not {entry["id"] for entry in vietnamese.entries} & {entry["id"] for entry in english.entries}


def test_a_topic_has_a_feed_by_its_name_and_by_its_uuid(everything, client):
    add_article(everything.stream, title="Không có chuyên đề")
    for address in ("to-chuc", str(everything.category.translation_key)):
        feed = read_feed(client, f"/feeds/{everything.stream.slug}/{address}/atom.xml")
        assert titles(feed) == {everything.items["articles"]["vi"].title}
    index = everything.items["questions"]["vi"].get_parent()
    feed = read_feed(client, f"/feeds/{index.slug}/tien-luong/rss.xml")
    assert titles(feed) == {everything.items["questions"]["vi"].title}


def test_what_is_withdrawn_leaves_at_once(everything, client):
    again(everything.items["articles"]["vi"]).unpublish()
    assert everything.items["articles"]["vi"].title not in titles(read_feed(client, "/feeds/rss.xml"))


def test_a_picture_and_a_film_are_enclosed_with_their_size(everything, client):
    make_renditions(everything.items["images"][""])
    article = everything.items["articles"]["vi"]
    entry = next(e for e in read_feed(client, "/feeds/atom.xml").entries if e["title"] == article.title)
    [(address, content_type, length)] = entry["files"]
    assert address.endswith(".jpeg")
    assert content_type == "image/jpeg"
    assert int(length) > 0
    film = store_film()
    video = add_video(everything.items["videos"]["vi"].get_parent(), title="Phim nhà", file=film)
    entry = next(e for e in read_feed(client, "/feeds/rss.xml").entries if e["title"] == video.title)
    assert [(kind, int(length)) for _url, kind, length in entry["files"]] == [("video/mp4", film.file.size)]


def test_the_whole_text_is_there_escaped_and_absolute(everything, client):
    article = add_article(
        everything.stream,
        title="Toàn văn <b>",
        body=[
            {"type": "paragraph", "value": f'<p>Đọc <a linktype="page" id="{everything.stream.pk}">mục này</a>.</p>'},
            {"type": "quote", "value": {"text": "1 < 2 & 3", "attribution": "Thợ lò"}},
            {"type": "heading", "value": {"level": "h2", "text": "Mục <i>"}},
        ],
    )
    for name in NAMES:
        entry = next(e for e in read_feed(client, f"/feeds/{name}").entries if e["title"] == article.title)
        assert f'<a href="http://localhost/{everything.stream.slug}/">mục này</a>' in entry["html"]
        assert "<blockquote><p>1 &lt; 2 &amp; 3</p><p><cite>Thợ lò</cite></p></blockquote>" in entry["html"]
        assert "<h2>Mục &lt;i&gt;</h2>" in entry["html"]


@pytest.mark.parametrize(
    "address",
    [
        "/feeds/khong-co/rss.xml",
        "/feeds/rss/",
        "/feeds/",
        "/en/feeds/x/y/z/atom.xml",
        "/feeds/{stream}/khong-co/atom.xml",
    ],
)
def test_what_is_not_there_is_said_so(everything, client, address):
    assert client.get(address.format(stream=everything.stream.slug)).status_code == 404


def test_a_partners_section_has_no_feed(everything, client):
    stream = again(everything.stream)
    stream.syndication = "partners"
    publish(stream)
    assert client.get(f"/feeds/{everything.stream.slug}/rss.xml").status_code == 404


def test_a_feed_costs_the_same_for_few_and_for_many(everything, client):
    def count(address):
        Site.get_site_root_paths()
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        return len(queries)

    addresses = ["/feeds/rss.xml", f"/feeds/{everything.stream.slug}/atom.xml"]
    few = [count(address) for address in addresses]
    with transaction.atomic():
        for number in range(12):
            add_article(
                everything.stream, title=f"Thêm {number}", cover=everything.items["images"][""], cover_alt_text="x"
            )
    assert [count(address) for address in addresses] == few
    assert max(few) <= 6


def test_pages_name_their_feeds(everything, client):
    html = client.get(everything.items["articles"]["en"].get_url()).content.decode()
    for name in NAMES:
        assert f'href="http://localhost/en/feeds/{name}"' in html
        assert f'href="http://localhost/en/feeds/news/{name}"' in html
    html = client.get(f"{everything.stream.get_url()}?category={everything.category.translation_key}").content.decode()
    assert f'href="http://localhost/feeds/{everything.stream.slug}/to-chuc/atom.xml"' in html
