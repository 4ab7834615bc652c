"""What is known of something, as words: Wagtail's inspect view says "True", "None" and times of another zone."""

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format, localize
from django.utils.translation import gettext as _
from wagtail.admin.views import generic

NOTHING = "–"


class FactsView(generic.InspectView):
    """An inspect view whose facts are said in the reader's words and stand beside each other."""

    def get_field_display_value(self, field_name, field):
        value = super().get_field_display_value(field_name, field)
        if value is None or value == "":
            return NOTHING
        if isinstance(value, bool):
            return _("Yes") if value else _("No")
        if isinstance(value, datetime):
            return date_format(timezone.localtime(value), "SHORT_DATETIME_FORMAT")
        return localize(value)
