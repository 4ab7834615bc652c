"""While a page arrives in pieces its beginning is shown, and nothing of it moves; the next is fetched on intent."""

import pytest

from tests.browser.arriving import in_pieces
from tests.browser.test_every_page import LABELS
from tests.browser.watched_page import WATCH_SHIFTS

pytestmark = pytest.mark.trial

WIDTHS = [390, 1440]
# A line that is cut within a word may break once more when the rest of it comes.
LEAST_SEEN = 0.005
BLOCKING = (
    "[...document.querySelectorAll('script[src]')].filter(one => one.type !== 'module' && !one.defer && !one.async)"
)


@pytest.fixture(scope="module")
def arriving(live_site):
    with in_pieces(live_site.url) as url:
        yield url


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_moves_and_no_script_is_waited_for(chromium, live_site, arriving, width):
    context = chromium.new_context(base_url=arriving, viewport={"width": width, "height": 900}, locale="vi-VN")
    page = context.new_page()
    page.add_init_script(WATCH_SHIFTS)
    moved = {}
    for label in LABELS:
        for language in ("vi", "en"):
            url = live_site.urls(label, language)[0]
            page.goto(url, wait_until="load")
            shifts = page.evaluate("window.shifts")
            if sum(float(shift.split()[0]) for shift in shifts) >= LEAST_SEEN:
                moved[url] = shifts
            assert page.evaluate(f"{BLOCKING}.length + document.querySelectorAll('script[blocking]').length") == 0
    context.close()
    assert moved == {}


def test_the_next_page_is_fetched_when_a_pointer_rests_on_its_link_and_no_file_is(chromium, live_site):
    context = chromium.new_context(base_url=live_site.url, locale="vi-VN")
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/")
    link = page.locator(".card__link").first
    address = live_site.url + link.get_attribute("href")
    assert address not in asked
    link.hover()
    page.locator(f'link[rel=prefetch][href="{address}"]').wait_for(state="attached")
    page.locator(".masthead__brand").hover()
    link.hover()
    page.wait_for_timeout(200)
    # Once, and not the page one is on.
    assert page.locator("link[rel=prefetch]").count() == 1
    page.goto(live_site.urls("articles.LawDocumentPage", "vi")[0])
    page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('afterbegin', '<a id=file href=/documents/1/a.pdf>a</a>')"
    )
    page.locator("#file").hover()
    page.wait_for_timeout(200)
    assert page.locator("link[rel=prefetch]").count() == 0
    context.close()
