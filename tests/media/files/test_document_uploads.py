"""What the admin accepts and refuses as a document, through its own views."""

import pytest
from django.urls import reverse

from media.models import CustomDocument
from tests.media.files.sent import ACCEPTED_DOCUMENTS, REFUSED_DOCUMENTS, refused, upload


@refused(REFUSED_DOCUMENTS)
def test_the_document_form_refuses(editor_client, name, data):
    response = editor_client.post(reverse("wagtaildocs:add"), {"title": "Tệp", "file": upload(name, data)})
    assert response.status_code == 200
    assert response.context["form"].errors["file"]
    assert not CustomDocument.objects.exists()


@refused(REFUSED_DOCUMENTS)
def test_uploading_several_documents_refuses(editor_client, name, data):
    response = editor_client.post(reverse("wagtaildocs:add_multiple"), {"title": "Tệp", "files[]": upload(name, data)})
    assert not response.json()["success"]
    assert not CustomDocument.objects.exists()


@refused({name: REFUSED_DOCUMENTS[name] for name in ("HTML called PDF", "macros", "nothing")})
def test_the_document_chooser_refuses(editor_client, name, data):
    response = editor_client.post(
        reverse("wagtaildocs_chooser:create"),
        {"document-chooser-upload-title": "Tệp", "document-chooser-upload-file": upload(name, data)},
    )
    assert response.json()["step"] == "reshow_creation_form"
    assert not CustomDocument.objects.exists()


@pytest.mark.parametrize(("name", "data"), list(ACCEPTED_DOCUMENTS.items()))
def test_documents_are_accepted(editor_client, name, data):
    response = editor_client.post(reverse("wagtaildocs:add"), {"title": "Tệp", "file": upload(name, data)})
    assert response.status_code == 302, response.context["form"].errors
    assert CustomDocument.objects.get().sha256
