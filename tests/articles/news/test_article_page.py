"""An article as its readers and its partners get it, in both languages."""

import unicodedata
from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError

from articles.models import ArticlePage
from tests.factories import add_article, add_stream, make_category, make_image, publish, translate

pytestmark = pytest.mark.one_database

WORDS_OF_TWO_MINUTES = "từ " * 520


def paragraph(html):
    return {"type": "paragraph", "value": html, "id": "5d9f3a0e-0000-4000-8000-000000000002"}


@pytest.fixture
def stream(site):
    return add_stream(site.home)


@pytest.fixture
def article(stream):
    return add_article(
        stream,
        title="Đối thoại tại nơi làm việc",
        lead="Một buổi đối thoại ở mỏ.",
        body=[paragraph("<p>Người lao động được lắng nghe.</p>")],
        category=make_category("Tổ chức"),
        place="Cẩm Phả",
        author="Ban Biên tập",
        display_date=datetime(2026, 6, 26, 1, 5, tzinfo=UTC),
    )


@pytest.fixture
def english(site, stream, article):
    parent = translate(stream, site.home_en, title="News", slug="news")
    return translate(article, parent, title="Dialogue at work", lead="A dialogue at a mine.", slug="dialogue")


def test_the_article_renders_in_vietnamese(client, article, stream):
    response = client.get(article.url)
    assert response.status_code == 200
    page = response.content.decode()
    for text in (
        *("Đối thoại tại nơi làm việc", "Một buổi đối thoại ở mỏ.", "Người lao động được lắng nghe.", "Cẩm Phả"),
        *("Ban Biên tập", "Thứ Sáu, 26/06/2026 08:05", stream.title, "Tổ chức", '<html lang="vi"'),
    ):
        assert text in page, text


def test_the_article_renders_in_english_under_en(client, english):
    assert english.url == "/en/news/dialogue/"
    page = client.get(english.url).content.decode()
    for text in ("Dialogue at work", "A dialogue at a mine.", "Friday, 26 June 2026, 08:05", '<html lang="en"'):
        assert text in page, text


def test_an_unpublished_article_is_gone(client, article):
    article.unpublish()
    assert client.get(article.url).status_code == 410


def test_the_card_shows_lead_date_category_and_picture(stream):
    image = make_image()
    article = add_article(stream, category=make_category("Tổ chức"), cover=image, cover_alt_text="Bình minh")
    card = article.card()
    assert (card.kind, card.title, card.summary, card.label) == ("article", article.title, article.lead, "Tổ chức")
    assert (card.date, card.picture.image, card.picture.alt) == (article.display_date, image, "Bình minh")
    assert card.url == article.url


def test_reading_time_is_counted_from_the_body_in_its_language(stream):
    article = add_article(stream, body=[paragraph(f"<p>{WORDS_OF_TWO_MINUTES}</p>")])
    assert article.reading_minutes == 2
    assert add_article(stream, title="Ngắn", body=[]).reading_minutes == 1


def test_related_pages_are_shown_while_they_are_live(client, stream, article):
    other = add_article(stream, title="Bài liên quan")
    article.related_pages.create(page=other)
    publish(article)
    assert [card.title for card in client.get(article.url).context["related_cards"]] == ["Bài liên quan"]
    other.unpublish()
    assert client.get(article.url).context["related_cards"] == []


def test_the_slug_of_a_vietnamese_title_has_every_letter(stream):
    assert add_article(stream, title="Đảng bộ và ước mơ của thợ mỏ").slug == "dang-bo-va-uoc-mo-cua-tho-mo"
    decomposed = unicodedata.normalize("NFD", "Lễ trao thưởng")
    assert add_article(stream, title=decomposed).slug == "le-trao-thuong"


def test_text_typed_as_nfd_is_stored_as_nfc(stream):
    def decomposed(text):
        return unicodedata.normalize("NFD", text)

    article = add_article(
        stream,
        title=decomposed("Đường về"),
        lead=decomposed("Tiếng trống trường"),
        body=[paragraph(f"<p>{decomposed('Những ngày đầu')}</p>")],
    )
    article = ArticlePage.objects.get(pk=article.pk)
    for text in (article.title, article.draft_title, article.lead, article.body[0].value.source):
        assert unicodedata.is_normalized("NFC", text), text
    assert article.title == "Đường về"


def test_a_lead_has_at_most_400_characters(stream):
    article = add_article(stream)
    article.lead = "a" * 401
    with pytest.raises(ValidationError):
        article.full_clean()


def test_a_live_article_cannot_be_saved_with_a_picture_nobody_described(stream):
    article = add_article(stream)
    article.cover = make_image()
    with pytest.raises(ValidationError) as refused:
        article.save()
    assert "cover_alt_text" in refused.value.message_dict
    article.cover_is_decorative = True
    article.save()
