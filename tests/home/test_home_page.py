"""The home page shows its sections in the editors' order, says where there is nothing, and stays cheap."""

from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import LawLibraryPage, QuestionIndexPage
from cms.translation import locales
from home.models import HomePage, LinkIndexPage, SupportPage
from media.models import GalleryIndexPage, VideoIndexPage
from tests.articles.content import add_law_document, add_question, make_issuer, make_topic
from tests.factories import add_article, add_page, add_stream, make_category, make_image, publish, translate
from tests.home.content import (
    add_standard_page,
    make_election,
    make_link,
    make_link_group,
    make_menu,
    make_organisation,
    translate_snippet,
)
from tests.media.content import add_gallery, add_video, make_series

KINDS = ["featured", "law", "questions", "galleries", "videos", "links", "support"]
INDEXES = {
    LawLibraryPage: "Tủ sách pháp luật điện tử",
    QuestionIndexPage: "Hỏi đáp pháp luật",
    GalleryIndexPage: "Thư viện hình ảnh",
    VideoIndexPage: "Thư viện video",
    LinkIndexPage: "Liên kết",
    SupportPage: "Hỗ trợ",
}


def set_sections(home, *sections):
    home = HomePage.objects.get(pk=home.pk)
    home.sections = [{"type": kind, "value": {"heading": "", **value}} for kind, value in sections]
    return publish(home)


def sections_of(client, url="/"):
    response = client.get(url)
    assert response.status_code == 200
    return response.context["sections"]


@pytest.fixture
def indexes(site):
    return {model: add_page(site.home, model, title=title) for model, title in INDEXES.items()}


def test_sections_are_in_the_order_editors_chose(site, indexes, client):
    stream = add_stream(site.home)
    add_article(stream, title="Một bài")
    wanted = [("links", {}), ("stream", {"stream": stream.pk}), ("text", {"text": "<p>Lời.</p>"}), ("featured", {})]
    set_sections(site.home, *wanted)
    assert [section.kind for section in sections_of(client)] == ["links", "stream", "text", "featured"]


@pytest.mark.parametrize(("url", "language"), [("/", "vi"), ("/en/", "en")])
def test_an_empty_section_says_so_in_both_languages(site, indexes, client, url, language):
    home = set_sections(site.home, *[(kind, {}) for kind in KINDS])
    translate(home, site.root, title="Home", slug="home-2") if language == "en" else None
    set_sections(site.home_en, *[(kind, {}) for kind in KINDS])
    sections = sections_of(client, url)
    assert [section.kind for section in sections] == KINDS
    lists = [section for section in sections if section.kind != "support"]
    assert all(section.is_empty and section.empty_text for section in lists)
    content = client.get(url).content.decode()
    assert content.count('class="empty"') == len(lists)
    assert f'<html lang="{language}">' in content


def test_a_stream_without_heading_bears_its_own_title_in_the_page_s_language(site, client):
    stream = add_stream(site.home, title="Tin hoạt động")
    translate(stream, site.home_en, title="News", slug="news")
    for home in (site.home, site.home_en):
        set_sections(home, ("stream", {"stream": stream.pk}))
    assert [(section.heading, section.url) for section in sections_of(client)] == [("Tin hoạt động", "/tin-hoat-dong/")]
    assert [(section.heading, section.url) for section in sections_of(client, "/en/")] == [("News", "/en/news/")]


def test_what_is_at_the_top_is_not_repeated_in_its_stream(site, client):
    stream = add_stream(site.home)
    with transaction.atomic():
        for number in range(6):
            add_article(stream, title=f"Bài {number}", is_featured=number >= 4, display_date=day(number))
    set_sections(site.home, ("featured", {}), ("stream", {"stream": stream.pk, "count": 3}))
    featured, newest = sections_of(client)
    assert [card.title for card in featured.cards] == ["Bài 5", "Bài 4"]
    assert [card.title for card in newest.cards] == ["Bài 3", "Bài 2", "Bài 1"]


def test_a_stream_of_top_stories_only_still_shows_them(site, client):
    stream = add_stream(site.home)
    add_article(stream, title="Duy nhất", is_featured=True)
    set_sections(site.home, ("featured", {}), ("stream", {"stream": stream.pk}))
    assert [card.title for card in sections_of(client)[1].cards] == ["Duy nhất"]


def test_in_english_what_is_not_translated_is_shown_only_where_there_is_nothing_else(site, client):
    stream = add_stream(site.home)
    stream_en = translate(stream, site.home_en, title="News", slug="news")
    old = add_article(stream, title="Bài cũ", display_date=day(0))
    add_article(stream, title="Bài mới", display_date=day(1))
    set_sections(site.home_en, ("stream", {"stream": stream.pk}))

    def shown():
        (section,) = sections_of(client, "/en/")
        return [(card.title, card.lang) for card in section.cards]

    assert shown() == [("Bài mới", "vi"), ("Bài cũ", "vi")]
    translate(old, stream_en, title="An old story", slug="old", display_date=day(0))
    assert shown() == [("An old story", "")]


