"""What a reader sees of the law library, in both languages, and what a partner gets."""

import json
from datetime import date, timedelta

import pytest
from django.db import transaction
from django.utils import translation

from articles.law.status import today_in_vietnam
from articles.models import LawDocumentPage
from cms.delivery.models import DeliveredItem
from tests.articles.content import (
    add_law_document,
    add_library,
    build_law_document,
    make_document,
    make_field,
    make_issuer,
    put_law_document,
)
from tests.factories import publish, translate

pytestmark = pytest.mark.one_database

TODAY, TOMORROW = timedelta(), timedelta(days=1)


@pytest.fixture
def library(site):
    return add_library(site.home, introduction="Tra cứu văn bản.")


@pytest.fixture
def document(library):
    return add_law_document(
        library,
        issuers=[make_issuer("Quốc hội", english="National Assembly")],
        fields=[make_field("Quan hệ lao động", english="Labour relations")],
        files=[make_document()],
        signatory_title="Chủ tịch Quốc hội",
        source_url="https://www.quochoi.vn/van-ban",
    )


@pytest.fixture
def english(site, library, document):
    parent = translate(library, site.home_en, title="Electronic law library", slug="law-library")
    return translate(
        document, parent, title="Labour Code", abstract="Labour standards.", slug="labour-code", signatory_title="Chair"
    )


def row_of(page):
    return DeliveredItem.objects.get(type=page._meta.label, object_id=page.pk)


def test_the_record_says_number_status_and_facts_in_vietnamese(client, library, document):
    other = put_law_document(library, number="145/2020/NĐ-CP", fields=document.field_terms)
    response = client.get(document.url)
    assert response.status_code == 200
    law = response.context["law"]
    assert (law.number, law.status.code, law.source_name) == ("45/2019/QH14", "in_force", "quochoi.vn")
    assert [(entry["code"], entry["date"], entry["is_past"]) for entry in law.dates] == [
        ("issued", date(2019, 11, 20), True),
        ("effective", date(2021, 1, 1), True),
    ]
    issuer = document.issuer_terms[0]
    assert law.issuers == [{"label": "Quốc hội", "url": f"{library.url}?issuer={issuer.translation_key}", "lang": ""}]
    assert [card.number for card in response.context["related_cards"]] == [other.number]
    page = response.content.decode()
    for text in ("45/2019/QH14", "Bộ luật Lao động", "status--in_force", "20/11/2019", "Quan hệ lao động", "luat"):
        assert text in page, text


def test_the_record_is_in_english_under_en(client, english):
    response = client.get(english.url)
    assert response.status_code == 200
    law = response.context["law"]
    assert [issuer["label"] for issuer in law.issuers] == ["National Assembly"]
    assert [field["label"] for field in law.fields] == ["Labour relations"]
    assert law.files[0]["lang"] == "vi"
    page = response.content.decode()
    for text in ("Labour Code", "In force", "20 November 2019", "National Assembly"):
        assert text in page, text


def test_the_library_renders_in_both_languages(client, library, english):
    for page, name in ((library, "Bộ luật Lao động"), (english.get_parent().specific, "Labour Code")):
        response = client.get(page.url)
        assert response.status_code == 200
        assert name in response.content.decode()


def test_an_empty_library_says_so(client, library):
    response = client.get(library.url)
    assert response.status_code == 200
    assert response.context["is_empty"]


@pytest.mark.parametrize(
    ("values", "note"),
    [
        ({"effective_date": TOMORROW}, True),
        ({"expiry_date": TOMORROW}, True),
        ({"status": "unknown"}, True),
        ({"expiry_date": TODAY}, False),
        ({}, False),
    ],
)
def test_a_note_answers_what_the_status_leaves_open(rf, library, values, note):
    from articles.law.law_record import LawRecord

    # Days from today on: a run of the tests may see midnight.
    values = {
        name: today_in_vietnam() + value if isinstance(value, timedelta) else value for name, value in values.items()
    }
    assert bool(LawRecord(put_law_document(library, **values), rf.get("/")).status_note) is note


