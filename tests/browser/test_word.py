"""Text pasted from Word is stored clean: words, bold, italic, links and lists, and nothing of Word's own."""

import re
import unicodedata

import pytest

from tests.browser.editor import Editor
from tests.browser.test_editor_life import api
from tests.browser.word import paste_from_word

pytestmark = pytest.mark.trial

CLEAN = (
    "<p><b>Công đoàn tỉnh</b></p>"
    "<p>Hội nghị tại Hạ Long có <i>12.675</i> người, theo "
    '<a href="https://example.vn/1563">Chương trình 1563/CTr-TLĐ</a>.</p>'
    "<ul><li>Đối thoại ở cơ sở</li><li>Thỏa ước tập thể</li></ul><ol><li>Việc thứ nhất</li></ol>"
)


def test_what_is_pasted_from_word_is_stored_clean(chromium, live_site):
    context = chromium.new_context(viewport={"width": 1440, "height": 1000}, locale="vi-VN")
    editor = Editor(context.new_page(), live_site.url)
    editor.log_in("admin", "admin")
    stream = api(live_site, "/streams/?limit=1")["items"][0]
    editor.open(f"/admin/pages/add/articles/articlepage/{stream['id']}/")
    editor.type("title", "Dán từ Word")
    editor.fill("lead", "Một câu.")
    paste_from_word(editor)
    editor.publish()
    page_id = editor.page.locator(".messages a").last.get_attribute("href").split("/")[-3]
    article = api(live_site, f"/articles/{page_id}/")
    context.close()
    html = re.sub(r"\s+", " ", article["body"][0]["value"]["html"].replace("\u00a0", " "))
    assert html == CLEAN
    assert unicodedata.is_normalized("NFC", html)
