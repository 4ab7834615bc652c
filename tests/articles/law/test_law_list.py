"""The library's list: look-up, filters with counts, pages; bad values answered, few queries whatever the length."""

from datetime import date

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from articles.law.law_filters import law_form
from articles.models import LawDocumentPage
from cms.core.fallbacks import cards_of
from tests.articles.content import add_law_document, add_library, make_field, make_issuer, put_law_document
from tests.factories import translate


@pytest.fixture
def library(site):
    return add_library(site.home)


@pytest.fixture
def three(library):
    """Return the library with a law and two decrees; the law and one decree share a field."""
    labour, insurance = make_field("Quan hệ lao động"), make_field("Bảo hiểm", english="Insurance")
    assembly, government = make_issuer("Quốc hội", english="National Assembly"), make_issuer("Chính phủ")
    put_law_document(library, issuers=[assembly], fields=[labour])
    put_law_document(
        library,
        number="145/2020/NĐ-CP",
        document_type="nghi_dinh",
        title="Nghị định về điều kiện lao động",
        issue_date=date(2020, 12, 14),
        issuers=[government],
        fields=[labour, insurance],
        status="unknown",
    )
    put_law_document(
        library,
        number="12/2012/NĐ-CP",
        document_type="nghi_dinh",
        title="Nghị định về bảo hiểm",
        issue_date=date(2012, 6, 20),
        effective_date=date(2013, 1, 1),
        expiry_date=date(2025, 7, 1),
        issuers=[government],
        fields=[insurance],
    )
    return library


def context_of(client, listing, **parameters):
    response = client.get(listing.url, parameters)
    assert response.status_code == 200
    return response.context


def numbers(context):
    return [card.number for card in context["cards"]]


def choices(context, name):
    entry = next(entry for entry in context["filters"] if entry["name"] == name)
    return {choice["label"]: choice["count"] for choice in entry["choices"] if choice["value"]}


def test_the_newest_issue_comes_first(client, three):
    assert numbers(context_of(client, three)) == ["145/2020/NĐ-CP", "45/2019/QH14", "12/2012/NĐ-CP"]


def test_each_filter_keeps_what_it_says(client, three):
    everything = ["145/2020/NĐ-CP", "45/2019/QH14", "12/2012/NĐ-CP"]
    for parameters, expected in (
        ({"q": "145-2020-nd-cp"}, ["145/2020/NĐ-CP"]),
        ({"q": "nghi dinh bao hiem"}, ["12/2012/NĐ-CP"]),
        ({"number": "45/2019/qh14"}, ["45/2019/QH14"]),
        ({"document_type": "nghi_dinh"}, ["145/2020/NĐ-CP", "12/2012/NĐ-CP"]),
        ({"year": "2012"}, ["12/2012/NĐ-CP"]),
        ({"status": "expired"}, ["12/2012/NĐ-CP"]),
        ({"status": "in_force"}, ["45/2019/QH14"]),
        ({"document_type": "nghi_dinh", "status": "unknown"}, ["145/2020/NĐ-CP"]),
        ({"q": "", "document_type": "", "year": " "}, everything),
        ({"unheard_of": "1"}, everything),
    ):
        assert numbers(context_of(client, three, **parameters)) == expected, parameters


def test_issuer_and_field_are_chosen_by_uuid(client, three):
    context = context_of(client, three)
    ids = {
        choice["label"]: choice["value"]
        for entry in context["filters"]
        if entry["name"] in ("issuer", "field")
        for choice in entry["choices"]
    }
    assert numbers(context_of(client, three, issuer=ids["Quốc hội"])) == ["45/2019/QH14"]
    assert numbers(context_of(client, three, field=ids["Bảo hiểm"], issuer=ids["Chính phủ"], year="2020")) == [
        "145/2020/NĐ-CP"
    ]


def test_a_choice_counts_what_one_would_get_by_it(client, three):
    context = context_of(client, three, document_type="nghi_dinh")
    assert list(choices(context, "document_type").values()) == [1, 2]
    assert choices(context, "issuer") == {"Chính phủ": 2}
    assert choices(context, "field") == {"Bảo hiểm": 2, "Quan hệ lao động": 1}
    assert choices(context, "year") == {"2020": 1, "2012": 1}
    assert list(choices(context, "status").values()) == [1, 1]
    assert context["reset_url"] == three.url


