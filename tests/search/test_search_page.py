"""The search page finds what readers of a language may read, however they type it."""

import pytest
from django.core.cache import cache
from django.db import transaction

from cms.search.models import PromotedResult
from cms.search.written_language import other_language
from home.models import SupportPage
from tests.factories import add_article, add_page, add_stream, translate


@pytest.fixture
def stream(site):
    return add_stream(site.home, title="Tin hoạt động")


def titles(response):
    return [card.title for card in response.context["cards"]]


@pytest.mark.parametrize(
    "typed", ["thỏa ước", "thoả ước", "thoa uoc", "THỎA ƯỚC", "tho\u0309a u\u031bo\u031b\u0301c", '"thỏa ước"']
)
def test_every_spelling_finds_it(client, stream, typed):
    add_article(stream, title="Thỏa ước lao động tập thể")
    add_article(stream, title="Ngày hội sức khỏe")
    assert titles(client.get("/tim-kiem/", {"q": typed})) == ["Thỏa ước lao động tập thể"]


@pytest.mark.parametrize(
    ("text", "language", "other"),
    [
        ("finance. BẢN MINH HỌA – không phải văn bản chính thức. Tra cứu bản chính tại cơ quan ban hành.", "en", "vi"),
        ("Members of Việt Hưng ward met the Quảng Ninh federation at the gate.", "en", ""),
        ("The union speaks for its members at the workplace.", "vi", "en"),
        ("BHXH – BHYT – BHTN, Video", "vi", ""),
        ("Công đoàn cơ sở", "vi", ""),
        ("", "en", ""),
    ],
)
def test_what_is_found_in_a_file_of_the_other_language_is_known_as_such(text, language, other):
    assert other_language(text, language) == other


def test_a_snippet_says_the_language_it_is_written_in(client, site, stream):
    stream_en = translate(stream, site.home_en, title="News", slug="news")
    article = add_article(stream, title="Sổ tay")
    translate(article, stream_en, title="Handbook", slug="handbook", lead="Tra cứu bản chính tại cơ quan ban hành.")
    html = client.get("/en/search/", {"q": "handbook"}).content.decode()
    assert '<p class="result__summary" lang="vi">' in html
    assert '<p class="result__summary">' in client.get("/tim-kiem/", {"q": "so tay"}).content.decode()


def test_the_exact_spelling_stands_first(client, stream):
    add_article(stream, title="Bàn giao nhà ở")
    add_article(stream, title="Bản tin tháng mười")
    assert titles(client.get("/tim-kiem/", {"q": "bản"}))[0] == "Bản tin tháng mười"
    assert titles(client.get("/tim-kiem/", {"q": "bàn"}))[0] == "Bàn giao nhà ở"


def test_drafts_and_untranslated_pages_are_not_found(client, stream):
    article = add_article(stream, title="Tổ nữ công")
    assert titles(client.get("/en/search/", {"q": "nu cong"})) == []
    article.unpublish()
    assert titles(client.get("/tim-kiem/", {"q": "nu cong"})) == []


@pytest.mark.parametrize("typed", ["", "   ", "…", '"', "*", "a" * 1000, "\U0001f600"])
def test_what_is_no_query_gives_an_empty_page(client, stream, typed):
    response = client.get("/tim-kiem/", {"q": typed})
    assert response.status_code == 200
    assert titles(response) == []


@pytest.mark.parametrize("number", ["abc", "0", "9999", "-1"])
def test_a_page_that_does_not_exist_is_not_found(client, stream, number):
    assert client.get("/tim-kiem/", {"q": "a", "page": number}).status_code == 404


def test_only_reading_is_allowed(client, stream):
    assert client.post("/tim-kiem/").status_code == 405


def test_what_was_found_is_marked_as_it_is_written(client, stream):
    add_article(stream, title="Thỏa ước mới", lead="Ký <b>thỏa ước</b> nhóm.")
    (card,) = client.get("/tim-kiem/", {"q": "thoa uoc"}).context["cards"]
    assert card.marked_title == "<mark>Thỏa ước</mark> mới"
    assert card.excerpt == "Ký <mark>thỏa ước</mark> nhóm."


def test_a_sign_for_less_is_no_tag(client, stream):
    add_article(
        stream, title="Tin", body=[{"type": "paragraph", "value": "<p>Nếu lương&lt;sàn thì đoàn viên báo.</p>"}]
    )
    assert titles(client.get("/tim-kiem/", {"q": "sàn thì đoàn viên"})) == ["Tin"]


