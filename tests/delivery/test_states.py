"""Whatever state Wagtail or wagtail-localize leaves a page in, the store says the same as the website."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Locale, Page
from wagtail_localize.models import Translation, TranslationSource

from cms.delivery.models import DeliveredItem
from cms.operations.worker.schedule import publish_scheduled
from home.models import Link
from tests.delivery.rows import document_of, fresh, row_of, state_of
from tests.factories import add_article, add_stream, make_category, make_image, publish, translate


@pytest.fixture
def stream(site):
    stream = add_stream(site.home)
    site.stream_en = translate(stream, site.home_en, title="News", slug="news")
    return stream


@pytest.fixture
def article(stream):
    return add_article(stream, title="Đối thoại", lead="Công nhân nói.")


@pytest.fixture
def english_locale(site):
    return Locale.objects.get(language_code="en")


def english(page) -> Page:
    return page.get_translations().get(locale__language_code="en").specific


def languages_of(page) -> list[str]:
    return [item["locale"] for item in document_of(page)["meta"]["translations"]]


@pytest.fixture
def translation(article, english_locale):
    """The article, sent to translation; its English page is a live page that was never published (upstream #463)."""
    source, _created = TranslationSource.update_or_create_from_instance(article)
    translation = Translation.objects.create(source=source, target_locale=english_locale)
    translation.save_target(publish=False)
    return translation


def test_a_submitted_page_is_not_delivered_and_not_named(article, translation):
    target = english(article)
    assert target.live
    assert target.live_revision is None
    assert state_of(target) == "never"
    assert languages_of(article) == []


def test_a_published_translation_is_delivered_and_named_by_its_source(article, translation):
    translation.save_target(publish=True)
    assert state_of(english(article)) == "live"
    assert languages_of(article) == ["en"]
    assert languages_of(english(article)) == ["vi"]


def test_a_draft_of_a_translation_changes_nothing(article, translation):
    translation.save_target(publish=True)
    before = document_of(english(article))
    article.title = "Đối thoại mới"
    publish(article)
    translation.source.update_from_db()
    translation.save_target(publish=False)
    assert document_of(english(article))["title"] == before["title"]


def test_synchronising_through_the_admin_delivers_the_new_text(admin_client, article, translation):
    translation.save_target(publish=True)
    article.title = "Đối thoại mới"
    publish(article)
    address = reverse("wagtail_localize:update_translations", args=[translation.source.pk])
    admin_client.post(address, {"publish_translations": "on"})
    assert document_of(english(article))["title"] == "Đối thoại mới"
    assert document_of(article)["meta"]["translations"][0]["title"] == "Đối thoại mới"


def test_a_translation_made_an_alias_again_is_withdrawn(admin_client, article, translation):
    translation.save_target(publish=True)
    admin_client.post(reverse("wagtail_localize:convert_to_alias", args=[english(article).pk]))
    assert state_of(english(article)) == "withdrawn"
    assert languages_of(article) == []


def test_an_alias_made_an_ordinary_page_is_not_delivered(admin_client, article):
    admin_client.post(reverse("wagtailadmin_pages:convert_alias", args=[english(article).pk]))
    assert state_of(english(article)) == "never"


def test_unpublishing_the_source_leaves_its_translation(article, translation):
    translation.save_target(publish=True)
    article.unpublish()
    assert state_of(article) == "unpublished"
    assert state_of(english(article)) == "live"
    assert languages_of(english(article)) == []


def test_no_document_names_a_translation_that_is_only_shown_on_the_website(site, article, translation):
    translation.save_target(publish=True)
    section = site.stream_en
    section.syndication = "none"
    publish(section)
    assert state_of(english(article)) == "withdrawn"
    assert languages_of(article) == []
    section.syndication = ""
    publish(section)
    assert languages_of(article) == ["en"]


def test_english_pages_in_an_untranslated_section_name_its_source(site, english_locale):
    section = add_stream(site.home, title="Mục")
    article = add_article(section, title="Bài")
    target = english(article)
    target.alias_of = None
    target.title = "A page"
    publish(target)
    assert document_of(target)["meta"]["parent"]["title"] == "Mục"
    section.title = "Mục mới"
    publish(section)
    assert document_of(target)["meta"]["parent"]["title"] == "Mục mới"
    section.unpublish()
    assert document_of(target)["meta"]["parent"] is None


def test_reverting_to_an_old_revision_delivers_the_old_text(admin_client, article):
    old = article.live_revision
    article.title = "Đối thoại mới"
    publish(article)
    old.publish(previous_revision=old)
    assert document_of(article)["title"] == "Đối thoại"


def test_a_scheduled_page_is_delivered_at_its_time_and_expires_at_its_time(stream, monkeypatch):
    article = add_article(stream)
    now = timezone.now()
    article.title, article.go_live_at, article.expire_at = "Hẹn giờ", now + timedelta(hours=1), now + timedelta(hours=2)
    article.save_revision().publish()
    assert document_of(article)["title"] == "Bài viết"
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(hours=1, seconds=1))
    publish_scheduled()
    assert document_of(article)["title"] == "Hẹn giờ"
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(hours=2, seconds=1))
    publish_scheduled()
    assert state_of(article) == "expired"


