"""The index follows what is published, in the same transaction: nothing private is ever found."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from wagtail.models import PageViewRestriction

from cms.delivery.models import DeliveredItem
from cms.operations.reconciling import reconcile
from cms.search.engine import Search
from cms.search.models import SearchEntry
from tests.factories import add_article, add_stream, publish


@pytest.fixture
def stream(site):
    return add_stream(site.home, title="Tin hoạt động")


def found(text, language="vi"):
    return [entry.title for entry in Search(text, language).page(0, 20)]


def test_what_is_published_is_found_and_what_is_withdrawn_is_not(stream):
    article = add_article(stream, title="Thỏa ước lao động tập thể")
    assert found("thoa uoc") == ["Thỏa ước lao động tập thể"]
    article.unpublish()
    assert found("thoa uoc") == []


def test_a_changed_text_is_found_by_its_new_words_alone(stream):
    article = add_article(stream, title="Ngày hội", lead="Đường chạy quanh vịnh.")
    article.lead = "Bếp ăn tập thể."
    publish(article)
    assert found("bếp ăn") == ["Ngày hội"]
    assert found("đường chạy") == []


def test_a_draft_is_not_found(stream):
    article = add_article(stream, title="Bản đã đăng")
    article.title = "Dự thảo mật"
    article.save_revision()
    assert found("dự thảo") == []


def test_a_restricted_section_takes_everything_below_it_along(stream):
    add_article(stream, title="Sổ quỹ nội bộ")
    PageViewRestriction.objects.create(page=stream, restriction_type=PageViewRestriction.LOGIN)
    assert found("sổ quỹ") == []


def test_a_deleted_page_leaves_nothing_behind(stream):
    article = add_article(stream, title="Sổ quỹ nội bộ")
    article.delete()
    assert not SearchEntry.objects.filter(title="Sổ quỹ nội bộ").exists()


def test_what_only_this_website_shows_is_found_here_and_by_no_one_else(stream):
    add_article(stream, title="Chỉ đăng ở đây", syndication="none")
    assert found("chỉ đăng") == ["Chỉ đăng ở đây"]
    assert SearchEntry.objects.get(title="Chỉ đăng ở đây").syndication == "none"


def test_a_publication_that_fails_leaves_the_index_as_it_was(stream):
    with pytest.raises(RuntimeError), transaction.atomic():
        add_article(stream, title="Không thành")
        raise RuntimeError
    assert found("không thành") == []


def faults(*, repair=False):
    said = [fault for stretch in reconcile(repair=repair) for fault in stretch.faults if stretch.what != "digests"]
    return sorted(fault.partition(": ")[2] for fault in said)


def test_reconciling_finds_and_repairs_what_is_wrong(stream):
    add_article(stream, title="Bài còn thiếu")
    gone = add_article(stream, title="Bài thừa")
    SearchEntry.objects.filter(title="Bài còn thiếu").delete()
    entry = SearchEntry.objects.get(title="Bài thừa")
    gone.unpublish()
    for object_id in (gone.pk, 987_654):
        entry.pk, entry.object_id = None, object_id
        entry.save()
    wrong = ["is found and should not be", "is gone and still found", "is not found as it should be"]
    assert faults(repair=False) == wrong
    assert faults(repair=True) == wrong
    assert (found("còn thiếu"), found("bài thừa")) == (["Bài còn thiếu"], [])
    assert faults() == []


def test_what_the_worker_is_about_to_write_is_not_wrong_yet(stream):
    add_article(stream, title="Bài còn thiếu")
    SearchEntry.objects.filter(title="Bài còn thiếu").update(digest="")
    entry = SearchEntry.objects.get(title="Bài còn thiếu")
    rows = DeliveredItem.objects.filter(type=entry.type, object_id=entry.object_id)
    rows.update(due_at=timezone.now() - timedelta(minutes=1))
    assert faults() == []
    rows.update(due_at=timezone.now() - timedelta(hours=2))
    assert len(faults()) == 1


def test_other_rules_of_what_a_word_is_make_every_entry_another(stream, monkeypatch):
    add_article(stream, title="Thỏa ước")
    SearchEntry.objects.filter(title="Thỏa ước").update(words="")
    assert faults() == []
    monkeypatch.setattr("cms.search.entries._rules", lambda: "others")
    assert "is not found as it should be" in faults(repair=True)
    assert SearchEntry.objects.get(title="Thỏa ước").words != ""
