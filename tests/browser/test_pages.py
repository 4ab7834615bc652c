"""Every page stays where it is while it loads, fits its screen, and asks nobody else for anything."""

import pytest

from tests.browser.test_axe import LABELS

WATCH_SHIFTS = """
window.shift = 0;
new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput) window.shift += e.value; })
    .observe({type: "layout-shift", buffered: true});
"""


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("label", LABELS)
def test_every_page_type(chromium, live_site, label, language, width):
    urls = live_site.urls(label, language)
    assert urls, f"the demo has no {label} in {language}"
    context = chromium.new_context(base_url=live_site.url, viewport={"width": width, "height": 900})
    page = context.new_page()
    asked, wrong = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda response: response.status >= 400 and wrong.append(f"{response.status} {response.url}"))
    page.on("console", lambda message: message.type == "error" and wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.add_init_script(WATCH_SHIFTS)
    page.goto(urls[0], wait_until="networkidle")
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    shift = page.evaluate("window.shift")
    context.close()
    assert wrong == []
    assert [url for url in asked if not url.startswith((live_site.url, "data:", "blob:"))] == []
    assert overflow <= 0
    assert shift == 0
