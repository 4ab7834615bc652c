"""After many visits there are sums, and nothing of anybody: in no table, cache, file or log."""

import logging

from django.apps import apps
from django.core.cache import cache
from django.db import connection

from cms.statistics.models import CountedJournal, DayCount, MinuteCount, SeenView
from tests.statistics.counted import PERSON

VISITS = 200
# What a visitor brings with him, see Counted.ask.
BROUGHT = ("203.0.113.7", "who-i-am", PERSON, "Android 14")


def test_nothing_a_visitor_brings_is_kept_and_rows_do_not_grow_with_visits(counted, site, tmp_path, caplog):
    caplog.set_level(logging.DEBUG)
    for _visit in range(VISITS):
        assert counted.view("/", **{"from": "baoquangninh.vn"}).status == 204
    journal = next(tmp_path.glob("*.journal")).read_text()
    counted.flush()
    assert list(tmp_path.iterdir()) == []
    kept = [journal, caplog.text, repr(getattr(cache, "_cache", ""))]
    for model in apps.get_models():
        if model._meta.app_label == "cms_statistics" or model._meta.label == "sessions.Session":
            kept += [repr(row) for row in model.objects.values_list()]
    for text in BROUGHT:
        assert not any(text in part for part in kept), text
    assert DayCount.objects.count() == 3
    assert MinuteCount.objects.count() <= 2
    assert CountedJournal.objects.count() == 1
    # Of each view a number for ten minutes: nothing but itself and the minute.
    assert {field.name for field in SeenView._meta.fields} == {"digest", "minute"}
    assert SeenView.objects.count() == VISITS
    with connection.cursor() as cursor:
        columns = {
            column.name
            for model in (DayCount, MinuteCount, SeenView, CountedJournal)
            for column in connection.introspection.get_table_description(cursor, model._meta.db_table)
        }
    assert columns == {"id", "day", "subject", "key", "locale", "count", "minute", "digest", "name", "counted_at"}
