"""The demo's law documents have their history and relations in both languages, however often they are loaded."""

from datetime import date

import pytest

from articles.models import LawDocumentPage, LawEvent
from cms.operations.demo.loading import law
from cms.operations.demo.loading.library import Library

KEYS = {"luat-cong-doan-2012", "luat-cong-doan-2024", "bo-luat-lao-dong-2012", "bo-luat-lao-dong-2019"}


@pytest.mark.trial
def test_replaced_laws_end_on_the_day_their_successors_begin(site, monkeypatch):
    monkeypatch.setattr(law, "_file", lambda *_arguments: None)
    monkeypatch.setattr(law, "read", lambda name, read=law.read: _replaced_and_successors(read(name)))
    for _time in range(2):
        library = Library()
        law.load_law(library, site.home)
        library.translate_all()
    for number, day in (("12/2012/QH13", date(2025, 7, 1)), ("10/2012/QH13", date(2021, 1, 1))):
        pages = LawDocumentPage.objects.filter(number=number)
        assert {page.locale.language_code for page in pages} == {"vi", "en"}
        for page in pages:
            assert page.status_on(date(day.year - 1, 12, 31)).code == "in_force"
            assert page.status_on(day).code == "expired"
            assert [relation.label for relation in page.mentions.relations]
    assert LawEvent.objects.filter(law_document__number="12/2012/QH13").count() == 2


def _replaced_and_successors(content):
    documents = [{**item, "file": False} for item in content["documents"] if item["key"] in KEYS]
    assert len(documents) == len(KEYS)
    return {**content, "documents": documents}
