"""From author over editor to leader: a page, a snippet and a translation go the same way."""

from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale, Workflow
from wagtail.test.utils.form_data import querydict_from_html
from wagtail.users.models import UserProfile
from wagtail_localize.models import Translation, TranslationSource

from articles.models import ArticlePage, Category
from cms.users.models import User
from cms.users.roles.keeping import group_of, keep_roles
from tests.factories import add_article, add_stream
from tests.moderation.conftest import act, step_of


def colleague(role: str, name: str):
    user = User.objects.create_user(name, email=f"{name}@example.org")
    user.groups.add(group_of(role))
    return user


def test_an_article_is_sent_back_corrected_looked_at_and_approved_by_other_eyes(client, article, people):
    other_editor, other_leader = colleague("editor", "bien-tap-2"), colleague("publisher", "lanh-dao-2")
    UserProfile.objects.update_or_create(user=other_editor, defaults={"preferred_language": "en"})
    UserProfile.objects.update_or_create(user=people["author"], defaults={"preferred_language": "en"})
    article.get_workflow().start(article, people["author"])
    subjects = {message.to[0].split("@")[0]: message.subject for message in mail.outbox}
    assert subjects.keys() == {"editor", "bien-tap-2"}
    assert "submitted" in subjects["bien-tap-2"] and "submitted" not in subjects["editor"]

    act(client, people["author"], article, "approve")
    assert step_of(article) == "editor"
    act(client, people["editor"], article, "reject")
    assert step_of(article) == "editor"
    act(client, people["editor"], article, "reject", "Thiếu nguồn của con số")
    assert step_of(article) is None
    assert [message.to[0].split("@")[0] for message in mail.outbox[2:]] == ["author"]
    assert "Thiếu nguồn của con số" in mail.outbox[-1].body and "rejected" in mail.outbox[-1].subject
    client.force_login(people["author"])
    assert "Thiếu nguồn của con số" in client.get(reverse("wagtailadmin_home")).content.decode()

    article.save_revision(user=people["author"])
    type(article).objects.get(pk=article.pk).current_workflow_state.resume(people["author"])
    article.lead = "Một câu, có nguồn."
    article.save_revision(user=people["editor"])
    act(client, people["editor"], article, "approve")
    assert step_of(article) == "editor"
    act(client, other_editor, article, "approve")
    assert step_of(article) == "publisher"
    article.lead = "Một câu, có nguồn rõ."
    article.save_revision(user=people["publisher"])
    act(client, people["publisher"], article, "approve")
    assert not ArticlePage.objects.get(pk=article.pk).live
    act(client, other_leader, article, "approve")
    assert ArticlePage.objects.get(pk=article.pk).live


def test_a_snippet_goes_the_same_way(client, people):
    category = Category(name="Tổ chức", locale=Locale.objects.get(language_code="vi"), live=False)
    category.save()
    category.save_revision(user=people["legal_adviser"])
    category.get_workflow().start(category, people["legal_adviser"])
    act(client, people["editor"], category, "approve")
    act(client, people["publisher"], category, "approve")
    assert Category.objects.get(pk=category.pk).live


def test_a_translation_is_handed_in_from_its_editor_and_goes_the_same_way(client, site, people):
    article = add_article(add_stream(site.home), title="Lương tối thiểu", lead="Một câu.")
    source, _created = TranslationSource.update_or_create_from_instance(article)
    translation = Translation.objects.create(source=source, target_locale=Locale.objects.get(language_code="en"))
    translation.save_target(user=people["translator"], publish=False)
    target = translation.get_target_instance()
    edit, hand_in = (
        reverse("wagtailadmin_pages:edit", args=[target.pk]),
        reverse("translation_hand_in", args=[translation.pk]),
    )
    client.force_login(people["author"])
    client.post(hand_in)
    assert step_of(target) is None
    client.force_login(people["translator"])
    assert hand_in in client.get(edit).content.decode()
    assert client.get(hand_in).status_code == 200
    client.post(hand_in)
    assert step_of(target) == "editor"
    client.post(hand_in)
    assert type(target).objects.get(pk=target.pk).revisions.count() == 3
    client.force_login(people["publisher"])
    client.post(edit, {"action": "publish"})
    assert type(target).objects.get(pk=target.pk).is_untranslated
    act(client, people["editor"], target, "approve")
    act(client, people["publisher"], target, "approve")
    assert not type(target).objects.get(pk=target.pk).is_untranslated


def test_nobody_publishes_beside_the_workflow(client, article, people):
    article.get_workflow().start(article, people["author"])
    act(client, people["editor"], article, "approve")
    client.force_login(people["publisher"])
    address = reverse("wagtailadmin_pages:edit", args=[article.pk])
    page = client.get(address).content.decode()
    assert 'name="action-publish"' not in page
    data = querydict_from_html(page, form_id="page-edit-form")
    data.update({"action-publish": "yes", "body-count": "0"})
    assert client.post(address, data).status_code == 302
    assert not ArticlePage.objects.get(pk=article.pk).live
    assert step_of(article) == "publisher"


def test_what_was_made_of_the_workflow_stays(site):
    keep_roles()
    workflow = site.home.get_workflow()
    workflow.name = "Duyệt bài"
    workflow.save()
    keep_roles()
    assert site.home_en.get_workflow().name == "Duyệt bài"
    assert Workflow.objects.filter(active=True).count() == 1


def test_my_work_costs_the_same_for_one_text_and_for_five(client, site, article, people):
    def cost():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert "Đối thoại" in client.get(reverse("wagtailadmin_home")).content.decode()
        return len(queries)

    article.get_workflow().start(article, people["author"])
    client.force_login(people["editor"])
    client.get(reverse("wagtailadmin_home"))
    one = cost()
    for number in range(4):
        page = ArticlePage(
            title=f"Bài {number}", lead="Một câu.", live=False, locale=site.home.locale, owner=people["author"]
        )
        article.get_parent().add_child(instance=page)
        page.save_revision(user=people["author"])
        page.get_workflow().start(page, people["author"])
    assert cost() <= one + 1
