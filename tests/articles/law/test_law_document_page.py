"""A law document: its number looked up, impossible dates refused, in every language the same but for its words."""

import unicodedata
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from articles.models import Issuer, LawDocumentPage
from tests.articles.content import (
    add_law_document,
    add_library,
    build_law_document,
    make_document,
    make_field,
    make_issuer,
    put_law_document,
)
from tests.factories import translate

pytestmark = pytest.mark.one_database


@pytest.fixture
def library(site):
    return add_library(site.home)


def test_the_number_is_kept_as_printed_and_folded(library):
    document = add_law_document(library, number=" 145 / 2020/NÐ–CP ")
    assert (document.number, document.number_folded) == ("145/2020/NĐ-CP", "145/2020/ND-CP")


def test_the_folded_number_follows_a_published_change(library):
    document = add_law_document(library)
    document.number = "10/2020/TT-BLĐTBXH"
    document.save_revision()
    assert LawDocumentPage.objects.get(pk=document.pk).number_folded == "45/2019/QH14"
    document.get_latest_revision().publish()
    assert LawDocumentPage.objects.get(pk=document.pk).number_folded == "10/2020/TT-BLDTBXH"


def test_a_document_is_found_by_any_spelling_of_its_number(library):
    document = put_law_document(library, number="145/2020/NĐ-CP")
    put_law_document(library, number="45/2020/NĐ-CP")
    for spelling in (
        "145/2020/NĐ-CP",
        "145/2020/nd-cp",
        "145-2020-nd-cp",
        "145 2020 nđ cp",
        " 145/2020/NĐ – CP ",
        unicodedata.normalize("NFD", "145/2020/NĐ-CP"),
    ):
        assert list(LawDocumentPage.objects.numbered(spelling)) == [document], spelling


def test_less_than_a_number_finds_none(library):
    put_law_document(library, number="145/2020/NĐ-CP")
    for spelling in ("", "   ", "/-–", "145/2020", "1452020NDCP"):
        assert not LawDocumentPage.objects.numbered(spelling), spelling


def test_words_of_number_title_and_abstract_are_matched_from_their_beginnings(library):
    put_law_document(
        library,
        number="145/2020/NĐ-CP",
        document_type="nghi_dinh",
        title="Nghị định về điều kiện lao động",
        abstract="Tiền lương.",
        issue_date=date(2020, 12, 14),
    )
    found = (
        *("nghi dinh 145 nam 2020", "Nghị định", "145/2020", "dieu kien lao dong", "lao động điều", "ĐIỀU KIỆN"),
        *("dieu ki", "tien luong"),
    )
    for words in found:
        assert LawDocumentPage.objects.matching(words).exists(), words
    for words in ("45/2020", "ao dong", "hợp đồng", "2020/145", "%", "…"):
        assert not LawDocumentPage.objects.matching(words).exists(), words


@pytest.mark.parametrize("number", ["", "Không số", "không  số", "KHÔNG SỐ"])
def test_a_document_without_number_shows_none_and_is_addressed_by_its_title(library, number):
    document = put_law_document(library, number=number, title="Hiến pháp năm 2013")
    assert document.display_number == ""
    assert document.slug == "hien-phap-nam-2013"
    assert document.card().number == ""


def test_the_address_is_the_number(library):
    document = add_law_document(library, number="145/2020/NĐ-CP")
    assert document.url == "/tu-sach-phap-luat-dien-tu/145-2020-nd-cp/"


@pytest.mark.parametrize(
    ("dates", "field"),
    [
        ({"effective_date": date(2021, 1, 1), "expiry_date": date(2020, 12, 31)}, "expiry_date"),
        ({"effective_date": None, "expiry_date": date(2019, 11, 19)}, "expiry_date"),
        ({"issue_date": date(219, 11, 20)}, "issue_date"),
    ],
)
def test_impossible_dates_are_refused_at_their_field(library, dates, field):
    document = build_law_document(library, **dates)
    with pytest.raises(ValidationError) as refused:
        document.clean()
    assert list(refused.value.message_dict) == [field]


def test_a_document_may_take_effect_on_the_day_of_issue_or_before(library):
    build_law_document(library, effective_date=date(2019, 11, 20)).clean()
    build_law_document(library, effective_date=date(2019, 1, 1)).clean()


