"""A real browser over the running site; each process that runs such tests has a browser of its own."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.chromium import find_chromium
from tests.browser.newsroom import PEOPLE, Colleague

HERE = Path(__file__).parent


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium():
    path = find_chromium()
    if path is None:
        pytest.skip("Chromium is not installed")
    # Playwright runs an event loop in this thread; Django then refuses the database, which other tests here need.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    # Debian's Chromium asks a graphics processor to draw. Where there is none, imitating it costs more than drawing.
    arguments = ["--disable-gpu-rasterization"]
    if os.geteuid() == 0:
        # Chromium refuses to sandbox itself as root.
        arguments.append("--no-sandbox")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium, live_site):
    """Return a function: open_page("/en/", width=390, scheme="dark") gives a loaded Playwright page."""
    contexts = []

    def open_at(address: str, width: int = 1440, scheme: str = "light", **options):
        context = chromium.new_context(
            base_url=live_site.url,
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            reduced_motion="reduce",
            locale="vi-VN",
            **options,
        )
        contexts.append(context)
        page = context.new_page()
        page.answer = page.goto(address, wait_until="load")
        return page

    yield open_at
    for context in contexts:
        context.close()


# Every process that runs such tests says the same to the site they share.
PASSWORD = "giấy trắng mực đen 1946"


@pytest.fixture(scope="session")
def staff(live_site):
    """Make one of each role, all with one password."""
    done = live_site.run("shell", "--no-imports", "-c", PEOPLE % PASSWORD)
    assert done.returncode == 0, done.stderr


@pytest.fixture
def office(chromium, live_site, staff):
    """Return a function that gives the admin as somebody sees it, by name; each logs in once."""
    contexts, inside = [], {}

    def enter(name: str) -> Colleague:
        if name not in inside:
            contexts.append(chromium.new_context(viewport={"width": 1440, "height": 1000}, locale="vi-VN"))
            inside[name] = Colleague(contexts[-1].new_page(), live_site.url)
            inside[name].log_in(name, PASSWORD)
        return inside[name]

    yield enter
    for context in contexts:
        context.close()
