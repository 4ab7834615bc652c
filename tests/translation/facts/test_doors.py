"""A translation whose facts differ is marked at its segment, and not published through any door until it is right."""

import polib
import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation as languages
from wagtail.models import PageLogEntry
from wagtail_localize.models import StringSegment, StringTranslation
from wagtail_localize.views.edit_translation import apply_machine_translation

from cms.translation.facts.guarding import LOG_ACTION, MARK, doubtful_segments
from cms.translation.facts.views import address_of
from cms.translation.models import FactWaiver
from tests.factories import add_article
from tests.translation.test_doors import (  # fixtures are found by their names in this module
    PUBLISH,
    article,
    english,
    english_locale,
    leader,
    start,
    stranger,
    stream,
    translator,
)

__all__ = ["article", "english_locale", "leader", "stranger", "stream", "translator"]

REASON = "The commune counts its officers in another way."


@pytest.fixture
def translation(stream, english_locale):
    article = add_article(stream, title="Đào tạo 12.675 cán bộ", lead="Từ 09/10/2019.")
    return start(article, english_locale)


def write(translation, path: str, text: str) -> StringTranslation:
    segment = StringSegment.objects.get(source=translation.source, context__path=path)
    row, _created = StringTranslation.objects.update_or_create(
        translation_of=segment.string,
        context=segment.context,
        locale=translation.target_locale,
        defaults={"data": text, "translation_type": "manual", "has_error": False, "field_error": ""},
    )
    return row


def send(client, translation, path: str, text: str):
    """Save a segment as the editor does."""
    segment = StringSegment.objects.get(source=translation.source, context__path=path)
    address = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
    return client.put(address, f"value={text}".replace(" ", "+"), content_type="application/x-www-form-urlencoded")


def publish(client, translation):
    page = translation.get_target_instance()
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {"action": "publish"}, follow=True)


def waive(client, translation, reason=REASON, **changes):
    segment = doubtful_segments(translation.source, translation.target_locale)[0]
    data = {"segment": segment.string_translation.pk, "digest": segment.digest, "reason": reason, **changes}
    return client.post(address_of(translation), data, follow=True)


def test_the_editor_shows_the_difference_at_the_segment_in_the_users_language(client, translation, leader):
    client.force_login(leader)
    answer = send(client, translation, "title", "Training 12.675 officers").json()
    assert "“12.675” " in answer["error"]
    with languages.override("en"):
        assert "number: “12.675” became “12.675”" in StringTranslation.objects.get().get_error()
    assert translation.get_progress()[1] == 0


def test_a_right_text_takes_the_mark_away(client, translation, leader):
    client.force_login(leader)
    send(client, translation, "title", "Training 12,657 officers")
    assert send(client, translation, "title", "Training 12,675 officers").json()["error"] is None
    assert translation.get_progress()[1] == 1


def test_publishing_is_refused_with_the_name_of_the_segment(client, translation, leader):
    write(translation, "lead", "Since 10 September 2019.")
    client.force_login(leader)
    response = publish(client, translation)
    assert response.status_code == 200
    assert "09/10/2019" in response.text
    assert "10 September 2019" in response.text
    assert address_of(translation) in response.text
    assert translation.get_target_instance().is_untranslated


def test_pressing_publish_again_does_not_help(client, translation, leader):
    write(translation, "lead", "Since 10 September 2019.")
    client.force_login(leader)
    publish(client, translation)
    publish(client, translation)
    assert translation.get_target_instance().is_untranslated


def test_agreeing_facts_are_published(client, translation, leader):
    write(translation, "title", "Training 12,675 officers")
    write(translation, "lead", "Since 9 October 2019.")
    client.force_login(leader)
    publish(client, translation)
    assert translation.get_target_instance().title == "Training 12,675 officers"


def test_code_that_publishes_is_refused_too(translation):
    write(translation, "title", "Training 12 officers")
    with pytest.raises(ValidationError, match=r"12\.675"):
        translation.save_target(publish=True)


def test_text_written_past_the_guard_is_marked_when_it_should_be_published(translation):
    row = write(translation, "title", "Training 12,675 officers")
    StringTranslation.objects.filter(pk=row.pk).update(data="Training 12 officers")
    with pytest.raises(ValidationError):
        translation.save_target(publish=True)
    row.refresh_from_db()
    assert (row.has_error, row.field_error) == (True, MARK)


def test_a_draft_is_saved_without_the_doubtful_text(translation):
    write(translation, "title", "Training 12 officers")
    translation.save_target(publish=False)
    assert "12 officers" not in translation.get_target_instance().get_latest_revision_as_object().title


