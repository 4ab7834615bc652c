"""A translator who tries to publish by every door: what the forms do not offer is sent by hand."""

import re

from tests.browser.test_editor_life import api


def knock_at_every_door(translator, live_site, page_id: int, english_id: int) -> None:
    """Try them all; none of them may publish the English page, and none may fail."""
    page, url = translator.page, live_site.url
    translator.open(f"/admin/pages/{english_id}/edit/")
    assert not page.locator("button[value=publish], button[name=action-publish]").count()
    translation = re.search(r"/translation/(\d+)/", page.content())[1]
    shown = published(live_site, page_id)
    token = page.locator("[name=csrfmiddlewaretoken]").first.input_value()

    def post(address: str, **data) -> int:
        answer = page.request.post(
            url + address,
            form={"csrfmiddlewaretoken": token, **data},
            headers={"Referer": url + address},
            max_redirects=0,
        )
        return answer.status

    edit = f"/admin/pages/{english_id}/edit/"
    doors = {
        "the editor": post(edit, action="publish"),
        "the page's form": post(edit, **{"action-publish": "1", "title": "Published", "slug": "published"}),
        "the editor of values": post(f"{edit}?values", action="publish"),
        "restart": post(edit, **{"localize-restart-translation": "1", "action-publish": "1"}),
        "submit": post(f"/admin/localize/submit/page/{page_id}/", locales="2", publish_translations="on"),
        "alias": post(f"/admin/localize/page/{english_id}/convert_to_alias/"),
        "bulk": post(f"/admin/bulk/wagtailcore/page/publish/?id={english_id}", include_descendants="on"),
        "bulk unpublish": post(f"/admin/bulk/wagtailcore/page/unpublish/?id={page_id}"),
        "bulk delete": post(f"/admin/bulk/wagtailcore/page/delete/?id={page_id}"),
        "unpublish": post(f"/admin/pages/{page_id}/unpublish/"),
        "move": post(f"/admin/pages/{page_id}/move/1/confirm/"),
        "admin API": post(f"/admin/api/main/pages/{english_id}/action/publish/"),
        "API": post(f"/api/v2/articles/{english_id}/"),
        "synchronising": max(
            post(f"/admin/localize/update/{source}/", publish_translations="on") for source in {"1", translation}
        ),
    }
    for state in re.findall(r"/workflow/action/(?:approve|reject)/(\d+)/", page.content()):
        doors["workflow"] = post(f"/admin/pages/{english_id}/workflow/action/approve/{state}/")
    # Refused, led back, or asked again; what counts is what readers get.
    assert max(doors.values()) < 500, doors
    assert published(live_site, page_id) == shown, doors


def published(live_site, page_id: int) -> list:
    """Return what the API says of the page's published translations, and that it is published itself."""
    return api(live_site, f"/articles/{page_id}/")["meta"]["translations"]
