"""Source left, translation right: what changed is shown, the old translation is kept, repeats are filled."""

from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from articles.models import ArticlePage
from cms.translation.models import TranslationState
from tests.factories import add_article, make_category, publish
from tests.translation.editor.conftest import FIRST, SECOND


def messages_of(response) -> str:
    return " ".join(str(message) for message in response.context["messages"])


def translate_all(desk) -> None:
    desk.save("Đối thoại", "Dialogue")
    desk.save("doi-thoai", "dialogue")
    desk.save("Một buổi sáng.", "One morning.")
    desk.save(FIRST, "Workers speak, the director listens.")
    desk.save(SECOND, "12 people spoke in the morning.")


def test_texts_are_saved_one_by_one_and_published_together(desk, client):
    assert list(desk.texts())[:2] == ["Đối thoại", "Một buổi sáng."]
    translate_all(desk)
    assert {text.state for text in desk.texts().values()} == {"done"}
    assert desk.target().is_untranslated
    assert "“Dialogue”" in messages_of(desk.finish("publish"))
    html = client.get("/en/news/dialogue/").content.decode()
    assert "Workers speak, the director listens." in html


def test_a_changed_sentence_shows_its_difference_and_keeps_its_old_translation(desk, client):
    translate_all(desk)
    desk.finish("publish")
    changed = "Có 12 người phát biểu trong buổi chiều."
    desk.change_source(FIRST, changed)
    texts = desk.texts()
    assert texts[FIRST].state == "done"
    text = texts[changed]
    assert text.state == "changed"
    assert "<del>sáng</del><ins>chiều</ins>." in text.diff
    assert text.value == "12 people spoke in the morning."
    # Until somebody has translated it, readers keep the old translation, and are told.
    desk.finish("publish")
    assert "12 people spoke in the morning." in client.get("/en/news/dialogue/").content.decode()
    row = TranslationState.objects.get(translation_key=desk.article.translation_key, locale=desk.english)
    assert (row.state, row.words_left) == ("outdated", 8)
    # Changed twice before anybody saw it: the translation is still that of the sentence it was made for.
    twice = "Có 12 người phát biểu trong buổi tối."
    desk.change_source(FIRST, twice)
    assert desk.texts()[twice].value == "12 people spoke in the morning."
    assert "<del>sáng</del><ins>tối</ins>." in desk.texts()[twice].diff
    desk.save(twice, "12 people spoke in the evening.")
    desk.finish("publish")
    row.refresh_from_db()
    assert (row.state, row.words_left) == ("current", 0)


def test_a_sentence_that_moves_to_another_block_and_a_new_title_keep_their_translations(desk):
    translate_all(desk)
    elsewhere = [{"type": "paragraph", "value": f"<p>{SECOND[:-1]} nay.</p>"}]
    desk.change_source(title="Lắng nghe", body=elsewhere)
    texts = desk.texts()
    assert texts["Lắng nghe"].value == "Dialogue"
    assert texts[f"{SECOND[:-1]} nay."].value == "12 people spoke in the morning."


def test_what_was_translated_before_is_filled_in_but_for_addresses_and_machine_text(desk):
    translate_all(desk)
    desk.save(FIRST, "Machine words.")
    StringTranslation.objects.filter(translation_of__data=FIRST).update(translation_type="machine")
    other = add_article(desk.stream, title="Đối thoại", lead="Một buổi sáng.", slug="doi-thoai-2")
    other.body = [{"type": "paragraph", "value": f"<p>{FIRST}</p><p>{SECOND}</p>"}]
    other.save_revision().publish()
    source, _created = TranslationSource.update_or_create_from_instance(other)
    Translation.objects.create(source=source, target_locale=desk.english)
    filled = StringTranslation.objects.filter(context__object_id=other.translation_key)
    texts = dict(filled.values_list("translation_of__data", "data"))
    assert texts == {
        "Đối thoại": "Dialogue",
        "Một buổi sáng.": "One morning.",
        SECOND: "12 people spoke in the morning.",
    }
    assert set(filled.values_list("tool_name", flat=True)) == {"translation memory"}


def test_two_people_at_one_text_lose_nothing(desk, django_user_model):
    text = desk.texts()[FIRST]
    other = django_user_model.objects.create_superuser("other", first_name="Lan", last_name="Nguyễn")
    desk.save(FIRST, "The first one's words.")
    StringTranslation.objects.update(last_translated_by=other)
    late = desk.client.post(text.url, {"value": "The second one's words.", "version": text.version})
    assert late.status_code == 409
    row = late.json()["rows"][text.html_id]
    assert "The first one&#x27;s words." in row
    assert "The second one&#x27;s words." in row
    assert other.get_full_name() in row
    assert desk.write(FIRST).data == "The first one's words."
    # Saving again, having seen it, replaces it; the same words twice are no conflict.
    assert desk.save(FIRST, "The second one's words.").status_code == 200
    again = desk.client.post(text.url, {"value": "The second one's words.", "version": text.version})
    assert again.status_code == 200


