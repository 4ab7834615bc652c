"""The addresses of files: public uploads, and documents in place of Wagtail's own views."""

from django.urls import path
from wagtail.documents.views.serve import authenticate_with_password

from media.files import serving

urlpatterns = [
    path("uploads/<path:path>", serving.uploads, name="uploads"),
    path("documents/<int:document_id>/<path:document_filename>", serving.document, name="wagtaildocs_serve"),
    path(
        "documents/authenticate_with_password/<int:restriction_id>/",
        authenticate_with_password,
        name="wagtaildocs_authenticate_with_password",
    ),
]