def test_an_expired_page_that_is_published_again_is_delivered_again(stream):
    article = add_article(stream)
    article.unpublish(set_expired=True)
    assert state_of(article) == "expired"
    publish(fresh(article))
    assert state_of(article) == "live"


def test_a_language_that_is_removed_takes_its_documents_along(site, article, translation, english_locale):
    translation.save_target(publish=True)
    page = english(article)
    fresh(site.home_en).delete()
    english_locale.delete()
    assert state_of(page) == "deleted"
    assert languages_of(article) == []


def test_a_page_that_takes_another_identity_withdraws_the_old_one(article):

    old = article.translation_key
    article = fresh(article)
    article.translation_key = uuid4()
    article.save()
    rows = DeliveredItem.objects.filter(type=article._meta.label)
    assert rows.get(uuid=old).reason == "deleted"
    assert rows.get(uuid=article.translation_key).is_live


def test_a_private_collection_withdraws_its_pictures_at_once(stream):
    image = make_image()
    add_article(stream, cover=image, cover_alt_text="Một bức tranh")
    restriction = CollectionViewRestriction.objects.create(
        collection=image.collection, restriction_type=CollectionViewRestriction.LOGIN
    )
    assert state_of(image) == "restricted"
    restriction.delete()
    assert state_of(image) == "live"


def test_a_collection_moved_below_a_private_one_takes_its_files_with_it(stream):
    root = Collection.get_first_root_node()
    private, other = root.add_child(name="Nội bộ"), Collection.objects.get(pk=root.pk).add_child(name="Ảnh chung")
    CollectionViewRestriction.objects.create(collection=private, restriction_type=CollectionViewRestriction.LOGIN)
    image = make_image()
    image.collection = other
    image.save()
    article = add_article(stream, cover=image, cover_alt_text="Một bức tranh")
    assert state_of(image) == "live"
    fresh(other).move(fresh(private), pos="sorted-child")
    assert state_of(image) == "restricted"
    fresh(other).move(fresh(root), pos="sorted-child")
    assert (state_of(image), state_of(article)) == ("live", "live")


def test_a_picture_that_only_partners_may_see_is_not_public(stream):
    image = make_image()
    article = add_article(stream, cover=image, cover_alt_text="Một bức tranh", syndication="partners")
    assert row_of(image).audience == "partners"
    other = add_article(stream, cover=image, cover_alt_text="Một bức tranh")
    assert row_of(image).audience == "public"
    other.unpublish()
    assert row_of(image).audience == "partners"
    article = fresh(article)
    article.syndication = ""
    publish(article)
    assert row_of(image).audience == "public"


def test_a_deleted_picture_leaves_the_documents_that_showed_it(stream):
    image = make_image()
    article = add_article(stream, cover=image, cover_alt_text="Một bức tranh")
    fresh(image).delete()
    assert state_of(image) == "deleted"
    assert document_of(article)["cover"] is None


def test_a_credit_is_told_wherever_the_picture_is_shown(stream):
    image = make_image()
    article = add_article(stream, cover=image, cover_alt_text="Một bức tranh")
    image.credit = "Ảnh: Công đoàn"
    image.save()
    assert document_of(article)["cover"]["credit"] == document_of(image)["credit"] == "Ảnh: Công đoàn"


def test_a_deleted_category_leaves_the_documents_that_named_it(stream):
    category = make_category()
    article = add_article(stream, category=category)
    category.delete()
    assert document_of(article)["category"] is None


def test_an_unpublished_snippet_is_withdrawn(site, english_locale):
    link = Link(name="Tổng Liên đoàn", url="https://example.org/", locale=site.home.locale)
    link.save()
    link.save_revision().publish()
    assert state_of(link) == "live"
    link.unpublish()
    assert state_of(link) == "unpublished"


def test_a_picture_put_into_a_private_collection_by_a_bulk_action_is_withdrawn(admin_client, stream):
    image = make_image()
    add_article(stream, cover=image, cover_alt_text="Một bức tranh")
    private = Collection.get_first_root_node().add_child(name="Nội bộ")
    CollectionViewRestriction.objects.create(collection=private, restriction_type=CollectionViewRestriction.LOGIN)
    address = reverse("wagtail_bulk_action", args=["media", "customimage", "add_to_collection"])
    admin_client.post(f"{address}?id={image.pk}", {"collection": private.pk})
    assert fresh(image).collection == private
    assert state_of(image) == "restricted"
