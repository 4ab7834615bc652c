"""A worker on a phone finds the law and asks; a legal adviser answers, and learns when a law is replaced."""

import re
from datetime import timedelta

import pytest

from articles.law.status import today_in_vietnam
from tests.browser.editor import Editor
from tests.browser.worker import Worker
from tests.programs import needs

pytestmark = [
    pytest.mark.trial,
    needs("chromium"),
]

DECREE = "145/2020/NĐ-CP"
SPELLINGS = {
    "vi": ["145-2020-nd-cp", "145/2020/NĐ – CP", "nghị định 145 năm 2020"],
    "en": ["145-2020-nd-cp", "145 / 2020 / ND-CP", "decree 145 of 2020"],
}
STATUSES = {"2015-12-31": "not_yet", "2016-01-01": "in_force", "2025-07-01": "expired"}
QUESTION = (
    "Tôi tên là Nguyễn Văn Giả Định, điện thoại 0912 345 678. Tổ tôi làm thêm 62 giờ trong tháng 5 nhưng bảng lương "
    "chỉ ghi 40 giờ, quản đốc nói phần còn lại nghỉ bù. Như vậy có đúng không?"
)
ANSWER = "Không đúng: làm thêm giờ phải được trả lương theo Điều 98 Bộ luật Lao động số 45/2019/QH14 và 145/2020/NĐ-CP."
TITLE = "Làm thêm giờ mà chỉ được nghỉ bù thì có đúng không?"
READ = "công khai"
PHONES = [("vi", False), ("en", False), ("vi", True), ("en", True)]


@pytest.fixture
def phone(chromium, live_site):
    """Return a function that gives a worker's phone."""
    contexts = []

    def take(language: str, has_scripts: bool) -> Worker:
        size = {"width": 390, "height": 844}
        contexts.append(chromium.new_context(viewport=size, java_script_enabled=has_scripts, reduced_motion="reduce"))
        return Worker(contexts[-1].new_page(), live_site.url, language)

    yield take
    for context in contexts:
        context.close()


@pytest.mark.parametrize(("language", "has_scripts"), PHONES)
def test_a_worker_finds_a_decree_sees_it_on_three_days_and_follows_its_relations(phone, language, has_scripts):
    worker = phone(language, has_scripts)
    for spelling in SPELLINGS[language]:
        assert worker.look_up(spelling) == DECREE, spelling
        assert not worker.is_wider_than_the_phone()
    assert worker.look_up("58/2014/QH13") == "58/2014/QH13"
    worker.open_first()
    assert {day: worker.status_on(day) for day in STATUSES} == STATUSES
    worker.press(".law-relations a")
    assert worker.page.locator(".record__number").inner_text() == "41/2024/QH15"
    assert not worker.is_wider_than_the_phone()


def newest_case(desk: Editor) -> str:
    """Return the address of the case that came last."""
    desk.open("/admin/cases/")
    links = desk.page.locator("a[href*='/admin/cases/inspect/']")
    addresses = {link.get_attribute("href") for link in links.all()}
    return max(addresses, key=lambda address: int(re.search(r"\d+", address)[0]))


def move(desk: Editor, case: str, name: str, text: str = "") -> None:
    """Press a move's button on the case's page, write its text, and send it."""
    desk.open(case)
    desk.press(f"a[href$='/move/{name}/']")
    if text:
        desk.fill("text", text)
    with desk.page.expect_navigation():
        desk.press("main form button[type=submit]")
    assert desk.page.url.endswith(case), desk.page.locator("main").inner_text()


def test_a_question_from_asking_to_publication_and_the_replaced_law(phone, office):
    worker = phone("vi", has_scripts=False)
    code = worker.ask(QUESTION, email="nguoi.hoi@example.org", name="Nguyễn Văn Giả Định")
    assert re.fullmatch(r"(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}", code)
    assert worker.follow(code) == "new"
    assert phone("en", has_scripts=True).follow("0000-0000-0000-0000") == ""

    adviser = office("legal-adviser")
    case = newest_case(adviser)
    for name, text in (("accept", ""), ("ask_back", "Thỏa ước của công ty viết gì về nghỉ bù?")):
        move(adviser, case, name, text)
    assert worker.follow(code) == "more_info"
    assert worker.reads("Thỏa ước của công ty viết gì về nghỉ bù?")
    worker.add("Thỏa ước không viết gì.")
    assert worker.follow(code) == "in_progress"
    move(adviser, case, "submit", ANSWER)
    adviser.open(case)
    assert not adviser.page.locator("a[href$='/move/approve/']").count()

    leader = office("publisher")
    move(leader, case, "approve")
    assert worker.follow(code) == "answered"
    assert worker.reads(ANSWER)

    leader.open(case)
    leader.press("a[href$='/publication/']")
    leader.fill("title", TITLE)
    question = leader.page.locator("[name=question]").input_value()
    assert "0912 345 678" not in question and "Giả Định" not in question
    with leader.page.expect_navigation():
        leader.press("button[name=draft]")
    leader.open(case)
    leader.press("a[href$='/comparison/']")
    leader.page.check("[name=is_compared]")
    with leader.page.expect_navigation():
        leader.press("main form button[type=submit]")
    leader.publish()
    assert worker.follow(code) == "published"
    worker.press(f"main a:has-text('{READ}')")
    assert worker.reads(TITLE)
    assert not worker.reads("0912 345 678")
    assert worker.page.locator("main .prose a[href*='45-2019-qh14'], main a[href*='45-2019-qh14']").count()

    replace_from_tomorrow(leader)
    leader.open("/admin/reports/answers/")
    row = leader.page.locator("tr", has_text=TITLE)
    assert "45/2019/QH14" in row.inner_text()
    adviser.open("/admin/reports/answers/")
    assert adviser.page.locator("tr", has_text=TITLE).count() == 1


def replace_from_tomorrow(leader: Editor) -> None:
    """Enter that the Labour Code is replaced as of tomorrow, and publish it."""
    tomorrow = today_in_vietnam() + timedelta(days=1)
    leader.open("/admin/pages/search/?q=B%E1%BB%99+lu%E1%BA%ADt+Lao+%C4%91%E1%BB%99ng+n%C4%83m+2019")
    leader.page.locator("a[href*='/edit/']", has_text="Bộ luật Lao động năm 2019").first.click()
    leader.page.locator("#id_events-ADD").click()
    place = int(leader.page.locator("[name=events-TOTAL_FORMS]").input_value()) - 1
    leader.fill_date(f"events-{place}-date", tomorrow.strftime("%d/%m/%Y"))
    leader.page.select_option(f"[name=events-{place}-event]", "replaced")
    leader.publish()
