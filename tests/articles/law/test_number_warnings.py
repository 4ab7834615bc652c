"""The editor is told where a law document's number and its fields disagree, and is never stopped by it."""

import pytest
from django.contrib.messages.storage.fallback import FallbackStorage
from django.test import RequestFactory
from django.urls import reverse

from articles.law.number_warnings import warn_editor
from tests.articles.content import add_law_document, add_library

pytestmark = pytest.mark.one_database


@pytest.fixture
def library(site):
    return add_library(site.home)


def test_the_form_shows_what_disagrees(admin_client, library):
    document = add_law_document(library, number="15/2025/NĐ-CP", document_type="thong_tu")
    html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[document.pk])).content.decode()
    assert "help-warning" in html
    assert "“NĐ”" in html


def test_the_form_of_a_document_that_agrees_shows_nothing(admin_client, library):
    document = add_law_document(library)
    html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[document.pk])).content.decode()
    assert "number_warnings" not in html
    assert "“QH14”" not in html


def test_saving_a_draft_tells_what_disagrees(admin_client, library):
    document = add_law_document(library, number="15/2019/NĐ-CP", document_type="nghi_dinh")
    document.document_type = "thong_tu"
    document.save_revision()
    request = RequestFactory().get("/")
    request.session = {}
    request._messages = FallbackStorage(request)
    warn_editor(request, document)
    (message,) = list(request._messages)
    assert message.level_tag == "warning"
    assert "“NĐ”" in str(message)
    warn_editor(request, library)
    assert len(request._messages) == 1
