"""Lists and choosers of the admin sort as Vietnamese sorts and find without accents, exact ones first."""

import re
from http import HTTPStatus
from uuid import uuid4

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from cms.partners.models import Partner, WebhookDelivery
from cms.users.models import User
from media.models import CustomImage, MediaFile
from tests.factories import add_article, add_stream, make_category, make_image
from tests.partners.content import make_endpoint
from tests.users.walking import admin_doors

pytestmark = pytest.mark.indexed

# What of the admin's addresses shows a list, whole or for a dialog.
SHOWS_LIST = re.compile(r"(index|list|results|choose|chooser|search|report|inbox)", re.IGNORECASE)
SORTED = ["An toàn 9", "An toàn 10", "Ánh sáng", "Ăn ca", "Công đài", "Cộng đồng", "Dân chủ", "Đoàn viên", "Ích lợi"]


@pytest.fixture
def listed(client, site):
    """Return a function: the names an address shows, in their order."""
    client.force_login(get_user_model().objects.create_superuser("root"))

    def at(address: str) -> list[str]:
        response = client.get(address)
        assert response.status_code == 200, address
        html = response.content.decode()
        return list(dict.fromkeys(re.findall("|".join(map(re.escape, SORTED)), html[html.find("<table") :])))

    return at


def test_every_list_sorts_so(listed, site):
    stream = add_stream(site.home)
    for number, name in enumerate(SORTED[::-1]):
        make_category(name)
        Partner.objects.create(name=name)
        User.objects.create_user(f"u{number}", last_name=name)
        if number < 3:
            make_image(title=name, size=(4, 4))
            add_article(stream, title=name)
            MediaFile.objects.create(title=name, duration=1, file=ContentFile(b"-", "phim.mp3"))
    assert listed(reverse("wagtailmedia:index") + "?ordering=title") == SORTED[-3:]
    assert listed(reverse("wagtailmedia:chooser") + "?ordering=-title&q=") == SORTED[-3:][::-1]
    assert listed(reverse("wagtailsnippets_articles_category:list")) == SORTED
    assert listed("/admin/partners/") == SORTED
    assert listed(reverse("wagtailusers_users:index") + "?ordering=name") == SORTED
    assert listed(reverse("wagtailusers_users:index") + "?ordering=-name") == SORTED[::-1]
    assert listed(reverse("wagtailimages:index") + "?ordering=title&layout=list") == SORTED[-3:]
    assert listed(f"/admin/pages/{stream.pk}/?ordering=title") == SORTED[-3:]
    assert CustomImage.objects.count() == 3


def test_searches_find_without_accents_and_exact_ones_come_first(listed, site):
    stream = add_stream(site.home)
    for name in ("Cộng đồng", "Công đài", "Dân chủ"):
        make_category(name)
        Partner.objects.create(name=name)
        add_article(stream, title=name)
        make_image(title=name, size=(4, 4))
        MediaFile.objects.create(title=name, duration=1, file=ContentFile(b"-", "phim.mp3"))
    both, exact = {"Cộng đồng", "Công đài"}, ["Công đài", "Cộng đồng"]
    for address in (
        f"/admin/pages/{stream.pk}/?",
        "/admin/pages/search/?",
        "/admin/choose-page/search/?page_type=wagtailcore.page&",
        reverse("wagtailsnippets_articles_category:list") + "?",
        reverse("wagtailimages:index") + "?layout=list&",
        "/admin/partners/?",
        reverse("wagtailmedia:index") + "?ordering=title&",
    ):
        assert set(listed(f"{address}q=cong")) == both, address
        assert listed(f"{address}q=công") == exact, address
        assert listed(f"{address}q=cộng") == exact[::-1], address


@pytest.mark.parametrize("query", ["q=cong&ordering=-pk", pytest.param("q=cong", marks=pytest.mark.trial)])
def test_no_list_breaks_by_a_search_in_any_order(client, site, query):
    client.force_login(get_user_model().objects.create_superuser("root"))
    lists = {
        name: reverse(name) for name, _view, arguments in admin_doors() if not arguments and SHOWS_LIST.search(name)
    }
    assert len(lists) > 60
    client.raise_request_exception = False
    # By what a list is ordered the index may not know.
    found = {name: client.get(f"{address}?{query}").status_code for name, address in lists.items()}
    assert {name: status for name, status in found.items() if status >= HTTPStatus.INTERNAL_SERVER_ERROR} == {}


def test_a_message_to_a_partner_is_found_by_the_id_of_what_it_tells(client, site):
    client.force_login(get_user_model().objects.create_superuser("root"))
    ids = [uuid4(), uuid4()]
    endpoint = make_endpoint()
    for number, uuid in enumerate(ids):
        said = {"message_id": f"message-{number}", "uuid": uuid, "sequence": number}
        WebhookDelivery.objects.create(endpoint=endpoint, created_at=timezone.now(), **said)
    html = client.get(f"{reverse('partner_deliveries:index')}?q={ids[1]}").content.decode()
    assert "message-1" in html and "message-0" not in html
