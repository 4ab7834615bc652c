"""The page editor's form: drafts may be incomplete, what is published may not."""

from wagtail.admin.forms import WagtailAdminPageForm

from cms.core.publishing import find_missing_alternatives


class HousePageForm(WagtailAdminPageForm):
    """Shows the house rules at their fields when an editor publishes or submits; saving a draft never asks for them."""

    def _post_clean(self):
        super()._post_clean()
        if not self.is_deferred_validation:
            for name, errors in find_missing_alternatives(self.instance).items():
                self.add_error(name if name in self.fields else None, errors)
