"""The page editor's form: drafts may be incomplete, what is published may not."""

import re
from datetime import datetime

from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.coreutils import find_available_slug
from wagtail.models import Page

from cms.core.publishing import MISSING_ALTERNATIVE, is_picture_item, lacks_alternative, picture_fields
from cms.core.stored_words import in_language_of, take_over
from cms.core.text.slugs import slugify_vietnamese


class HousePageForm(WagtailAdminPageForm):
    """Shows the house rules at their fields when an editor publishes or submits; saving a draft never asks for them."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            # Django has a field whose default is a function compare itself with a hidden field, which Wagtail's editor
            # does not have: the page counted as changed by whoever looked at it, and could not be approved by him.
            field.show_hidden_initial = False
        # Shown to the minute, and sent back so: that is no change either.
        self._moments = {name: value for name, value in self.initial.items() if isinstance(value, datetime)}
        self.initial |= {name: value.replace(second=0, microsecond=0) for name, value in self._moments.items()}

    def full_clean(self):
        with in_language_of(self.instance):
            super().full_clean()

    def clean(self):
        for name, moment in self._moments.items():
            if self.cleaned_data.get(name) == self.initial[name]:
                self.cleaned_data[name] = moment
        for name in picture_fields(self.instance):
            if name in self.cleaned_data:
                take_over(self.cleaned_data, self.cleaned_data[name], prefix=f"{name}_")
        self._number_slug_of_title()
        return super().clean()

    def _number_slug_of_title(self) -> None:
        """Give a slug that only repeats the title a number where a sibling has it already.

        Nobody chose it, and its field is on another tab: an editor must not be stopped by it. One written by hand is
        refused, as ever.
        """
        title, slug = self.cleaned_data.get("title"), self.cleaned_data.get("slug")
        if not (title and slug and self.parent_page) or slug != slugify_vietnamese(title):
            return
        own = self.instance.slug if self.instance.pk else ""
        if re.fullmatch(rf"{re.escape(slug)}-\d+", own):
            self.cleaned_data["slug"] = own
        elif not Page._slug_is_available(slug, self.parent_page, self.instance):
            self.cleaned_data["slug"] = find_available_slug(self.parent_page, slug, ignore_page_id=self.instance.pk)

    def _post_clean(self):
        super()._post_clean()
        if not self.is_deferred_validation:
            for name, errors in self.instance.publishing_errors().items():
                # Child relations still hold what they held before: their forms are looked at below.
                if name not in self.formsets:
                    self.add_error(name if name in self.fields else None, errors)

    def save(self, commit=True):
        # Wagtail's "add and publish" writes a new page live before it publishes it: if that fails, nothing would stay.
        if self.instance.pk is None:
            self.instance.live = False
        return super().save(commit)

    def is_valid(self):
        is_valid = super().is_valid()
        if is_valid:
            self._take_over_words_of_items()
        return is_valid and (self.is_deferred_validation or self._are_items_described())

    def _take_over_words_of_items(self) -> None:
        for form in self._picture_forms():
            take_over(form.cleaned_data, form.cleaned_data.get("image"), language=self.instance.locale.language_code)
            for name in ("alt_text", "caption", "credit"):
                if name in form.cleaned_data:
                    setattr(form.instance, name, form.cleaned_data[name])

    def _are_items_described(self) -> bool:
        """Say at each picture of a child relation (a gallery's) that it has neither words nor "decorative"."""
        is_complete = True
        for form in self._picture_forms():
            if lacks_alternative(form.cleaned_data):
                form.add_error("alt_text", MISSING_ALTERNATIVE)
                is_complete = False
        return is_complete

    def _picture_forms(self):
        """Yield the forms of child relations (a gallery's items) that are pictures and stay."""
        for formset in self.formsets.values():
            if is_picture_item(formset.model):
                yield from (form for form in formset.forms if form not in formset.deleted_forms)
