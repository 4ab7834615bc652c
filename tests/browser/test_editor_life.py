"""An editor enters an article by hand, publishes it, translates title and lead, and both languages read right.

In the Vietnamese admin, from the stream's page on; the number of steps is a promise too.
"""

import json
import unicodedata
import urllib.request
from io import BytesIO

import pytest

from cms.operations.demo.pictures import draw
from tests.browser.editor import Editor

STREAM = "Xây dựng tổ chức Công đoàn vững mạnh"
TITLE = "Mười hai nghìn cán bộ cơ sở, một câu hỏi: ai đứng đầu?"
SLUG = "muoi-hai-nghin-can-bo-co-so-mot-cau-hoi-ai-dung-dau"
LEAD = "Toàn tỉnh có 12.675 cán bộ công đoàn cơ sở, 91,6% đã qua tập huấn. Việc còn lại là chọn đúng người đứng đầu."
OPENING = "Trong 12.675 người ấy, 4.052 người làm việc ở khu vực ngoài nhà nước, theo Chương trình 1563/CTr-TLĐ."
QUOTES = ["Cán bộ là gốc của mọi công việc", "Công đoàn muốn mạnh cần có cán bộ công đoàn tốt"]
CAPTION = "Trao giấy chứng nhận cho học viên lớp chủ tịch công đoàn cơ sở khóa XVI"
ALTERNATIVE = "Một lớp học buổi tối, người học ngồi kín các dãy bàn"
SOLUTIONS = [
    "1. Để ai cũng hiểu việc này",
    "2. Chọn người được tin",
    "3. Học gần nơi làm",
    "4. Che chắn cho người dám nói",
]
ENGLISH_TITLE = "Twelve thousand grassroots officers and one question: who leads?"
ENGLISH_SLUG = "twelve-thousand-grassroots-officers-and-one-question-who-leads"
ENGLISH_LEAD = (
    "The province has 12,675 grassroots union officers, 91.6% of them trained. It remains to choose who leads."
)
MOST_STEPS = 55


@pytest.fixture
def editor(chromium, live_site):
    context = chromium.new_context(viewport={"width": 1440, "height": 1000}, locale="vi-VN", reduced_motion="reduce")
    page = context.new_page()
    editor = Editor(page, live_site.url)
    editor.log_in("admin", "admin")
    yield editor
    context.close()


def picture() -> bytes:
    data = BytesIO()
    draw("school-evening-class", (1200, 800)).save(data, "JPEG")
    return data.getvalue()


def api(live_site, address: str) -> dict:
    with urllib.request.urlopen(f"{live_site.url}/api/v2{address}") as answer:
        return json.load(answer)


def write(editor: Editor) -> None:
    # As a Mac sends it: every accent a character of its own.
    editor.type("title", unicodedata.normalize("NFD", TITLE))
    editor.fill("lead", LEAD)
    editor.write_paragraph(OPENING)
    for words in QUOTES:
        quote = editor.add_block("Trích lời")
        editor.fill(f"{quote}-text", words)
        editor.fill(f"{quote}-attribution", "Chủ tịch Hồ Chí Minh")
    image = editor.add_block("Ảnh")
    editor.upload_picture(f"{image}-image", picture(), "lop-hoc.jpg", "Lớp học buổi tối", "Ban Biên tập")
    editor.fill(f"{image}-caption", CAPTION)
    for words in SOLUTIONS:
        editor.fill(f"{editor.add_block('Tiêu đề')}-text", words)
        editor.write_paragraph(f"Nội dung của việc {words[0]}.")
    editor.choose("id_category", "Cán bộ cơ sở")
    editor.fill_date("display_date", "09/10/2026 08:30")


def test_an_article_is_entered_published_and_translated(editor, live_site):
    streams = api(live_site, "/streams/?limit=20")["items"]
    stream = next(item for item in streams if item["title"] == STREAM)
    editor.open(f"/admin/pages/{stream['id']}/")
    editor.press("a[href*='/add_subpage/']")
    write(editor)
    assert editor.page.locator("[name=slug]").input_value() == SLUG

    editor.publish()
    errors = [text.strip() for text in editor.page.locator(".error-message").all_inner_texts() if text.strip()]
    assert errors == ["Hãy mô tả ảnh trong văn bản thay thế, hoặc đánh dấu là chỉ để trang trí."]
    editor.fill("body-3-value-alt_text", ALTERNATIVE)
    editor.publish()
    address = live_site.url + editor.page.locator(".messages a").first.get_attribute("href")
    assert address.endswith(f"/{SLUG}/")
    page_id = editor.page.locator(".messages a").last.get_attribute("href").split("/")[-3]

    editor.open(f"/admin/localize/submit/page/{page_id}/")
    editor.press("main form [type=submit]")
    editor.translate(TITLE, ENGLISH_TITLE)
    editor.translate(LEAD, ENGLISH_LEAD)
    editor.press("button[name=action][value=publish]")
    editor.page.locator(".messages .success").wait_for()
    assert editor.steps <= MOST_STEPS, f"{editor.steps} steps"

    reads_right_in_vietnamese(editor.page, address)
    reads_right_in_english(editor.page, address)
    says_the_same_as_json(live_site, int(page_id))


def reads_right_in_vietnamese(page, address: str) -> None:
    page.goto(address)
    assert page.locator("h1").inner_text() == TITLE
    assert page.locator(".article__lead").inner_text() == LEAD
    assert [text.strip() for text in page.locator("blockquote").all_inner_texts()] == QUOTES
    figure = page.locator(".figure").first
    assert figure.locator("img").get_attribute("alt") == ALTERNATIVE
    assert CAPTION in figure.locator("figcaption").inner_text()
    assert "Ban Biên tập" in figure.locator("figcaption").inner_text()
    assert page.locator(".prose h2").all_inner_texts() == SOLUTIONS
    assert "Thứ Sáu, 09/10/2026 08:30" in page.locator(".byline").inner_text()
    assert page.locator(".topics").inner_text().strip() == "Cán bộ cơ sở"


def reads_right_in_english(page, address: str) -> None:
    page.goto(address)
    page.locator(".read-in").click()
    page.wait_for_url(f"**/en/**/{ENGLISH_SLUG}/")
    assert page.locator("h1").inner_text() == ENGLISH_TITLE
    assert page.locator(".article__lead").inner_text() == ENGLISH_LEAD
    assert "9 October 2026" in page.locator(".byline").inner_text()
    assert page.locator(".notice").count() == 0


def says_the_same_as_json(live_site, page_id: int) -> None:
    vietnamese = api(live_site, f"/articles/{page_id}/")
    assert (vietnamese["title"], vietnamese["lead"]) == (TITLE, LEAD)
    types = [block["type"] for block in vietnamese["body"]]
    assert types == ["paragraph", "quote", "quote", "image", *["heading", "paragraph"] * 4]
    assert vietnamese["body"][3]["value"]["image"]["alt"] == ALTERNATIVE
    (other,) = vietnamese["meta"]["translations"]
    assert other["locale"] == "en"
    english = api(live_site, f"/articles/{other['id']}/")
    assert (english["title"], english["lead"]) == (ENGLISH_TITLE, ENGLISH_LEAD)
    assert english["meta"]["uuid"] == vietnamese["meta"]["uuid"]
