"""A newsroom: people of each role, an author's draft, and what they do to it."""

import pytest
from django.urls import reverse

from articles.models import ArticlePage
from cms.users.models import RoleGroup, User
from cms.users.roles.keeping import keep_roles
from cms.users.roles.people import make_people
from tests.factories import add_stream


@pytest.fixture
def people(site):
    keep_roles()
    make_people()
    return {held.key: User.objects.get(groups=held.group) for held in RoleGroup.objects.all()}


@pytest.fixture
def article(site, people):
    """An author's draft."""
    page = ArticlePage(title="Đối thoại", lead="Một câu.", live=False, locale=site.home.locale, owner=people["author"])
    add_stream(site.home).add_child(instance=page)
    page.save_revision(user=people["author"])
    return page


def act(client, user, obj, action: str, comment: str = ""):
    """Use the button that the home's panel has for it; return the answer."""
    obj = type(obj).objects.get(pk=obj.pk)
    names = "wagtailadmin_pages" if hasattr(obj, "url_path") else obj.snippet_viewset.url_namespace
    state = obj.current_workflow_task_state
    client.force_login(user)
    return client.post(reverse(f"{names}:workflow_action", args=[obj.pk, action, state.pk]), {"comment": comment})


def step_of(obj) -> str | None:
    task = type(obj).objects.get(pk=obj.pk).current_workflow_task
    return task and task.groups.get().role.key
