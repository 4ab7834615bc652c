"""The whole life of an article, in a browser, in Vietnamese: each does his part, and nobody another's."""

import time
import urllib.error
import urllib.request
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from tests.browser.newsroom import Colleague
from tests.browser.side_doors import knock_at_every_door
from tests.browser.test_editor_life import STREAM, api

pytestmark = pytest.mark.trial

# Letters only, for no fact; in every text that changes, or it would be filled in from an earlier run.
MARK = uuid4().hex[:6].translate(str.maketrans("0123456789", "ghijklmnop"))
TITLE = f"Bữa cơm ca đêm ở mỏ Hà Lầm {MARK}"
LEAD = f"Từ tháng 10, 1.250 thợ lò tổ {MARK} được ăn nóng lúc 2 giờ sáng."
BETTER_LEAD = f"Từ tháng 10, theo Công đoàn mỏ, 1.250 thợ lò tổ {MARK} được ăn nóng lúc 2 giờ sáng."
LATER_LEAD = f"Từ tháng 10, theo Công đoàn mỏ, 1.380 thợ lò tổ {MARK} được ăn nóng lúc 2 giờ sáng."
BODY = "Công đoàn mỏ góp ý 3 lần, giám đốc đồng ý từ ngày 01/10/2026."
COMMENT = "Con số 1.250 lấy từ đâu?"
ENGLISH_TITLE = f"A hot meal for the night shift at Ha Lam mine {MARK}"
ENGLISH_LEAD = f"Since October, the mine's union says, {{}} miners of team {MARK} have had a hot meal at 2 a.m."
ENGLISH_BODY = "The mine's union made 3 proposals; the director agreed as of 1 October 2026."
VIETNAM = timedelta(hours=7)
# The worker looks every few seconds; the moment is at most a minute and a half away.
LONGEST_WAIT = 110


def status(address: str) -> tuple[int, str]:
    """Return (status, where it leads to) of an address as a reader asks for it."""
    try:
        with urllib.request.urlopen(address) as answer:
            return answer.status, answer.url
    except urllib.error.HTTPError as error:
        return error.code, error.url


def wait_for(address: str, wanted: int) -> None:
    until = time.monotonic() + LONGEST_WAIT
    while status(address)[0] != wanted and time.monotonic() < until:
        time.sleep(2)
    assert status(address)[0] == wanted


def test_the_whole_life_of_an_article(office, live_site):
    stream = next(item for item in api(live_site, "/streams/?limit=20")["items"] if item["title"] == STREAM)
    page_id, address = write_and_correct(office, stream)
    approve_for_a_moment(office, page_id, address)
    english_id, english = translate_and_publish(office, live_site, page_id)
    new_english = change_and_make_current(office, live_site, page_id, english_id, english)
    new_address = change_the_address(office, page_id, address)
    unpublish_both(office, page_id, new_address, new_english)


def write_and_correct(office, stream) -> tuple[int, str]:
    """Author writes, editor sends back, author corrects, editor approves."""
    author, editor = office("author"), office("editor")
    author.open(f"/admin/pages/add/articles/articlepage/{stream['id']}/")
    author.type("title", TITLE)
    author.fill("lead", LEAD)
    author.write_paragraph(BODY)
    author.submit()
    assert "gửi duyệt trang" in author.messages()
    assert "đã trả lại" in editor.send_back(TITLE, COMMENT).lower()

    line = author.line(TITLE)
    assert COMMENT in line.inner_text()
    line.locator("a").first.click()
    author.page.wait_for_url("**/edit/")
    assert COMMENT in author.messages()
    page_id = author.key_of_page()
    author.fill("lead", BETTER_LEAD)
    author.submit()
    assert "chuyển sang bước tiếp theo" in editor.approve(TITLE)
    slug = author_slug(editor, page_id)
    return page_id, f"{stream['meta']['html_url']}{slug}/"


def author_slug(editor: Colleague, page_id: int) -> str:
    editor.open(f"/admin/pages/{page_id}/edit/")
    return editor.page.locator("[name=slug]").input_value()


def approve_for_a_moment(office, page_id: int, address: str) -> None:
    """Leader sets the next minute but one and approves; the worker publishes."""
    leader = office("publisher")
    leader.open(f"/admin/pages/{page_id}/edit/")
    moment = datetime.now(UTC) + VIETNAM + timedelta(seconds=75)
    leader.schedule(moment.strftime("%d/%m/%Y %H:%M"))
    assert "đã được duyệt, sẽ đăng lúc" in leader.approve(TITLE)
    assert status(address)[0] == 404
    leader.open("/admin/")
    assert TITLE in leader.page.locator("main").inner_text()
    wait_for(address, 200)


