"""A worker on a phone, in one of the two languages, with or without scripts: each method is what one does there."""

from playwright.sync_api import Page

LIBRARY = {"vi": "/tu-sach-phap-luat-dien-tu/", "en": "/en/electronic-law-library/"}
ASK = {"vi": "/gui-cau-hoi/", "en": "/en/ask/"}
TRACK = {"vi": "/theo-doi/", "en": "/en/track/"}
# A form that is sent sooner is taken for a machine's: milliseconds.
TIME_TO_READ = 3200


class Worker:
    """`page` is 390 px wide."""

    def __init__(self, page: Page, url: str, language: str):
        self.page, self.url, self.language = page, url, language

    def press(self, selector: str) -> None:
        """Press the first of these and wait for the page it leads to."""
        with self.page.expect_navigation():
            self.page.locator(selector).first.click()

    def look_up(self, text: str) -> str:
        """Look a document up in the library; return the first number found, "" for none."""
        self.page.goto(self.url + LIBRARY[self.language])
        self.page.fill("form input[name=q]:visible", text)
        self.press("form:has(select[name=document_type]) button[type=submit]")
        numbers = self.page.locator(".law-list .law-row__number")
        return numbers.first.inner_text() if numbers.count() else ""

    def open_first(self) -> None:
        self.press(".law-list .law-row__link")

    def status_on(self, day: str) -> str:
        """Return the status, as a code, that the record shows for a day."""
        self.page.fill("#as-of", day)
        self.press("form:has(#as-of) button")
        classes = self.page.locator(".record__identity .status").get_attribute("class")
        return classes.rpartition("status--")[2]

    def ask(self, text: str, **contact: str) -> str:
        """Ask a question, let it be published; return the tracking code."""
        self.page.goto(self.url + ASK[self.language])
        self.page.fill("textarea[name=text]", text)
        self._send("textarea[name=text]")
        self.page.select_option("select[name=topic]", index=1)
        for name, value in contact.items():
            self.page.fill(f"[name={name}]", value)
        for box in self.page.locator("input[name^=agree_]").all():
            assert not box.is_checked()
            box.check()
        self.page.wait_for_timeout(TIME_TO_READ)
        self._send("input[name=token]")
        return self.page.locator(".code__code").inner_text()

    def follow(self, code: str) -> str:
        """Look a code up; return the state, as a code of it, "" where there is nothing."""
        self.page.goto(self.url + TRACK[self.language])
        self.page.fill("#code", code.lower().replace("-", " "))
        self._send("#code")
        state = self.page.locator(".track__state")
        return state.get_attribute("class").rpartition("track__state--")[2] if state.count() else ""

    def add(self, text: str) -> None:
        """Write what was asked back for, in the case that is shown."""
        self.page.fill("textarea[name=text]", text)
        self._send("textarea[name=text]")

    def reads(self, text: str) -> bool:
        return text in self.page.locator("main").inner_text()

    def is_wider_than_the_phone(self) -> bool:
        return self.page.locator("body").bounding_box()["width"] > self.page.viewport_size["width"]

    def _send(self, field: str) -> None:
        self.press(f"form:has({field}) .form__send button")
