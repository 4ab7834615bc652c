"""Where an address is shared: tags in the page's own words, its picture cut for it, or a card drawn with its title."""

import re
from html import unescape
from io import BytesIO, StringIO

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from PIL import Image
from wagtail.models import PageViewRestriction

from cms.discovery.models import ShareCard
from cms.discovery.sharing.cards import settle, settle_cards_below
from cms.discovery.sharing.leftovers import reconcile
from cms.discovery.sharing.poster import MOST_LINES, Poster, _font, draw, wrap
from media.files.renditions import make_renditions
from tests.discovery.conftest import again
from tests.factories import publish

pytestmark = [pytest.mark.django_db, pytest.mark.settled_files]

META = re.compile(r'<meta (?:property|name)="((?:og|article|twitter):[^"]*)" content="([^"]*)">')


def tags(client, page):
    return {name: unescape(content) for name, content in META.findall(client.get(page.get_url()).content.decode())}


def test_a_page_says_what_it_is_in_its_language(everything, client):
    article = everything.items["articles"]["vi"]
    found = tags(client, article)
    assert found["og:type"] == "article"
    assert found["og:title"] == article.title
    assert found["og:description"] == article.lead
    assert found["og:url"] == article.full_url
    assert (found["og:locale"], found["og:locale:alternate"]) == ("vi_VN", "en_GB")
    assert found["article:section"] == everything.stream.title
    assert found["article:published_time"]
    assert tags(client, everything.items["articles"]["en"])["og:locale"] == "en_GB"
    assert tags(client, everything.items["videos"]["vi"])["og:type"] == "video.other"


def test_the_home_page_is_shared_with_its_slogan(everything, client):
    html = client.get("/").content.decode()
    [said] = re.findall(r'<meta name="description" content="([^"]+)">', html)
    assert said != "" and f'<meta property="og:description" content="{said}">' in html


def test_the_picture_is_cut_to_1200_by_630(everything, client):
    image = everything.items["images"][""]
    make_renditions(image)
    found = tags(client, everything.items["articles"]["vi"])
    assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
    assert found["twitter:card"] == "summary_large_image"
    response = client.get(found["og:image"].removeprefix("http://localhost"))
    with Image.open(BytesIO(response.getvalue())) as picture:
        assert (picture.size, picture.format) == ((1200, 630), "JPEG")


def test_a_page_without_a_picture_has_a_card_drawn_once(everything, client):
    law = everything.items["law-documents"]["vi"]
    assert settle(law.pk)
    found = tags(client, law)
    assert (found["og:image:width"], found["og:image:height"], found["og:image:type"]) == ("1200", "630", "image/png")
    response = client.get(found["og:image"].removeprefix("http://localhost"))
    assert response["Content-Type"] == "image/png"
    with Image.open(BytesIO(response.getvalue())) as picture:
        assert picture.size == (1200, 630)
    assert not settle(law.pk)


def test_a_new_title_gives_a_new_card_and_the_old_file_goes(everything, django_capture_on_commit_callbacks):
    law = again(everything.items["law-documents"]["vi"])
    settle(law.pk)
    before = ShareCard.objects.get(page=law.pk).file.name
    law.title = "Một tên khác"
    publish(law)
    with django_capture_on_commit_callbacks(execute=True):
        assert settle(law.pk)
    after = ShareCard.objects.get(page=law.pk).file.name
    assert after != before
    assert default_storage.exists(after)
    assert not default_storage.exists(before)


def test_what_is_withdrawn_loses_its_card(everything, client, django_capture_on_commit_callbacks):
    law = again(everything.items["law-documents"]["vi"])
    settle(law.pk)
    name = ShareCard.objects.get(page=law.pk).file.name
    with django_capture_on_commit_callbacks(execute=True):
        law.unpublish()
    assert not ShareCard.objects.filter(page=law.pk).exists()
    assert not default_storage.exists(name)
    assert client.get(f"/uploads/{name}").status_code == 404


def test_what_becomes_private_or_is_deleted_loses_its_card(everything, django_capture_on_commit_callbacks):
    question = again(everything.items["questions"]["vi"])
    settle(question.pk)
    name = ShareCard.objects.get(page=question.pk).file.name
    PageViewRestriction.objects.create(page=question.get_parent(), restriction_type=PageViewRestriction.LOGIN)
    with django_capture_on_commit_callbacks(execute=True):
        settle_cards_below.func(question.get_parent().path)
    assert not default_storage.exists(name)
    law = again(everything.items["law-documents"]["vi"])
    settle(law.pk)
    name = ShareCard.objects.get(page=law.pk).file.name
    with django_capture_on_commit_callbacks(execute=True):
        law.delete()
    assert not default_storage.exists(name)


def test_publishing_draws_a_card(everything, django_capture_on_commit_callbacks):
    question = again(everything.items["questions"]["en"])
    with django_capture_on_commit_callbacks(execute=True):
        publish(question)
    assert ShareCard.objects.filter(page=question.pk).exists()


def test_drafts_private_pages_and_those_with_a_picture_get_none(everything):
    for page in (everything.hidden.draft, everything.hidden.restricted, everything.items["articles"]["vi"]):
        assert not settle(page.pk)
    assert not settle(999_999_999)


def test_reconciling_takes_away_what_a_lost_job_left(everything, django_capture_on_commit_callbacks):
    law = everything.items["law-documents"]["vi"]
    settle(law.pk)
    assert not [fault for _done, _of, faults in reconcile(repair=True) for fault in faults]
    type(law).objects.filter(pk=law.pk).update(live=False)
    with django_capture_on_commit_callbacks(execute=True):
        assert [fault for _done, _of, faults in reconcile(repair=True) for fault in faults]
    assert not ShareCard.objects.filter(page=law.pk).exists()
    assert not [fault for _done, _of, faults in reconcile(repair=False) for fault in faults]


def test_a_command_draws_what_is_missing(everything):
    call_command("make_cards", stdout=StringIO())
    assert ShareCard.objects.filter(page=everything.items["law-documents"]["en"].pk).exists()
    assert not ShareCard.objects.filter(
        page__in=[page.pk for page in vars(everything.hidden).values() if not page.live]
    )


@pytest.mark.parametrize("title", ["", "Ế" * 400, "Bầu cử đại biểu Quốc hội " * 20, "a b", "<b>\n\t&"])
def test_any_title_can_be_drawn(title):
    with Image.open(BytesIO(draw(Poster(title, "Kiểu " * 40, "Tổ chức " * 30, "Union " * 60, "1/1/2026")))) as picture:
        assert picture.size == (1200, 630)


def test_lines_are_no_wider_than_the_card():
    font = _font("Bold", 47)
    lines = wrap("Nghị quyết về đổi mới tổ chức và hoạt động của Công đoàn Việt Nam trong tình hình mới", font, 700)
    assert 1 < len(lines) <= MOST_LINES
    assert all(font.getlength(line) <= 700 for line in lines)