def test_synchronising_with_publish_publishes_nothing_and_says_so(client, translation, leader):
    write(translation, "title", "Training 12 officers")
    client.force_login(leader)
    response = client.post(
        reverse("wagtail_localize:update_translations", args=[translation.source.pk]), PUBLISH, follow=True
    )
    assert "12.675" in response.text
    assert translation.get_target_instance().is_untranslated


def test_a_po_file_is_guarded(translation):
    po = polib.POFile()
    po.metadata = {"X-WagtailLocalize-TranslationID": str(translation.uuid)}
    po.append(polib.POEntry(msgid="Từ 09/10/2019.", msgctxt="lead", msgstr="Since 10 September 2019."))
    po.append(polib.POEntry(msgid="Đào tạo 12.675 cán bộ", msgctxt="title", msgstr="Training 12,675 officers"))
    assert translation.import_po(po) == []
    marked = StringTranslation.objects.filter(has_error=True)
    assert [row.context.path for row in marked] == ["lead"]


def test_a_machines_text_is_guarded(translation, leader):
    class Machine:
        display_name = "Machine"

        def can_translate(self, source_locale, target_locale):
            return True

        def translate(self, source_locale, target_locale, strings):
            from wagtail_localize.strings import StringValue

            return {string: StringValue("Nothing at all") for string in strings}

    assert apply_machine_translation(translation.pk, leader, Machine())
    marked = set(StringTranslation.objects.filter(field_error=MARK).values_list("context__path", flat=True))
    assert {"title", "lead"} <= marked


def test_a_waiver_needs_a_reason(client, translation, leader):
    write(translation, "title", "Training 12 officers")
    client.force_login(leader)
    for reason in ("", "   ", "short"):
        response = waive(client, translation, reason)
        assert response.status_code == 200
    assert not FactWaiver.objects.exists()


def test_a_waived_difference_is_published_and_stands_in_the_history(client, translation, leader):
    write(translation, "title", "Training 12 officers")
    client.force_login(leader)
    assert REASON in waive(client, translation).text
    publish(client, translation)
    target = translation.get_target_instance()
    assert target.title == "Training 12 officers"
    waiver = FactWaiver.objects.get()
    assert (waiver.reason, waiver.user) == (REASON, leader)
    entry = PageLogEntry.objects.get(action=LOG_ACTION, page=target.pk)
    assert entry.user == leader
    assert entry.data["reason"] == REASON
    assert REASON in client.get(reverse("wagtailadmin_pages:history", args=[target.pk])).text


def test_a_waiver_holds_for_these_two_texts_only(client, translation, leader):
    write(translation, "title", "Training 12 officers")
    client.force_login(leader)
    waive(client, translation)
    assert not write(translation, "title", "Training 12 officers").has_error
    assert write(translation, "title", "Training 13 officers").has_error


def test_a_text_changed_meanwhile_is_not_waived(client, translation, leader):
    write(translation, "title", "Training 12 officers")
    client.force_login(leader)
    for changes in ({"digest": "0" * 64}, {"segment": 999_999}, {"segment": "x"}):
        assert waive(client, translation, **changes).status_code == 200
    assert not FactWaiver.objects.exists()


def test_who_may_not_edit_the_page_neither_sees_nor_waives(client, translation, stranger):
    write(translation, "title", "Training 12 officers")
    assert client.get(address_of(translation)).status_code == 302
    client.force_login(stranger)
    assert client.get(address_of(translation)).status_code in {302, 403}
    waive(client, translation)
    assert not FactWaiver.objects.exists()


def test_a_translator_may_waive_and_still_not_publish(client, translation, translator):
    write(translation, "title", "Training 12 officers")
    client.force_login(translator)
    waive(client, translation)
    publish(client, translation)
    assert FactWaiver.objects.get().user == translator
    assert translation.get_target_instance().is_untranslated


def test_the_page_of_a_translation_that_is_gone_is_not_found(client, translation, leader, english_locale):
    client.force_login(leader)
    assert client.get(reverse("translation_facts", args=[translation.pk + 1])).status_code in {302, 404}
    english(translation.source.get_source_instance()).delete()
    response = client.get(reverse("translation_facts", args=[translation.pk]))
    assert response.status_code in {302, 404}


def test_the_check_costs_the_same_for_few_and_many_segments(translation, django_assert_num_queries):
    write(translation, "title", "Training 12 officers")
    with django_assert_num_queries(3):
        assert len(doubtful_segments(translation.source, translation.target_locale)) == 1
    write(translation, "lead", "Since 10 September 2019.")
    with django_assert_num_queries(3):
        assert len(doubtful_segments(translation.source, translation.target_locale)) == 2