def test_an_election_is_shown_in_its_time_only(site, client, monkeypatch):
    from tests.home.content import vietnam

    election = make_election()
    translate_snippet(election, title="Electing deputies")
    for home in (site.home, site.home_en):
        set_sections(home, ("election", {"election": election.pk}))
    monkeypatch.setattr(timezone, "now", lambda: vietnam("2026-03-15 08:00"))
    assert "Lời của <b>Ngày bầu cử</b>." in client.get("/").content.decode()
    assert "Electing deputies" in client.get("/en/").content.decode()
    monkeypatch.setattr(timezone, "now", lambda: vietnam("2027-03-15 00:00"))
    assert sections_of(client) == []


def test_name_and_slogan_are_the_organisation_s(site, client):
    make_organisation(slogan="Vững mạnh")
    make_organisation("en")
    content = client.get("/").content.decode()
    assert "<title>Liên đoàn Lao động tỉnh Quảng Ninh · Vững mạnh</title>" in content
    assert '<span class="masthead__other" lang="en">Quangninh Federation of Labour</span>' in content
    english = client.get("/en/").content.decode()
    assert '<span class="masthead__name">Quangninh Federation of Labour</span>' in english
    assert '<p class="masthead__slogan">Vững mạnh</p>' in english


def test_a_section_of_an_unknown_kind_shows_nothing(site, client):
    home = HomePage.objects.get(pk=site.home.pk)
    home.sections = [{"type": "links", "value": {"heading": "Liên kết"}}]
    publish(home)
    HomePage.objects.filter(pk=home.pk).update(sections='[{"type": "weather", "value": {}, "id": "1"}]')
    assert sections_of(client) == []


def test_a_drafted_or_restricted_item_is_not_on_the_front(site, client):
    from wagtail.models import PageViewRestriction

    stream, secret = add_stream(site.home), add_stream(site.home, title="Nội bộ")
    add_article(stream, title="Bài nháp", is_featured=True).unpublish()
    add_article(secret, title="Bài nội bộ", is_featured=True)
    PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)
    set_sections(site.home, ("featured", {}), ("stream", {"stream": secret.pk}))
    sections = sections_of(client)
    assert [section.kind for section in sections] == ["featured"]
    assert sections[0].is_empty


def day(number):
    return timezone.make_aware(timezone.datetime(2026, 1, 1)) + timedelta(days=number)


def fill(site, indexes, start, stop):
    """Give every section `stop - start` more items, in both languages."""
    image, topic, issuer = make_image(), make_topic("Tiền lương", "Wages"), make_issuer("Quốc hội", "National Assembly")
    category, group, series = make_category(), make_link_group("Báo chí"), make_series("An toàn", "Safety")
    translate_snippet(category, name="Organisation")
    translate_snippet(group, name="Press")
    for number in range(start, stop):
        for stream in site.streams:
            values = {"category": category, "cover": image, "cover_alt_text": "Ảnh", "display_date": day(number)}
            article = add_article(stream, title=f"Bài {number}", is_featured=number % 3 == 0, **values)
            translate(article, site.home_en)
        document = add_law_document(
            indexes[LawLibraryPage], title=f"Văn bản {number}", number=f"{number}/2025/QH15", issuers=[issuer]
        )
        translate(document, site.home_en)
        question = add_question(
            indexes[QuestionIndexPage], title=f"Câu hỏi {number}", topic=topic, answer_date=date(2026, 1, 1)
        )
        translate(question, site.home_en)
        gallery = add_gallery(indexes[GalleryIndexPage], [image], title=f"Bộ ảnh {number}")
        translate(gallery, site.home_en)
        video = add_video(indexes[VideoIndexPage], title=f"Phim {number}", series=series)
        translate(video, site.home_en)
        make_link(f"Liên kết {number}", group=group)


@pytest.fixture
def full_home(site, indexes):
    """A home page like the demo's: thirteen sections, menus, an organisation in both languages, an election."""
    site.streams = [add_stream(site.home, title=f"Chuyên mục {number}") for number in range(4)]
    election = make_election(shown_until=None, banner=make_image(), banner_alt_text="Hòm phiếu")
    sections = [(kind, {}) for kind in KINDS] + [("election", {"election": election.pk})]
    sections += [("stream", {"stream": stream.pk}) for stream in site.streams] + [("text", {"text": "<p>Lời.</p>"})]
    for home in (site.home, site.home_en):
        set_sections(home, *sections)
    make_organisation()
    make_organisation("en")
    about = add_standard_page(site.home, "Giới thiệu")
    make_menu(about, *site.streams)
    make_menu(about, *indexes.values(), place="footer")
    return site


def test_the_home_page_costs_at_most_25_queries_and_the_same_for_many_items(full_home, indexes, client):
    costs = {"/": [], "/en/": []}
    for start, stop in ((0, 1), (1, 3)):
        with transaction.atomic():
            fill(full_home, indexes, start, stop)
        for url, counts in costs.items():
            # What is kept for a minute must not run out between the two requests.
            locales.forget()
            client.get(url)
            with CaptureQueriesContext(connection) as queries:
                assert client.get(url).status_code == 200
            counts.append([query["sql"] for query in queries.captured_queries])
    for few, many in costs.values():
        assert len(few) == len(many), "\n".join(many)
        assert len(many) <= 25, "\n".join(many)
