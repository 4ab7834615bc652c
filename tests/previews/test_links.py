"""A link shows a draft to whoever has it, for three days or until it is revoked, and to nobody's memory."""

import re
from datetime import timedelta

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cms.previews.models import PreviewLink
from cms.users.models import User
from cms.users.roles.keeping import keep_roles
from cms.users.roles.people import make_people
from tests.factories import add_article, add_stream


def test_a_link_shows_the_draft_as_page_and_as_data_until_it_is_over(client, site):
    keep_roles()
    make_people()
    article = add_article(add_stream(site.home), title="Đã đăng")
    article.title = "Bản nháp mới"
    article.save_revision()
    links = reverse("preview_links", args=[article.pk])
    client.force_login(User.objects.get(username="translator-en"))
    assert client.post(links).status_code == 302 and not PreviewLink.objects.exists()
    client.force_login(User.objects.get(username="editor"))
    made = client.post(links).content.decode()
    address = re.search(r"/preview/[\w-]+/", made)[0]
    link = PreviewLink.objects.get()
    assert link.digest not in made and address.split("/")[2] not in client.get(links).content.decode()

    anyone = Client()
    page, data = anyone.get(address), anyone.get(f"{address}data.json")
    assert "Bản nháp mới" in page.content.decode()
    assert data.json()["title"] == "Bản nháp mới" and data.json()["meta"]["preview"]["is_live"]
    for answer in (page, data):
        assert "no-store" in answer.headers["Cache-Control"] and "noindex" in answer.headers["X-Robots-Tag"]
    assert "Bản nháp mới" not in anyone.get(article.get_url()).content.decode()
    assert anyone.post(address).status_code == 405

    PreviewLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert anyone.get(address).status_code == 404
    assert anyone.get(f"{address}data.json?lang=en").json()["title"] == "No preview"
    PreviewLink.objects.update(expires_at=timezone.now() + timedelta(hours=1))
    client.post(reverse("preview_links_revoke", args=[article.pk, link.pk]))
    assert anyone.get(address).status_code == 404


def test_a_draft_that_was_never_published_is_shown_too(client, site):
    stream = add_stream(site.home)
    draft = type(add_article(stream))(title="Chưa đăng", lead="Một câu.", live=False, locale=stream.locale)
    stream.add_child(instance=draft)
    draft.save_revision()
    _link, token = PreviewLink.make(draft, None)
    assert "Chưa đăng" in client.get(f"/preview/{token}/").content.decode()
    assert client.get(f"/preview/{token}/data.json").json()["meta"]["preview"]["is_live"] is False
