"""What goes wrong while somebody translates is told clearly, and nothing of what was written is lost."""

import polib
import pytest
import requests
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.machine_translators.dummy import DummyTranslator
from wagtail_localize.machine_translators.libretranslate import LibreTranslator
from wagtail_localize.models import SourceDeletedError, StringTranslation, Translation, TranslationSource
from wagtail_localize.views import submit_translations

from cms.translation.models import TranslationState
from tests.factories import add_article
from tests.translation.editor.conftest import FIRST, SECOND

DUMMY = {"CLASS": "wagtail_localize.machine_translators.dummy.DummyTranslator"}
LIBRE = {
    "CLASS": "wagtail_localize.machine_translators.libretranslate.LibreTranslator",
    "OPTIONS": {"LIBRETRANSLATE_URL": "http://127.0.0.1:9", "API_KEY": ""},
}


def said(response) -> str:
    return " ".join(str(message) for message in response.context["messages"])


def upload(desk, content: bytes | None):
    address = reverse("wagtail_localize:upload_pofile", args=[desk.translation.pk])
    file = {} if content is None else {"file": SimpleUploadedFile("bai.po", content)}
    return desk.client.post(address, {**file, "next": desk.url()}, follow=True)


def download(desk) -> polib.POFile:
    address = reverse("wagtail_localize:download_pofile", args=[desk.translation.pk])
    response = desk.client.get(address)
    assert 'filename="doi-thoai-en.po"' in response["Content-Disposition"]
    return polib.pofile(response.content.decode())


def fill(catalogue: polib.POFile, texts: dict[str, str]) -> bytes:
    for entry in catalogue:
        entry.msgstr = texts.get(entry.msgid, entry.msgstr)
    return str(catalogue).encode()


def test_a_po_file_comes_back_and_what_is_stale_is_told_and_kept(desk):
    desk.save("Một buổi sáng.", "One morning.")
    file = fill(
        download(desk),
        {FIRST: "From the file.", SECOND: "12 people, from the file.", "Đối thoại": "Dialogue from the file"},
    )
    # While the file was away: one text translated here, and the source of another changed.
    desk.save("Đối thoại", "Dialogue from here")
    changed = SECOND.replace("sáng", "chiều")
    desk.change_source(FIRST, changed)
    desk.open()
    answer = said(upload(desk, file))
    assert desk.write(FIRST).data == "From the file."
    assert desk.write("Đối thoại").data == "Dialogue from here"
    assert "“Đối thoại”" in answer
    assert f"“{SECOND}”" in answer
    text = desk.texts()[changed]
    assert (text.state, text.value) == ("changed", "12 people, from the file.")
    # The same file again changes nothing.
    upload(desk, file)
    assert desk.write("Đối thoại").data == "Dialogue from here"


@pytest.mark.parametrize(
    "content",
    [None, b"", b"\xff\xfe\x00 no text", b"this is no catalogue", b'msgid "x"\nmsgstr "y"\n', b"/etc/passwd"],
    ids=["none", "empty", "bytes", "prose", "no header", "a name"],
)
def test_what_is_no_po_file_of_this_page_changes_nothing(desk, content):
    response = upload(desk, content)
    assert response.status_code == 200
    assert said(response)
    assert not StringTranslation.objects.exists()


def test_a_po_file_of_another_page_changes_nothing(desk):
    other = add_article(desk.stream, title="Đối thoại", slug="khac")
    source, _created = TranslationSource.update_or_create_from_instance(other)
    translation = Translation.objects.create(source=source, target_locale=desk.english)
    answer = said(upload(desk, fill(translation.export_po(), {"Đối thoại": "Dialogue"})))
    assert "PO" in answer
    assert not StringTranslation.objects.exists()


def test_a_source_deleted_while_it_is_translated_leaves_what_was_written(desk):
    desk.save("Đối thoại", "Dialogue")
    desk.save("Một buổi sáng.", "One morning.")
    text, target = desk.texts()[FIRST], desk.target()
    desk.article.delete()
    draft = type(target.specific).objects.get(pk=target.pk).get_latest_revision_as_object()
    assert (draft.title, draft.lead) == ("Dialogue", "One morning.")
    assert desk.client.get(reverse("wagtailadmin_pages:edit", args=[target.pk])).status_code == 200
    late = desk.client.post(text.url, {"value": "Too late.", "version": ""}, headers={"Accept": "application/json"})
    assert late.status_code == 404
    assert late.json()["message"]


