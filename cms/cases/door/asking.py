"""Asking and requesting support: the text, answers like it, the form, the confirmation with the code.

The confirmation answers the form itself: the code is in no address, cookie or session, and a form sent again gives it
again.
"""

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from cms.cases.configurations import Kind
from cms.cases.door.forms import CaseForm, QuestionTextForm
from cms.cases.door.origin import is_from_here
from cms.cases.door.own_form import TOO_OLD, is_own_form, own_form_token
from cms.cases.door.privacy import private_answer
from cms.cases.door.rates import sender_of
from cms.cases.door.suspicion import is_suspicious
from cms.cases.door.token import read_token
from cms.cases.intake import DuplicateError, Sent, receive
from cms.cases.models import ConsentNotice
from cms.cases.similar import similar_answers
from cms.core.errors.pages import error_page

METHODS = ["GET", "HEAD", "POST"]
# Three files and what stands around them, and enough to say which of them is too large.
MAX_BODY = 160 * 1024 * 1024


@csrf_exempt
@require_http_methods(METHODS)
@private_answer
def ask(request):
    """The question's address: its text first, then the form."""
    if request.method == "POST":
        return Sending(request, Kind.QUESTION).answer()
    return render(request, "cases/ask.html", _first_step(QuestionTextForm()))


def _first_step(form: QuestionTextForm) -> dict:
    return {"step": 1, "form": form, "form_token": own_form_token()}


@csrf_exempt
@require_http_methods(METHODS)
@private_answer
def request_support(request):
    """The support form's address; the form stands on the support page too."""
    if request.method == "POST":
        return Sending(request, Kind.SUPPORT).answer()
    return render(request, "cases/support.html", form_context(Kind.SUPPORT))


def form_context(kind: Kind, form: CaseForm | None = None) -> dict:
    """Return what the form's template needs."""
    language = translation.get_language()
    notice = ConsentNotice.current(timezone.now())
    return {
        "case_form": form if form is not None else CaseForm(kind),
        "form_url": reverse(f"{'ask' if kind == Kind.QUESTION else 'request'}_{language}"),
        "notice": notice.text(language) if notice else "",
        "notice_version": notice.version if notice else "",
        "is_question": kind == Kind.QUESTION,
    }


class Sending:
    """One POST of one of the two forms."""

    def __init__(self, request, kind: Kind):
        self.request, self.kind, self.language = request, kind, translation.get_language()
        self.notice = ConsentNotice.current(timezone.now())

    def answer(self):
        request = self.request
        refusal = refused(request)
        if refusal is not None:
            return refusal
        data = request.POST
        if "token" not in data and self.kind == Kind.QUESTION:
            return self._second_step()
        token = read_token(data.get("token", ""), self.kind)
        form = self._form()
        if not form.is_valid():
            return self._again(form)
        if token is None:
            form.add_error(None, _("This page had been open for too long. Please send it once more."))
            return self._again(form)
        if data.get("notice") != self.notice.version:
            form.add_error(None, _("The notice has changed meanwhile. Please read it, and send the form once more."))
            return self._again(form)
        if form.cleaned_data["website"]:
            form.add_error(None, _("It was not sent: a hidden field was filled in. Please send it once more."))
            form.data = form.data.copy()
            form.data["website"] = ""
            return self._again(form)
        if "altcha" not in form.fields and self._is_suspicious(token, form):
            form = self._form(needs_proof=True, is_bound_to_proof=False)
            return self._again(form)
        return self._receive(form, token.nonce)

    def _form(self, *, needs_proof: bool | None = None, is_bound_to_proof: bool = True) -> CaseForm:
        asked = needs_proof or "altcha" in self.request.POST
        form = CaseForm(self.kind, self.request.POST, files=self.request.FILES, needs_proof=asked)
        if not is_bound_to_proof:
            form.full_clean()
            form.errors.pop("altcha", None)
            form.add_error(None, _("One more step: tick the box at the end of the form, then send it again."))
        return form

    def _is_suspicious(self, token, form: CaseForm) -> bool:
        values = form.cleaned_data
        says_where_from = is_from_here(self.request) is not None
        return is_suspicious(token, values["text"], values["name"], sender_of(self.request), says_where_from)

    def _second_step(self):
        first = QuestionTextForm(self.request.POST)
        if not is_own_form(self.request):
            first.add_error(None, TOO_OLD)
        if not first.is_valid():
            return render(self.request, "cases/ask.html", _first_step(first), status=422)
        text = first.cleaned_data["text"]
        context = form_context(self.kind, CaseForm(self.kind, initial={"text": text}))
        context |= {"step": 2, "similar": similar_answers(text, self.language)}
        return render(self.request, "cases/ask.html", context)

    def _again(self, form: CaseForm):
        context = form_context(self.kind, form) | {"step": 2, "has_lost_files": bool(self.request.FILES)}
        template = "cases/ask.html" if self.kind == Kind.QUESTION else "cases/support.html"
        return render(self.request, template, context, status=422)

    def _receive(self, form: CaseForm, nonce: str):
        uploads = form.cleaned_data.get("files") or []
        sent = Sent(self.kind, self.language, form.values, form.agreed, self.notice, uploads)
        try:
            case, code = receive(sent, nonce, timezone.now())
        except DuplicateError:
            form.add_error(
                None, _("You sent us the same a short while ago. It has arrived: use the code you got then.")
            )
            return self._again(form)
        context = {"case": case, "code": code, "has_mail": bool(case.email)}
        context |= {"track_url": reverse(f"track_{self.language}"), "form_token": own_form_token()}
        return render(self.request, "cases/received.html", context)


def refused(request):
    """Return the answer to a POST that is not looked at any further, or None."""
    if is_from_here(request) is False:
        return error_page(request, 403)
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdigit() or int(length) > MAX_BODY:
        return error_page(request, 413)
    return None
