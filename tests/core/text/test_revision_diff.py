"""Revisions are compared word by word, and no accent leaves its letter."""

import unicodedata

import pytest
from django.urls import reverse
from wagtail.admin.compare import diff_text

from tests.factories import add_article, add_stream


def html(before, after):
    return diff_text(before, after).to_html().replace(' class="addition"', "+").replace(' class="deletion"', "-")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Hội nghị ở Hạ Long", "Hội nghị tại Hạ Long", "Hội nghị <span->ở</span><span+>tại</span> Hạ Long"),
        ("họp tại Hạ Long", "họp tại Móng Cái", "họp tại <span->Hạ Long</span><span+>Móng Cái</span>"),
        ("có 12.675 người", "có 12.765 người", "có <span->12.675</span><span+>12.765</span> người"),
        ("công đoàn", "cộng đoàn", "<span->công</span><span+>cộng</span> đoàn"),
        ("đã họp", "đã họp.", "đã họp<span+>.</span>"),
        (None, "<b>", "<span+>&lt;b&gt;</span>"),
        ("đủ", None, "<span->đủ</span>"),
    ],
)
def test_it_says_which_words_have_changed(before, after, expected):
    assert html(before, after) == expected
    if before and after:
        # What is the same in both ways of writing an accent has not changed.
        assert html(unicodedata.normalize("NFD", before), after) == expected


def test_the_page_that_compares_revisions_does_so(admin_client, site):
    article = add_article(add_stream(site.home), title="Công đoàn cơ sở")
    first = article.latest_revision
    first.content["title"] = unicodedata.normalize("NFD", "Công đoàn cơ sở họp")
    first.save()
    article.title = "Công đoàn cơ sở đã họp"
    article.save_revision()
    address = reverse("wagtailadmin_pages:revisions_compare", args=[article.pk, first.pk, "latest"])
    page = admin_client.get(address).content.decode()
    assert 'Công đoàn cơ sở <span class="addition">đã </span>họp' in page