def test_names_are_in_the_language_of_the_page(client, site, library):
    issuers = [make_issuer("Quốc hội", english="National Assembly"), make_issuer("Chính phủ")]
    add_law_document(library, issuers=issuers)
    english = translate(library, site.home_en, title="Law library", slug="law-library")
    context = context_of(client, english)
    assert choices(context, "issuer") == {"Chính phủ": 1, "National Assembly": 1}
    (card,) = context["cards"]
    assert card.is_fallback
    assert card.lang == "vi"
    assert card.url.startswith("/en/law-library/")


def test_a_value_that_is_none_gives_an_empty_list_and_stays_in_its_field(client, library):
    put_law_document(library)
    for name, value in (
        ("document_type", "tho"),
        ("issuer", "1"),
        ("field", "6f6c0a3e-0000-4000-8000-000000000000"),
        ("year", "abc"),
        ("year", "99999999999999999999"),
        ("year", "٢٠٢٠"),
        ("status", "' OR 1=1"),
    ):
        context = context_of(client, library, **{name: value})
        assert context["is_empty"], name
        entry = next(entry for entry in context["filters"] if entry["name"] == name)
        assert [choice["value"] for choice in entry["choices"] if choice["is_selected"]] == [value]


def test_a_page_that_does_not_exist_is_not_found(client, library):
    for page in ("abc", "0", "-1", "9999", "1.0", "²", "1" * 30):
        assert client.get(library.url, {"page": page}).status_code == 404, page


def test_no_look_up_breaks_the_page(client, library):
    put_law_document(library)
    for text in ('a"', "'", "%", "\\", "🎉" * 50, "x" * 1000, "a " * 500, "(", "NOT", "*"):
        assert client.get(library.url, {"q": text, "number": text}).status_code == 200, text


def test_signs_alone_find_nothing_and_mean_nothing_beside_words(client, three):
    # What a scanner takes for a query language of a directory (RFC 4515) must answer as what nobody wrote.
    for text in ("*", "(", ")", "&", "|", "*)(&", "!", ")(|(", "_", "%"):
        assert context_of(client, three, q=text)["is_empty"], text
        found = client.get("/api/v2/law-documents/", {"q": text}).json()
        assert (found["meta"]["total_count"], found["items"]) == (0, []), text
    words = numbers(context_of(client, three, q="45/2019"))
    for text in ("45/2019*", "(45/2019)", "45/2019)(|", "* 45/2019 &"):
        assert words and numbers(context_of(client, three, q=text)) == words, text


def test_the_pages_of_a_filtered_list_keep_its_filters(client, library):
    with transaction.atomic():
        for number in range(21):
            put_law_document(library, number=f"{number}/2020/NĐ-CP", document_type="nghi_dinh")
    context = context_of(client, library, document_type="nghi_dinh")
    assert context["pagination"].total == 21
    assert context["pagination"].next_url == f"{library.url}?document_type=nghi_dinh&page=2"
    assert len(context_of(client, library, document_type="nghi_dinh", page="2")["cards"]) == 1


def test_unpublished_documents_are_not_listed(client, three):
    LawDocumentPage.objects.child_of(three).get(number="45/2019/QH14").unpublish()
    assert "45/2019/QH14" not in numbers(context_of(client, three))


def test_one_card_a_document_whatever_it_is_joined_with(client, library):
    issuers, fields = [make_issuer("A"), make_issuer("B")], [make_field("C"), make_field("D")]
    put_law_document(library, issuers=issuers, fields=fields)
    context = context_of(client, library, document_type="bo_luat")
    assert len(context["cards"]) == 1
    assert choices(context, "issuer") == {"A": 1, "B": 1}


def test_a_list_costs_the_same_for_3_documents_and_for_15(client, library):
    issuer, field = make_issuer("Quốc hội", english="National Assembly"), make_field()

    def queries_of_list():
        form = law_form({"document_type": "bo_luat"})
        documents = LawDocumentPage.objects.child_of(library).live().public()
        with CaptureQueriesContext(connection) as captured:
            cards = cards_of(form.apply(documents).newest_first().with_cards())
            form.entries(form.counts(documents))
        return len(cards), len(captured)

    def queries_of_page():
        client.get(library.url)
        with CaptureQueriesContext(connection) as captured:
            client.get(library.url)
        return len(captured)

    with transaction.atomic():
        for number in range(3):
            put_law_document(library, number=str(number), issuers=[issuer], fields=[field])
    few, page_few = queries_of_list(), queries_of_page()
    with transaction.atomic():
        for number in range(3, 15):
            put_law_document(library, number=str(number), issuers=[issuer], fields=[field])
    many, page_many = queries_of_list(), queries_of_page()
    assert (few[0], many[0]) == (3, 15)
    assert few[1] == many[1] <= 12
    assert page_few == page_many
