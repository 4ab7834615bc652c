"""`rich_text=text`: the same document without marks."""

import pytest

from cms.api.fields.rich_text import as_text, plain_text
from tests.factories import add_article

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

BODY = [
    {"type": "paragraph", "value": '<p>Điện &amp; nước: <b>mới</b> <a href="https://a.vn/?x=1&amp;y=2">đây</a>.</p>'},
    {"type": "paragraph", "value": "<p>Một<br/>hai</p><ul><li>ba</li><li>bốn <i>năm</i></li></ul><p></p>"},
]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("", ""),
        ("<p>a</p><p>b</p>", "a\nb"),
        ("<p>a<br/>b</p>", "a\nb"),
        ("<ul><li>a</li><li>b</li></ul>", "• a\n• b"),
        ("<p>1 &lt; 2 &amp; 3</p>", "1 < 2 & 3"),
        ("<p>H<sub>2</sub>O</p>", "H2O"),
        ('<p>  a  <a href="x">b</a>\n c</p>', "a b\nc"),
    ],
)
def test_marks_become_lines(markup, text):
    assert plain_text(markup) == text


def test_only_rich_text_changes_and_its_name_with_it():
    document = {"html": "<p>a</p>", "html_url": "x", "list": [{"note_html": "<b>c</b>", "n": 1}], "q": "<p>"}
    assert as_text(document) == {"text": "a", "html_url": "x", "list": [{"note_text": "c", "n": 1}], "q": "<p>"}
    assert as_text({"html": "<p>a</p>", "text": "own"}) == {"text": "own"}


def test_a_document_and_a_list_give_text_where_it_is_asked_for(articles, get):
    article = add_article(articles.stream, title="Chữ", body=BODY)
    html = get(f"articles/{article.pk}/", rich_text="html")
    assert html.content == get(f"articles/{article.pk}/").content
    for body in (
        get(f"articles/{article.pk}/", rich_text="text").json()["body"],
        get("articles/", id=article.pk, fields="body", rich_text="text").json()["items"][0]["body"],
    ):
        assert [block["value"] for block in body] == [
            {"text": "Điện & nước: mới đây."},
            {"text": "Một\nhai\n• ba\n• bốn năm"},
        ]
    assert [set(block["value"]) for block in html.json()["body"]] == [{"html"}, {"html"}]


def test_another_kind_of_text_is_refused(articles, get):
    for address in ("articles/", f"articles/{articles.articles[0].pk}/"):
        assert get(address, rich_text="markdown").json()["parameter"] == "rich_text"
