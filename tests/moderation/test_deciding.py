"""Who edited last is who wrote the text; whoever decides is told what came of it, and what refused it."""

import json

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale
from wagtail.test.utils.form_data import querydict_from_html
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from cms.moderation.last_editor import find_last_editors, is_last_editor
from tests.factories import add_article, add_stream
from tests.moderation.conftest import act, step_of

HOUR = timezone.timedelta(hours=1)


def said(client) -> str:
    return " ".join(str(message) for message in client.get(reverse("wagtailadmin_home")).context["messages"])


def fresh(page):
    return type(page).objects.get(pk=page.pk)


def edit(client, user, page, **fields):
    """Send the editor's form as it was shown, with these fields; return the answer."""
    client.force_login(user)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
    # What browsers do with the first line's end in a text area.
    data.update({name: value.lstrip("\n") for name, value in data.items()} | {"body-count": "0"} | fields)
    return client.post(address, data)


def test_whoever_only_sets_the_moment_or_saves_again_may_still_approve(client, article, people):
    article.get_workflow().start(article, people["author"])
    act(client, people["editor"], article, "approve")
    moment = timezone.localtime() + HOUR
    edit(client, people["publisher"], article, go_live_at=f"{moment:%d/%m/%Y %H:%M}")
    fresh(article).get_latest_revision_as_object().save_revision(user=people["publisher"])
    assert fresh(article).get_latest_revision().user == people["publisher"]
    act(client, people["publisher"], article, "approve")
    assert fresh(article).approved_schedule
    assert f"{moment:%d/%m/%Y %H:%M}" in said(client)


def test_one_approves_from_the_editor_what_one_has_only_read(client, article, people):
    article.get_workflow().start(article, people["author"])
    decision = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    revision = fresh(article).latest_revision_id
    edit(client, people["editor"], article, **decision)
    assert (step_of(article), fresh(article).latest_revision_id) == ("publisher", revision)
    assert "Lãnh đạo duyệt" in said(client)
    edit(client, people["publisher"], article, **decision, title="Đối thoại, sửa")
    assert step_of(article) == "publisher"
    assert fresh(article).get_latest_revision_as_object().title == "Đối thoại, sửa"
    assert "người khác" in said(client)
    act(client, people["publisher"], article, "approve")
    assert "người khác" in said(client)
    page = client.get(reverse("wagtailadmin_pages:edit", args=[article.pk]))
    assert "phải có người khác duyệt" in " ".join(str(one) for one in page.context["messages"])


def test_who_sent_it_back_and_why_stands_above_the_text(client, article, people):
    article.get_workflow().start(article, people["author"])
    act(client, people["editor"], article, "reject", "Thiếu nguồn")
    assert article.title in said(client)
    client.force_login(people["author"])
    page = client.get(reverse("wagtailadmin_pages:edit", args=[article.pk]))
    (told,) = [str(one) for one in page.context["messages"]]
    assert "Thiếu nguồn" in told and "Biên tập viên" in told


def test_what_may_not_be_published_is_told_and_still_waits(client, site, people):
    page = add_article(add_stream(site.home), title="Hai mươi người", lead="Có 20 người.")
    source, _created = TranslationSource.update_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=Locale.objects.get(language_code="en"))
    translation.save_target(user=people["translator"], publish=False)
    target = translation.get_target_instance()
    target.get_workflow().start(target, people["translator"])
    act(client, people["editor"], target, "approve")
    segment = source.stringsegment_set.get(context__path="lead")
    StringTranslation.objects.create(
        translation_of=segment.string, context=segment.context, locale=translation.target_locale, data="There were 30."
    )
    answer = act(client, people["publisher"], target, "approve")
    assert answer.status_code == 302
    assert step_of(target) == "publisher"
    assert "30" in said(client)
    address = reverse(
        "wagtailadmin_pages:workflow_action", args=[target.pk, "approve", fresh(target).current_workflow_task_state.pk]
    )
    modal = client.post(address, {"comment": ""}, headers={"x-requested-with": "XMLHttpRequest"})
    assert json.loads(modal.content)["step"] == "success"


def test_finding_the_last_editors_costs_the_same_for_one_text_and_for_five(site, people):
    stream = add_stream(site.home)
    pages = [add_article(stream, title=f"Bài {number}", slug=f"bai-{number}") for number in range(5)]
    for page in pages:
        page.title += ", sửa"
        page.save_revision(user=people["author"])
        page.save_revision(user=people["editor"])

    def cost(some):
        some = [fresh(page) for page in some]
        for page in some:
            page.get_latest_revision()
        with CaptureQueriesContext(connection) as queries:
            found = find_last_editors(some)
            assert not any(is_last_editor(page, people["editor"]) for page in some)
        assert set(found.values()) == {people["author"].pk}
        return len(queries)

    assert cost(pages) == cost(pages[:1])
