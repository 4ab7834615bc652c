"""The languages of the site, in Wagtail v2's envelope."""

from django.conf import settings
from django.http import HttpResponse
from rest_framework import serializers
from wagtail.models import Locale, Site

from cms.api.conditional import answer
from cms.api.endpoints.list import envelope
from cms.api.endpoints.view import ApiView
from cms.api.problems import not_found
from cms.core.addresses import absolute_url
from cms.delivery.documents import to_json
from cms.delivery.shapes import LanguageField

NAMES = {"vi": "Tiếng Việt", "en": "English"}


class LocaleMetaSerializer(serializers.Serializer):
    """What the API says of a language itself."""

    type = serializers.CharField()
    detail_url = serializers.URLField()
    html_url = serializers.URLField(allow_null=True)


class LocaleSerializer(serializers.Serializer):
    """A language of the site; `name` is in the language itself, `html_url` its home page."""

    id = serializers.IntegerField()
    meta = LocaleMetaSerializer()
    language_code = LanguageField()
    name = serializers.CharField()
    is_default = serializers.BooleanField()


def locale_documents() -> list[dict]:
    """Return what LocaleSerializer describes of each language that has a tree, the default one first."""
    homes = {root.language_code: root.root_url for root in Site.get_site_root_paths()}
    documents = []
    for locale in Locale.objects.order_by("pk"):
        code = locale.language_code
        is_default = code == settings.LANGUAGE_CODE
        documents.append(
            {
                "id": locale.pk,
                "meta": {
                    "type": "wagtailcore.Locale",
                    "detail_url": absolute_url(f"/api/v2/locales/{locale.pk}/"),
                    "html_url": absolute_url("/" if is_default else f"/{code}/") if code in homes else None,
                },
                "language_code": code,
                "name": NAMES.get(code, code),
                "is_default": is_default,
            }
        )
    return sorted(documents, key=lambda document: not document["is_default"])


class LocaleListView(ApiView):
    """All of them: there are two."""

    def read(self, request) -> HttpResponse:
        documents = locale_documents()
        return answer(request, envelope(len(documents), [to_json(document).encode() for document in documents]))


class LocaleDetailView(ApiView):
    """One of them."""

    def read(self, request, pk: int) -> HttpResponse:
        for document in locale_documents():
            if document["id"] == pk:
                return answer(request, to_json(document).encode())
        raise not_found()
