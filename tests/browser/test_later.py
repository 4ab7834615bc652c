"""What lies below the first screen is laid out after it, and soon all is: at once where one comes back to a place."""

LEFT = """() => [...document.querySelectorAll(".main *, .footer")]
    .filter((part) => getComputedStyle(part).contentVisibility === "auto").length"""
PUT_OFF = """() => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
    .some((rule) => rule.cssText.includes("content-visibility: auto"))"""


def test_parts_put_off_are_soon_there_and_heights_are_true_where_one_returns(open_page):
    page = open_page("/", width=390)
    assert page.evaluate(PUT_OFF)
    page.evaluate(f"async () => {{ while (({LEFT})()) await new Promise((then) => setTimeout(then, 20)); }}")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight * .6)")
    before = page.evaluate("[scrollY, document.documentElement.scrollHeight]")
    page.reload(wait_until="load")
    assert page.evaluate(LEFT) == 0
    page.evaluate("async () => { while (!scrollY) await new Promise((then) => setTimeout(then, 20)); }")
    assert page.evaluate("[scrollY, document.documentElement.scrollHeight]") == before
    without_script = open_page("/", width=390, java_script_enabled=False)
    assert without_script.evaluate(LEFT) == 0
