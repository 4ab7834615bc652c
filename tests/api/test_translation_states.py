"""Every translation a document names says how it stands beside its source; the store is rewritten when that changes."""

import pytest

from articles.models import ArticlePage
from tests.factories import publish

pytestmark = pytest.mark.django_db


def states(get, endpoint, pk):
    translations = get(f"{endpoint}/{pk}/").json()["meta"]["translations"]
    return {one["locale"]: one["state"] for one in translations}


def test_a_new_translation_is_current_and_its_source_is_named_as_that(articles, get):
    source, english = articles.articles[0], articles.english[0]
    assert states(get, "articles", source.pk) == {"en": "current"}
    assert states(get, "articles", english.pk) == {"vi": "source"}
    assert states(get, "articles", articles.articles[4].pk) == {}


def test_publishing_the_source_again_makes_it_outdated_and_publishing_it_makes_it_current(articles, get):
    source, english = articles.articles[0], articles.english[0]
    etag = get(f"articles/{source.pk}/")["ETag"]
    publish(source)
    assert states(get, "articles", source.pk) == {"en": "outdated"}
    assert get(f"articles/{source.pk}/")["ETag"] != etag
    publish(english)
    assert states(get, "articles", source.pk) == {"en": "current"}


def test_a_draft_changes_nothing(articles, get):
    source = ArticlePage.objects.get(pk=articles.articles[0].pk)
    source.title = "Chỉ là bản nháp"
    source.save_revision()
    assert states(get, "articles", source.pk) == {"en": "current"}
