"""The cases application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CasesConfig(AppConfig):
    name = "cms.cases"
    label = "cases"
    verbose_name = _("Questions and requests")

    def ready(self):
        from cms.cases.personal import journal

        journal.register()
