"""Uploading many pictures at once: what they have in common is said once, and their forms stand in two columns.

Wagtail 8.0's views take a title and a collection with each file; the rest is asked for in a hundred forms.
"""

from functools import wraps

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.images.views.multiple import AddView, CreateFromUploadedImageView, EditView

from cms.core.models import Licence
from media.files.picture_words import LENGTHS
from media.files.picture_words_form import field_name, named

TEMPLATE = "media/admin/several_pictures_form.html"


class InCommonForm(forms.Form):
    """Credit (in each language) and licence of all pictures of one upload."""

    licence = forms.ChoiceField(label=_("Licence"), choices=[("", "---------"), *Licence.choices], required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, prefix="common", **kwargs)
        for language, _label in settings.LANGUAGES:
            self.fields[field_name("credit", language)] = forms.CharField(
                label=named("credit", language),
                max_length=LENGTHS["credit"],
                required=False,
                widget=forms.TextInput(attrs={"lang": language}),
            )

    def give_to(self, image) -> None:
        """Set what was given; a picture of the upload is not refused for what all have in common."""
        self.is_valid()
        given = {name: value for name, value in self.cleaned_data.items() if value}
        image.licence = given.get("licence", image.licence)
        for language, _label in settings.LANGUAGES:
            credit = given.get(field_name("credit", language))
            if credit and language == settings.LANGUAGE_CODE:
                image.credit = credit
            elif credit:
                image.words = {**image.words, language: {**image.words_in(language), "credit": credit}}


def put_in_place() -> None:
    """Have Wagtail's views use them. Doing it twice changes nothing."""
    for view in (AddView, EditView, CreateFromUploadedImageView):
        view.edit_form_template_name = TEMPLATE
    if not getattr(AddView.save_object, "has_common_words", False):
        AddView.save_object = _with_common_words(AddView.save_object)
        AddView.get_context_data = _with_common_form(AddView.get_context_data)


def _with_common_words(original):
    @wraps(original)
    def save_object(self, form):
        InCommonForm(self.request.POST).give_to(form.instance)
        return original(self, form)

    save_object.has_common_words = True
    return save_object


def _with_common_form(original):
    @wraps(original)
    def get_context_data(self, **kwargs):
        return {**original(self, **kwargs), "in_common": InCommonForm()}

    return get_context_data
