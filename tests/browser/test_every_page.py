"""Every page type, in both languages, narrow and wide, light and dark: it stays still while it loads, fits its screen,
asks nobody else for anything, and axe finds nothing to complain about."""

import pytest
from wagtail.models import Page, get_page_models

from tests.browser.watched_page import WatchedPage

LABELS = sorted(model._meta.label for model in get_page_models() if model is not Page and not model._meta.abstract)
OTHER_PAGES = {
    "/khong-co-trang-nay/": 404,
    "/en/no-such-page/": 404,
    "/tim-kiem/?q=cong+doan": 200,
    "/en/search/?q=union": 200,
    "/tim-kiem/": 200,
    "/thong-ke/": 200,
    "/en/statistics/": 200,
}
# What is no page of the tree, and states of pages that look otherwise.
MORE_PAGES = {
    "/gui-cau-hoi/": 200,
    "/en/ask/": 200,
    "/gui-yeu-cau/": 200,
    "/en/request/": 200,
    "/theo-doi/": 200,
    "/en/track/": 200,
    "/tim-kiem/?q=xyzzyqq": 200,
    "/en/search/?q=xyzzyqq": 200,
    "/tu-sach-phap-luat-dien-tu/?as_of=2015-01-01&order=title": 200,
    "/thu-vien-video/?month=2026-08": 200,
    "/thu-vien-hinh-anh/?month=1990-01": 200,
    "/api/v2/docs/": 200,
}
# Every width and every scheme, one of them for each page; `make trial` sees each page in all four ways.
MODES = [(390, "dark"), (1440, "light")]
OTHER_MODES = [(390, "light"), (1440, "dark")]
LANGUAGES = ["vi", "en"]


@pytest.fixture(scope="module")
def reader(chromium, live_site):
    """Return a browser of one reader, who looks at one page after the other: what they share is fetched once."""
    context = chromium.new_context(base_url=live_site.url, locale="vi-VN")
    yield context
    context.close()


@pytest.fixture
def watched_page(reader, live_site):
    page = reader.new_page()
    yield WatchedPage(page, live_site.url)
    page.close()


def seen_as(label, language):
    """Return how `make test` sees a page type in a language: in the other one it is seen the other way."""
    return MODES[(LABELS.index(label) + LANGUAGES.index(language)) % len(MODES)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("label", LABELS)
def test_every_page_type(watched_page, live_site, label, language):
    urls = live_site.urls(label, language)
    assert urls, f"the demo has no {label} in {language}"
    assert watched_page.faults(urls[0], *seen_as(label, language)) == []


@pytest.mark.trial
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("label", LABELS)
def test_every_page_type_in_all_other_ways(watched_page, live_site, label, language):
    address, seen = live_site.urls(label, language)[0], seen_as(label, language)
    others = [mode for mode in (*MODES, *OTHER_MODES) if mode != seen]
    assert [fault for mode in others for fault in watched_page.faults(address, *mode)] == []


@pytest.mark.parametrize(("address", "status"), OTHER_PAGES.items())
def test_search_and_errors(watched_page, address, status):
    assert watched_page.faults(address, *MODES[address.startswith("/en/")], status) == []


@pytest.mark.trial
@pytest.mark.parametrize(("address", "status"), [*OTHER_PAGES.items(), *MORE_PAGES.items()])
def test_forms_and_states(watched_page, address, status):
    assert [fault for mode in (*MODES, *OTHER_MODES) for fault in watched_page.faults(address, *mode, status)] == []
