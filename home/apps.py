"""The home application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Home and pages")

    def ready(self):
        from cms.cases.redaction.detector import register_own_telephones
        from cms.core.organisation_name import named_by
        from home import delivery
        from home.organisation.organisation import Organisation
        from home.organisation.organisation_texts import organisation_texts

        delivery.register()
        named_by(lambda language: organisation_texts(language).name)
        register_own_telephones(lambda: Organisation.objects.values_list("telephone", flat=True))
