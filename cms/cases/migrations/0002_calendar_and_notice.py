"""The days off of 2026 and the fixed ones of 2027, which staff complete, and the first privacy notice."""

from datetime import date, datetime, timezone

from django.db import migrations

DAYS_OFF = [
    (date(2026, 1, 1), "Tết Dương lịch"),
    *((date(2026, 2, day), "Tết Nguyên đán") for day in range(16, 21)),
    (date(2026, 4, 27), "Nghỉ bù Giỗ Tổ Hùng Vương"),
    (date(2026, 4, 30), "Ngày Chiến thắng"),
    (date(2026, 5, 1), "Ngày Quốc tế Lao động"),
    (date(2026, 9, 1), "Quốc khánh"),
    (date(2026, 9, 2), "Quốc khánh"),
    (date(2027, 1, 1), "Tết Dương lịch"),
    (date(2027, 4, 30), "Ngày Chiến thắng"),
    (date(2027, 9, 2), "Quốc khánh"),
]
NOTICE_VI = (
    "Liên đoàn chỉ dùng những gì bạn gửi cho các mục đích bạn đánh dấu dưới đây. Chỉ cán bộ phụ trách được xem; mỗi lần "
    "xem đều được ghi lại. Việc đồng ý là tự nguyện. Bạn có thể rút lại đồng ý, xin bản sao hoặc yêu cầu xóa dữ liệu bất "
    "cứ lúc nào bằng mã tra cứu; Liên đoàn trả lời trong 2 ngày làm việc. Dữ liệu cá nhân trong câu hỏi được xóa 2 năm sau "
    "khi kết thúc, trong yêu cầu hỗ trợ 1 năm sau khi kết thúc."
)
NOTICE_EN = (
    "The federation uses what you send only for the purposes you tick below. Only the staff in charge can see it, and "
    "every look is recorded. You are free to agree or not. With your tracking code you can take your consent back, ask for "
    "a copy, or have your data erased at any time; the federation answers within 2 working days. Personal data is erased 2 "
    "years after a question has ended, and 1 year after a support request has ended."
)


def add(apps, schema_editor):
    holiday = apps.get_model("cases", "Holiday")
    holiday.objects.bulk_create([holiday(date=day, name=name) for day, name in DAYS_OFF], ignore_conflicts=True)
    apps.get_model("cases", "ConsentNotice").objects.get_or_create(
        version="2026-1",
        defaults={
            "text_vi": NOTICE_VI,
            "text_en": NOTICE_EN,
            "valid_from": datetime(2026, 1, 1, tzinfo=timezone.utc),
        },
    )


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
