"""A page is written again when a record it cites comes, changes its name or goes, and the record knows its citers."""

import json
from datetime import date

import pytest

from articles.models import Citation
from tests.articles.citations.content import NUMBER, add_decree, article, paragraph, row_of
from tests.articles.content import build_law_document
from tests.factories import add_article, publish


@pytest.fixture
def page(stream):
    return article(stream, f"<p>Theo {NUMBER}.</p>")


def citations_in(page):
    return json.loads(row_of(page).document)["citations"]


def record_in(page):
    return citations_in(page)[0]["record"]


def test_a_number_without_record_is_cited_with_null(library, page):
    assert citations_in(page) == [{"number": NUMBER, "record": None}]
    assert Citation.objects.unresolved().count() == 1


def test_a_record_published_later_is_linked_at_once(library, page):
    decree = add_decree(library)
    record = record_in(page)
    assert (record["uuid"], record["locale"]) == (str(decree.translation_key), "vi")
    assert record["status"]["code"] == "in_force"
    assert f"/api/v2/law-documents/{decree.pk}/" in record["detail_url"]
    assert not Citation.objects.unresolved().exists()


def test_a_renamed_record_is_no_longer_cited_and_its_new_name_is(library, page, stream):
    decree = add_decree(library)
    other = article(stream, "<p>Theo 146/2020/NĐ-CP.</p>")
    decree.number = "146/2020/NĐ-CP"
    publish(decree)
    assert record_in(page) is None
    assert record_in(other)["uuid"] == str(decree.translation_key)


def test_a_withdrawn_or_deleted_record_is_no_longer_cited(library, page):
    decree = add_decree(library)
    decree.unpublish()
    assert record_in(page) is None
    decree.refresh_from_db()
    publish(decree)
    assert record_in(page) is not None
    decree.delete()
    assert record_in(page) is None
    assert Citation.objects.unresolved().count() == 1


def test_another_page_is_left_alone(library, stream):
    page = article(stream, "<p>Không trích dẫn gì.</p>")
    before = row_of(page).sequence
    add_decree(library)
    assert row_of(page).sequence == before


def test_what_is_cited_follows_the_published_text(library, page):
    decree = add_decree(library)
    page.body = [paragraph("<p>Đã bỏ.</p>")]
    page.save_revision()
    assert Citation.objects.of(decree.translation_key).count() == 1
    page.get_latest_revision().publish()
    assert not Citation.objects.exists()


def test_the_record_names_the_live_pages_that_cite_it(client, library, page):
    decree = add_decree(library)
    html = client.get(decree.url).content.decode()
    assert f'<a href="{page.url}">{page.title}</a>' in html
    found = client.get(f"/api/v2/articles/?cites={decree.translation_key}").json()
    assert [item["id"] for item in found["items"]] == [page.pk]
    page.unpublish()
    assert page.title not in client.get(decree.url).content.decode()


def test_the_status_of_what_is_cited_changes_with_its_midnight(library, page):
    add_decree(library, effective_date=date(2021, 1, 1), expiry_date=date(2150, 1, 1))
    assert row_of(page).due_at.year == 2149


def test_a_citation_block_is_a_citation(library, stream):
    decree = add_decree(library)
    block = {"type": "law_citation", "value": {"document": decree.pk, "note": "Điều 1"}}
    page = add_article(stream, body=[block])
    assert record_in(page)["uuid"] == str(decree.translation_key)
    assert Citation.objects.of(decree.translation_key).count() == 1


def test_a_draft_record_is_not_linked(library, page):
    library.add_child(instance=build_law_document(library, number=NUMBER))
    assert record_in(page) is None