def test_what_is_written_while_the_source_changes_is_its_old_translation(desk):
    text = desk.texts()[FIRST]
    changed = "Công nhân nói, giám đốc trả lời."
    desk.change_source(changed, SECOND)
    desk.open()
    late = desk.client.post(text.url, {"value": "Workers speak, the director listens.", "version": ""})
    assert late.status_code == 409
    assert late.json()["reload"]
    assert desk.texts()[changed].value == "Workers speak, the director listens."


def test_plain_texts_need_no_entities_and_an_emptied_one_is_not_translated(desk):
    desk.save("Đối thoại", 'Talk & "listen" < 5')
    assert desk.write("Đối thoại").data == 'Talk &amp; "listen" &lt; 5'
    assert desk.texts()["Đối thoại"].value == 'Talk & "listen" < 5'
    desk.save("Đối thoại", "  ")
    assert desk.texts()["Đối thoại"].state == "missing"


def test_a_new_address_leads_from_the_old_one(desk, client, django_capture_on_commit_callbacks):
    translate_all(desk)
    with django_capture_on_commit_callbacks(execute=True):
        desk.finish("publish")
        desk.save("doi-thoai", "talks")
        desk.finish("publish")
    assert client.get("/en/news/talks/").status_code == 200
    for old in ("/en/news/doi-thoai/", "/en/news/dialogue/"):
        response = client.get(old)
        assert (response.status_code, response.url) == (301, "/en/news/talks/"), Redirect.objects.all()


def test_a_draft_that_is_not_live_is_translated_as_it_is_now(desk):
    article = ArticlePage(title="Nháp", lead="Chưa xong.", live=False, locale=desk.stream.locale)
    desk.stream.add_child(instance=article)
    article.lead = "Gần xong."
    article.save_revision()
    source, _created = TranslationSource.update_or_create_from_instance(article)
    texts = set(source.stringsegment_set.values_list("string__data", flat=True))
    assert "Gần xong." in texts
    translation = Translation.objects.create(source=source, target_locale=desk.english)
    translation.save_target(publish=False)
    article.lead = "Xong."
    article.save_revision()
    desk.article = article
    assert "Xong." in desk.texts()


def test_the_fact_guard_is_linked_and_stops_publishing(desk):
    translate_all(desk)
    desk.save(SECOND, "13 people spoke in the morning.")
    assert desk.texts()[SECOND].state == "wrong"
    assert f"/admin/translation/{desk.translation.pk}/facts/" in desk.open().content.decode()
    desk.finish("publish")
    assert desk.target().is_untranslated


def test_the_preview_shows_what_is_saved_and_the_editor_of_values_is_still_there(desk):
    desk.save("Đối thoại", "Dialogue")
    preview = desk.client.get(f"/admin/localize/translate/{desk.translation.pk}/preview/").content.decode()
    assert "Dialogue" in preview
    assert "js-translation-editor" in desk.client.get(f"{desk.url()}?values").content.decode()


def test_a_snippet_is_translated_in_the_same_editor(desk):
    category = make_category("Tổ chức")
    source, _created = TranslationSource.update_or_create_from_instance(category)
    translation = Translation.objects.create(source=source, target_locale=desk.english)
    target = translation.save_target(publish=False)
    url = f"/admin/snippets/articles/category/edit/{target.pk}/"
    text = desk.client.get(url).context_data["texts"][0]
    assert desk.client.post(text.url, {"value": "Organisation", "version": ""}).status_code == 200
    desk.client.post(url, {"action": "publish"})
    target.refresh_from_db()
    assert (target.live, target.name) == (True, "Organisation")


def test_a_translation_written_by_hand_is_taken_in_beside_the_version_it_was_made_from(desk):
    desk.translation.delete()
    target = desk.target().specific
    target.title, target.lead, target.slug = "Dialogue", "One morning.", "dialogue"
    target.body = [{"type": "paragraph", "value": "<p>Workers speak.</p><p>12 people spoke.</p>"}]
    publish(target)
    changed = SECOND.replace("sáng", "chiều")
    desk.change_source(FIRST, changed)
    url = reverse("adopt_translation", args=[target.pk])
    assert url in desk.client.get(desk.url()).content.decode()
    assert desk.client.get(url).status_code == 200
    desk.client.post(url)
    texts = desk.texts()
    assert (texts["Đối thoại"].value, texts[FIRST].value) == ("Dialogue", "Workers speak.")
    assert (texts[changed].state, texts[changed].value) == ("changed", "12 people spoke.")
    assert desk.client.get(url).status_code == 404
    assert desk.client.get(reverse("adopt_translation", args=[desk.article.pk])).status_code == 404
