"""The days off of 2027 that the law itself gives, for staff to correct once the Prime Minister has named the rest.

Labour Code 45/2019/QH14: article 112 gives five days for the Lunar New Year (its first day is 6 February 2027, a
Saturday), the 10th of the third lunar month (16 April 2027) and the day before or after 2 September; article 111 moves
a day off that falls on a weekend to the next working day. Whether one or two days before the New Year are among the
five, the Prime Minister decides each year: 5, 8, 9 and 10 February are days off either way, and 4 or 11 is the fifth.
"""

from datetime import date

from django.db import migrations

TO_BE_CONFIRMED = "Tết Nguyên đán (dự kiến; còn ngày 04/02 hoặc 11/02 chờ thông báo nghỉ Tết)"
DAYS_OFF = [
    *((date(2027, 2, day), TO_BE_CONFIRMED) for day in (5, 8, 9, 10)),
    (date(2027, 4, 16), "Giỗ Tổ Hùng Vương"),
    (date(2027, 5, 3), "Nghỉ bù Ngày Quốc tế Lao động"),
]


def add(apps, schema_editor):
    holiday = apps.get_model("cases", "Holiday")
    holiday.objects.bulk_create([holiday(date=day, name=name) for day, name in DAYS_OFF], ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_calendar_and_notice")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
