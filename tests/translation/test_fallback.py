"""An untranslated page shows its source's text in the frame of its own language, and says so."""

import pytest
from django.test import RequestFactory
from django.utils import translation
from wagtail.models import PageViewRestriction

from articles.news.article_list import ArticleList
from cms.core.fallbacks import card_of, cards_of, has_own_text, is_untranslated, source_of
from tests.factories import add_article, add_stream, publish, translate


@pytest.fixture
def stream(site):
    stream = add_stream(site.home)
    site.stream_en = translate(stream, site.home_en, title="News", slug="news")
    return stream


@pytest.fixture
def article(stream):
    return add_article(stream, title="Đối thoại ở xưởng", lead="Công nhân nói, giám đốc nghe.")


def english(page):
    return page.get_translations().get(locale__language_code="en")


def test_an_untranslated_page_shows_its_source_in_an_english_frame(client, article):
    response = client.get("/en/news/doi-thoai-o-xuong/")
    assert response.status_code == 200
    html = response.content.decode()
    assert '<html lang="en">' in html
    assert "Skip to content" in html
    assert "Công nhân nói, giám đốc nghe." in html
    fallback = response.context_data["fallback"]
    assert fallback.source_lang == "vi"
    assert fallback.source_url == article.full_url
    assert response.context_data["page"] == article
    assert 'role="note"' in html


def test_what_the_site_says_within_and_the_source_around_each_say_their_language(client, stream):
    box = {"kind": "warning", "heading": "Nhớ", "text": "<p>Mang theo giấy.</p>"}
    add_article(
        stream,
        title="Ghi",
        slug="ghi",
        author="Ban Biên tập",
        place="Hạ Long",
        body=[{"type": "callout", "value": box}],
    )
    html = client.get("/en/news/ghi/").content.decode()
    assert '<span class="visually-hidden" lang="en">Take care: </span>Nhớ' in html
    assert '<p class="byline__author" lang="vi">Ban Biên tập</p>' in html
    assert '<span lang="vi">Hạ Long</span>' in html
    own = client.get(stream.get_url() + "ghi/").content.decode()
    assert "Ban Biên tập</p>" in own and 'lang="vi">Ban Biên tập' not in own


def test_a_translated_page_has_no_notice(client, site, article):
    translate(article, site.stream_en, title="Dialogue", slug="dialogue")
    response = client.get("/en/news/dialogue/")
    assert "fallback" not in response.context_data
    assert 'role="note"' not in response.content.decode()


def test_the_source_is_shown_as_it_is_now_not_as_it_was_copied(client, article):
    from cms.translation.trees import take_over

    take_over(english(article))
    article.lead = "Công nhân nói, giám đốc trả lời."
    publish(article)
    assert "giám đốc trả lời" in client.get("/en/news/doi-thoai-o-xuong/").content.decode()


def test_a_page_whose_source_is_withdrawn_is_not_there(client, article):
    from cms.translation.trees import take_over

    take_over(english(article))
    article.unpublish()
    assert client.get("/en/news/doi-thoai-o-xuong/").status_code == 404


def test_a_page_whose_row_stayed_live_without_its_source_is_not_there(client, article):
    type(article).objects.filter(pk=article.pk).update(live=False)
    assert english(article).live
    assert client.get("/en/news/doi-thoai-o-xuong/").status_code == 404


def test_a_source_behind_a_login_is_not_shown_in_another_language(client, article):
    PageViewRestriction.objects.create(page=article, restriction_type=PageViewRestriction.LOGIN)
    assert client.get("/en/news/doi-thoai-o-xuong/").status_code in {302, 404}


def test_a_section_behind_a_login_asks_for_it_before_it_shows_a_source(client, site, article):
    PageViewRestriction.objects.create(page=site.stream_en, restriction_type=PageViewRestriction.LOGIN)
    assert client.get("/en/news/doi-thoai-o-xuong/").status_code == 302


def test_the_query_and_the_instance_agree_on_what_is_untranslated(site, stream, article):
    from wagtail.models import Page

    translated = translate(add_article(stream, title="Khác"), site.stream_en, title="Other")
    pages = Page.objects.filter(depth__gt=1).select_related("locale")
    assert set(pages.filter(has_own_text())) == {page for page in pages if not is_untranslated(page)}
    assert translated.page_ptr in set(pages.filter(has_own_text()))
    assert english(article).page_ptr not in set(pages.filter(has_own_text()))


def test_an_untranslated_stream_still_lists_what_is_translated_in_it(client, site):
    stream = add_stream(site.home, title="Pháp luật")
    article = add_article(stream, title="Một bài")
    add_article(stream, title="Hai bài")
    translate(article, english(stream), title="One article")
    html = client.get("/en/phap-luat/").content.decode()
    assert "One article" in html
    assert "Hai bài" in html
    assert 'href="/en/phap-luat/hai-bai/"' in html


def test_a_list_shows_untranslated_pages_as_marked_cards(site, stream, article):
    translated = translate(add_article(stream, title="Khác"), site.stream_en, title="Other", slug="other")
    with translation.override("en"):
        request = RequestFactory().get("/en/news/")
        cards = {card.url: card for card in ArticleList(site.stream_en, request).context()["cards"]}
    marked = cards["/en/news/doi-thoai-o-xuong/"]
    assert (marked.title, marked.lang, marked.is_fallback) == ("Đối thoại ở xưởng", "vi", True)
    own = cards[translated.get_url()]
    assert (own.title, own.lang, own.is_fallback) == ("Other", "", False)


def test_a_card_says_the_language_of_a_page_of_the_other_tree(article):
    with translation.override("en"):
        card = card_of(article)
    assert (card.lang, card.is_fallback, card.url) == ("vi", False, article.get_url())


def test_pages_without_a_live_source_have_no_card(article):
    alias = english(article)
    type(article).objects.filter(pk=article.pk).update(live=False)
    assert cards_of([alias]) == []
    assert source_of(alias) is None


def test_cards_of_many_untranslated_pages_cost_no_more_than_of_few(stream, django_assert_num_queries, site):
    counts = {}
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for number in (3, 12):
        while len(stream.get_children()) < number:
            add_article(stream, title=f"Bài {len(stream.get_children())}")
            stream.refresh_from_db()
        with translation.override("en"), CaptureQueriesContext(connection) as queries:
            ArticleList(site.stream_en, RequestFactory().get("/en/news/")).context()
        counts[number] = len(queries)
    assert counts[3] == counts[12] <= 6


def test_no_document_names_an_untranslated_page_as_a_translation(article):
    reference = english(article).reference()
    assert (reference["locale"], reference["id"]) == ("vi", article.pk)