def test_a_document_without_number_dates_and_files_renders(client, library):
    bare = put_law_document(library, number="", issue_date=None, effective_date=None, status="unknown")
    assert client.get(bare.url).status_code == 200


def test_the_card_shows_number_type_issuer_and_status(document):
    card = document.card()
    assert (card.kind, card.number, card.status.code, card.date) == (
        "law_document",
        "45/2019/QH14",
        "in_force",
        date(2019, 11, 20),
    )
    assert card.facts[1] == "Quốc hội"
    with translation.override("en"):
        assert document.card().facts == ["Code", "National Assembly"]


def test_partners_get_the_record_with_real_addresses(document):
    data = json.loads(row_of(document).document)
    assert (data["number"], data["number_folded"]) == ("45/2019/QH14", "45/2019/QH14")
    assert data["document_type"]["code"] == "bo_luat"
    assert [issuer["name"] for issuer in data["issuers"]] == ["Quốc hội"]
    assert [field["name"] for field in data["fields"]] == ["Quan hệ lao động"]
    assert (data["issue_date"], data["effective_date"], data["expiry_date"]) == ("2019-11-20", "2021-01-01", None)
    assert data["status"]["code"] == "in_force"
    assert (data["status"]["since"], data["status"]["until"]) == ("2021-01-01", None)
    assert data["rights"]["licence"] == "official-text"
    (file,) = data["files"]
    assert file["url"].startswith("http")
    assert (file["kind"], file["language"], file["is_official"], len(file["sha256"])) == (
        "signed_copy",
        "vi",
        False,
        64,
    )
    listing = json.loads(row_of(document).listing)
    assert listing["status"]["code"] == "in_force"
    assert "files" not in listing


def test_partners_get_the_english_record_in_english(english):
    data = json.loads(row_of(english).document)
    assert (data["title"], data["document_type"]["label"], data["status"]["label"]) == (
        "Labour Code",
        "Code",
        "In force",
    )
    assert [issuer["name"] for issuer in data["issuers"]] == ["National Assembly"]
    assert [item["locale"] for item in data["meta"]["translations"]] == ["vi"]


def test_a_renamed_issuer_renames_it_in_every_document(document, english):
    before = row_of(document).sequence
    translated = document.issuer_terms[0].get_translations().get()
    translated.name = "The National Assembly"
    translated.save_revision().publish()
    assert json.loads(row_of(english).document)["issuers"][0]["name"] == "The National Assembly"
    assert row_of(document).sequence == before


def test_a_file_is_delivered_while_a_document_shows_it(document):
    file = document.files.get().document
    assert row_of(file).is_live
    document.unpublish()
    assert not row_of(file).is_live


def test_an_untranslated_record_is_shown_with_its_source_and_delivered_once(client, site, library, document):
    parent = translate(library, site.home_en, title="Electronic law library", slug="law-library")
    stand_in = LawDocumentPage.objects.child_of(parent).get()
    response = client.get(stand_in.get_url())
    assert response.status_code == 200
    assert response.context["law"].number == "45/2019/QH14"
    assert response.context["law"].issuers[0]["url"].startswith("/en/law-library/?issuer=")
    assert not DeliveredItem.objects.filter(type="articles.LawDocumentPage", locale="en", is_live=True).exists()


def test_a_record_costs_the_same_for_2_and_for_8_parts(client, library, django_assert_max_num_queries):
    with transaction.atomic():
        few = publish_with(library, 2, "1/2020/NĐ-CP")
        many = publish_with(library, 8, "2/2020/NĐ-CP")
    client.get(few.url)
    counts = []
    for page in (few, many):
        with django_assert_max_num_queries(30) as captured:
            client.get(page.url)
        counts.append(len(captured))
    assert counts[0] == counts[1]


def publish_with(library, number_of_parts, number):
    parts = range(number_of_parts)
    document = build_law_document(
        library,
        number=number,
        issuers=[make_issuer(f"Cơ quan {number} {part}") for part in parts],
        fields=[make_field(f"Lĩnh vực {number} {part}") for part in parts],
        files=[make_document(f"Tệp {part}") for part in parts],
    )
    library.add_child(instance=document)
    return publish(document)
