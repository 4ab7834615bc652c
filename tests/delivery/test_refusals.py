"""Where the store cannot be written, every door of the admin says so, nothing changes for readers, the draft stays."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.actions.move_page import MovePageAction
from wagtail.models import GroupApprovalTask, Locale, Workflow, WorkflowPage, WorkflowTask
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield
from wagtail.users.models import UserProfile
from wagtail_localize.models import Translation, TranslationSource

from articles.models import ArticlePage, Category
from cms.delivery import writer
from tests.delivery.rows import document_of, fresh, state_of
from tests.factories import add_article, add_stream, make_category

SORRY = "Nothing has been published or taken down"


@pytest.fixture
def article(site):
    return add_article(add_stream(site.home), title="Bản cũ")


@pytest.fixture
def editor(admin_client, admin_user):
    profile = UserProfile.get_for_user(admin_user)
    profile.preferred_language = "en"
    profile.save()
    return admin_client


@pytest.fixture
def break_store(monkeypatch):
    def refuse(rows):
        if rows:
            raise OSError("no room on the disk")

    return lambda: monkeypatch.setattr(writer, "save_rows", refuse)


@pytest.fixture
def broken_store(article, break_store):
    break_store()


def article_form(**fields):
    return nested_form_data(
        {
            **{"title": "Bản mới", "slug": "bai-moi", "lead": "Một câu mở đầu.", "cover": "", "cover_alt_text": ""},
            **{"body": streamfield([]), "display_date": "2026-06-26 08:05", "related_pages": inline_formset([])},
            **{"seo_title": "", "search_description": "", "comments": inline_formset([])},
            **{"syndication": "", "licence": "", "attribution": "", "canonical_source_url": ""},
            **{"action-publish": "1"},
            **fields,
        }
    )


def assert_explained(response, to=None):
    assert response.status_code == 302
    shown = response.client.get(reverse("wagtailadmin_home")).context["messages"]
    assert [SORRY in str(message) for message in shown] == [True]
    if to is not None:
        assert response.headers["Location"] == to


def test_publishing_a_page_keeps_the_draft(editor, article, broken_store):
    address = reverse("wagtailadmin_pages:edit", args=[article.pk])
    response = editor.post(address, article_form(), headers={"Referer": f"http://testserver{address}"})
    assert_explained(response, to=address)
    article = fresh(article)
    assert (article.title, article.get_latest_revision_as_object().title) == ("Bản cũ", "Bản mới")
    assert document_of(article)["title"] == "Bản cũ"
    assert 'value="Bản mới"' in editor.get(address).content.decode()


def test_publishing_a_new_page_keeps_it_as_a_draft(editor, article, broken_store):
    parent = article.get_parent()
    response = editor.post(
        reverse("wagtailadmin_pages:add", args=["articles", "articlepage", parent.pk]), article_form()
    )
    assert_explained(response, to=reverse("wagtailadmin_explore", args=[parent.pk]))
    assert not ArticlePage.objects.get(slug="bai-moi").live


@pytest.mark.parametrize("name", ["unpublish", "delete"])
def test_withdrawing_from_the_explorer(editor, article, broken_store, name):
    address = reverse(f"wagtailadmin_pages:{name}", args=[article.pk])
    assert_explained(editor.post(address), to=address)
    assert fresh(article).live
    assert state_of(article) == "live"


def test_moving(editor, site, article, break_store):
    place = add_stream(site.home, title="Nơi khác")
    break_store()
    assert_explained(editor.post(reverse("wagtailadmin_pages:move_confirm", args=[article.pk, place.pk])))
    assert fresh(article).get_parent().pk != place.pk


def test_an_address_that_was_taken_after_the_form_was_checked_is_told(editor, article, monkeypatch):
    def taken(*_arguments):
        raise ValidationError({"slug": "The slug is already in use."})

    place = add_stream(article.get_parent().get_parent(), title="Phong trào")
    monkeypatch.setattr(MovePageAction, "_move_page", taken)
    response = editor.post(reverse("wagtailadmin_pages:move_confirm", args=[article.pk, place.pk]))
    assert response.status_code == 302
    shown = response.client.get(reverse("wagtailadmin_home")).context["messages"]
    assert [str(message) for message in shown] == ["The slug is already in use."]


@pytest.mark.parametrize("name", ["publish", "unpublish", "delete"])
def test_bulk_actions(editor, article, broken_store, name):
    article.title = "Bản mới"
    article.save_revision()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", name])
    assert_explained(editor.post(f"{address}?id={article.pk}"))
    assert fresh(article).title == "Bản cũ"
    assert fresh(article).get_latest_revision_as_object().title == "Bản mới"
    assert state_of(article) == "live"


def test_a_snippet_keeps_its_draft(editor, article, break_store):
    category = make_category("Tổ chức")
    article.category = category
    article.save_revision().publish()
    break_store()
    address = reverse("wagtailsnippets_articles_category:edit", args=[category.pk])
    assert_explained(editor.post(address, {"name": "Tên mới", "action-publish": "1"}))
    category = Category.objects.get(pk=category.pk)
    assert category.name == "Tổ chức"
    assert category.get_latest_revision_as_object().name == "Tên mới"


def test_the_translation_editor(editor, article, broken_store):
    english = Locale.objects.get(language_code="en")
    source, _created = TranslationSource.update_or_create_from_instance(article)
    translation = Translation.objects.create(source=source, target_locale=english)
    translation.save_target(publish=False)
    target = article.get_translation(english)
    address = reverse("wagtailadmin_pages:edit", args=[target.pk])
    assert_explained(editor.post(address, {"action": "publish"}))
    assert fresh(target).is_untranslated
    assert state_of(target) == "never"


def test_approving_in_a_workflow_leaves_it_waiting(editor, admin_user, article, break_store):
    task = GroupApprovalTask.objects.create(name="Duyệt")
    task.groups.add(Group.objects.get_or_create(name="Moderators")[0])
    workflow = Workflow.objects.create(name="Duyệt bài")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=article.get_parent())
    article.title = "Bản mới"
    article.save_revision()
    state = workflow.start(article, admin_user)
    break_store()
    address = reverse("wagtailadmin_pages:workflow_action", args=[article.pk, "approve", state.current_task_state.pk])
    assert_explained(editor.post(address))
    answer = editor.post(address, headers={"X-Requested-With": "XMLHttpRequest"})
    assert answer.json()["step"] == "success"
    state.refresh_from_db()
    assert state.status == "in_progress"
    assert fresh(article).title == "Bản cũ"


def test_an_address_of_another_site_is_no_way_back(editor, article, broken_store):
    address = reverse("wagtailadmin_pages:unpublish", args=[article.pk])
    response = editor.post(address, headers={"Referer": "https://evil.example/"})
    assert response.headers["Location"] == address
