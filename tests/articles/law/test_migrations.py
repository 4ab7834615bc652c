"""Data from before there were periods and systems of numbers gets them, with the status readers saw."""

from datetime import date
from importlib import import_module

from django.apps import apps

from articles.models import LawDocumentPage, LawStatusPeriod
from tests.articles.content import add_library, put_law_document


def test_old_documents_get_the_periods_of_their_dates_and_keep_a_status_only_an_editor_knew(site):
    library = add_library(site.home)
    dated = put_law_document(library, number="1/2019/QH14", expiry_date=date(2025, 7, 1))
    known = put_law_document(library, number="2-CT/TW", issue_date=None, effective_date=None)
    unknown = put_law_document(library, number="3/2019/QH14", title="Luật ba")
    LawDocumentPage.objects.filter(pk__in=[dated.pk, known.pk]).update(status="in_force", number_system="")
    LawDocumentPage.objects.filter(pk=unknown.pk).update(status="unknown")
    LawStatusPeriod.objects.all().delete()
    import_module("articles.migrations.0005_first_law_periods").write_first_periods(apps, None)
    import_module("articles.migrations.0007_first_number_systems").write_number_systems(apps, None)
    pages = LawDocumentPage.objects.in_bulk([dated.pk, known.pk, unknown.pk])
    assert [pages[dated.pk].status, pages[known.pk].status] == ["", "in_force"]
    assert pages[dated.pk].status_on(date(2025, 6, 30)).code == "in_force"
    assert pages[dated.pk].status_on(date(2025, 7, 1)).code == "expired"
    assert pages[known.pk].status_on(date(2026, 1, 1)).code == "in_force"
    assert pages[known.pk].status_note
    assert pages[unknown.pk].status_on(date(2026, 1, 1)).code == "unknown"
    assert [page.number_system for page in (pages[dated.pk], pages[known.pk])] == ["national_assembly", "party"]
    for page in pages.values():
        page.full_clean()
        stored = [row.as_period for row in page.status_periods.all()]
        assert stored == page.reckon_periods()
