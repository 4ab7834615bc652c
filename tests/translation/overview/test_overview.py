"""The table of translations: pages × languages, narrowed, sorted, exported, at a cost that does not grow."""

import csv
import io
from datetime import datetime
from uuid import uuid4

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import make_aware
from openpyxl import load_workbook
from wagtail.models import Locale

from cms.translation.models import TranslationState
from tests.factories import add_article, add_stream, publish, translate

MOST_QUERIES = 12


@pytest.fixture
def stream(site):
    stream = add_stream(site.home)
    site.stream_en = translate(stream, site.home_en, title="News", slug="news")
    return stream


@pytest.fixture
def overview(admin_client):
    """Return a function that asks for the table."""
    return lambda **query: admin_client.get(reverse("translation_overview"), query)


def titles(response) -> list[str]:
    return [row.title for row in response.context["object_list"]]


def add_rows(number: int) -> None:
    """Add originals with a translation each, as rows alone: the table reads nothing else."""
    vi, en = Locale.objects.get(language_code="vi"), Locale.objects.get(language_code="en")
    rows = []
    for index in range(number):
        common = {"type": "articles.ArticlePage", "translation_key": uuid4(), "source_id": 10_000 + index}
        common |= {"title": f"Bài {index}", "folded_title": f"bai {index}", "sort_key": f"bai {index:05}", "words": 100}
        since = make_aware(datetime(2026, 1, 1 + index % 28))
        rows.append(TranslationState(**common, locale=vi, object_id=10_000 + index, state="original"))
        state = ("missing", "draft", "outdated", "current")[index % 4]
        left = {"missing": 100, "draft": 60, "outdated": 10, "current": 0}[state]
        rows.append(
            TranslationState(
                **common, locale=en, state=state, words_left=left, outdated_since=since if state == "outdated" else None
            )
        )
    TranslationState.objects.bulk_create(rows)


def test_it_shows_sorts_narrows_and_finds(site, stream, overview):
    current = add_article(stream, title="Đối thoại ở xưởng", lead="Công nhân nói.")
    translate(current, site.stream_en, title="Dialogue", slug="dialogue")
    outdated = add_article(stream, title="Chăm lo Tết", lead="Một câu.")
    translate(outdated, site.stream_en, title="Tet", slug="tet")
    publish(outdated)
    add_article(stream, title="Ăn ca", lead="Một hai ba.")
    html = overview().content.decode()
    assert "translation-state--outdated" in html
    assert "translation-state--missing" in html
    here = {"section": stream.pk, "type": "articles.ArticlePage"}
    assert titles(overview(**here)) == ["Ăn ca", "Chăm lo Tết", "Đối thoại ở xưởng"]
    assert titles(overview(**here, ordering="-sort_key"))[0] == "Đối thoại ở xưởng"
    assert titles(overview(**here, ordering="left"))[0] == "Đối thoại ở xưởng"
    assert titles(overview(**here, ordering="since"))[0] == "Chăm lo Tết"
    assert titles(overview(state="outdated", language="en")) == ["Chăm lo Tết"]
    assert titles(overview(state="outdated", language="vi")) == []
    assert titles(overview(q="doi thoai")) == ["Đối thoại ở xưởng"]
    assert overview(state="nonsense").status_code == 200


def test_five_hundred_pages_cost_what_five_cost(overview):
    overview()
    counts = []
    for number in (5, 495):
        add_rows(number)
        with CaptureQueriesContext(connection) as queries:
            assert overview().status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] <= MOST_QUERIES, "\n".join(query["sql"][:150] for query in queries)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_it_is_exported_whole(overview, form):
    add_rows(120)
    content = b"".join(overview(export=form, type="articles.ArticlePage"))
    if form == "csv":
        rows = list(csv.reader(io.StringIO(content.decode())))
    else:
        rows = [list(row) for row in load_workbook(io.BytesIO(content)).active.values]
    assert rows[0][:3] == ["Bản gốc", "Loại", "Số từ"] or rows[0][0] == "Original"
    assert len(rows) == 121
    outdated = next(row for row in rows if row[0] == "Bài 2")
    assert [str(value) for value in outdated[2:3] + outdated[4:6]] == ["100", "90", "10"]


def test_who_writes_no_pages_does_not_see_it(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("reader"))
    assert client.get(reverse("translation_overview")).status_code == 302


def test_the_explorer_says_how_each_page_stands(site, stream, admin_client):
    article = add_article(stream, title="Đối thoại", lead="Công nhân nói.")

    def listing(page):
        with CaptureQueriesContext(connection) as queries:
            html = admin_client.get(reverse("wagtailadmin_explore", args=[page.pk])).content.decode()
        return html, sum("translation_translationstate" in query["sql"] for query in queries)

    html, asked = listing(stream)
    assert "translation-state--missing" in html
    translate(article, site.stream_en, title="Dialogue", slug="dialogue")
    add_article(stream, title="Hai")
    html, asked_again = listing(stream)
    assert "translation-state--current" in html
    assert asked == asked_again == 1
    assert "translation-state--current" in listing(site.stream_en)[0]


def test_the_admins_home_shows_how_far_each_language_is_to_those_who_work_on_texts(site, admin_client, client):
    add_rows(8)
    home = admin_client.get(reverse("wagtailadmin_home")).content.decode()
    panel = home.partition('id="translation-progress-section"')[2]
    assert f'href="{reverse("translation_overview")}?state=missing&amp;language=en"' in panel
    assert '<progress max="100"' in panel
    reader = get_user_model().objects.create_user("doi-tac", "doi-tac@example.vn", "mat-khau")
    reader.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(reader)
    assert "translation-progress" not in client.get(reverse("wagtailadmin_home")).content.decode()
