"""The steps of a start: the port, the files, the demo, the address."""

import io
import socket
from urllib.parse import urlsplit

import pytest
from django.core.management import CommandError
from wagtail.models import Site

from cms.delivery.models import DeliveredItem
from cms.operations.models import FinishedStep
from cms.operations.start import demo_content, readiness, static_files
from cms.operations.start.greeting import greeting
from cms.operations.start.listening_address import refuse_if_taken
from cms.operations.start.progress import Step
from cms.operations.start.site_address import name_site
from tests.partners.receiver import receiving


class Output(io.StringIO):
    """A management command's stdout, as far as a step needs it."""

    def write(self, text, ending=""):
        return super().write(text + ending)


@pytest.fixture
def step():
    return Step(Output(), "Step")


def test_a_port_in_use_is_refused_in_one_line():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CommandError) as caught:
            refuse_if_taken("127.0.0.1", port)
    assert f"127.0.0.1:{port}: it is in use" in str(caught.value)
    assert "\n" not in str(caught.value)
    refuse_if_taken("127.0.0.1", port)


def test_an_address_that_is_not_ours_is_refused():
    with pytest.raises(CommandError, match=r"Cannot listen on 192\.0\.2\.1"):
        refuse_if_taken("192.0.2.1", 8000)


def test_static_files_are_collected_only_when_one_has_changed(settings, tmp_path, step, monkeypatch):
    settings.STATIC_ROOT = tmp_path
    collected = []
    monkeypatch.setattr(static_files, "call_command", lambda *args, **kwargs: collected.append(args))
    static_files.collect_static_files(step)
    static_files.collect_static_files(step)
    assert len(collected) == 1
    state = static_files._state()
    monkeypatch.setattr(static_files, "_state", lambda: state + "changed")
    static_files.collect_static_files(step)
    assert len(collected) == 2


def test_the_demo_is_loaded_once_in_a_databases_life(db, step, monkeypatch):
    loads = []
    monkeypatch.setattr(demo_content, "get_commands", lambda: {"load_demo": "cms.operations"})
    monkeypatch.setattr(demo_content, "call_command", lambda name, **options: loads.append(name))
    demo_content.load_demo_content(step)
    demo_content.load_demo_content(step)
    assert loads == ["load_demo"]


def test_a_load_that_was_broken_off_is_done_again(db, step, monkeypatch):
    def broken(name, **options):
        raise KeyboardInterrupt

    monkeypatch.setattr(demo_content, "get_commands", lambda: {"load_demo": "cms.operations"})
    monkeypatch.setattr(demo_content, "call_command", broken)
    with pytest.raises(KeyboardInterrupt):
        demo_content.load_demo_content(step)
    assert not FinishedStep.objects.exists()


def test_the_sites_address_follows_the_setting(site, settings, step):
    settings.WAGTAILADMIN_BASE_URL = "https://www.example.vn"
    DeliveredItem.objects.update(due_at=None)
    name_site(step)
    assert Site.objects.get(is_default_site=True).root_url == "https://www.example.vn"
    assert not DeliveredItem.objects.filter(due_at=None, is_live=True).exists()
    before = Site.objects.get(is_default_site=True).pk
    name_site(step)
    assert Site.objects.get(is_default_site=True).pk == before


def test_a_step_says_its_last_word_when_it_ends():
    output = Output()
    with Step(output, "Database") as step:
        step.say("1 of 2")
        step.say("2 of 2")
    assert output.getvalue() == "Database: 2 of 2\n"


def test_the_greeting_names_the_addresses_and_a_new_password(settings):
    settings.WAGTAILADMIN_BASE_URL = "http://127.0.0.1:8123"
    text = greeting("s3cret")
    for part in ("http://127.0.0.1:8123/", "/en/", "/admin/", "/api/v2/", "s3cret"):
        assert part in text
    assert "changepassword" in greeting(None)


@pytest.mark.parametrize(("has_worker", "asked"), [(True, "/readyz"), (False, "/healthz")])
def test_a_start_without_a_worker_waits_for_none(settings, has_worker, asked):
    with receiving(200) as site:
        settings.PORT = urlsplit(site.url).port
        assert readiness.is_ready(has_worker)
    assert not readiness.is_ready(has_worker)
    assert [request.path for request in site.requests] == [asked]
