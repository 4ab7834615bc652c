"""The roles are made and repaired by one command, and each sees what it may and nothing else."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import GroupPagePermission, Locale

from articles.models import ArticlePage, Category, LawLibraryPage
from cms.users.models import RoleGroup, User
from cms.users.roles.keeping import group_of, keep_roles
from cms.users.roles.people import make_people
from tests.factories import add_article, add_page, add_stream, make_category

pytestmark = pytest.mark.indexed

pytestmark = pytest.mark.indexed

# In ASCII: JSON writes other letters as numbers.
SECRET = "Ban thao mat"


@pytest.fixture
def people(site):
    """Return the roles' people by role; there is a draft in the Vietnamese tree."""
    site.stream = add_stream(site.home)
    add_article(site.stream, title="Bài đã đăng")
    site.stream.add_child(instance=ArticlePage(title=SECRET, live=False, locale=site.home.locale))
    keep_roles()
    make_people()
    return {held.key: User.objects.get(groups=held.group) for held in RoleGroup.objects.all()}


def test_the_command_makes_the_roles_and_repairs_what_was_changed(site, capsys):
    call_command("roles")
    editors, publishers = group_of("editor"), group_of("publisher")
    assert {(held.key, held.language) for held in RoleGroup.objects.all()} >= {("translator", "en"), ("author", "")}
    assert not Group.objects.filter(name__in=["Editors", "Moderators"]).exists()
    wanted = set(editors.permissions.all()), set(publishers.page_permissions.values_list("page", "permission"))
    editors.name = "Tòa soạn"
    editors.save()
    editors.permissions.set(Permission.objects.filter(codename="delete_user"))
    publishers.page_permissions.all().delete()
    call_command("roles")
    assert group_of("editor").name == "Tòa soạn"
    assert (
        set(editors.permissions.all()),
        set(publishers.page_permissions.values_list("page", "permission")),
    ) == wanted
    capsys.readouterr()
    call_command("roles")
    assert capsys.readouterr().out == "Rights given: 0, taken: 0\n"


def test_a_new_section_is_open_at_once_to_the_role_that_works_there(site, django_capture_on_commit_callbacks):
    keep_roles()
    with django_capture_on_commit_callbacks(execute=True):
        library = add_page(site.home, LawLibraryPage, title="Thư viện")
    assert GroupPagePermission.objects.filter(page=library, group=group_of("legal_adviser")).count() == 2


def test_nobody_learns_of_drafts_in_trees_he_does_not_work_in(client, site, people):
    """By explorer, search, choosers, the admin's API, reports and the list of a type's pages."""
    doors = [
        reverse("wagtailadmin_explore", args=[site.stream.pk]),
        reverse("wagtailadmin_pages:search") + "?q=Ban thao",
        reverse("wagtailadmin_choose_page_child", args=[site.stream.pk]),
        reverse("wagtailadmin_choose_page_search") + "?q=Ban thao",
        reverse("wagtailadmin_api:pages:listing"),
        reverse("wagtailadmin_reports:aging_pages"),
        reverse("wagtailadmin_reports:site_history"),
        reverse("wagtailadmin_pages:type_use", args=["articles", "articlepage"]),
    ]
    for role in ("translator", "legal_adviser", "partner_manager"):
        client.force_login(people[role])
        assert [door for door in doors if SECRET in client.get(door).content.decode()] == []
    client.force_login(people["editor"])
    assert all(SECRET in client.get(door).content.decode() for door in doors[:4])


def test_the_menu_offers_each_role_its_own_work(client, people):
    menus = {}
    for role, user in people.items():
        client.force_login(user)
        page = client.get(reverse("wagtailadmin_account"))
        menus[role] = page.content.decode()
    partners, redirects, users = (
        reverse(name) for name in ("partners:index", "wagtailredirects:index", "wagtailusers_users:index")
    )
    assert [role for role in menus if partners in menus[role]] == ["partner_manager"]
    assert [role for role in menus if redirects in menus[role]] == ["publisher"]
    assert [role for role in menus if users in menus[role]] == []


def test_a_translator_changes_snippets_of_his_own_language_only(client, site, people):
    vietnamese = make_category()
    english = vietnamese.copy_for_translation(Locale.objects.get(language_code="en"))
    english.save()
    client.force_login(people["translator"])
    answers = [
        client.get(reverse("wagtailsnippets_articles_category:edit", args=[one.pk])) for one in (vietnamese, english)
    ]
    assert [answer.status_code for answer in answers] == [302, 200]
    assert Category.objects.get(pk=vietnamese.pk).name == vietnamese.name


def test_the_api_knows_no_roles(client, people):
    """Who is signed in to the admin gets what everybody gets: nothing of a draft, the same bytes."""
    doors = ["/api/v2/", "/api/v2/pages/", "/api/v2/articles/", "/api/v2/search/?q=bài", "/api/v2/changes/"]
    everybody = [(answer.status_code, answer.content) for answer in map(client.get, doors)]
    assert SECRET not in "".join(content.decode() for _status, content in everybody)
    for user in people.values():
        client.force_login(user)
        assert [(answer.status_code, answer.content) for answer in map(client.get, doors)] == everybody
