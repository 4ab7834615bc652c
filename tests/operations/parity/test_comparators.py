"""Each comparator names exactly the fault that was planted for it: the item, the doors and both values."""

import json
from dataclasses import replace

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from wagtail.models import Locale, PageViewRestriction

from articles.models import ArticlePage
from cms.caching.layer import ResponseCache
from cms.caching.memory import Memory
from cms.delivery.models import DeliveredItem
from cms.operations.parity.asking import InProcess
from cms.wsgi import django_application
from tests.caching.site import Watch
from tests.delivery.rows import fresh, row_of
from tests.factories import add_article, make_image, publish
from tests.operations.parity.conftest import ORIGIN

ARTICLE, LAW, IMAGE = "articles.ArticlePage", "articles.LawDocumentPage", "media.CustomImage"
BODY = [{"type": "paragraph", "value": "<p>Ca ba có đèn sáng.</p>"}]
LINK = [{"type": "paragraph", "value": '<p>Xem <a href="/khong-co-gi/">trang này</a>.</p>'}]


@pytest.fixture
def article(site):
    return fresh(site.items["articles"]["vi"])


def alter(item, **values):
    """Change the item's row behind everybody's back, in the document and in the list alike."""
    row = row_of(item)
    for name in ("document", "listing"):
        told = json.loads(getattr(row, name))
        told |= {key: value for key, value in values.items() if key in told}
        setattr(row, name, json.dumps(told, ensure_ascii=False))
    row.save()


def assert_only(differences, item, what, *doors):
    """All that differs is of this item; one difference is `what`, told of these doors."""
    assert differences
    assert {difference.item.split(" (")[0] for difference in differences} == {f"{item._meta.label} {item.pk}"}
    told = [tuple(door for door, _value in difference.said) for difference in differences if difference.what == what]
    assert doors in told, differences


def test_all_doors_say_the_same_and_nothing_hidden_shows(site, compare):
    assert [str(difference) for difference in compare()] == []


def test_a_title_in_the_store(compare, article):
    alter(article, title="Tên khác hẳn")
    differences = compare(ARTICLE)
    assert_only(differences, article, "title", "HTML", "API")
    assert ("API", "Tên khác hẳn") in {said for difference in differences for said in difference.said}


def test_a_sentence_of_the_body_in_the_store(compare, article):
    alter(article, body=[{"id": "1", "type": "paragraph", "value": {"html": "<p>Không ai viết câu này.</p>"}}])
    (difference,) = compare(ARTICLE)
    assert_only([difference], article, "text of body", "HTML", "API")
    assert str(difference).endswith("HTML says “”; API says “Không ai viết câu này.”")


def test_a_page_that_the_cache_keeps_too_long(compare, article):
    application = ResponseCache(django_application, Watch(), memory=Memory(1_000_000))
    asker = InProcess(application, ORIGIN)
    assert asker.get(article.url).is_ok
    article.body = BODY
    publish(article)
    assert_only(compare(ARTICLE, asker=asker), article, "text of body", "HTML", "API")


def test_the_words_of_a_picture(compare, article):
    cover = json.loads(row_of(article).document)["cover"]
    alter(article, cover={**cover, "alt": "Một bức tranh khác"})
    (difference,) = compare(ARTICLE)
    assert difference.said == (("HTML", "Bình minh trên vịnh"), ("API", "Một bức tranh khác"))


@pytest.mark.trial
def test_an_address_that_nothing_answers(compare, article):
    article.body = LINK
    publish(article)
    (difference,) = compare(ARTICLE)
    assert difference.said == (("HTML", "/khong-co-gi/"), ("that address", "404"))


@pytest.mark.trial
def test_a_date(compare, article):
    alter(article, date="2020-02-02T08:00:00+07:00")
    assert_only(compare(ARTICLE), article, "date", "HTML", "API")


@pytest.mark.trial
def test_a_translations_address(compare, article):
    meta = json.loads(row_of(article).document)["meta"]
    (other,) = meta["translations"]
    alter(article, meta={**meta, "translations": [{**other, "html_url": f"{ORIGIN}/en/"}]})
    # The page names what the document names; the one named says otherwise, and so does the one that should be.
    differences = compare(ARTICLE)
    told = {(difference.item.split(" (")[0], difference.what) for difference in differences}
    translation = article.get_translation(Locale.objects.get(language_code="en"))
    assert told == {(f"articles.ArticlePage {page.pk}", "hreflang") for page in (article, translation)}