def translate_and_publish(office, live_site, page_id: int) -> tuple[int, str]:
    """Translator sends it to translation, is stopped by the guard, corrects, hands in; others approve."""
    translator = office("translator-en")
    translator.open(f"/admin/localize/submit/page/{page_id}/")
    translator.press("main form [type=submit]")
    translator.page.wait_for_url("**/edit/")
    english_id = translator.key_of_page()
    edit = f"/admin/pages/{english_id}/edit/"
    translator.translate(TITLE, ENGLISH_TITLE)
    translator.translate(BODY, ENGLISH_BODY)
    translator.translate(BETTER_LEAD, ENGLISH_LEAD.format("1.250"), state="wrong")
    assert "1,250" not in translator.text_of(BETTER_LEAD).locator("[name=value]").input_value()
    assert "số liệu khác với bản gốc" in translator.hand_in()
    translator.open(edit)
    translator.translate(BETTER_LEAD, ENGLISH_LEAD.format("1,250"))
    knock_at_every_door(translator, live_site, page_id, english_id)
    translator.open(edit)
    assert f"Đã gửi duyệt “{ENGLISH_TITLE}”" in translator.hand_in()
    assert english_of(live_site, page_id) is None
    knock_at_every_door(translator, live_site, page_id, english_id)
    office("editor").approve(ENGLISH_TITLE)
    assert "đã được duyệt và đăng" in office("publisher").approve(ENGLISH_TITLE)
    english = english_of(live_site, page_id)
    assert (english["title"], english["lead"]) == (ENGLISH_TITLE, ENGLISH_LEAD.format("1,250"))
    return english_id, english["meta"]["html_url"]


def english_of(live_site, page_id: int) -> dict | None:
    """Return what the API says of the published translation, None where there is none."""
    # What was published shows within a second.
    time.sleep(2)
    others = api(live_site, f"/articles/{page_id}/")["meta"]["translations"]
    return api(live_site, f"/articles/{others[0]['id']}/") if others else None


def change_and_make_current(office, live_site, page_id: int, english_id: int, english: str) -> str:
    """The source changes; the old translation stands beside what changed. It is made current, at a new address."""
    other_editor, translator = office("editor-2"), office("translator-en")
    other_editor.open(f"/admin/pages/{page_id}/edit/")
    other_editor.fill("lead", LATER_LEAD)
    other_editor.submit()
    office("editor").approve(TITLE)
    assert "đã được duyệt và đăng" in office("publisher").approve(TITLE)
    assert english_of(live_site, page_id)["lead"] == ENGLISH_LEAD.format("1,250")

    assert "cũ" in translator.line(TITLE).inner_text().lower()
    translator.open(f"/admin/pages/{english_id}/edit/")
    changed = translator.page.locator(".translator__text[data-state=changed]")
    assert changed.locator("[name=value]").input_value() == ENGLISH_LEAD.format("1,250")
    assert changed.locator("del").first.inner_text().strip() == "1.250"
    assert changed.locator("ins").first.inner_text().strip() == "1.380"
    changed.locator("[name=value]").fill(ENGLISH_LEAD.format("1,380"))
    changed.get_by_role("button", name="Lưu").click()
    changed.first.wait_for(state="detached")
    slug = translator.page.locator(".translator__text", has_text="Đường dẫn").locator("[name=value]").first
    slug.fill(f"hot-meals-{MARK}")
    slug.locator("xpath=ancestor::form").get_by_role("button", name="Lưu").click()
    translator.page.wait_for_load_state("networkidle")
    translator.hand_in()
    office("editor").approve(ENGLISH_TITLE)
    office("publisher").approve(ENGLISH_TITLE)
    now = english_of(live_site, page_id)
    assert now["lead"] == ENGLISH_LEAD.format("1,380")
    assert now["meta"]["html_url"].endswith(f"/hot-meals-{MARK}/")
    assert status(english) == (200, now["meta"]["html_url"])
    return now["meta"]["html_url"]


def change_the_address(office, page_id: int, address: str) -> str:
    leader = office("publisher")
    leader.open(f"/admin/pages/{page_id}/edit/")
    leader.press("[role=tab]:has-text('Địa chỉ')")
    leader.fill("slug", f"com-ca-dem-{MARK}")
    leader.publish()
    new = f"{address.rstrip('/').rpartition('/')[0]}/com-ca-dem-{MARK}/"
    assert status(address) == (200, new)
    return new


def unpublish_both(office, page_id: int, address: str, english: str) -> None:
    leader = office("publisher")
    leader.open(f"/admin/pages/{page_id}/unpublish/")
    leader.page.get_by_label(ENGLISH_TITLE).check()
    with leader.page.expect_navigation():
        leader.press("main form [type=submit]")
    for one in (address, english):
        wait_for(one, 410)
