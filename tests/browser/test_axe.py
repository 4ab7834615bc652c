"""Every page type, in both languages, wide and narrow, light and dark: axe finds nothing to complain about."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from wagtail.models import Page, get_page_models

LABELS = sorted(model._meta.label for model in get_page_models() if model is not Page and not model._meta.abstract)
OTHER_PAGES = [
    "/khong-co-trang-nay/",
    "/en/no-such-page/",
    "/tim-kiem/?q=cong+doan",
    "/en/search/?q=union",
    "/tim-kiem/",
]
OPTIONS = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
WIDTHS = [390, 1440]


def complaints(page) -> str:
    """Return axe's report of the page in both colour schemes; "" if it finds nothing."""
    reports = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        results = Axe().run(page, options=OPTIONS)
        if results.violations_count:
            reports.append(f"{scheme}: {results.generate_report()}")
    return "\n".join(reports)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("label", LABELS)
def test_every_page_type(open_page, live_site, label, language, width):
    urls = live_site.urls(label, language)
    assert urls, f"the demo has no {label} in {language}"
    page = open_page(urls[0], width)
    assert page.answer.status == 200
    assert complaints(page) == ""


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("address", OTHER_PAGES)
def test_search_and_errors(open_page, address, width):
    assert complaints(open_page(address, width)) == ""
