"""A translation is saved as a revision, published whole or not at all, under a slug that is never empty."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from articles.models import Category
from cms.delivery import writer
from cms.delivery.databases.before_commit import UnitOfWorkError
from cms.delivery.models import DeliveredItem
from tests.factories import add_article, add_stream, make_category, make_image, publish, translate


@pytest.fixture
def english_locale(site):
    return Locale.objects.get(language_code="en")


@pytest.fixture
def stream(site):
    stream = add_stream(site.home)
    site.stream_en = translate(stream, site.home_en, title="News", slug="news")
    return stream


@pytest.fixture
def article(stream):
    return add_article(stream, title="Đối thoại", lead="Công nhân nói.")


def submit(instance, locale):
    source, _created = TranslationSource.update_or_create_from_instance(instance)
    return Translation.objects.get_or_create(source=source, target_locale=locale)[0]


def write(translation, **texts):
    """Translate fields as a translator does, in the editor."""
    for path, text in texts.items():
        segment = translation.source.stringsegment_set.get(context__path=path)
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=translation.target_locale,
            defaults={"data": text},
        )


def english(page):
    return page.get_translations().get(locale__language_code="en")


def test_submitting_makes_the_alias_a_draft_and_readers_still_get_the_source(client, article, english_locale):
    submit(article, english_locale).save_target(publish=False)
    target = english(article)
    assert target.alias_of_id is None
    assert target.live_revision_id is None
    assert target.is_untranslated
    assert client.get(target.get_url()).context_data["page"] == article


def test_a_saved_draft_changes_nothing_that_is_live(client, article, english_locale):
    translation = submit(article, english_locale)
    write(translation, title="Dialogue", lead="Workers speak.", slug="dialogue")
    translation.save_target(publish=True)
    write(translation, title="Dialogue again", slug="dialogue-again")
    translation.save_target(publish=False)
    target = english(article)
    assert (target.title, target.slug) == ("Dialogue", "dialogue")
    assert target.get_latest_revision_as_object().title == "Dialogue again"
    assert client.get("/en/news/dialogue/").status_code == 200


def test_publishing_shows_the_translation_and_its_document(client, article, english_locale):
    translation = submit(article, english_locale)
    write(translation, title="Dialogue", lead="Workers speak.", slug="dialogue")
    target = translation.save_target(publish=True)
    assert not target.is_untranslated
    assert target.live_revision_id == target.latest_revision_id
    assert "Workers speak." in client.get("/en/news/dialogue/").content.decode()
    assert DeliveredItem.objects.live().filter(object_id=target.pk, locale="en").exists()


def test_the_first_publication_is_the_translations_own(article, english_locale):
    type(article).objects.filter(pk=article.pk).update(first_published_at="2020-01-01T00:00:00+07:00")
    article.refresh_from_db()
    publish(article)
    target = submit(article, english_locale).save_target(publish=True)
    assert target.first_published_at.year > 2020


def test_a_publish_the_store_refuses_leaves_no_trace(article, english_locale, monkeypatch):
    translation = submit(article, english_locale)
    write(translation, title="Dialogue", slug="dialogue")

    def broken(*args):
        raise RuntimeError("no room on the disk")

    monkeypatch.setattr(writer, "serialise", broken)
    with pytest.raises(UnitOfWorkError, match="no room"):
        translation.save_target(publish=True)
    target = english(article)
    assert target.alias_of_id == article.pk
    assert target.title == "Đối thoại"
    assert not translation.source.translation_logs.exists()


def test_who_may_not_publish_cannot_save_a_published_translation(article, english_locale, django_user_model):
    translation = submit(article, english_locale)
    with pytest.raises(PermissionDenied):
        translation.save_target(user=django_user_model.objects.create_user("author"), publish=True)
    assert english(article).is_untranslated


@pytest.mark.parametrize(
    ("typed", "slug"), [("Đối thoại ở xưởng", "doi-thoai-o-xuong"), ("…", "trang"), ("15/2025/NĐ-CP", "15-2025-nd-cp")]
)
def test_slugs_are_made_as_everywhere_else(article, english_locale, typed, slug):
    translation = submit(article, english_locale)
    write(translation, slug=typed)
    assert translation.save_target(publish=True).slug == slug


def test_a_slug_of_a_sibling_is_not_taken_twice(site, article, english_locale):
    add_article(site.stream_en, title="Dialogue", slug="dialogue")
    translation = submit(article, english_locale)
    write(translation, slug="dialogue")
    assert translation.save_target(publish=True).slug == "dialogue-1"


def test_a_source_that_was_never_published_can_be_translated(stream, english_locale):
    from articles.models import ArticlePage

    article = ArticlePage(title="Nháp", lead="Chưa xong.", live=False, locale=stream.locale)
    stream.add_child(instance=article)
    article.save_revision()
    target = submit(article, english_locale).save_target(publish=False)
    assert not target.live
    publish(article)
    assert english(article).live
    assert english(article).is_untranslated


def test_what_is_refused_is_shown_at_its_segment(article, english_locale):
    translation = submit(article, english_locale)
    write(translation, lead="x" * 500)
    with pytest.raises(ValidationError):
        translation.save_target(publish=True)
    refused = StringTranslation.objects.get(context__path="lead")
    assert refused.has_error
    assert english(article).alias_of_id == article.pk


def test_a_snippet_is_published_and_saved_as_a_draft_the_same_way(english_locale, django_user_model):
    category = make_category("Tổ chức")
    translation = submit(category, english_locale)
    write(translation, name="Organisation")
    target = translation.save_target(publish=False)
    assert not target.live
    translation.save_target(publish=True)
    target = Category.objects.get(locale=english_locale)
    assert (target.live, target.name) == (True, "Organisation")
    write(translation, name="Organising")
    translation.save_target(publish=False)
    target.refresh_from_db()
    assert (target.live, target.name) == (True, "Organisation")
    assert target.get_latest_revision_as_object().name == "Organising"
    with pytest.raises(PermissionDenied):
        translation.save_target(user=django_user_model.objects.create_user("author"), publish=True)


def test_a_whole_body_is_translated_and_its_pictures_and_numbers_stay(client, stream, english_locale):
    image = make_image()
    article = add_article(stream, title="Đối thoại", lead="Công nhân nói.")
    article.body = [
        {"type": "heading", "value": {"level": "h3", "text": "Một buổi sáng"}},
        {"type": "paragraph", "value": '<p>Có <b>12.675</b> người, <a href="https://example.vn/">xem thêm</a>.</p>'},
        {"type": "image", "value": {"image": image.pk, "alt_text": "Xưởng máy", "caption": "Ca sáng", "credit": ""}},
        {"type": "table", "value": {"data": [["Năm", "Số"], ["2025", None]], "table_caption": "Bảng một"}},
        {"type": "timeline", "value": {"heading": "", "entries": [{"date_label": "Tháng 10", "title": "Mở đầu"}]}},
    ]
    publish(article)
    translation = submit(article, english_locale)
    for segment in translation.source.stringsegment_set.exclude(context__path="slug"):
        StringTranslation.objects.create(
            translation_of=segment.string,
            context=segment.context,
            locale=english_locale,
            data=f"EN {segment.string.data}".replace("12.675", "12,675").replace("Tháng 10", "October"),
        )
    target = translation.save_target(publish=True)
    heading, paragraph, picture, table, timeline = [child.value for child in target.body]
    assert (heading["text"], heading["level"]) == ("EN Một buổi sáng", "h3")
    assert paragraph.source.count("EN ") == 1
    assert "<b>12,675</b>" in paragraph.source
    assert 'href="https://example.vn/"' in paragraph.source
    assert picture["image"] == image
    assert (picture["alt_text"], picture["caption"], picture["credit"]) == ("EN Xưởng máy", "EN Ca sáng", "")
    assert table["data"] == [["EN Năm", "EN Số"], ["EN 2025", None]]
    assert table["table_caption"] == "EN Bảng một"
    assert timeline["entries"][0]["title"] == "EN Mở đầu"
    assert "EN Ca sáng" in client.get(target.get_url()).content.decode()
    # The source is as it was.
    article.refresh_from_db()
    assert article.body[0].value["text"] == "Một buổi sáng"
