"""Every kind of problem is explained where its `type` leads."""

import pytest
from django.utils import translation

from cms.api.docs.refusals import MEANINGS, refusals
from cms.api.problems import OF_STATUS, TITLES

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def test_every_kind_of_problem_is_explained():
    assert set(MEANINGS) == set(TITLES)
    assert {kind for kind, _message in OF_STATUS.values()} <= set(MEANINGS)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_page_has_an_anchor_for_each(everything, get, language):
    html = get("docs/", lang=language).content.decode()
    with translation.override(language):
        for refusal in refusals():
            assert f'id="problem-{refusal["kind"]}"' in html
            assert refusal["meaning"].replace("'", "&#x27;") in html
