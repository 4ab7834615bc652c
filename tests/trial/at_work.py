"""People at work on a site that is being killed: each does one thing again and again, and notes what was accepted."""

import contextlib
import io
import re
import threading
import time

from PIL import Image

from tests.trial.person import Person, Seen, filled

# A form sent faster than this after it was shown was not filled in by a person.
FILLING_SECONDS = 3.2
PAUSE_SECONDS = 0.2


class AtWork(threading.Thread):
    """`accepted` counts the answers that said yes; `refused` holds (status, what) of the others."""

    def __init__(self, root: str, name: str):
        super().__init__(name=name, daemon=True)
        self.person, self.count, self.accepted = Person(root), 0, 0
        self.refused: list[tuple[int, str]] = []
        self._stopping = threading.Event()

    def run(self) -> None:
        while not self._stopping.is_set():
            self.count += 1
            # What cannot even be asked for now has not been accepted.
            with contextlib.suppress(LookupError, ValueError):
                self.accepted += bool(self.work(f"{self.name}.{self.count}"))
            self._stopping.wait(PAUSE_SECONDS)

    def stop(self) -> None:
        self._stopping.set()
        self.join()

    def work(self, mark: str) -> bool:
        """Do it once, under this mark; return whether the site said that it is done."""
        raise NotImplementedError


class Publisher(AtWork):
    """Publishes one article with title after title: `said` were sent, `sure` is the index of the last accepted."""

    def __init__(self, root: str, name: str, number: int):
        super().__init__(root, name)
        self.person.log_in()
        self.pk, self.said, self.sure = self.person.article(number), [], -1

    def work(self, mark: str) -> bool:
        form = self.person.editing(self.pk, title=f"Bài {mark}")
        self.said.append(f"Bài {mark}")
        answer = self.person.save(self.pk, form, publish=True, follow=False)
        if answer.status == 302:
            self.sure = len(self.said) - 1
        else:
            self.refused.append((answer.status, mark))
        return answer.status == 302

    @property
    def possible(self) -> list[str]:
        """Return the titles that may stand now: the last sure one, and what was sent after it and not answered."""
        return self.said[max(self.sure, 0) :]


class Uploader(AtWork):
    """Uploads pictures to the library; `titles` are those accepted."""

    def __init__(self, root: str, name: str):
        super().__init__(root, name)
        self.person.log_in()
        self.titles: list[str] = []

    def work(self, mark: str) -> bool:
        answer = upload_picture(self.person, f"Ảnh {mark}", picture(self.count))
        if answer.status == 302:
            self.titles.append(f"Ảnh {mark}")
        else:
            self.refused.append((answer.status, answer.html[-3000:]))
        return answer.status == 302


def ask_question(person: Person, text: str, email: str, file: tuple[str, str, bytes] | None = None) -> Seen:
    """Fill the public form in as slowly as a person does, and send it."""
    form = person.ask("/gui-cau-hoi/", [("text", text)]).form("token")
    time.sleep(FILLING_SECONDS)
    return person.ask("/gui-cau-hoi/", filled(form, text=text, email=email, agree_handle="on"), follow=False, file=file)


def code_in(answer: Seen) -> str:
    """Return the tracking code that was given, "" if none was."""
    code = re.search(r"code__code[^>]*>([0-9A-Z-]{19})<", answer.html)
    return code[1] if code else ""


def upload_picture(person: Person, title: str, content: bytes) -> Seen:
    form = person.ask("/admin/images/add/").form("title")
    sent = filled(form, title=title, alt_vi="Một bức ảnh", alt_en="A picture")
    return person.ask("/admin/images/add/", sent, follow=False, file=("file", f"{title}.png", content))


class Sender(AtWork):
    """Asks questions, each with a picture; `codes` maps the code that was given to the text that was sent."""

    def __init__(self, root: str, name: str):
        super().__init__(root, name)
        self.codes: dict[str, str] = {}

    def work(self, mark: str) -> bool:
        text = f"Công ty trừ lương của tôi, như thế có đúng luật không? Lần {mark}."
        answer = ask_question(self.person, text, "nguoi.hoi@example.vn", ("files", "thu.png", picture(self.count)))
        code = code_in(answer)
        if code:
            self.codes[code] = text
        else:
            self.refused.append((answer.status, answer.html[-3000:]))
        return bool(code)


def picture(number: int, *, is_large: bool = False) -> bytes:
    """Return a PNG of two kilobytes; a large one has half a megabyte."""
    content = io.BytesIO()
    colour = (number * 37 % 256, number * 91 % 256, number * 13 % 256)
    image = Image.effect_noise((800, 640), 90) if is_large else Image.new("RGB", (640, 400), colour)
    image.save(content, "PNG")
    return content.getvalue()
