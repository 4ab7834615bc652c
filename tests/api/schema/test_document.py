"""The contract says what the API does."""

import re
from functools import lru_cache

import jsonschema
import pytest

from cms.api.router import ENDPOINTS
from cms.api.schema.document import openapi_document
from cms.delivery.models import DeliverySequence
from tests.api.content import WITH_LANGUAGES, WITHOUT_LANGUAGES

pytestmark = pytest.mark.django_db

ALL = (*WITH_LANGUAGES, *WITHOUT_LANGUAGES)


@lru_cache
def document(language="en"):
    return openapi_document(ENDPOINTS, language)


def validator_of(address):
    """Return a validator of what an address answers."""
    answer = document()["paths"][address]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    return jsonschema.Draft202012Validator({**answer, "components": document()["components"]})


def test_it_is_openapi_3_1_and_every_endpoint_is_in_it(everything, get):
    body = get("openapi.json").json()
    assert body["openapi"].startswith("3.1")
    for name in (*ALL, "locales"):
        assert f"/api/v2/{name}/" in body["paths"]
        assert f"/api/v2/{name}/{{id}}/" in body["paths"]
    operations = [operation["get"]["operationId"] for operation in body["paths"].values()]
    assert len(operations) == len(set(operations))
    assert not [name for name in operations if re.search(r"_\d+$", name)]


def test_every_answer_is_as_the_contract_says(everything, get):
    for endpoint in ALL:
        for query in ({}, {"fields": "*"}, {"fields": "_"}):
            answer = get(f"{endpoint}/", **query).json()
            validator_of(f"/api/v2/{endpoint}/").validate(answer)
        for item in everything.items[endpoint].values():
            answer = get(f"{endpoint}/{item.pk}/").json()
            validator_of(f"/api/v2/{endpoint}/{{id}}/").validate(answer)
    validator_of("/api/v2/").validate(get("").json())
    everything.items["articles"]["en"].unpublish()
    for query in ({}, {"include": "document"}, {"token": f"{DeliverySequence.current().epoch}.1"}):
        validator_of("/api/v2/changes/").validate(get("changes/", **query).json())
    validator_of("/api/v2/locales/").validate(get("locales/").json())


def test_every_document_has_only_fields_that_the_contract_names(everything, get):
    components = document()["components"]["schemas"]
    for endpoint in set(ALL) - {"pages"}:
        schema = document()["paths"][f"/api/v2/{endpoint}/{{id}}/"]["get"]["responses"]["200"]["content"]
        component = components[schema["application/json"]["schema"]["$ref"].rpartition("/")[2]]
        for item in everything.items[endpoint].values():
            assert set(get(f"{endpoint}/{item.pk}/").json()) == set(component["properties"]), endpoint


def test_every_parameter_in_the_contract_is_understood(everything, get):
    for endpoint in ALL:
        operation = document()["paths"][f"/api/v2/{endpoint}/"]["get"]
        for parameter in operation["parameters"]:
            problem = get(f"{endpoint}/", **{parameter["name"]: "\x01"})
            assert problem.status_code in (200, 400)
            if problem.status_code == 400:
                assert problem.json()["type"].endswith("#problem-invalid-parameter"), (endpoint, parameter["name"])
            assert parameter["description"], (endpoint, parameter["name"])


def test_refusals_are_as_the_contract_says(everything, get):
    problem = {"$ref": "#/components/schemas/Problem", "components": document()["components"]}
    for address in ("articles/?limit=x", "articles/0/", "nowhere/"):
        jsonschema.Draft202012Validator(problem).validate(get(address).json())


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_documentation_is_a_page_of_its_own_in_both_languages(everything, get, language):
    response = get("docs/", lang=language)
    html = response.content.decode()
    assert response["Content-Type"] == "text/html; charset=utf-8"
    assert f'<html lang="{language}">' in html
    for name in (*ALL, "locales"):
        assert f'id="{name}"' in html
    assert 'id="problem-invalid-parameter"' in html
    # Nothing is loaded from elsewhere.
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', html)
