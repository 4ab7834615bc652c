"""What is published reaches the store with its transaction, once, and not at all if it cannot."""

import json

import pytest
from django.db import transaction

from cms.delivery import store, writer
from cms.delivery.databases.before_commit import UnitOfWorkError
from cms.delivery.models import DeliveredItem, DeliverySequence
from tests.factories import add_article, add_stream, make_category, make_image, publish, translate


def row_of(page):
    return DeliveredItem.objects.get(type=page._meta.label, object_id=page.pk)


@pytest.fixture
def stream(site):
    return add_stream(site.home)


def test_publishing_writes_one_numbered_row(stream):
    before = DeliverySequence.current().value
    article = add_article(stream, title="Đối thoại tại nơi làm việc")
    row = row_of(article)
    assert row.is_live
    assert row.sequence == DeliverySequence.current().value == before + 1
    document = json.loads(row.document)
    assert document["title"] == "Đối thoại tại nơi làm việc"
    assert document["meta"]["locale"] == "vi"


def test_saving_a_draft_changes_nothing(stream):
    article = add_article(stream)
    before = row_of(article)
    article.title = "Bản nháp"
    article.save_revision()
    after = row_of(article)
    assert (after.sequence, after.digest) == (before.sequence, before.digest)


def test_publishing_the_same_again_takes_no_number(stream):
    article = add_article(stream)
    image_free = DeliverySequence.current().value
    store.rebuild({(article._meta.label, article.pk)})
    assert DeliverySequence.current().value == image_free


def test_unpublishing_leaves_a_tombstone(stream):
    article = add_article(stream)
    article.unpublish()
    row = row_of(article)
    assert (row.is_live, row.reason, row.document) == (False, "unpublished", "")


def test_deleting_a_subtree_buries_every_item_in_it(stream):
    article = add_article(stream)
    type(stream).objects.get(pk=stream.pk).delete()
    assert set(
        DeliveredItem.objects.filter(object_id__in=[article.pk, stream.pk]).values_list("is_live", "reason")
    ) == {(False, "deleted")}


def test_a_picture_is_delivered_only_while_something_shows_it(stream):
    image = make_image()
    assert not DeliveredItem.objects.filter(type="media.CustomImage").exists()
    article = add_article(stream, cover=image, cover_alt_text="Một bức tranh")
    assert row_of(image).is_live
    article.unpublish()
    assert not row_of(image).is_live


def test_a_picture_goes_with_the_page_that_showed_it(stream):
    from wagtail.models import PageViewRestriction

    image = make_image()
    article = add_article(stream, cover=image, cover_alt_text="Một bức tranh")
    restriction = PageViewRestriction.objects.create(page=stream, restriction_type=PageViewRestriction.LOGIN)
    assert not row_of(image).is_live
    restriction.delete()
    assert row_of(image).is_live
    article.delete()
    assert row_of(image).reason == "withdrawn"


def test_renaming_a_category_changes_its_articles(stream):
    category = make_category("Tổ chức")
    article = add_article(stream, category=category)
    before = row_of(article).sequence
    category.name = "Xây dựng tổ chức"
    category.save_revision().publish()
    row = row_of(article)
    assert row.sequence > before
    assert json.loads(row.document)["category"]["name"] == "Xây dựng tổ chức"


def test_a_translation_appears_in_both_documents(site, stream):
    article = add_article(stream)
    stream_en = translate(stream, site.home_en, title="News", slug="news")
    english = translate(article, stream_en, title="An article", slug="an-article")
    assert [item["locale"] for item in json.loads(row_of(article).document)["meta"]["translations"]] == ["en"]
    assert [item["locale"] for item in json.loads(row_of(english).document)["meta"]["translations"]] == ["vi"]


def test_a_publish_whose_row_cannot_be_written_fails_whole_and_keeps_the_draft(stream, monkeypatch):
    article = add_article(stream, title="Bản cũ")
    article.title = "Bản mới"
    revision = article.save_revision()

    def broken(*args):
        raise RuntimeError("no room on the disk")

    monkeypatch.setattr(writer, "serialise", broken)
    with pytest.raises(UnitOfWorkError, match="no room"):
        revision.publish()
    article = type(article).objects.get(pk=article.pk)
    assert article.title == "Bản cũ"
    assert article.get_latest_revision_as_object().title == "Bản mới"
    assert json.loads(row_of(article).document)["title"] == "Bản cũ"


def test_a_rolled_back_transaction_writes_nothing(stream):
    article = add_article(stream)
    before = DeliverySequence.current().value
    with pytest.raises(ValueError, match="changed my mind"), transaction.atomic():
        article.title = "Khác"
        publish(article)
        raise ValueError("changed my mind")
    assert DeliverySequence.current().value == before


def test_several_changes_in_one_transaction_take_one_number_an_item(stream):
    article = add_article(stream)
    before = DeliverySequence.current().value
    with transaction.atomic():
        for title in ("Một", "Hai", "Ba"):
            article.title = title
            publish(article)
    assert DeliverySequence.current().value == before + 1


def test_moving_changes_the_addresses_below(site, stream):
    other = add_stream(site.home, title="Chuyên mục khác")
    article = add_article(stream)
    article.move(other, pos="last-child")
    assert "/chuyen-muc-khac/" in json.loads(row_of(article).document)["meta"]["html_url"]


def test_a_restriction_on_the_section_withdraws_what_is_in_it(stream):
    from wagtail.models import PageViewRestriction

    article = add_article(stream)
    restriction = PageViewRestriction.objects.create(page=stream, restriction_type=PageViewRestriction.LOGIN)
    assert row_of(article).reason == "restricted"
    restriction.delete()
    assert row_of(article).is_live
