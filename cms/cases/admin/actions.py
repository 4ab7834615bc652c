"""What is done to a case: moved, noted on, given to somebody, given another due date."""

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, View
from wagtail.admin import messages
from wagtail.admin.widgets import AdminDateInput

from cms.cases.admin.case_views import CasePageView, OfCase
from cms.cases.models import CaseEvent
from cms.cases.models.case import today
from cms.cases.moving import make_move
from cms.cases.states import MOVES, Move
from cms.core.text.formats import short_date


class MoveForm(forms.Form):
    """The text that goes with a move."""

    text = forms.CharField(widget=forms.Textarea(attrs={"rows": 12}), max_length=20_000)


class MoveView(CasePageView, FormView):
    """Makes a move; one that needs a text asks for it first, and keeps it where the move fails."""

    form_class = MoveForm
    template_name = "cases/admin/move.html"

    @cached_property
    def move(self) -> Move:
        move = MOVES.get(self.kwargs["name"])
        if move is None or move.by_system:
            raise Http404
        if not self.request.user.has_perm(f"cases.{move.permission}"):
            raise PermissionDenied
        return move

    def get_page_title(self):
        return self.move.label

    def get_initial(self):
        return {"text": self.case.answer} if self.move.name == "submit" else {}

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        form.fields["text"].label = self.move.text_label
        if not self.move.text_label:
            del form.fields["text"]
        return form

    def form_valid(self, form):
        try:
            make_move(self.case, self.move.name, self.request.user, form.cleaned_data.get("text", ""))
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)
        messages.success(self.request, _("Done."))
        return redirect(self.address)

    def get_context_data(self, **kwargs):
        return super().get_context_data(move=self.move, **kwargs)


class ChangeView(OfCase, View):
    """A small form of the case's page: POST only. Subclasses give `act()`, which may refuse by ValidationError."""

    right = "change_case"

    def post(self, request, *args, **kwargs):
        if self.case.erased_at:
            raise PermissionDenied
        try:
            self.act()
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        return redirect(self.address)

    def write(self, what: str, text: str = "") -> None:
        user = self.request.user
        CaseEvent.objects.create(case=self.case, at=timezone.now(), actor=user, what=what, text=text)


class NoteView(ChangeView):
    """A note for colleagues."""

    def act(self):
        text = forms.CharField(max_length=5000).clean(self.request.POST.get("text", ""))
        self.write(CaseEvent.What.NOTED, text)


class AssignView(ChangeView):
    """Somebody who has it from now on, or nobody."""

    def act(self):
        from cms.cases.admin.inbox import staff

        field = forms.ModelChoiceField(staff(), required=False)
        self.case.assignee = field.clean(self.request.POST.get("assignee", ""))
        self.case.save(update_fields=["assignee"])
        self.write(CaseEvent.What.ASSIGNED, str(self.case.assignee or ""))


class DueView(ChangeView):
    """Another due date."""

    def act(self):
        day = forms.DateField(widget=AdminDateInput).clean(self.request.POST.get("due_on", ""))
        if day < today():
            raise ValidationError(_("This day has passed already."))
        self.case.due_on = day
        self.case.save(update_fields=["due_on"])
        self.write(CaseEvent.What.DUE_CHANGED, short_date(day, "vi"))


urlpatterns = [
    path("<int:pk>/move/<slug:name>/", MoveView.as_view(), name="move"),
    path("<int:pk>/note/", NoteView.as_view(), name="note"),
    path("<int:pk>/assign/", AssignView.as_view(), name="assign"),
    path("<int:pk>/due/", DueView.as_view(), name="due"),
]
