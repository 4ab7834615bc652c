"""The numbers of visits for partners: sums, none under five, nothing of what is not everyone's."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from cms.statistics import tables
from cms.statistics.models import Subject
from tests.api.steady import steady
from tests.api.test_golden import compare
from tests.factories import add_article

DAY = date(2026, 1, 5)
SPAN = {"from": "2026-01-05", "until": "2026-01-06"}


@pytest.fixture
def visits(everything):
    article, stream = everything.items["articles"]["vi"], everything.items["streams"]["vi"]
    hidden = add_article(stream, title="Chỉ ở đây", syndication="none")
    section = str(stream.translation_key)
    tables.add_days(
        {
            (DAY, Subject.VIEWS, "", "vi"): 40,
            (DAY, Subject.VIEWS, "", "en"): 7,
            (DAY + timedelta(days=1), Subject.VIEWS, "", "vi"): 4,
            (DAY, Subject.SECTION, section, "vi"): 30,
            (DAY, Subject.SECTION, section, "en"): 4,
            (DAY, Subject.PAGE, article.url, "vi"): 20,
            (DAY, Subject.PAGE, hidden.url, "vi"): 25,
            (DAY, Subject.PAGE, "/", "vi"): 4,
            (DAY, Subject.REFERRER, "intranet.vn", ""): 50,
        }
    )
    return everything


def test_they_are_sums_and_the_small_ones_are_left_out(visits, get):
    compare("statistics", {"statistics": steady(get("statistics/", **SPAN).json())})


def test_they_can_be_narrowed_to_a_language(visits, get):
    english = get("statistics/", locale="en", **SPAN).json()
    assert english["days"] == [{"day": "2026-01-05", "views": 7}, {"day": "2026-01-06", "views": None}]
    assert english["languages"] == [{"locale": "en", "views": 7}]
    assert english["pages"] == []


def test_without_days_they_are_the_last_thirty_and_kept_for_a_minute(site, get):
    response = get("statistics/")
    meta = response.json()["meta"]
    assert meta["until"] == timezone.localdate().isoformat()
    assert len(response.json()["days"]) == 30
    assert response["Cache-Control"] == "public, max-age=60"


@pytest.mark.parametrize(
    ("query", "culprit"),
    [
        ({"from": "2026-01-06", "until": "2026-01-05"}, "from"),
        ({"from": "2024-01-01", "until": "2026-01-05"}, "from"),
        ({"from": "5/1/2026"}, "from"),
        ({"until": "20260105"}, "until"),
        ({"until": "1999-01-05"}, "until"),
        ({"until": ""}, "until"),
        ({"locale": "fr"}, "locale"),
        ({"path": "/"}, "path"),
    ],
)
def test_what_it_does_not_understand_is_a_problem_that_names_it(site, get, query, culprit):
    response = get("statistics/", **query)
    assert (response.status_code, response.json()["parameter"]) == (400, culprit)
