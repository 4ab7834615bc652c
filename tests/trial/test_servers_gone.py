"""Servers of others that hang, die and come back: mail, files, a partner's.

Nobody who publishes or sends a form waits for them; what could not be done is said, tried again and done when they are
back: all of it, and nothing twice under another id.
"""

import os
import re
import signal
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.core.storages.bucket_server import BUCKETS
from tests.trial.at_work import ask_question, code_in, picture, upload_picture
from tests.trial.elsewhere import FileServer, MailServer, PartnerServer
from tests.trial.parts import ENVIRONMENT, Parts
from tests.trial.person import PASSWORD, Person, filled
from tests.trial.processes import SiteUnderTrial
from tests.trial.test_storm import own_database

pytestmark = pytest.mark.trial

# Half a minute would be a server's silence; this is a busy machine.
FAST_SECONDS = 8
BACK_SECONDS = 100
PROCESSES_KNOW_SECONDS = 10
# More than all processes of the site have threads.
MANY = 24
COLLEAGUE, ASKER = "dong.nghiep@example.vn", "nguoi.hoi.{}@example.vn"
TEXT = "Công ty trừ lương của tôi vì đi muộn, như thế có đúng luật không? Lần {}."
PREPARE = f"""
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from tests.partners.content import make_endpoint
make_endpoint(url={{url!r}})
colleague = get_user_model().objects.create_superuser("colleague", "{COLLEAGUE}", "{PASSWORD}")
colleague.groups.set(Group.objects.all())
"""
PICTURE = """
from media.models import CustomImage
image = CustomImage.objects.get(title={!r})
print(image.pk, image.file.name, bool(image.ready_renditions))
"""
DELIVERIES = """
from cms.partners.models import WebhookDelivery
rows = WebhookDelivery.objects.all()
print(*(row.message_id for row in rows), *(row.state for row in rows if row.state != "delivered"))
"""


@pytest.fixture(scope="module")
def mail(tmp_path_factory):
    server = MailServer(tmp_path_factory.mktemp("servers") / "mail")
    yield server
    server.kill()


@pytest.fixture(scope="module")
def partner(tmp_path_factory):
    server = PartnerServer(tmp_path_factory.mktemp("servers") / "partner")
    yield server
    server.kill()


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    server = FileServer(tmp_path_factory.mktemp("files"))
    yield server
    server.stop()


@pytest.fixture(scope="module")
def site(tmp_path_factory, django_db_setup, django_db_blocker, mail, partner, files):
    folder = tmp_path_factory.mktemp("site")
    with django_db_blocker.unblock():
        site = SiteUnderTrial(folder, own_database(folder))
    site.environment |= {**ENVIRONMENT, **files.environment, "EMAIL_URL": mail.url}
    site.run("manage.py", "fill", "--articles", "4", name="fill")
    try:
        site.start()
        site.shell(PREPARE.format(url=partner.url))
        yield site
    finally:
        site.stop()


@pytest.fixture(scope="module")
def editor(site):
    person = Person(site.root)
    assert person.log_in().status == 200
    return person


@pytest.fixture(scope="module")
def pk(editor):
    return editor.article()


def wait(what: Callable[[], object], seconds: float = BACK_SECONDS) -> None:
    """Wait until it is so."""
    until = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < until, "it does not come to be"
        time.sleep(0.25)


def logged(site: SiteUnderTrial, *words: str) -> list[str]:
    lines = Path(site.folder, "serve.log").read_text().splitlines()
    return [line for line in lines if all(word in line for word in words)]


def publish(editor: Person, pk: int, title: str) -> None:
    """Publish an article; who does that is answered fast."""
    answer = editor.save(pk, editor.editing(pk, title), publish=True, follow=False)
    assert (answer.status, answer.seconds < FAST_SECONDS) == (302, True), answer.seconds


def ask(site: SiteUnderTrial, number: int) -> None:
    """Ask a question; who does that is answered fast, and given a code."""
    answer = ask_question(Person(site.root), TEXT.format(number), ASKER.format(number))
    assert code_in(answer) and answer.seconds < FAST_SECONDS, (answer.status, answer.seconds)


def picture_of(reader: Person) -> str:
    """Return the address of a picture that the home page's list of news shows."""
    return re.search(r"/uploads/[^\s\"']+", reader.ask("/api/v2/images/?fields=*").html)[0]


def read_while_it_hangs(site: SiteUnderTrial, files: FileServer, address: str) -> None:
    """Let many ask for a picture at once; pages come meanwhile, and after a while each is told that it does not."""
    with ThreadPoolExecutor(MANY) as many:
        asking = [many.submit(Person(site.root).ask, address) for _ in range(MANY)]
        time.sleep(1)
        for number in range(10):
            page = Person(site.root).ask(f"/?x={time.monotonic_ns()}")
            assert (page.status, page.seconds < FAST_SECONDS) == (200, True), (number, page.status, page.seconds)
        answers = [one.result() for one in asking]
    assert {answer.status for answer in answers} == {503}, [(one.status, one.seconds) for one in answers]


