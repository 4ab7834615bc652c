"""The report in the admin: for those who may see it, with plots, lists and a table for spreadsheets."""

import csv
import io
from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from cms.statistics import tables
from cms.statistics.admin.plots import Plot, round_up
from cms.statistics.models import Subject
from cms.users.models import User
from tests.factories import add_stream


@pytest.fixture
def report(client, site):
    """Return a function that asks for the report as somebody with this permission."""

    def ask(permission="view_daycount", **query):
        user = User.objects.create_user(f"reader-{permission}", password="x" * 12)
        user.user_permissions.add(*Permission.objects.filter(codename__in=["access_admin", permission]))
        client.force_login(user)
        return client.get(reverse("visits_report"), query)

    return ask


@pytest.fixture
def visits(site):
    stream = add_stream(site.home, title="Tin hoạt động", slug="tin")
    today = timezone.localdate()
    tables.add_days(
        {
            (today, Subject.VIEWS, "", "vi"): 1500,
            (today, Subject.VIEWS, "", "en"): 300,
            (today - timedelta(days=40), Subject.VIEWS, "", "vi"): 77,
            (today, Subject.SECTION, str(stream.translation_key), "vi"): 900,
            (today, Subject.PAGE, "/tin/", "vi"): 800,
            (today, Subject.REFERRER, "baoquangninh.vn", ""): 12,
            (today, Subject.SEARCH, "", "vi"): 5,
            (today, Subject.DOWNLOAD, "/documents/3/luat.pdf", ""): 6,
            (today, Subject.API, "articles", ""): 70,
        }
    )
    return today


def test_it_plots_days_and_lists_what_comes_first(visits, report):
    html = report().content.decode()
    for words in ("Tin hoạt động", "/tin/", "baoquangninh.vn", "/documents/3/luat.pdf", "articles", "1.800"):
        assert words in html, words
    assert html.count("<svg viewBox") == 5


def test_whoever_may_not_see_it_does_not(visits, report):
    response = report("view_page")
    assert response.status_code == 302
    assert report("add_page", export="csv").status_code == 302


def test_a_spreadsheet_gets_every_number_of_these_days(visits, report):
    response = report(days="90", export="csv")
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert len(rows) == 1 + 9
    assert [row[2:] for row in rows if row[2] == "/tin/"] == [["/tin/", "vi", "800"]]
    assert response["Content-Type"] == "text/csv; charset=utf-8"


@pytest.mark.parametrize("query", [{"days": "8"}, {"days": "x"}, {"days": "1" * 100}, {"export": "pdf"}])
def test_what_it_does_not_know_changes_nothing(visits, report, query):
    assert report(**query).status_code == 200


def test_bars_stand_on_each_other_and_stay_within_the_plot():
    today = timezone.localdate()
    plot = Plot("views", "Lượt xem", ["vi", "en"], {today: [30, 10], today + timedelta(days=1): [0, 0]})
    full, empty = plot.columns
    assert plot.top == 40
    assert [bar.number for bar in full.bars] == [0, 1]
    assert full.bars[0].y == pytest.approx(full.bars[1].y + full.bars[1].height)
    assert full.bars[0].y + full.bars[0].height == pytest.approx(plot.base)
    assert (empty.bars, empty.total) == ([], 0)
    assert [line.value for line in plot.lines] == [0, 10, 20, 30, 40]
    assert [round_up(number) for number in (0, 4, 5, 9, 11, 81, 2001)] == [4, 4, 8, 10, 20, 100, 4000]
