"""What is deleted in the admin is withdrawn at once, lies in the bin for thirty days, and comes back as it was."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Revision

from articles.models import ArticlePage
from cms.bin.models import BinnedPage
from cms.bin.places import is_in_bin
from cms.bin.throwing import empty
from cms.delivery.models import DeliveredItem
from cms.translation.models import TranslationState
from cms.users.models import User
from cms.users.roles.keeping import keep_roles
from cms.users.roles.people import make_people
from tests.factories import add_article, add_stream, publish, translate

BULK = "/admin/bulk/wagtailcore/page/delete/"


@pytest.fixture
def stream(site, client):
    """A section with an article; the client is the leader."""
    keep_roles()
    make_people()
    client.force_login(User.objects.get(username="publisher"))
    stream = add_stream(site.home, title="Tin tức", slug="tin-tuc")
    stream.article = add_article(stream, title="Đối thoại", slug="doi-thoai")
    return stream


def delete(client, page, **data):
    return client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), data)


def put_back(client, page):
    return client.post(reverse("bin_restore", args=[BinnedPage.objects.get(page=page.pk).pk]))


def state_of(page, language="vi") -> tuple[int, bool]:
    """Return the number of an item in the published sequence, and whether it is there or withdrawn."""
    row = DeliveredItem.objects.get(uuid=page.translation_key, locale=language)
    return row.sequence, row.is_live


def test_a_deleted_page_is_withdrawn_and_comes_back_with_its_address_and_history(client, stream):
    article = stream.article
    alias = article.get_translations().get()
    revisions, address = article.revisions.count(), article.get_url()
    before, _there = state_of(article)
    assert "30" in client.get(reverse("wagtailadmin_pages:delete", args=[article.pk])).content.decode()
    delete(client, article)
    withdrawn, is_there = state_of(article)
    assert withdrawn > before and not is_there
    assert {client.get(url).status_code for url in (address, alias.get_url())} <= {404, 410}
    assert address not in client.get(reverse("wagtailadmin_explore", args=[stream.pk])).content.decode()
    assert client.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).status_code == 302
    assert "Đối thoại" in client.get(reverse("bin")).content.decode()
    put_back(client, article)
    returned, is_there = state_of(article)
    assert returned > withdrawn and is_there
    assert client.get(address).status_code == 200 and client.get(alias.get_url()).status_code == 200
    assert ArticlePage.objects.get(pk=article.pk).revisions.count() >= revisions
    assert not BinnedPage.objects.exists()
    assert Page.objects.filter(depth=2).exclude(path__startswith=Page.get_first_root_node().path).count() == 0


def test_nobody_is_asked_to_translate_what_lies_in_the_bin(client, stream):
    draft = ArticlePage(title="Nháp", lead="Một câu.", live=False, locale=stream.locale)
    stream.add_child(instance=draft)
    keys = [page.translation_key for page in (stream, stream.article, draft)]
    states = TranslationState.objects.filter(translation_key__in=keys)
    assert states.count() == 6
    delete(client, stream)
    assert not states.exists()
    put_back(client, stream)
    assert states.count() == 6


def test_a_section_takes_all_below_it_along_and_its_plans_are_off(client, site, stream):
    planned = ArticlePage(title="Mai", lead="Một câu.", live=False, locale=stream.locale)
    stream.add_child(instance=planned)
    planned.save_revision(approved_go_live_at=timezone.now() + timedelta(days=1))
    delete(client, stream)
    assert not Page.objects.filter(pk__in=[stream.pk, stream.article.pk], live=True).exists()
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()
    add_stream(site.home, title="Tin tức", slug="tin-tuc")
    put_back(client, stream)
    stream.refresh_from_db()
    assert stream.live and stream.slug != "tin-tuc"
    assert client.get(Page.objects.get(pk=stream.article.pk).get_url()).status_code == 200


def test_the_other_language_is_asked_about_and_stays_without_a_tick(client, site, stream):
    english_stream = translate(stream, site.home_en, title="News", slug="news")
    english = translate(stream.article, english_stream, title="Dialogue", slug="dialogue")
    question = f'name="also" value="{english.pk}"'
    for action in ("delete", "unpublish"):
        assert (
            question in client.get(reverse(f"wagtailadmin_pages:{action}", args=[stream.article.pk])).content.decode()
        )
    other = add_stream(site.home, title="Khác", slug="khac")
    move = reverse("wagtailadmin_pages:move_confirm", args=[stream.article.pk, other.pk])
    assert question in client.get(move).content.decode()
    client.post(move, {"also": [english.pk]})
    assert Page.objects.get(pk=english.pk).get_parent().pk == other.get_translations().get().pk
    client.post(reverse("wagtailadmin_pages:unpublish", args=[stream.article.pk]))
    assert Page.objects.get(pk=english.pk).live
    delete(client, stream.article)
    assert BinnedPage.objects.count() == 1 and Page.objects.get(pk=english.pk).live
    put_back(client, stream.article)
    delete(client, stream.article, also=[english.pk])
    assert BinnedPage.objects.count() == 2 and not Page.objects.get(pk=english.pk).live
    put_back(client, english)
    put_back(client, stream.article)
    publish(ArticlePage.objects.get(pk=stream.article.pk))
    client.post(reverse("wagtailadmin_pages:unpublish", args=[stream.article.pk]), {"also": [english.pk]})
    assert not Page.objects.get(pk=english.pk).live


def test_an_unpublished_translation_goes_along_and_is_named_in_the_question(client, site, stream):
    english_stream = translate(stream, site.home_en, title="News", slug="news")
    english = translate(stream.article, english_stream, title="Dialogue", slug="dialogue")
    english.unpublish()
    other = add_stream(site.home, title="Khác", slug="khac")
    move = reverse("wagtailadmin_pages:move_confirm", args=[stream.article.pk, other.pk])
    for page, address in (
        (stream.article, reverse("wagtailadmin_pages:delete", args=[stream.article.pk])),
        (stream, reverse("wagtailadmin_pages:delete", args=[stream.pk])),
        (stream.article, move),
    ):
        question = client.get(address).content.decode()
        assert "Dialogue" in question, (page, address)
        assert f'name="also" value="{english.pk}"' not in question
    assert "Dialogue" not in client.get(reverse("wagtailadmin_pages:unpublish", args=[stream.pk])).content.decode()
    delete(client, stream.article)
    assert is_in_bin(Page.objects.get(pk=english.pk))
    put_back(client, stream.article)
    english.refresh_from_db()
    assert english.get_parent().pk == english_stream.pk and not english.live


def test_a_home_page_is_never_deleted(client, site, stream):
    client.force_login(User.objects.create_superuser("root"))
    delete(client, site.home_en)
    client.post(f"{BULK}?id={site.home_en.pk}&next=/admin/")
    assert Page.objects.get(pk=site.home_en.pk).live


def test_many_at_once_go_to_the_bin_and_after_thirty_days_for_good(client, stream):
    client.post(f"{BULK}?id={stream.article.pk}&next=/admin/")
    binned = BinnedPage.objects.get()
    BinnedPage.objects.update(binned_at=timezone.now() - timedelta(days=29))
    assert empty() == 0
    client.force_login(User.objects.get(username="author"))
    assert client.post(reverse("bin_delete", args=[binned.pk])).status_code == 302
    assert BinnedPage.objects.exists()
    BinnedPage.objects.update(binned_at=timezone.now() - timedelta(days=31))
    assert empty() == 1
    assert not Page.objects.filter(pk=stream.article.pk).exists()


def test_who_may_not_publish_gets_a_draft_back(client, stream):
    delete(client, stream.article)
    client.force_login(User.objects.get(username="editor"))
    put_back(client, stream.article)
    assert not Page.objects.get(pk=stream.article.pk).live