def test_a_heading_runs_into_no_sentence(client, stream):
    heading = {"type": "heading", "value": {"level": "h2", "text": "Việc cần làm"}}
    body = [heading, {"type": "paragraph", "value": "<p>Ký thỏa ước.</p><p>Rồi họp.</p>"}]
    add_article(stream, title="Tin", lead="Một.", body=body)
    (card,) = client.get("/tim-kiem/", {"q": "thoa uoc"}).context["cards"]
    assert card.excerpt == "Một. Việc cần làm · Ký <mark>thỏa ước</mark>. Rồi họp."


@pytest.mark.parametrize("typed", ["liên hệ", "Lien he", "số điện thoại", "contact us"])
def test_who_looks_for_the_organisation_finds_the_support_page_first(client, site, stream, typed):
    support = add_page(site.home, SupportPage, title="Hỗ trợ đoàn viên", slug="ho-tro")
    translate(support, site.home_en, title="Help for members", slug="help")
    add_article(stream, title="Liên hệ và số điện thoại", lead="Liên hệ.")
    address = "/en/search/" if "contact" in typed else "/tim-kiem/"
    assert client.get(address, {"q": typed}).context["cards"][0].title in ("Hỗ trợ đoàn viên", "Help for members")


def test_facets_are_addresses_and_are_taken_back_by_them(client, stream):
    add_article(stream, title="Ngày hội lớn")
    add_stream(stream.get_parent(), title="Ngày hội công nhân", slug="ngay-hoi")
    response = client.get("/tim-kiem/", {"q": "ngày hội"})
    facets = {facet.name: facet.choices for facet in response.context["facets"]}
    article = next(choice for choice in facets["type"] if "ArticlePage" in choice.url)
    narrowed = client.get(article.url)
    assert titles(narrowed) == ["Ngày hội lớn"]
    chosen = next(choice for facet in narrowed.context["facets"] for choice in facet.choices if choice.is_chosen)
    assert set(titles(client.get(chosen.url))) == {"Ngày hội lớn", "Ngày hội công nhân"}


@pytest.mark.parametrize("name", ["type", "topic", "year"])
def test_a_facet_nobody_links_to_narrows_to_nothing_or_not_at_all(client, stream, name):
    for value in ["'", "9" * 50, "é", "-1", "0000"]:
        assert client.get("/tim-kiem/", {"q": "a", name: value}).status_code == 200


@pytest.mark.parametrize(
    "typed",
    [
        "\x00a",
        "a" * 5000,
        "đ " * 2500,
        "\u0301\u0300\u0323",
        "\U0001f600\U0001f1fb\U0001f1f3",
        '"a" AND (b OR',
        "NEAR(a)",
        "a*:&|!<->",
        "%_\\",
    ],
)
def test_no_query_breaks_it(client, stream, typed):
    for address in ("/tim-kiem/", "/en/search/", "/tim-kiem/goi-y/", "/en/search/suggestions/"):
        assert client.get(address, {"q": typed}).status_code in (200, 400), address


def test_it_costs_at_most_twelve_queries(client, stream, django_assert_max_num_queries):
    with transaction.atomic():
        for number in range(5):
            add_article(stream, title=f"Ngày hội thứ {number}")
    add_stream(stream.get_parent(), title="Ngày hội công nhân", slug="ngay-hoi")
    # The frame of all pages is made once for each number of the site, other things once a process.
    client.get("/tim-kiem/")
    client.get("/tim-kiem/", {"q": "chưa ai viết"})
    cache.clear()
    with django_assert_max_num_queries(12):
        assert len(titles(client.get("/tim-kiem/", {"q": "ngày hội"}))) == 6


def test_editors_put_a_page_above_the_results(client, stream):
    article = add_article(stream, title="Cách gửi câu hỏi")
    PromotedResult.objects.create(searches="hỏi luật\nTư vấn", page=article, description="Hỏi ở đây.")
    (card,) = client.get("/tim-kiem/", {"q": "tu van"}).context["promoted"]
    assert (card.title, card.summary) == ("Cách gửi câu hỏi", "Hỏi ở đây.")
    article.unpublish()
    assert client.get("/tim-kiem/", {"q": "tu van"}).context["promoted"] == []


def test_where_nothing_is_found_the_sections_are(client, stream):
    assert [section["title"] for section in client.get("/tim-kiem/", {"q": "xyzzy"}).context["sections"]] == [
        "Tin hoạt động"
    ]


def test_suggestions_have_what_is_typed_and_what_begins_like_the_last_word(client, stream):
    add_article(stream, title="Thỏa ước lao động tập thể")
    add_article(stream, title="Thoát hiểm", lead="Thỏa ước.")
    answer = client.get("/tim-kiem/goi-y/", {"q": "thoa u"}).json()
    assert [item["title"] for item in answer["items"]] == ["Thỏa ước lao động tập thể"]
    assert client.get(answer["items"][0]["url"]).status_code == 200
    assert client.get("/en/search/suggestions/", {"q": "thoa u"}).json()["items"] == []
