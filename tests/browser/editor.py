"""An editor at the keyboard, in the Vietnamese admin: each method is what one does, and `steps` counts it."""

import re

# Wagtail's pause before it saves by itself, and a little: milliseconds.
AUTOSAVE_BEGINS = 2600
SAVE = re.compile("^Lưu")


class Editor:
    """`steps` is the number of things done: a field filled, a button pressed."""

    def __init__(self, page, url: str):
        self.page = page
        self.url = url
        self.steps = 0

    def log_in(self, name: str, password: str) -> None:
        self.page.goto(f"{self.url}/admin/")
        self.page.fill("input[name=username]", name)
        self.page.fill("input[name=password]", password)
        self.press("[type=submit]")
        self.page.wait_for_url(re.compile("/admin/$"))

    def open(self, address: str) -> None:
        self.page.goto(self.url + address)
        self.page.wait_for_load_state("load")

    def press(self, selector: str) -> None:
        self.page.locator(selector).locator("visible=true").first.click()
        self.steps += 1

    def fill(self, name: str, text: str) -> None:
        self.page.locator(f"[name='{name}']").fill(text)
        self.steps += 1

    def fill_date(self, name: str, text: str) -> None:
        """Type a date; the calendar, which opens a moment after its field is entered, closes when it is left."""
        self.fill(name, text)
        calendar = self.page.locator(".xdsoft_datetimepicker:visible")
        calendar.wait_for()
        # From the field, wherever the focus is: only the field that is left closes its calendar.
        self.page.locator(f"[name='{name}']").press("Tab")
        calendar.wait_for(state="hidden")

    def type(self, name: str, text: str) -> None:
        """Type letter by letter, as scripts that listen to the keys see it."""
        self.page.locator(f"[name='{name}']").press_sequentially(text)
        self.page.keyboard.press("Tab")
        self.steps += 1

    def add_block(self, label: str) -> str:
        """Add a block below the others; return the beginning of its fields' names."""
        place = self.page.locator("[name^=body-][name$=-type]").count()
        self.page.locator("button.c-sf-add-button").last.click()
        self.page.get_by_role("option", name=label, exact=True).click()
        self.steps += 1
        self.page.locator(f"[name=body-{place}-type]").wait_for(state="attached")
        return f"body-{place}-value"

    def write_paragraph(self, text: str) -> None:
        """Add a paragraph and paste a text into it."""
        self.add_block("Đoạn văn")
        self.page.locator(".public-DraftEditor-content").last.click()
        self.page.keyboard.insert_text(text)
        self.steps += 1

    def upload_picture(self, chooser: str, data: bytes, name: str, title: str, credit: str) -> None:
        """Upload a picture in a chooser's dialog, which chooses it."""
        self.press(f"#{chooser}-chooser .chooser__choose-button")
        self.press("[role=dialog] [role=tab]:has-text('Tải lên'), .modal [role=tab]:has-text('Tải lên')")
        self.page.set_input_files(
            "[name=image-chooser-upload-file]", {"name": name, "mimeType": "image/jpeg", "buffer": data}
        )
        self.steps += 1
        self.fill("image-chooser-upload-title", title)
        self.fill("image-chooser-upload-credit", credit)
        self.press(".modal button[type=submit]:has-text('Tải lên'), .modal [type=submit][value='Tải lên']")
        self.page.locator(f"#{chooser}-chooser .chooser__title, #{chooser}-chooser .chooser__image").first.wait_for()
        self.wait_for_dialog()

    def choose(self, chooser: str, label: str) -> None:
        """Choose what has this name in a chooser's dialog."""
        self.press(f"#{chooser}-chooser .chooser__choose-button")
        self.press(f".modal a:has-text('{label}')")
        self.page.locator(f"#{chooser}-chooser .chooser__title:has-text('{label}')").wait_for()
        self.wait_for_dialog()

    def publish(self) -> None:
        """Press "publish" in the footer's list of actions and wait for the answer."""
        self.wait_for_autosave()
        self.press("footer .w-dropdown__toggle, .footer .w-dropdown__toggle")
        with self.page.expect_navigation():
            self.press("button[name=action-publish]")
        self.wait_for_autosave()

    def translate(self, source: str, translation: str, state: str = "done") -> None:
        """In the translator's editor, translate the text that reads `source`; it is in this state then."""
        sources = self.page.locator(".translator__source").get_by_text(source, exact=True)
        text = self.page.locator(".translator__text").filter(has=sources).first
        text.locator("[name=value]").fill(translation)
        text.get_by_role("button", name="Lưu").click()
        self.page.locator(f".translator__text[data-state={state}]").filter(has=sources).first.wait_for()
        self.steps += 2

    def wait_for_dialog(self) -> None:
        """Wait until the dialog has faded: until then it takes back the focus from any field outside it."""
        self.page.locator(".modal").locator("visible=true").wait_for(state="hidden")

    def wait_for_autosave(self) -> None:
        """Wait, as one who looks at the screen does: what is saved on the way would count as somebody else's change."""
        self.page.wait_for_timeout(AUTOSAVE_BEGINS)
        self.page.locator(".w-autosave-indicator__state--saving").wait_for(state="hidden")

    def messages(self) -> str:
        return " ".join(self.page.locator(".messages").all_inner_texts())
