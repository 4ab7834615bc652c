"""The report of cited numbers without a record: who reads it, what is in it, its filter and its table file."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from tests.articles.citations.content import NUMBER, add_decree, article


@pytest.fixture
def editor(client, site):
    client.force_login(get_user_model().objects.create_superuser("admin", "admin@example.org", "-"))
    return client


def test_it_lists_each_page_and_counts_them(editor, library, stream):
    add_decree(library, "1/2020/NĐ-CP")
    for html in (f"<p>{NUMBER} và 1/2020/NĐ-CP, Luật Đất đai 2013</p>", f"<p>{NUMBER}</p>", "<p>02-NQ/TW</p>"):
        article(stream, html)
    rows = editor.get(reverse("unresolved_citations")).context["object_list"]
    assert [(row.printed, row.page_count) for row in rows] == [(NUMBER, 2), (NUMBER, 2), ("02-NQ/TW", 1)]


def test_it_is_filtered_and_exported(editor, library, stream):
    article(stream, f"<p>{NUMBER}, 02-NQ/TW</p>")
    rows = editor.get(reverse("unresolved_citations"), {"number": "02 - nq/tw"}).context["object_list"]
    assert [row.printed for row in rows] == ["02-NQ/TW"]
    response = editor.get(reverse("unresolved_citations"), {"export": "csv"})
    text = b"".join(response.streaming_content).decode()
    assert NUMBER in text
    assert "02-NQ/TW" in text


def test_it_is_in_the_menu_and_closed_to_strangers(editor, client):
    assert reverse("unresolved_citations") in editor.get(reverse("wagtailadmin_home")).content.decode()
    client.logout()
    assert client.get(reverse("unresolved_citations")).status_code == 302
