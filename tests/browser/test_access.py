"""Every page type at 320 px (200% of 640), with fingers, and by keyboard alone: all is reached, nothing traps."""

import pytest

from tests.browser.test_every_page import LABELS, MORE_PAGES
from tests.browser.watched_page import OVERFLOW

pytestmark = pytest.mark.trial

CONTROLS = "a[href], button, input:not([type=hidden]), select, summary, [tabindex='0']"
# What WCAG 2.2, 2.5.8 asks of targets; within a sentence or a list of words it does not apply.
SMALL = f"""() => [...document.querySelectorAll(`{CONTROLS}`)].filter(control => {{
    const box = control.getBoundingClientRect(), style = getComputedStyle(control);
    const covers = getComputedStyle(control, '::after').position === 'absolute';
    if (!box.width || !control.checkVisibility() || control.matches('.skip') || covers) return false;
    if (style.display === 'inline' && control.closest('p, li, dd, td, th, .rich, h2, h3')) return false;
    return box.width < 24 || box.height < 24;
}}).map(control => control.outerHTML.slice(0, 120))"""
# Where focus is, and whether a ring is drawn around it or around the card it stands for.
FOCUS = """() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return null;
    const rings = [getComputedStyle(focused), getComputedStyle(focused, '::after')];
    // Within a field for a day focus goes on to the calendar's own button, which the browser draws.
    const isRinged = focused.type === 'date'
        || rings.some(style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2);
    window.places ??= new Map();
    if (!window.places.has(focused)) window.places.set(focused, window.places.size);
    return [window.places.get(focused), isRinged, focused.outerHTML.slice(0, 120)];
}"""
REACHABLE = f"""() => [...document.querySelectorAll(`{CONTROLS}`)]
    .filter(control => control.checkVisibility() && control.tabIndex >= 0 && !control.disabled).length"""
MOST_STEPS = 400


@pytest.fixture
def page(chromium, live_site):
    context = chromium.new_context(base_url=live_site.url, locale="vi-VN")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("label", LABELS)
def test_a_page_fits_is_large_enough_and_can_be_walked_through(page, live_site, label, language):
    walk_through(page, live_site.urls(label, language)[0])


@pytest.mark.parametrize("url", MORE_PAGES)
def test_forms_and_states_fit_and_can_be_walked_through(page, url):
    walk_through(page, url)


def walk_through(page, url):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(url)
    assert page.evaluate(OVERFLOW) <= 0
    assert page.evaluate(SMALL) == []
    page.set_viewport_size({"width": 1280, "height": 800})
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    page.goto(url)
    reachable, places, unringed = page.evaluate(REACHABLE), set(), []
    for _step in range(MOST_STEPS):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus is None:
            break
        place, is_ringed, html = focus
        places.add(place)
        if not is_ringed:
            unringed.append(html)
    # At the end the keyboard leaves the page: it is caught nowhere.
    assert focus is None or place == 0
    assert unringed == []
    assert len(places) >= reachable