def test_the_newest_comes_first_and_documents_without_date_last(library):
    old = put_law_document(library, number="1", issue_date=date(2012, 6, 20))
    undated = put_law_document(library, number="2", issue_date=None)
    new = put_law_document(library, number="3", issue_date=date(2025, 6, 26))
    assert list(LawDocumentPage.objects.child_of(library).newest_first()) == [new, old, undated]


def test_an_issuer_in_use_cannot_be_deleted(library):
    issuer = make_issuer()
    add_law_document(library, issuers=[issuer])
    with pytest.raises(ProtectedError):
        issuer.delete()


def test_issuers_and_files_keep_their_order(library):
    names = ["Chính phủ", "Ban Bí thư", "Quốc hội"]
    files = [make_document(title) for title in ("Bản ký", "Phụ lục")]
    document = add_law_document(library, issuers=[make_issuer(name) for name in names], files=files)
    assert [str(issuer) for issuer in document.issuer_terms] == names
    assert [file.display_title for file in document.files.all()] == ["Bản ký", "Phụ lục"]


def test_all_but_the_words_is_the_same_in_every_language(site, library):
    issuer = make_issuer("Quốc hội", english="National Assembly")
    document = add_law_document(
        library,
        issuers=[issuer],
        fields=[make_field()],
        files=[make_document()],
        signatory_title="Chủ tịch Quốc hội",
    )
    file = document.files.get()
    file.title = "Bản ký"
    document.files = [file]
    document.save_revision().publish()
    english = Locale.objects.get(language_code="en")
    translate(library, site.home_en, title="Law library", slug="law-library")

    source, _created = TranslationSource.update_or_create_from_instance(LawDocumentPage.objects.get(pk=document.pk))
    translation = Translation.objects.create(source=source, target_locale=english)
    texts = {
        "title": "Labour Code",
        "abstract": "Labour standards.",
        "signatory_title": "Chair of the National Assembly",
        "slug": "labour-code",
        f"files.{file.translation_key}.title": "Signed copy",
    }
    for segment in source.stringsegment_set.select_related("context", "string"):
        StringTranslation.objects.create(
            translation_of=segment.string,
            locale=english,
            context=segment.context,
            data=texts.pop(segment.context.path),
        )
    assert not texts
    translation.save_target(publish=True)

    translated = LawDocumentPage.objects.get(translation_key=document.translation_key, locale=english)
    assert (translated.title, translated.abstract) == ("Labour Code", "Labour standards.")
    assert translated.signatory_title == "Chair of the National Assembly"
    assert (translated.number, translated.number_folded) == (document.number, document.number_folded)
    assert (translated.document_type, translated.effective_date, translated.status) == (
        document.document_type,
        document.effective_date,
        document.status,
    )
    assert [row.issuer for row in translated.issuers.all()] == [issuer]
    assert translated.fields.count() == 1
    assert [(row.title, row.document, row.locale) for row in translated.files.all()] == [
        ("Signed copy", document.files.get().document, english)
    ]
    assert document.files.get().title == "Bản ký"
    assert "labour standards" in translated.lookup_text


def test_publishing_gives_the_other_tree_a_stand_in_with_all_parts(site, library):
    document = add_law_document(library, issuers=[make_issuer()], files=[make_document()])
    stand_in = Page.objects.get(translation_key=document.translation_key, locale__language_code="en").specific
    assert stand_in.is_untranslated
    assert stand_in.files.count() == stand_in.issuers.count() == 1
    document.title = "Bộ luật Lao động năm 2019"
    document.save_revision().publish()
    stand_in.refresh_from_db()
    assert stand_in.title == "Bộ luật Lao động năm 2019"
    assert stand_in.files.count() == stand_in.issuers.count() == 1


def test_text_is_stored_in_nfc(library):
    document = add_law_document(library, title=unicodedata.normalize("NFD", "Luật Công đoàn"), number="50/2024/QH15")
    assert document.title == "Luật Công đoàn"
    issuer = make_issuer(unicodedata.normalize("NFD", "Tổng Liên đoàn"))
    assert Issuer.objects.get(pk=issuer.pk).name == "Tổng Liên đoàn"
