"""Names for what Wagtail 8.0 and wagtail-localize 1.14 show under the name it has in the code, in English.

Put in place once, at start. Each can go when upstream marks the name for translation.
"""

from django.utils.functional import lazy
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.sites.views import IndexView as SiteIndexView
from wagtail.users.templatetags import wagtailusers_tags
from wagtail_localize.models import LocaleSynchronizationModelForm
from wagtail_localize.views.report import TranslationsReportFilterSet

# The permissions beside adding, changing and deleting. Django keeps their names in the database, in English.
PERMISSIONS = {
    "choose": _("Can choose"),
    "lock": _("Can lock"),
    "publish": _("Can publish"),
    "submit_translation": _("Can submit translations"),
    "unlock": _("Can unlock"),
    "view": _("Can view"),
}

_capitalised = lazy(lambda text: capfirst(gettext(text)), str)
_original_label = wagtailusers_tags.normalize_permission_label


def put_in_place() -> None:
    """Name what is nameless. Doing it twice changes nothing."""
    wagtailusers_tags.normalize_permission_label = permission_label
    for column in SiteIndexView.columns:
        if column.name in ("port", "site_name", "root_page"):
            # Wagtail's model has these words, translated.
            column.label = _capitalised(column.name.replace("_", " "))
    filters = TranslationsReportFilterSet.base_filters
    filters["source_locale"].label = _("Source language")
    filters["target_locale"].label = _("Target language")
    # A form class made from this one inherits its Meta.
    LocaleSynchronizationModelForm.Meta = type("Meta", (), {"labels": {"sync_from": _("Synchronise from")}})


def permission_label(permission) -> str:
    """Return "Được đăng" for "Can publish question": the model's name stands beside it."""
    action = permission.codename.removesuffix(f"_{permission.content_type.model}")
    label = PERMISSIONS.get(action)
    return str(label) if label else _original_label(permission)