def test_a_source_that_vanished_without_a_trace_is_told_at_every_door(desk):
    target = desk.target()
    source_pk = desk.translation.source.pk
    type(desk.article).objects.filter(pk=desk.article.pk)._raw_delete("default")
    response = desk.client.get(reverse("wagtailadmin_pages:edit", args=[target.pk]), follow=True)
    assert response.status_code == 200
    assert not Translation.objects.get(pk=desk.translation.pk).enabled
    response = desk.client.get(reverse("wagtail_localize:update_translations", args=[source_pk]), follow=True)
    assert response.status_code == 200
    assert said(response)


def test_a_source_deleted_between_question_and_answer_is_told_on_submission(desk, monkeypatch):
    def vanish(*args):
        raise SourceDeletedError

    monkeypatch.setattr(submit_translations, "translate_object", vanish)
    article = add_article(desk.stream, title="Hai", slug="hai")
    address = reverse("wagtail_localize:submit_page_translation", args=[article.pk])
    response = desk.client.post(address, {"locales": [desk.english.pk]}, follow=True)
    assert (response.status_code, bool(said(response))) == (200, True)


def test_a_language_with_translations_is_not_removed_and_a_third_one_opens_everywhere(desk):
    desk.save("Đối thoại", "Dialogue")
    address = reverse("wagtaillocales:delete", args=[desk.english.pk])
    response = desk.client.post(address, follow=True)
    assert said(response)
    assert desk.write("Đối thoại").data == "Dialogue"
    # A language that goes all the same takes its rows along; who has the editor open is told.
    third = Locale.objects.create(language_code="fr")
    assert TranslationState.objects.filter(locale=third, state="missing").exists()
    for url in (
        reverse("translation_overview"),
        reverse("wagtailadmin_explore", args=[desk.stream.pk]),
        desk.url(),
        reverse("wagtail_localize:submit_page_translation", args=[desk.article.pk]),
        desk.article.get_url(),
        f"/api/v2/articles/{desk.article.pk}/",
    ):
        assert desk.client.get(url).status_code == 200, url
    french = Translation.objects.create(source=desk.translation.source, target_locale=third)
    french.save_target(publish=False)
    url = reverse("wagtailadmin_pages:edit", args=[desk.article.get_translation(third).pk])
    text = desk.client.get(url).context_data["texts"][0]
    assert desk.client.post(text.url, {"value": "Dialogue social", "version": ""}).status_code == 200
    french.delete()
    late = desk.client.post(text.url, {"value": "Dialogue", "version": ""})
    assert (late.status_code, bool(late.json()["message"])) == (404, True)


def test_machine_text_is_a_draft_until_a_person_has_ticked_it(desk, settings):
    address = reverse("wagtail_localize:machine_translate", args=[desk.translation.pk])
    assert desk.client.post(address).status_code == 404
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = DUMMY
    desk.save("Đối thoại", "Dialogue")
    desk.client.post(address, {"next": desk.url()})
    texts = desk.texts()
    assert {text.segment.string.data: text.state for text in texts.values()} == {
        "Đối thoại": "done",
        "doi-thoai": "missing",
        "Một buổi sáng.": "machine",
        FIRST: "machine",
        SECOND: "wrong" if texts[SECOND].translated.has_error else "machine",
    }
    state = TranslationState.objects.get(translation_key=desk.article.translation_key, locale=desk.english)
    assert state.state == "machine"
    desk.finish("publish")
    assert desk.target().is_untranslated
    for source in ("Một buổi sáng.", FIRST):
        desk.client.post(desk.texts()[source].url, {"checked": "1"})
    desk.save(SECOND, "12 people spoke in the morning.")
    desk.finish("publish")
    state.refresh_from_db()
    assert (state.state, state.has_machine_text) == ("current", False)
    assert DummyTranslator.display_name


def test_a_machine_that_does_not_answer_is_told(desk, settings, monkeypatch):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = LIBRE

    def silence(*args):
        raise requests.ConnectionError

    monkeypatch.setattr(LibreTranslator, "translate", silence)
    address = reverse("wagtail_localize:machine_translate", args=[desk.translation.pk])
    response = desk.client.post(address, {"next": desk.url()}, follow=True)
    assert response.status_code == 200
    assert said(response)
    assert not StringTranslation.objects.exists()
