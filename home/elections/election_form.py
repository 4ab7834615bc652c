"""The editor's form of an election: what is wrong with a phase is said at that phase."""

from wagtail.admin.forms import WagtailAdminModelForm

from home.elections.schedule import find_phase_errors


class ElectionForm(WagtailAdminModelForm):
    """The model's own check sees the phases only after the form has been saved; this one sees them before."""

    def is_valid(self):
        return super().is_valid() and self._phases_are_valid()

    def _phases_are_valid(self) -> bool:
        forms = [form for form in self.formsets["phases"].forms if self._is_complete(form)]
        phases = [
            (form.cleaned_data["label"], form.cleaned_data["begins_at"], form.cleaned_data["ends_at"]) for form in forms
        ]
        is_valid = True
        for index, name, error in find_phase_errors(phases):
            forms[index].add_error(name, error)
            is_valid = False
        return is_valid

    @staticmethod
    def _is_complete(form) -> bool:
        data = form.cleaned_data
        return not data.get("DELETE") and bool(data.get("begins_at") and data.get("ends_at"))