def test_letters_wait_for_a_mail_server_that_hangs_and_dies(site, editor, mail):

    def letters() -> Counter:
        return Counter(letter["To"] for letter in mail.letters())

    ask(site, 1)
    wait(lambda: letters()[ASKER.format(1)] and letters()[COLLEAGUE], 30)
    before = letters()[COLLEAGUE]
    # It takes the next letter, and dies before it has said so.
    mail.die_by_the_next_letter()
    ask(site, 2)
    wait(lambda: mail.process.poll() is not None, 30)
    wait(lambda: logged(site, "WARNING", "could not be sent", "again later"), 30)
    mail.start()
    mail.hang()
    ask(site, 3)
    pk = editor.article(1)
    form = editor.editing(pk, "Bài chờ duyệt")
    submitted = editor.ask(f"/admin/pages/{pk}/edit/", [*form, ("action-submit", "on")], follow=False)
    assert (submitted.status, submitted.seconds < FAST_SECONDS) == (302, True), submitted
    stranger = Person(site.root)
    asked = stranger.ask("/admin/password_reset/")
    reset = stranger.ask(asked.address, filled(asked.form("email"), email=COLLEAGUE), follow=False)
    assert (reset.status, reset.seconds < FAST_SECONDS) == (302, True)
    mail.kill()
    waiting = re.search(r"^cms_mails_waiting(?:\{\})? (\d+)", editor.ask("/metrics").html, re.MULTILINE)
    assert int(waiting[1]) >= 5
    assert not [line for line in logged(site, "Mail ") if "@" in line], "the log tells no address"
    mail.start()
    wait(lambda: letters()[ASKER.format(3)] and letters()[ASKER.format(2)] and letters()[COLLEAGUE] >= before + 4)
    # What was kept twice is the same letter, and says so.
    kept = {(letter["Message-ID"], letter["To"], letter["Subject"], letter.get_content()) for letter in mail.letters()}
    assert len(kept) == len({message_id for message_id, *_rest in kept})
    assert [letters()[ASKER.format(number)] for number in (1, 3)] == [1, 1]
    assert sum(letters().values()) <= len(kept) + 1


def test_a_partner_hears_of_everything_when_its_server_is_back(site, editor, pk, partner):
    publish(editor, pk, "Bài trước")
    wait(partner.told, 30)
    partner.hang()
    publish(editor, pk, "Bài khi máy chủ của đối tác treo")
    time.sleep(3)
    partner.kill()
    publish(editor, pk, "Bài khi máy chủ của đối tác không còn")

    def status() -> str:
        return editor.ask("/admin/status/").html

    wait(lambda: partner.url in status() or "Hồng Gai" in status(), 30)
    partner.start()
    wait(lambda: len(site.shell(DELIVERIES).split()) == len(partner.told()) > 1)
    known, told = site.shell(DELIVERIES).split(), partner.told()
    assert sorted(told) == sorted(known) and len(set(told)) == len(told), (told, known)


def test_files_are_made_and_deleted_when_their_server_is_back(site, editor, pk, files):
    reader, workers = Person(site.root), Parts(site).children()[1]
    assert upload_picture(editor, "Sẽ xóa", picture(1)).status == 302
    wait(lambda: site.shell(PICTURE.format("Sẽ xóa")).endswith("True"), 30)
    doomed, doomed_file, _is_ready = site.shell(PICTURE.format("Sẽ xóa")).split()
    # The worker has no time for this one before the server is gone.
    for pid in workers:
        os.kill(pid, signal.SIGSTOP)
    assert upload_picture(editor, "Còn lại", picture(2)).status == 302
    files.hang()
    for pid in workers:
        os.kill(pid, signal.SIGCONT)
    read_while_it_hangs(site, files, picture_of(reader))
    files.kill()
    addresses = ["/", f"/?x={time.monotonic_ns()}", "/en/", "/api/v2/articles/", "/tim-kiem/?q=luong"]
    assert [(one, reader.ask(one).status) for one in addresses] == [(one, 200) for one in addresses]
    publish(editor, pk, "Bài khi không có kho tệp")
    wait(lambda: "Bài khi không có kho tệp" in reader.ask(f"/api/v2/articles/{pk}/").html, 10)
    ask(site, 4)
    refused = upload_picture(editor, "Ảnh mới", picture(3))
    assert (refused.status, refused.seconds < FAST_SECONDS) == (503, True)
    kept = refused.form("title")
    assert dict(kept)["title"] == "Ảnh mới"
    asked = ask_question(reader, TEXT.format(5), ASKER.format(5), ("files", "thu.png", picture(4)))
    assert (asked.status, asked.seconds < FAST_SECONDS) == (503, True)
    assert dict(asked.form("text"))["text"] == TEXT.format(5)
    form = editor.ask(f"/admin/images/{doomed}/delete/").form("csrfmiddlewaretoken")
    deleted = editor.ask(f"/admin/images/{doomed}/delete/", form, follow=False)
    assert (deleted.status, deleted.seconds < FAST_SECONDS) == (302, True)
    ready = reader.ask("/readyz")
    assert ready.status == 503 and '"storage": "failed"' in ready.html
    assert logged(site, "WARNING", "does not answer") and logged(site, "Not ready: storage")
    wait(lambda: logged(site, "a storage that is away", "tried again"), 30)
    files.start_again()
    wait(lambda: reader.ask("/readyz").status == 200, 20)
    # Each process finds out by itself.
    again = {"file": ("file", "moi.png", picture(3)), "follow": False}
    wait(lambda: editor.ask(refused.address, kept, **again).status == 302, PROCESSES_KNOW_SECONDS)
    wait(lambda: doomed_file not in files.names(BUCKETS[0]))
    wait(lambda: site.shell(PICTURE.format("Còn lại")).endswith("True"))
    wait(lambda: site.shell(PICTURE.format("Ảnh mới")).endswith("True"), 30)
