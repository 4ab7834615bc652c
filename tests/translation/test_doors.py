"""Every door through which a translation can be started, saved or published asks for the rights it needs."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission, Locale
from wagtail_localize.models import Translation, TranslationSource

from articles.models import Category
from tests.factories import add_article, add_stream, make_category, translate

PUBLISH = {"publish_translations": "on"}


@pytest.fixture
def stream(site):
    stream = add_stream(site.home)
    site.stream_en = translate(stream, site.home_en, title="News", slug="news")
    return stream


@pytest.fixture
def article(stream):
    return add_article(stream, title="Đối thoại", lead="Công nhân nói.")


def make_user(django_user_model, name, *, pages=(), permissions=()):
    """Return someone with `permissions` ("app.codename") and, on each (page, right), that right in the tree below."""
    group = Group.objects.create(name=name)
    for label in ("wagtailadmin.access_admin", *permissions):
        app_label, codename = label.split(".")
        group.permissions.add(Permission.objects.get(content_type__app_label=app_label, codename=codename))
    for page, right in pages:
        GroupPagePermission.objects.create(
            group=group, page=page, permission=Permission.objects.get(codename=f"{right}_page")
        )
    user = django_user_model.objects.create_user(name)
    user.groups.add(group)
    return user


@pytest.fixture
def translator(site, django_user_model):
    """May write English, and send to translation; may not publish."""
    rights = [(site.home_en, "add"), (site.home_en, "change")]
    return make_user(django_user_model, "translator", pages=rights, permissions=["wagtail_localize.submit_translation"])


@pytest.fixture
def leader(site, django_user_model):
    rights = [(site.home_en, "add"), (site.home_en, "change"), (site.home_en, "publish")]
    return make_user(django_user_model, "leader", pages=rights, permissions=["wagtail_localize.submit_translation"])


@pytest.fixture
def stranger(site, django_user_model):
    """Has the global permission, and no rights in the English tree."""
    return make_user(
        django_user_model,
        "stranger",
        pages=[(site.home, "change"), (site.home, "publish")],
        permissions=["wagtail_localize.submit_translation"],
    )


@pytest.fixture
def english_locale(site):
    return Locale.objects.get(language_code="en")


def english(page):
    return page.get_translations().get(locale__language_code="en")


def submit(client, page, locale):
    return client.post(reverse("wagtail_localize:submit_page_translation", args=[page.pk]), {"locales": [locale.pk]})


def start(page, locale):
    source, _created = TranslationSource.update_or_create_from_instance(page)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
    translation.save_target(publish=False)
    return translation


def test_a_translator_sends_a_page_of_the_other_tree_to_translation(client, article, translator, english_locale):
    client.force_login(translator)
    assert submit(client, article, english_locale).status_code == 302
    target = english(article)
    assert target.is_untranslated
    assert client.get(reverse("wagtailadmin_pages:edit", args=[target.pk])).status_code == 200


def test_without_rights_in_the_target_tree_nothing_is_sent(client, article, stranger, english_locale):
    client.force_login(stranger)
    assert submit(client, article, english_locale).status_code in {302, 403}
    assert english(article).alias_of_id == article.pk
    assert not Translation.objects.exists()


def test_a_translator_cannot_publish_in_the_editor(client, article, translator, english_locale):
    start(article, english_locale)
    client.force_login(translator)
    client.post(reverse("wagtailadmin_pages:edit", args=[english(article).pk]), {"action": "publish"})
    assert english(article).is_untranslated


def test_a_leader_publishes_in_the_editor(client, article, leader, english_locale):
    start(article, english_locale)
    client.force_login(leader)
    client.post(reverse("wagtailadmin_pages:edit", args=[english(article).pk]), {"action": "publish"})
    target = english(article)
    assert not target.is_untranslated
    assert target.live_revision.user == leader


@pytest.mark.parametrize("name", ["translator", "stranger"])
def test_synchronising_does_not_publish_for_who_may_not(client, article, english_locale, name, request):
    translation = start(article, english_locale)
    article.title = "Đối thoại mới"
    article.save_revision().publish()
    client.force_login(request.getfixturevalue(name))
    client.post(reverse("wagtail_localize:update_translations", args=[translation.source.pk]), PUBLISH)
    target = english(article)
    assert target.is_untranslated
    assert not target.revisions.filter(object_str="Đối thoại mới").exists()


def test_a_translator_synchronises_without_publishing(client, article, translator, english_locale):
    translation = start(article, english_locale)
    article.title = "Đối thoại mới"
    article.save_revision().publish()
    client.force_login(translator)
    response = client.post(reverse("wagtail_localize:update_translations", args=[translation.source.pk]), {})
    assert response.status_code == 302
    translation.source.refresh_from_db()
    assert translation.source.object_repr == "Đối thoại mới"


def test_a_leader_synchronises_and_publishes(client, article, leader, english_locale):
    translation = start(article, english_locale)
    client.force_login(leader)
    client.post(reverse("wagtail_localize:update_translations", args=[translation.source.pk]), PUBLISH)
    assert not english(article).is_untranslated


def test_a_translator_cannot_turn_a_published_translation_into_an_alias(client, article, translator, english_locale):
    start(article, english_locale).save_target(publish=True)
    client.force_login(translator)
    client.post(reverse("wagtail_localize:convert_to_alias", args=[english(article).pk]))
    assert not english(article).is_untranslated


def test_a_leader_turns_a_translation_into_an_alias_and_readers_get_the_source(client, article, leader, english_locale):
    start(article, english_locale).save_target(publish=True)
    client.force_login(leader)
    client.post(reverse("wagtail_localize:convert_to_alias", args=[english(article).pk]))
    target = english(article)
    assert target.alias_of_id == article.pk
    assert client.get(target.get_url()).context_data["page"] == article


def test_making_an_alias_an_ordinary_page_publishes_nothing(client, article, translator):
    client.force_login(translator)
    client.post(reverse("wagtailadmin_pages:convert_alias", args=[english(article).pk]))
    target = english(article)
    assert target.alias_of_id is None
    assert target.is_untranslated
    assert client.get(target.get_url()).context_data["page"] == article


def test_snippets_are_sent_by_those_who_may_change_them(client, site, translator, django_user_model, english_locale):
    category = make_category()
    address = reverse("wagtail_localize:submit_snippet_translation", args=["articles", "category", category.pk])
    client.force_login(translator)
    client.post(address, {"locales": [english_locale.pk]})
    assert not Category.objects.filter(locale=english_locale).exists()
    editor = make_user(
        django_user_model,
        "editor",
        pages=[(site.home_en, "change")],
        permissions=["wagtail_localize.submit_translation", "articles.change_category", "articles.add_category"],
    )
    client.force_login(editor)
    client.post(address, {"locales": [english_locale.pk]})
    target = Category.objects.get(locale=english_locale)
    assert not target.live
    source = TranslationSource.objects.get()
    client.post(reverse("wagtail_localize:update_translations", args=[source.pk]), PUBLISH)
    target.refresh_from_db()
    assert not target.live
