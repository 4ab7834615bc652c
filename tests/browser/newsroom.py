"""A colleague of the newsroom, in the Vietnamese admin: each method is what one does there."""

import re

from tests.browser.editor import Editor

# One of each role, and of those who approve two: nobody approves what he edited last.
PEOPLE = """
from django.contrib.auth import get_user_model
from cms.users.roles.people import make_people
make_people()
users = get_user_model().objects
for name in ("editor", "publisher"):
    second, _made = users.get_or_create(username=f"{name}-2", defaults={"email": f"{name}-2@example.org"})
    second.groups.set(users.get(username=name).groups.all())
for user in users.filter(is_superuser=False):
    user.set_password("%s")
    user.save()
"""


class Colleague(Editor):
    """Somebody of a role, logged in. What is decided is decided in the list on the dashboard."""

    def submit(self) -> None:
        """Give the page that is open to those who approve."""
        # A menu of blocks that stayed open would lie over the footer.
        self.page.locator("[name=title]").click()
        self.wait_for_autosave()
        self.press("footer .w-dropdown__toggle")
        with self.page.expect_navigation():
            self.press("footer button[name=action-submit]")

    def save_draft(self) -> None:
        self.wait_for_autosave()
        with self.page.expect_navigation():
            self.press("footer button:has-text('Lưu bản nháp')")

    def line(self, title: str):
        """Return the line of the dashboard's lists that has this title."""
        self.open("/admin/")
        return self.page.locator("#my-work, [data-panel='my-work'], main").first.locator("tr", has_text=title).first

    def approve(self, title: str) -> str:
        """Approve from the dashboard; return what was said."""
        line = self.line(title)
        with self.page.expect_navigation():
            line.get_by_role("button", name="Duyệt", exact=True).click()
        self.steps += 1
        return self.messages()

    def send_back(self, title: str, comment: str) -> str:
        self.line(title).get_by_role("button", name="Trả lại để sửa").click()
        self.page.locator(".modal textarea").fill(comment)
        with self.page.expect_navigation():
            self.press(".modal form [type=submit]")
        self.steps += 3
        return self.messages()

    def schedule(self, moment: str) -> None:
        """Say when the page that is open is to be published ("23/11/2026 14:05")."""
        self.page.locator("[data-a11y-dialog-show=schedule-publishing-dialog]").first.dispatch_event("click")
        self.page.locator("#schedule-publishing-dialog [name=go_live_at]").fill(moment)
        # By the keyboard: the calendar lies over the button until one clicks beside it.
        with self.page.expect_navigation():
            self.page.locator("#schedule-publishing-dialog").get_by_role("button", name="Lưu lịch").press("Enter")
        self.steps += 3

    def hand_in(self) -> str:
        """Give a translation to those who approve it; return what was said."""
        self.press(".translator__foot a:has-text('Gửi duyệt'), .translator__foot a[href*='hand-in']")
        with self.page.expect_navigation():
            self.press("main form button[type=submit]")
        return self.messages()

    def text_of(self, source: str):
        """Return the box of the translator's editor whose source reads so."""
        sources = self.page.locator(".translator__source").get_by_text(source, exact=True)
        return self.page.locator(".translator__text").filter(has=sources).first

    def key_of_page(self) -> int:
        """Return the number of the page whose editor is open."""
        return int(re.search(r"/pages/(\d+)/edit/", self.page.url)[1])
