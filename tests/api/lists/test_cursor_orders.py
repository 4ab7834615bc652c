"""Paging by cursor in every order a list can have."""

import pytest
from django.db import transaction

from cms.api.endpoints.delivered import DeliveredEndpoint
from tests.api.lists.following import follow
from tests.articles.content import add_law_document

pytestmark = pytest.mark.django_db

ENDPOINTS = ("articles", "streams", "law-documents", "questions", "galleries", "videos", "links", "elections")


def test_every_list_pages_in_every_order_up_and_down(everything, client, get):
    for name in ENDPOINTS:
        endpoint = DeliveredEndpoint(name)
        for order in ("", *endpoint.order_columns):
            for sign in ("", "-") if order else ("",):
                asked = {"order": sign + order} if order else {}
                answer = get(f"{name}/", cursor="", limit=1, **asked)
                if answer.status_code == 400:
                    # Only a text without a bound may be no place to page from.
                    assert endpoint.order_columns[order].get_internal_type() == "TextField", (name, order)
                    continue
                whole = [item["id"] for item in get(f"{name}/", limit=100, **asked).json()["items"]]
                query = f"order={sign}{order}&" if order else ""
                pages = follow(client, f"/api/v2/{name}/?{query}cursor=&limit=1")
                assert [pk for page in pages for pk in page] == whole, (name, sign, order)


def test_what_has_no_value_comes_last_and_is_paged_through(everything, client, get):
    library = everything.items["law-documents"]["vi"].get_parent().specific
    with transaction.atomic():
        undated = [add_law_document(library, title=f"Không ngày {number}", issue_date=None) for number in range(3)]
    for order in ("issue_date", "-issue_date"):
        whole = [item["id"] for item in get("law-documents/", order=order).json()["items"]]
        assert set(whole[-3:]) == {page.pk for page in undated}
        pages = follow(client, f"/api/v2/law-documents/?order={order}&cursor=&limit=1")
        assert [pk for page in pages for pk in page] == whole
