"""What the admin's form of a law document says of what cannot be: beside its field, in the editor's language."""

from datetime import date

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from articles.models import LawDocumentPage
from tests.articles.content import add_law_document, add_library
from tests.articles.test_admin import law_data, rights

pytestmark = pytest.mark.one_database

CIRCLE = "Như vậy văn bản sẽ tự thay thế chính nó qua các văn bản khác."


@pytest.fixture
def laws(admin_client, site):
    """Return a function that sends a law's form, and three laws: the last replaced by the second, that by the first."""
    library = add_library(site.home)
    first = add_law_document(library, number="50/2024/QH15", title="Mới", effective_date=date(2025, 7, 1))
    replaced = {"date": date(2025, 7, 1), "event": "replaced", "source_document": first}
    second = add_law_document(library, number="45/2019/QH14", title="Giữa", events=[replaced])
    third = add_law_document(library, number="10/2012/QH13", title="Cũ", relations=[])
    second.relations.create(relation="replaces", target=third)
    second.save_revision().publish()

    def send(page, *, publish=True, **fields):
        data = {"title": page.title, "slug": page.slug, "number": page.number, "status_since": "", "status_note": ""}
        for name in ("seo_title", "search_description", "signatory", "signatory_title", "gazette", "source_url"):
            data[name] = ""
        sent = law_data(**{**data, "comments": inline_formset([]), **rights(), **fields})
        if publish:
            sent["action-publish"] = "1"
        return admin_client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), nested_form_data(sent))

    return send, first, second, third


def test_every_impossible_thing_has_its_sentence_and_nothing_is_saved(laws):
    send, first, _second, third = laws

    def relation(kind, target):
        return {"relations": inline_formset([{"relation": kind, "target": str(target.pk)}])}

    def event(day, kind, **more):
        row = {"date": day, "event": kind, "source_document": "", "affected_part": "", "note": "", **more}
        return {"events": inline_formset([row])}

    before = LawDocumentPage.objects.values_list("latest_revision", flat=True).order_by("pk")
    known = list(before)
    for page, fields, sentence in (
        (third, relation("replaces", first), CIRCLE),
        (first, event("2026-01-01", "replaced", source_document=str(third.pk)), CIRCLE),
        (first, relation("amends", first), "không thể có quan hệ với chính nó"),
        (first, {"expiry_date": "2020-01-01"}, "Văn bản không thể hết hiệu lực trước khi có hiệu lực."),
        (first, {"issue_date": "0202-01-01"}, "Năm 202 không thể đúng."),
        (first, {"issue_date": "2025-02-30"}, "Nhập ngày hợp lệ."),
        (first, event("2019-01-01", "amended"), "Việc này không thể xảy ra trước khi văn bản được ban hành."),
        (first, {"status": "suspended"}, "người đọc"),
    ):
        response = send(page, **fields)
        assert response.status_code == 200, sentence
        assert sentence in response.content.decode(), sentence
    assert list(before.all()) == known


def test_a_number_that_fits_no_system_is_saved_with_a_warning(laws):
    send, first, _second, _third = laws
    response = send(first, number="chín mươi mốt")
    assert response.status_code == 302
    messages = [str(message) for message in response.wsgi_request._messages]
    assert any("chín mươi mốt" in message for message in messages)


def test_an_override_with_a_note_is_shown_with_it(client, laws):
    send, first, _second, _third = laws
    assert send(first, status="suspended", status_note="Theo nghị quyết của Quốc hội.").status_code == 302
    page = client.get(first.url).content.decode()
    assert "status--suspended" in page
    assert "Theo nghị quyết của Quốc hội." in page
