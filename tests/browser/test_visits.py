"""A real browser counts its view, once; without scripts the picture does; a browser that is driven is no reader."""

import time

import pytest

from tests.programs import needs

PERSON = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36"
UNDRIVEN = "Object.defineProperty(Navigator.prototype, 'webdriver', {get: () => false});"
SETTLE_SECONDS = 10

pytestmark = [
    pytest.mark.trial,
    needs("chromium"),
]


def total(page) -> int:
    return page.request.get("/thong-ke/so-lieu.json", headers={"Cookie": "sessionid=fresh"}).json()["total"]


def view(chromium, live_site, **options):
    """Load the home page as a person would; return by how much the numbers grew."""
    context = chromium.new_context(base_url=live_site.url, **options)
    context.add_init_script(options.get("script", UNDRIVEN))
    page = context.new_page()
    before = total(page)
    page.goto("/", wait_until="networkidle")
    until = time.monotonic() + SETTLE_SECONDS
    while total(page) == before and time.monotonic() < until:
        time.sleep(0.5)
    grown = total(page) - before
    context.close()
    return grown


def test_a_view_is_counted_once_with_scripts_and_without(chromium, live_site):
    assert view(chromium, live_site, user_agent=PERSON) == 1
    assert view(chromium, live_site, user_agent=PERSON, java_script_enabled=False) == 1


def test_a_program_is_not_counted(chromium, live_site):
    assert view(chromium, live_site) == 0
