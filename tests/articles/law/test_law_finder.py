"""The finder: one filter, whole texts, its orders; and its other doors (table, feed, API) that hold the same list."""

import csv
import io
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from articles.law.law_filters import law_form
from articles.models import LawDocumentPage
from cms.core.fallbacks import cards_of
from tests.articles.content import PARAGRAPH, add_law_document, add_library, make_field, make_issuer
from tests.factories import translate


@pytest.fixture
def library(site):
    """Return a library with a law of the Assembly, a resolution of the Party and a programme of the union."""
    library = add_library(site.home)
    field = make_field("Quan hệ lao động")
    add_law_document(library, issuers=[make_issuer("Quốc hội")], fields=[field])
    add_law_document(
        library,
        number="02-NQ/TW",
        document_type="nghi_quyet",
        title="Nghị quyết về đổi mới tổ chức",
        abstract="=1+1",
        issue_date=date(2021, 6, 12),
        effective_date=date(2021, 6, 12),
        fields=[field],
        body=[{**PARAGRAPH, "value": "<p>Nghiệp đoàn ngư dân được thành lập ở các xã đảo.</p>"}],
    )
    add_law_document(
        library,
        number="1563/CTr-TLĐ",
        document_type="chuong_trinh",
        title="Chương trình nâng cao năng lực",
        abstract="Cán bộ công đoàn.",
        issue_date=date(2018, 10, 9),
        effective_date=None,
    )
    return library


def page_numbers(client, library, **parameters):
    return [card.number for card in client.get(library.url, parameters).context["cards"]]


def test_every_word_of_a_text_is_found_after_what_is_named_so(client, library):
    add_law_document(library, number="7/2022/QH15", title="Luật về nghiệp đoàn ngư dân", issue_date=date(2015, 1, 1))
    assert page_numbers(client, library, q="nghiep doan ngu dan") == ["7/2022/QH15", "02-NQ/TW"]
    assert page_numbers(client, library, q="nghiệp đoàn xã đảo") == ["02-NQ/TW"]
    assert page_numbers(client, library, q="nghiệp đoàn núi lửa") == []


def test_orders_are_the_apis_and_what_has_no_date_comes_last(client, library):
    by = {
        "": ["02-NQ/TW", "45/2019/QH14", "1563/CTr-TLĐ"],
        "issue_date": ["1563/CTr-TLĐ", "45/2019/QH14", "02-NQ/TW"],
        "-effective_date": ["02-NQ/TW", "45/2019/QH14", "1563/CTr-TLĐ"],
        "effective_date": ["45/2019/QH14", "02-NQ/TW", "1563/CTr-TLĐ"],
        "title; DROP": ["02-NQ/TW", "45/2019/QH14", "1563/CTr-TLĐ"],
    }
    for order, expected in by.items():
        assert page_numbers(client, library, order=order) == expected, order
        if order in ("", "title; DROP"):
            continue
        listed = client.get("/api/v2/law-documents/", {"order": order, "fields": "number"}).json()
        assert [item["number"] for item in listed["items"]] == expected, order
    context = client.get(library.url, {"order": "issue_date"}).context
    assert context["reset_url"] == library.url
    (chosen,) = [choice for choice in context["filters"][-1]["choices"] if choice["is_selected"]]
    assert chosen["value"] == "issue_date"


def test_the_same_address_gives_the_same_documents_through_every_door(client, library):
    for asked in (
        {},
        {"number_system": "party"},
        {"q": "ngư dân"},
        {"document_type": "bo_luat", "as_of": "2020-01-01", "status": "not_yet"},
        {"year": "2018", "number_system": "union"},
        {"status": "suspended"},
    ):
        response = client.get(library.url, asked)
        expected = sorted(card.number for card in response.context["cards"])
        doors = {door["type"]: door["url"] for door in response.context["doors"]}
        for address in doors.values():
            assert f'href="{escape(address)}"' in response.content.decode()
        table = client.get(library.url + doors["text/csv"])
        rows = list(csv.reader(io.StringIO(table.content.decode("utf-8-sig"))))
        assert sorted(row[0] for row in rows[1:]) == expected, asked
        items = client.get(doors["application/json"]).json()["items"]
        assert sorted(item["number"] for item in items) == expected, asked
        feed = client.get(doors["application/atom+xml"]).content.decode()
        titles = LawDocumentPage.objects.filter(number__in=expected).values_list("title", flat=True)
        assert feed.count("</entry>") == len(expected), asked
        assert all(escape(title) in feed for title in titles), asked


def test_a_table_is_harmless_to_a_spreadsheet_and_says_the_status_of_the_day(client, library):
    response = client.get(library.url, {"format": "csv", "as_of": "2020-01-01"})
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert "attachment" in response["Content-Disposition"]
    rows = {row[0]: row for row in csv.reader(io.StringIO(response.content.decode("utf-8-sig")))}
    assert rows["02-NQ/TW"][3] == "'=1+1"
    assert rows["45/2019/QH14"][4] == "Quốc hội"
    assert rows["45/2019/QH14"][8] == "Chưa có hiệu lực"
    assert rows["45/2019/QH14"][9].endswith("/45-2019-qh14/")
    assert client.get(library.url, {"format": "csv", "as_of": "hôm nay"}).status_code == 400


def test_documents_that_are_not_translated_are_in_the_doors_of_the_english_list(client, site, library):
    english = translate(library, site.home_en, title="Law library", slug="law-library")
    doors = client.get(english.url).context["doors"]
    assert [door["type"] for door in doors] == ["text/csv", "application/atom+xml", "application/json"]
    rows = list(csv.reader(io.StringIO(client.get(english.url + doors[0]["url"]).content.decode("utf-8-sig"))))
    assert len(rows) == 4
    assert all("/en/law-library/" in row[9] for row in rows[1:])
    assert len(client.get(doors[2]["url"]).json()["items"]) == 3


def test_a_feed_refuses_what_its_list_does_not_know(client, library):
    address = f"/feeds/{library.slug}/atom.xml"
    assert client.get(address, {"status": "perhaps"}).status_code == 400
    assert client.get(address, {"unheard_of": "1"}).status_code == 200
    html = client.get(library.url, {"number_system": "party"}).content.decode()
    assert f'{address}?number_system=party"' in html


def test_the_finders_own_work_is_twelve_queries_whatever_is_asked(library):
    documents = LawDocumentPage.objects.child_of(library).live()
    for asked in ({}, {"q": "nghiep doan", "status": "in_force", "number_system": "party", "order": "effective_date"}):
        with CaptureQueriesContext(connection) as captured:
            form = law_form(asked)
            cards_of(form.in_order(form.apply(documents)).with_cards())
            form.entries(form.counts(documents))
        assert len(captured) <= 12


def test_a_row_says_where_its_text_has_the_words_unless_it_says_them_itself(client, library):
    def excerpts(text):
        cards = client.get(library.url, {"q": text}).context["cards"]
        return {card.number: card.excerpt for card in cards}

    assert excerpts("nghiep doan dao") == {
        "02-NQ/TW": "<mark>Nghiệp đoàn</mark> ngư dân được thành lập ở các xã <mark>đảo</mark>."
    }
    assert excerpts("nâng cao năng lực") == {"1563/CTr-TLĐ": ""}
    assert excerpts("02-NQ/TW") == {"02-NQ/TW": ""}
    html = client.get(library.url, {"q": "nghiệp đoàn xã đảo <script>"}).content.decode()
    assert "<script>" not in html.split("<main")[1].split("law-list")[0]
