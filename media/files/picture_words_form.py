"""The fields for a picture's words in each language, in every form of pictures."""

from django import forms
from django.conf import settings
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from media.files.picture_words import COLUMNS, LENGTHS, names_in

LABELS = {
    "title": _("Title"),
    "alt": _("Alternative text"),
    "caption": _("Caption"),
    "credit": _("Credit"),
}
HELP_TEXTS = {
    "alt": _("What the picture shows, for people who cannot see it. Taken over where a page says nothing of its own."),
}


class PictureWordsForm:
    """Mixed into a model form of pictures: its own title and credit say their language, the others come after each."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in COLUMNS:
            if name in self.fields:
                self.fields[name].label = named(name, settings.LANGUAGE_CODE)
                self.fields[name].widget.attrs["lang"] = settings.LANGUAGE_CODE
        ordered = []
        for name in [*self.fields]:
            ordered.append(name)
            if name == "title":
                ordered += [self._add("title"), self._add("alt"), self._add("caption")]
            elif name == "credit":
                ordered.append(self._add("credit"))
        self.order_fields(_flat(ordered))

    def _add(self, name: str) -> list[str]:
        added = []
        for language, _label in settings.LANGUAGES:
            if name in names_in(language):
                key = field_name(name, language)
                self.fields[key] = forms.CharField(
                    label=named(name, language),
                    max_length=LENGTHS[name],
                    required=False,
                    initial=self.instance.words.get(language, {}).get(name, ""),
                    help_text=HELP_TEXTS.get(name, "") if language == settings.LANGUAGE_CODE else "",
                    widget=forms.TextInput(attrs={"lang": language}),
                )
                added.append(key)
        return added

    def _post_clean(self):
        words = {language: dict(said) for language, said in self.instance.words.items()}
        for language, _label in settings.LANGUAGES:
            for name in names_in(language):
                key = field_name(name, language)
                # What a form was not sent (another door's, with fewer fields) stays.
                if key in self.cleaned_data and self.add_prefix(key) in self.data:
                    words.setdefault(language, {})[name] = self.cleaned_data[key]
        self.instance.words = words
        super()._post_clean()


def field_name(name: str, language: str) -> str:
    """Return the form's name for a word in a language: "alt_vi"."""
    return f"{name}_{language.replace('-', '_')}"


def named(name: str, language: str):
    """Return the label of a word in a language, in the editor's."""
    return format_lazy("{} ({})", LABELS[name], dict(settings.LANGUAGES)[language])


def _flat(names: list) -> list[str]:
    return [one for name in names for one in (name if isinstance(name, list) else [name])]
