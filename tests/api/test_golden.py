"""The answers themselves, kept in tests/api/golden: a change of the contract shows where it is reviewed.

`GOLDEN=update` writes them anew.
"""

import json
import os
from pathlib import Path

import pytest

from tests.api.content import WITH_LANGUAGES, WITHOUT_LANGUAGES
from tests.api.steady import steady

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

FOLDER = Path(__file__).with_name("golden")
IS_UPDATING = os.environ.get("GOLDEN") == "update"


def compare(name, answers):
    """Compare with what is kept; write it where that was asked for."""
    text = json.dumps(answers, ensure_ascii=False, indent=2) + "\n"
    kept = FOLDER / f"{name}.json"
    if IS_UPDATING:
        kept.write_text(text)
    assert text == kept.read_text(), f"{kept.name} differs: look at it, then GOLDEN=update"


def ask_steadily(get, address, **query):
    response = get(address, **query)
    assert response.status_code == 200, response.content
    return steady(response.json())


@pytest.mark.parametrize("endpoint", WITH_LANGUAGES)
def test_lists_and_details_in_both_languages(everything, get, endpoint):
    items = everything.items[endpoint]
    answers = {
        language: {
            "list": ask_steadily(get, f"{endpoint}/", locale=language, limit=2),
            "detail": ask_steadily(get, f"{endpoint}/{items[language].pk}/"),
        }
        for language in ("vi", "en")
    }
    compare(endpoint, answers)


@pytest.mark.parametrize("endpoint", WITHOUT_LANGUAGES)
def test_lists_and_details_of_files(everything, get, endpoint):
    item = everything.items[endpoint][""]
    answers = {"list": ask_steadily(get, f"{endpoint}/"), "detail": ask_steadily(get, f"{endpoint}/{item.pk}/")}
    compare(endpoint, answers)


def test_everything_else(everything, get):
    page = everything.items["articles"]["vi"]
    english = everything.items["articles"]["en"]
    resolved = ask_steadily(get, "resolve/", url=page.url)
    english.unpublish()
    changes = ask_steadily(get, "changes/", type="articles.ArticlePage")
    gone = get("resolve/", url=english.url, lang="en").json()
    refused = {language: get("articles/", limit="x", lang=language).json() for language in ("vi", "en")}
    answers = {
        "index": ask_steadily(get, ""),
        "locales": ask_steadily(get, "locales/"),
        "resolve": resolved,
        "changes": changes,
        "gone": gone,
        "problem": refused,
    }
    compare("others", answers)
