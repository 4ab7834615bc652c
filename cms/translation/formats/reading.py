"""What a form accepts as a date or a time: the day first, or ISO 8601. The same in every language.

Without this Django reads "09/10/2019" in a Vietnamese form as the tenth of September.
"""

DATE_INPUT_FORMATS = ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d", "%d/%m/%y"]
TIME_INPUT_FORMATS = ["%H:%M", "%H:%M:%S", "%H:%M:%S.%f"]
DATETIME_INPUT_FORMATS = [
    *(f"{date} {time}" for date in DATE_INPUT_FORMATS for time in TIME_INPUT_FORMATS),
    *(f"{time} {date}" for date in DATE_INPUT_FORMATS for time in ("%H:%M", "%H:%M:%S")),
    *DATE_INPUT_FORMATS,
]
FIRST_DAY_OF_WEEK = 1
