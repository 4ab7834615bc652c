"""Around an article: what is in it, what else there is on its subject and in its month, and ways to pass it on."""

import base64
import json
import re
from datetime import datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import transaction

from cms.core.text.formats import VIETNAM
from tests.factories import add_article, add_stream, make_category, translate

pytestmark = pytest.mark.one_database


@pytest.fixture
def stream(site):
    return add_stream(site.home, title="Tin hoạt động", slug="tin")


def headings(*texts):
    return [{"type": "heading", "value": {"level": "h2", "text": text}} for text in texts]


def test_a_long_article_says_what_is_in_it(client, stream):
    small = [{"type": "heading", "value": {"level": "h3", "text": "Nhỏ"}}]
    add_article(stream, slug="dai", body=headings("Đối thoại", "Tiền lương", "Nhà ở") + small)
    html = client.get("/tin/dai/").content.decode()
    entries = re.findall(r'<li><a href="#([^"]+)">([^<]+)</a></li>', html)
    assert entries == [("doi-thoai", "Đối thoại"), ("tien-luong", "Tiền lương"), ("nha-o", "Nhà ở")]
    assert all(f'<h2 id="{anchor}">' in html for anchor, _text in entries)
    add_article(stream, slug="ngan", body=headings("Một", "Hai"))
    assert 'class="contents"' not in client.get("/tin/ngan/").content.decode()


def test_it_can_be_shared_without_scripts_zalo_first(client, stream):
    add_article(stream, title="Bữa cơm & ca ba", slug="com")
    html = client.get("/tin/com/").content.decode()
    links = [link.replace("&amp;", "&") for link in re.findall(r'class="share__way" href="([^"]+)"', html)]
    zalo, facebook, mail = links
    url = re.search(r'rel="canonical" href="([^"]+)"', html)[1]
    assert json.loads(base64.b64decode(parse_qs(urlsplit(zalo).query)["d"][0])) == {"url": url}
    assert parse_qs(urlsplit(facebook).query)["u"] == [url]
    assert mail.startswith("mailto:?subject=B%E1%BB%AFa%20c%C6%A1m%20%26%20ca%20ba&body=")
    assert f'readonly value="{url}"' in html


def test_without_a_choice_of_the_editor_the_newest_on_its_subject_follow(client, site, stream):
    category = make_category()
    with transaction.atomic():
        for number in range(5):
            add_article(stream, title=f"Bài {number}", slug=f"bai-{number}", category=category)
    add_article(stream, title="Khác", slug="khac")
    related = client.get("/tin/bai-0/").content.decode().partition('class="related"')[2]
    assert [f"Bài {number}" in related for number in range(5)] == [False, False, True, True, True]
    assert "Khác" not in related.partition("<footer")[0]
    assert 'class="related"' not in client.get("/tin/khac/").content.decode()


def test_the_archive_goes_by_vietnamese_months(client, site, stream):
    for moment in ("2026-10-31 23:59", "2026-11-01 00:00", "2026-11-30 23:59", "2026-12-01 06:59"):
        date = datetime.fromisoformat(moment).replace(tzinfo=VIETNAM)
        add_article(stream, title=f"Bài {moment}", display_date=date)
    html = client.get("/tin/", {"month": "2026-11"}).content.decode()
    assert [f"Bài 2026-{day}" in html for day in ("10-31", "11-01", "11-30", "12-01")] == [False, True, True, False]
    assert re.findall(r'<option value="(2026-\d\d)"[^>]*>([^<]+)</option>', html) == [
        ("2026-12", "Tháng 12/2026 (1)"),
        ("2026-11", "Tháng 11/2026 (2)"),
        ("2026-10", "Tháng 10/2026 (1)"),
    ]
    translate(stream, site.home_en, title="News", slug="news")
    assert client.get("/api/v2/articles/", {"month": "2026-11"}).json()["meta"]["total_count"] == 2
    assert client.get("/api/v2/articles/", {"month": "2026-13"}).status_code == 400
    assert client.get("/tin/", {"month": "x"}).status_code == 200
