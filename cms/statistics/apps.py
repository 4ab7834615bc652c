"""The statistics application: its process-wide recorder is `cms.statistics.recorder`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StatisticsConfig(AppConfig):
    name = "cms.statistics"
    label = "cms_statistics"
    verbose_name = _("Visits")
