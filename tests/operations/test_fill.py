"""Volume content is bilingual, complete, the same for the same seed, and never doubled."""

import json

import pytest
from django.core.management import call_command
from wagtail.models import Page, ReferenceIndex, Site

from articles.models import ArticlePage, LawDocumentPage
from cms.delivery.models import DeliveredItem
from cms.operations.fill import ground
from cms.operations.fill.filling import fill, fill_law
from cms.operations.fill.prose import PARTS, Prose
from cms.operations.reconciling import reconcile
from home.models import HomePage


@pytest.fixture
def filled(site, monkeypatch):
    monkeypatch.setattr(ground, "PICTURES", 2)
    monkeypatch.setattr(ground, "PICTURE_SIZE", (320, 200))
    fill(3, 7, lambda *args: None)
    return ArticlePage.objects.order_by("path")


def test_articles_stand_in_both_trees_with_a_common_identity(filled):
    by_language = {}
    for article in filled:
        by_language.setdefault(article.locale.language_code, []).append(article.translation_key)
    assert len(by_language["vi"]) == 3
    assert by_language["vi"] == by_language["en"]


def test_the_tree_is_whole(filled):
    assert Page.find_problems() == ([], [], [], [], [])


def test_articles_are_what_an_editor_would_have_published(filled):
    for article in filled:
        assert article.live
        assert article.live_revision_id == article.latest_revision_id is not None
        assert not article.is_untranslated
        assert article.get_latest_revision_as_object().title == article.title
        article.full_clean()


def test_their_pictures_know_who_shows_them(filled):
    article = filled.first()
    references = ReferenceIndex.get_references_to(article.cover).values_list("object_id", flat=True)
    assert str(article.pk) in references


def test_everything_is_delivered(filled):
    rows = DeliveredItem.objects.live()
    assert rows.filter(type="articles.ArticlePage").count() == 6
    document = json.loads(rows.filter(type="articles.ArticlePage", locale="en").first().document)
    assert [item["locale"] for item in document["meta"]["translations"]] == ["vi"]
    assert document["cover"]
    assert document["body"]
    assert rows.filter(type="media.CustomImage").count() == 2


def test_nothing_is_left_to_reconcile(filled):
    fill(4, 7, lambda *args: None)
    fill_law(1, 7, lambda *args: None)
    assert [fault for stretch in reconcile(repair=False) for fault in stretch.faults] == []


def test_they_answer_as_pages(filled, client):
    for article in filled:
        assert client.get(article.url).status_code == 200


def test_they_can_be_edited_and_followed_by_another(filled):
    article = filled.first()
    article.title = "Sửa lại"
    article.save_revision().publish()
    parent = article.get_parent()
    parent.add_child(instance=ArticlePage(title="Sau cùng", lead="Một câu.", locale=article.locale))
    assert Page.find_problems() == ([], [], [], [], [])


def test_they_can_be_withdrawn_and_published_again(filled):
    article = filled.first()
    article.unpublish()
    article.get_latest_revision().publish()
    assert ArticlePage.objects.get(pk=article.pk).live


def test_a_second_fill_adds_only_what_is_missing(filled, capsys):
    titles = list(filled.values_list("title", flat=True))
    call_command("fill", articles=3, seed=7)
    assert list(ArticlePage.objects.order_by("path").values_list("title", flat=True)) == titles
    call_command("fill", articles=4, seed=7)
    assert ArticlePage.objects.count() == 8
    assert "1 articles added in each language, 4 there" in capsys.readouterr().out


def test_the_same_seed_says_the_same_and_another_does_not():
    assert Prose("vi", "1/1").paragraph(5) == Prose("vi", "1/1").paragraph(5)
    assert Prose("vi", "1/1").paragraph(5) != Prose("vi", "2/1").paragraph(5)


def test_both_languages_have_as_many_parts():
    assert {name: len(parts) for name, parts in PARTS["vi"].items()} == {
        name: len(parts) for name, parts in PARTS["en"].items()
    }


def test_law_documents_are_complete_in_both_languages_and_never_doubled(site):
    assert fill_law(2, 7, lambda *args: None) == 2
    assert fill_law(2, 7, lambda *args: None) == 0
    documents = LawDocumentPage.objects.order_by("path")
    assert [page.locale.language_code for page in documents] == ["vi", "vi", "en", "en"]
    for document in documents:
        assert document.number_system
        assert [row.as_period for row in document.status_periods.all()] == document.reckon_periods()
        assert [term.name for term in document.issuer_terms]
    rows = DeliveredItem.objects.live().filter(type="articles.LawDocumentPage")
    assert rows.count() == 4
    assert Page.find_problems() == ([], [], [], [], [])


def test_where_nothing_but_wagtails_welcome_stands_the_site_keeps_its_address(site):
    welcome = Page.get_first_root_node().add_child(instance=Page(title="Welcome", slug="welcome"))
    Site.objects.update(root_page=welcome, hostname="www.example.vn")
    for page in Page.objects.filter(depth=2).exclude(pk=welcome.pk):
        page.specific.delete()
    fill_law(1, 7, lambda *args: None)
    (there,) = Site.objects.all()
    assert there.hostname == "www.example.vn"
    assert there.root_page.specific_class is HomePage
    assert not Page.objects.filter(pk=welcome.pk).exists()