@pytest.mark.trial
def test_a_status_of_the_law(site, compare):
    law = fresh(site.items["law-documents"]["vi"])
    status = json.loads(row_of(law).document)["status"]
    alter(law, status={**status, "code": "suspended"})
    (difference,) = compare(LAW)
    assert difference.said == (("database", "in_force"), ("API", "suspended"), ("HTML", "in_force"))


def test_a_published_item_whose_row_is_gone(compare, article):
    row_of(article).delete()
    differences = [item for item in compare(ARTICLE, is_fast=True) if f" {article.pk} " in item.item]
    assert {difference.said[1] for difference in differences} == {
        ("API", "404"),
        ("API list", "has it not"),
        ("change feed", "nothing"),
    }


@pytest.mark.trial
def test_a_private_page_whose_row_is_live(compare, site):
    article = add_article(site.stream, title="Chuyện riêng của tổ")
    kept = row_of(article)
    PageViewRestriction.objects.create(page=article, restriction_type=PageViewRestriction.LOGIN)
    assert compare(ARTICLE) == []
    tombstone = row_of(article)
    kept.pk, kept.sequence = tombstone.pk, tombstone.sequence
    kept.save()
    differences = compare(ARTICLE)
    assert_only(differences, article, "private", "database", "detail of pages")
    assert_only(differences, article, "presence", "database", "change feed")


@pytest.mark.trial
def test_a_tombstone_that_lives_again(compare, site):
    article = add_article(site.stream, title="Bài đã gỡ xuống")
    kept = row_of(article)
    article.unpublish()
    DeliveredItem.objects.filter(pk=kept.pk).update(is_live=True, document=kept.document, listing=kept.listing)
    assert_only(compare(ARTICLE), article, "presence", "database", "API")


def test_an_item_that_is_deleted_and_still_told_of(compare, site):
    article = add_article(site.stream, title="Bài đã xóa")
    row = row_of(article)
    ArticlePage.objects.get(pk=article.pk).delete()
    DeliveredItem.objects.filter(pk=row.pk).update(is_live=True, document=row.document, listing=row.listing)
    (difference,) = compare(ARTICLE)
    assert str(difference) == f"{ARTICLE} {article.pk}: presence: database says “deleted”; change feed says “upsert”"


@pytest.mark.trial
def test_a_sentence_of_a_draft(compare, article):
    article.lead = "Một câu chưa ai được đọc."
    article.save_revision()
    alter(article, lead=article.lead)
    differences = compare(ARTICLE)
    assert_only(differences, article, "draft", "database", "API")


def test_a_withdrawn_picture_whose_files_are_there_and_a_new_one_whose_files_may_be(compare, article):
    image = make_image("Tranh không ai dùng nữa")
    name = default_storage.save("images/aa/con-lai.jpeg", ContentFile(b"x"))
    type(image).objects.filter(pk=image.pk).update(ready_renditions={"wide": [[640, 360, {"jpeg": name}]]})
    assert compare(IMAGE) == []
    publish(add_article(article.get_parent(), cover=image, cover_is_decorative=True)).unpublish()
    (difference,) = compare(IMAGE)
    assert difference.what == "withdrawn picture"
    default_storage.delete(name)


class Altering(InProcess):
    """A door that says one word otherwise."""

    def __init__(self, prefix, old, new):
        super().__init__(django_application, ORIGIN)
        self.prefix, self.old, self.new = prefix, old.encode(), new.encode()

    def ask(self, path, query):
        answer = super().ask(path, query)
        if f"{path}?{query}".startswith(self.prefix):
            answer = replace(answer, body=answer.body.replace(self.old, self.new))
        return answer


@pytest.mark.trial
def test_a_change_feed_that_says_otherwise_than_the_detail(compare, article):
    asker = Altering("/api/v2/changes/", f'"title":"{article.title}","summary"', '"title":"Khác","summary"')
    (difference,) = compare(ARTICLE, asker=asker)
    assert difference.said == (("change feed", "Khác"), ("API", article.title))


@pytest.mark.trial
def test_a_list_that_says_otherwise_than_the_detail(compare, article):
    asker = Altering(f"/api/v2/articles/?id={article.pk}", f'"title":"{article.title}","', '"title":"Khác","')
    (difference,) = compare(ARTICLE, asker=asker)
    assert difference.said == (("API list", "Khác"), ("API", article.title))


def test_a_page_in_another_language_than_its_document(compare, article):
    asker = Altering(article.url, '<html lang="vi"', '<html lang="en"')
    (difference,) = compare(ARTICLE, asker=asker)
    assert difference.said == (("HTML", "en"), ("API", "vi"))
