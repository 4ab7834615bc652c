"""The contract, for machines and for people, in the language asked for."""

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

from cms.api.conditional import answer
from cms.api.docs.answers import newest_answers
from cms.api.docs.programs import examples
from cms.api.endpoints.view import ApiView
from cms.api.language import language_of
from cms.api.schema.document import openapi_json
from cms.api.schema.reading import documentation_of
from cms.core.addresses import site_root_url


class SchemaView(ApiView):
    """OpenAPI 3.1 as JSON. `endpoints` is set by the router."""

    endpoints: tuple = ()

    def read(self, request) -> HttpResponse:
        language = language_of(request)
        return answer(request, openapi_json(self.endpoints, language), content_language=language)


class DocumentationView(ApiView):
    """The same for people: one page, rendered here, complete without scripts. `endpoints` is set by the router."""

    is_data = False
    endpoints: tuple = ()

    def read(self, request) -> HttpResponse:
        language = language_of(request)
        with translation.override(language):
            root = site_root_url()
            read, answers = documentation_of(self.endpoints, language), newest_answers(self.endpoints, language)
            sections = [{**section, "answer": answers.get(section["name"], "")} for section in read["sections"]]
            context = {**read, "root": root, "sections": sections, "examples": examples(root, language)}
            page = render_to_string("api/docs.html", context)
        return answer(request, page.encode(), content_type="text/html; charset=utf-8", content_language=language)
