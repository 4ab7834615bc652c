"""The catalogue answers what the database would, after whatever changes a library; and asks it no more than it must."""

from datetime import date
from itertools import product

import pytest
from django.db import connection, transaction
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from articles.law.as_of import asked_as_of
from articles.law.catalogue import shelf
from articles.law.law_list import LawList
from articles.law.status import LawStatus
from articles.models import LawDocumentPage
from cms.caching.models import SiteVersion
from cms.core.listing.listing import Listing
from cms.core.models import Syndication
from tests.articles.content import add_law_document, add_library, make_field, make_issuer, put_law_document
from tests.factories import publish, translate

DAYS = [None, date(2020, 6, 2)]


@pytest.fixture
def terms(site):
    return [make_issuer("Chính phủ"), make_issuer("Quốc hội")], [make_field("Tiền lương"), make_field("Bảo hiểm")]


@pytest.fixture
def library(site, terms):
    """Return a library of 12 documents, in which most values occur more than once."""
    library = add_library(site.home)
    issuers, fields = terms
    with transaction.atomic():
        for serial, (kind, year) in product(range(1, 5), [("nghi_dinh", 2018), ("luat", 2020), ("nghi_dinh", 2022)]):
            put_law_document(
                library,
                number=f"{serial}/{year}/" + ("NĐ-CP" if kind == "nghi_dinh" else "QH14"),
                document_type=kind,
                title=f"Văn bản về tiền lương số {serial}",
                issue_date=date(year, serial, 1) if serial != 3 else None,
                effective_date=date(year, 6, serial) if serial != 2 else None,
                expiry_date=date(2023, 1, 1) if serial == 4 else None,
                issuers=issuers[: 1 + serial % 2],
                fields=fields[serial % 2 :],
            )
    return library


def asks(terms):
    issuers, fields = terms
    one = [
        {},
        {"document_type": "luat"},
        {"year": "2020"},
        {"number_system": "state"},
        {"status": LawStatus.EXPIRED.value},
    ]
    two = [
        {"issuer": str(issuers[1].translation_key)},
        {"field": str(fields[0].translation_key), "order": "effective_date"},
    ]
    odd = [{"document_type": "mystery"}, {"status": "in_force", "year": "abcd"}, {"number": "1/2018/QH14"}]
    words = [
        {"q": "tien luong"},
        {"q": "1/2018/NĐ-CP"},
        {"q": "tiền lương", "status": "in_force", "order": "-effective_date"},
    ]
    both = [{**one[1], **two[0]}, {**one[4], **two[1]}]
    return [*one, *two, *odd, *words, *both]


def answer(listed, number, find):
    with asked_as_of(listed.form.values.get("as_of")):
        found = find(listed, number)
        return found.total, [page.pk for page in found.pages[5:10]], found.counts()


def assert_agree(library, terms, days=DAYS):
    """Ask everything on each of the days."""
    number = SiteVersion.now()
    for asked, day in product(asks(terms), days):
        request = RequestFactory().get("/", {**asked, **({"as_of": day.isoformat()} if day else {})})
        found, wanted = (answer(LawList(library, request), number, kind.find) for kind in (LawList, Listing))
        # The database says nothing of a filter that nothing fits.
        assert (*found[:2], {name: of for name, of in found[2].items() if of}) == wanted, (asked, day)


def test_it_agrees_with_the_database_whatever_changes(site, library, terms):
    assert_agree(library, terms)
    documents = list(LawDocumentPage.objects.child_of(library).order_by("pk"))
    kept = shelf._shelves.get(library.pk).catalogue
    documents[0].document_type = "thong_tu"
    publish(documents[0])
    documents[1].unpublish()
    documents[2].delete()
    add_law_document(library, number="99/2020/NĐ-CP", document_type="nghi_dinh", issue_date=date(2020, 5, 5))
    documents[3].syndication = Syndication.NONE
    publish(documents[3])
    assert_agree(library, terms, DAYS[:1])
    documents[3].document_type = "thong_tu"
    publish(documents[3])
    documents[5].move(add_library(site.home, title="Kho khác"), pos="last-child")
    PageViewRestriction.objects.create(page=documents[6], restriction_type="login")
    assert_agree(library, terms, DAYS[1:])
    documents[3].delete()
    assert_agree(library, terms, DAYS[:1])
    # All that was taken in, not read anew.
    assert shelf._shelves.get(library.pk).catalogue is kept


def test_a_list_in_english_counts_what_is_not_translated_too(site, library, terms):
    english = translate(library, site.home_en, title="Law library", slug="law-library")
    for number in ("98/2020/NĐ-CP", "99/2020/NĐ-CP"):
        add_law_document(library, number=number)
    total, _pages, counts = answer(LawList(english, RequestFactory().get("/")), SiteVersion.now(), LawList.find)
    assert (total, counts["year"]) == (2, {"2019": 2})
    LawDocumentPage.objects.child_of(library).get(number="98/2020/NĐ-CP").unpublish()
    assert_agree(english, terms)


def test_a_list_is_eleven_queries_and_what_is_known_counts_for_none_of_them(library, terms):
    def queries(**asked):
        listed = LawList(library, RequestFactory().get("/", asked))
        with CaptureQueriesContext(connection) as captured:
            listed.context()
        with CaptureQueriesContext(connection) as again:
            listed.find(SiteVersion.now())
        # The site's number alone.
        assert len(again) == 1
        return len(captured)

    cold = queries()
    known = queries(status="in_force", year="2020", order="effective_date", as_of="2021-03-04")
    publish(LawDocumentPage.objects.child_of(library).first())
    changed = queries(document_type="luat")
    assert known < changed <= 11
    assert known < cold <= 11


def test_a_library_for_the_website_alone_is_read_anew(library, terms):
    library.syndication = Syndication.NONE
    publish(library)
    for kind in ("luat", "thong_tu"):
        document = LawDocumentPage.objects.child_of(library).first()
        document.document_type = kind
        publish(document)
        listed = LawList(library, RequestFactory().get("/", {"document_type": kind}))
        assert document.pk in [page.pk for page in listed.find(SiteVersion.now()).pages[:20]]
