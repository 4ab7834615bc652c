"""The forms of the door. Each field says itself what is wrong with it; nothing is ticked for anybody."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django_altcha import AltchaField

from cms.cases.configurations import CONFIGURATIONS, Kind, Purpose
from cms.cases.door.token import make_token
from cms.cases.door.topics import topic_choices, topic_values
from cms.cases.uploads import ACCEPT, Upload, check_files
from cms.core.text.nfc import clean_text

MAX_TEXT, MIN_TEXT = 6000, 10
# On a cheap telephone about two seconds.
PROOF_NUMBER = 60_000


class CleanCharField(forms.CharField):
    """Text as it is stored: NFC, nothing invisible."""

    def to_python(self, value):
        return super().to_python(clean_text(value) if isinstance(value, str) else value)


class FilesInput(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files, each looked at; its value is a list of Upload."""

    widget = FilesInput

    def clean(self, data, initial=None) -> list[Upload]:
        return check_files([file for file in data or [] if file])


def text_field(label) -> CleanCharField:
    return CleanCharField(
        label=label,
        min_length=MIN_TEXT,
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 8, "maxlength": MAX_TEXT}),
        error_messages={"min_length": _("Write a little more, so that we can help.")},
    )


def files_field() -> FilesField:
    return FilesField(
        label=pgettext_lazy("sent in", "Files"),
        required=False,
        widget=FilesInput(attrs={"accept": ACCEPT}),
        help_text=_("At most three: PDF, Word (.docx) or pictures, 10 MB each. Only staff see them."),
    )


class CaseForm(forms.Form):
    """Asks what a kind needs. `needs_proof` adds the proof of work."""

    name = CleanCharField(label=_("Your name"), required=False, max_length=120)
    email = forms.EmailField(label=_("E-mail"), required=False, max_length=254)
    phone = CleanCharField(label=pgettext_lazy("of a person", "Telephone"), required=False, max_length=30)
    # People leave it empty because they do not see it.
    website = forms.CharField(label=_("Leave this empty"), required=False)

    def __init__(self, kind: Kind, *args, needs_proof: bool = False, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.kind = kind
        is_question = kind == Kind.QUESTION
        topics = topic_choices(kind, get_language())
        own = {
            "topic": forms.ChoiceField(
                label=_("What is it about?"),
                choices=[("", _("Choose a topic")), *topics],
                # A new site has none yet.
                required=bool(topics),
                error_messages={"invalid_choice": _("Choose one of the topics.")},
            ),
            "text": text_field(_("Your question") if is_question else _("Your message")),
        }
        if is_question:
            own["files"] = files_field()
            own["union"] = CleanCharField(label=_("Your union or workplace"), required=False, max_length=160)
        self.fields = {**own, **self.fields}
        self.purposes = CONFIGURATIONS[kind].purposes
        for purpose in self.purposes:
            is_needed = purpose == self.purposes[0]
            self.fields[f"agree_{purpose}"] = forms.BooleanField(
                label=purpose.label,
                required=is_needed,
                error_messages={"required": _("Without this we may not handle what you send.")},
            )
        if needs_proof:
            self.fields["altcha"] = proof_field()
        for name, value in AUTOCOMPLETE.items():
            if name in self.fields:
                self.fields[name].widget.attrs["autocomplete"] = value
        dress(self)

    @property
    def new_token(self) -> str:
        return make_token(self.kind)

    def clean_phone(self) -> str:
        phone = self.cleaned_data["phone"].strip()
        if phone and not 8 <= len(re.sub(r"\D", "", phone)) <= 15:
            raise ValidationError(_("Write the telephone number with all its digits."), code="invalid")
        return phone

    def clean(self):
        cleaned = super().clean()
        has_contact = cleaned.get("email") or cleaned.get("phone")
        if not has_contact and not {"email", "phone"} & set(self.errors):
            self.add_error("email", ValidationError(_("Leave an e-mail address or a telephone number."), "required"))
        return cleaned

    @property
    def values(self) -> dict:
        """The fields of Case this form says."""
        names = [name for name in ("text", "name", "email", "phone", "union") if name in self.cleaned_data]
        return {
            **{name: self.cleaned_data[name] for name in names},
            **topic_values(self.kind, self.cleaned_data["topic"]),
        }

    @property
    def agreed(self) -> list[Purpose]:
        return [purpose for purpose in self.purposes if self.cleaned_data[f"agree_{purpose}"]]


AUTOCOMPLETE = {"name": "name", "email": "email", "phone": "tel", "union": "organization"}


class QuestionTextForm(forms.Form):
    """The first step of asking: the question alone, so that answers like it can be shown."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["text"] = text_field(_("Your question"))
        dress(self)


class AdditionForm(forms.Form):
    """What an asker adds when asked."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["text"] = text_field(_("What you add"))
        self.fields["files"] = files_field()
        dress(self)


def dress(form: forms.Form) -> None:
    """Give what is filled in the site's look."""
    for field in form.fields.values():
        if not isinstance(field, forms.BooleanField | AltchaField):
            field.widget.attrs["class"] = "field"


def proof_field() -> AltchaField:
    """Return the field that has the sender's machine work for two seconds, with its words in the page's language."""
    return AltchaField(
        label="",
        maxnumber=PROOF_NUMBER,
        hidefooter=True,
        hidelogo=True,
        strings={
            "label": str(_("I am a person")),
            "verifying": str(_("Checking…")),
            "verified": str(_("Checked")),
            "error": str(_("The check failed. Try again.")),
            "expired": str(_("The check is too old. Try again.")),
            "waitAlert": str(_("Checking… please wait.")),
        },
        error_messages=dict.fromkeys(
            ("error", "invalid", "required", "replay"), _("Tick this box, and wait until it says it is checked.")
        ),
    )
