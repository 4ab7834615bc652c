"""A browser page that notes what moves, fails, complains and is asked of others while an address loads."""

import json

from axe_playwright_python.base import AXE_SCRIPT, AxeResults

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OK, FIRST_ERROR = 200, 400
WATCH_SHIFTS = """
window.shifts = [];
const name = source => source.node?.className || source.node?.nodeName;
new PerformanceObserver(list => {
    for (const entry of list.getEntries())
        if (!entry.hadRecentInput)
            window.shifts.push(`${entry.value.toFixed(5)} ${entry.sources.map(name)}`);
}).observe({type: "layout-shift", buffered: true});
"""
# Playwright's own "networkidle" is half a second of silence, on each of the many pages.
SILENCE_MILLISECONDS = 120
# As text, and nothing but what is wrong: all that axe says would be a megabyte of values to look at, one by one.
ASK_AXE = "options => axe.run(options).then(({violations}) => JSON.stringify({violations}))"
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


class WatchedPage:
    """`faults(address, width, scheme)` loads an address and says everything that is wrong with it there."""

    def __init__(self, page, base_url: str):
        self.page = page
        self.base_url = base_url
        self.noted: list[str] = []
        self.asked = self.answered = 0
        page.add_init_script(WATCH_SHIFTS)
        page.on("request", self._on_request)
        page.on("response", self._on_response)
        page.on("requestfinished", self._on_end)
        page.on("requestfailed", self._on_end)
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.noted.append(f"script: {error}"))

    def faults(self, address: str, width: int, scheme: str, status: int = OK) -> list[str]:
        """Return what is wrong at this width, in light or in dark; [] if nothing is."""
        self.noted.clear()
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        answer = self.page.goto(address, wait_until="load")
        self._wait_for_silence()
        if answer.status != status:
            self.noted.append(f"status {answer.status}")
        self.noted += [f"moves: {shift}" for shift in self.page.evaluate("window.shifts")]
        if (overflow := self.page.evaluate(OVERFLOW)) > 0:
            self.noted.append(f"is {overflow} px wider than its screen")
        self.page.evaluate(AXE_SCRIPT)
        options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": RULES}}
        results = AxeResults(json.loads(self.page.evaluate(ASK_AXE, options)))
        if results.violations_count:
            self.noted.append(f"axe: {results.generate_report()}")
        return [f"{address} at {width} px, {scheme}: {fault}" for fault in self.noted]

    def _wait_for_silence(self) -> None:
        """Return when all that was asked for is answered, and nothing more was asked for a while."""
        before = -1
        while self.asked != before or self.answered < self.asked:
            before = self.asked
            self.page.wait_for_timeout(SILENCE_MILLISECONDS)

    def _on_end(self, _request) -> None:
        self.answered += 1

    def _on_request(self, request) -> None:
        self.asked += 1
        if not request.url.startswith((f"{self.base_url}/", "data:", "blob:")):
            self.noted.append(f"asks {request.url}")

    def _on_response(self, response) -> None:
        # The page's own status is judged by `faults`.
        if response.status >= FIRST_ERROR and not response.request.is_navigation_request():
            self.noted.append(f"{response.status} {response.url}")

    def _on_console(self, message) -> None:
        # A page that is rightly answered 404 is named there, too; what else fails is noted as a response.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.noted.append(f"console: {message.text}")
