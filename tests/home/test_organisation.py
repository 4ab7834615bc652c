"""The organisation speaks both languages; what English lacks is said in Vietnamese, what nobody knows is not said."""

import json

import pytest
from django.core.exceptions import ValidationError

from cms.delivery.models import DeliveredItem
from home.models import Organisation
from home.organisation.organisation_texts import organisation_texts
from tests.home.content import locale, make_organisation, translate_snippet


def test_each_empty_field_is_filled_from_the_vietnamese(site):
    vietnamese = make_organisation(slogan="Xây dựng tổ chức Công đoàn vững mạnh", telephone="0203 3835 221")
    translate_snippet(vietnamese, name="Quangninh Federation of Labour", slogan="", telephone="")
    texts = organisation_texts("en")
    assert texts.name == "Quangninh Federation of Labour"
    assert texts.slogan == "Xây dựng tổ chức Công đoàn vững mạnh"
    assert texts.telephone == "0203 3835 221"
    assert (texts.other_name, texts.other_lang) == ("Liên đoàn Lao động tỉnh Quảng Ninh", "vi")
    assert (texts.address, texts.licence_number) == ("", "")


def test_without_any_everything_is_empty(site):
    assert organisation_texts("vi").name == ""


def test_a_draft_is_not_shown(site):
    make_organisation()
    english = make_organisation("en")
    english.unpublish()
    assert organisation_texts("en").name == "Liên đoàn Lao động tỉnh Quảng Ninh"


def test_there_is_one_a_language(site):
    make_organisation()
    with pytest.raises(ValidationError):
        Organisation(name="Khác", locale=locale("vi")).full_clean()
    Organisation(name="Another", locale=locale("en")).full_clean()


def test_its_english_document_follows_the_vietnamese(site):
    vietnamese = make_organisation()
    english = translate_snippet(vietnamese, name="Quangninh Federation of Labour")
    vietnamese.footer_text = "Ghi rõ nguồn khi dẫn lại."
    vietnamese.save_revision().publish()
    document = json.loads(DeliveredItem.objects.get(type="home.Organisation", object_id=english.pk).document)
    assert document["name"] == "Quangninh Federation of Labour"
    assert document["footer_text"] == "Ghi rõ nguồn khi dẫn lại."
