"""The contract says what the API does."""

import json
import re
from functools import lru_cache

import jsonschema
import openapi_spec_validator
import pytest
from wagtail.blocks import CharBlock

from cms.api.router import ENDPOINTS
from cms.api.schema.blocks import streams
from cms.api.schema.document import openapi_document
from cms.core.blocks import BodyStreamBlock
from cms.core.blocks.contract import components_of
from cms.delivery.documents import to_json
from cms.delivery.models import DeliveredItem, DeliverySequence
from cms.delivery.registry import all_types
from tests.api.content import WITH_LANGUAGES, WITHOUT_LANGUAGES

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

ALL = (*WITH_LANGUAGES, *WITHOUT_LANGUAGES)


@lru_cache
def document(language="en", *, is_complete=False):
    """Return the contract as a reader gets it: what only is there in Python is JSON."""
    return json.loads(to_json(openapi_document(ENDPOINTS, language, is_complete=is_complete)))


def validator_of(address):
    """Return a validator of what an address answers."""
    answer = document()["paths"][address]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    return validator(answer, document())


def validator(schema, of_document):
    schema = {**schema, "components": of_document["components"]}
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


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


@pytest.mark.parametrize("language", ["vi", "en"])
def test_it_is_valid_in_both_languages(language):
    openapi_spec_validator.validate(document(language))


def test_what_it_says_is_in_the_language_asked_for():
    texts = {language: document(language)["paths"]["/api/v2/articles/"]["get"]["summary"] for language in ("vi", "en")}
    assert texts["en"] == "List"
    assert texts["vi"] != texts["en"]


def test_every_document_in_the_store_is_complete_and_has_nothing_that_is_not_in_the_contract(everything):
    complete = document(is_complete=True)
    looked_at = 0
    for made in all_types():
        name = made.serializer.__name__.removesuffix("Serializer")
        whole = validator({"$ref": f"#/components/schemas/{name}"}, complete)
        part = validator({"$ref": f"#/components/schemas/{name}"}, document())
        for row in DeliveredItem.objects.filter(type=made.name, is_live=True):
            whole.validate(json.loads(row.document))
            part.validate(json.loads(row.listing))
            looked_at += 1
    assert looked_at > len(ALL)


def test_no_object_may_hold_more_than_is_written():
    for name, component in document()["components"]["schemas"].items():
        if component.get("type") == "object" and "properties" in component:
            assert component["additionalProperties"] is False, name


def test_a_body_is_a_list_of_blocks_told_apart_by_their_type():
    block = document()["components"]["schemas"]["Block"]
    assert block["discriminator"]["propertyName"] == "type"
    assert set(block["discriminator"]["mapping"]) == set(BodyStreamBlock.base_blocks)
    assert len(block["oneOf"]) == len(BodyStreamBlock.base_blocks)


@pytest.mark.parametrize("stream", streams(), ids=lambda stream: stream.api_name)
def test_every_block_says_what_it_is_in_the_api(stream):
    assert len(components_of(stream)) == len(stream.base_blocks) + 1


def test_a_block_without_a_schema_is_an_error():
    class Silent(BodyStreamBlock):
        silence = CharBlock()

    with pytest.raises(AttributeError):
        components_of(Silent)


def test_every_operation_tells_its_refusals_and_what_a_key_adds():
    for address, operations in document()["paths"].items():
        operation = operations["get"]
        assert {"400", "401", "405", "414", "429", "500", "503"} <= set(operation["responses"]), address
        assert operation["security"] == [{}, {"partnerKey": []}]
        for parameter in operation["parameters"]:
            assert "$ref" in parameter or parameter["schema"], address


def test_every_parameter_in_the_contract_is_understood(everything, get):
    for endpoint in ALL:
        operation = document()["paths"][f"/api/v2/{endpoint}/"]["get"]
        for parameter in (made for made in operation["parameters"] if "name" in made):
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
