"""The tracking page: state and answer of one case to whoever has its code, and nothing of anyone.

The code comes in a form's body only: it is in no address, log or history. Wrong codes are counted.
"""

from django.core.exceptions import ValidationError
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from cms.cases.door.asking import METHODS, refused
from cms.cases.door.forms import AdditionForm
from cms.cases.door.own_form import TOO_OLD, is_own_form, own_form_token
from cms.cases.door.privacy import private_answer
from cms.cases.door.rates import HOUR, MINUTE, count, sender_of
from cms.cases.intake import attach
from cms.cases.models import Case, CaseMessage, DataRequest
from cms.cases.moving import make_move, withdraw
from cms.cases.personal.wishes import ask_for_data, withdraw_publication
from cms.cases.states import TELLING, State
from cms.cases.tracking_code import digest_of, is_same
from cms.core.errors.pages import error_page

# Who mistypes a code tries a few times; nobody guesses one of 80 bits. A right one is never refused: the wrong ones may
# have been somebody else's behind the same address.
WRONG_CODES = 10
WRONG_CODES_SECONDS = 10 * MINUTE
ADDITIONS_AN_HOUR = 10


@csrf_exempt
@require_http_methods(METHODS)
@private_answer
def track(request):
    """Ask for the code, or show the case it is of and do what its asker wants."""
    if request.method != "POST":
        return _code_form(request)
    refusal = refused(request)
    if refusal is not None:
        return refusal
    if not is_own_form(request):
        return _code_form(request, TOO_OLD, 422, code=request.POST.get("code", ""))
    case = find_case(request.POST.get("code", ""))
    if case is None:
        sender = sender_of(request)
        if sender and count("wrong", sender, WRONG_CODES_SECONDS) > WRONG_CODES:
            response = error_page(request, 429)
            response["Retry-After"] = str(WRONG_CODES_SECONDS)
            return response
        error = _("There is nothing under this code. Compare it with the one you were given.")
        return _code_form(request, error, 404)
    return Tracking(request, case).answer()


def _code_form(request, error: str = "", status: int = 200, code: str = ""):
    context = {"error": error, "code": code, "form_token": own_form_token()}
    return render(request, "cases/track.html", context, status=status)


def find_case(code: str) -> Case | None:
    """Return the case a code is of. It is found by its digest, so that the time it takes tells nothing of others."""
    digest = digest_of(code)
    case = Case.objects.filter(code_digest=digest).first() if digest else None
    return case if case is not None and is_same(case.code_digest, digest) else None


class Tracking:
    """What one asker sees and does."""

    def __init__(self, request, case: Case):
        self.request, self.case = request, case
        self.form, self.done, self.status = AdditionForm(), "", 200

    def answer(self):
        action = self.request.POST.get("action", "")
        act = {
            "add": self._add,
            "withdraw": self._withdraw,
            "unpublish": self._unpublish,
            "copy": lambda: self._ask_for_data(DataRequest.Wish.COPY),
            "erase": lambda: self._ask_for_data(DataRequest.Wish.ERASE),
        }.get(action)
        if act is not None:
            act()
            self.case.refresh_from_db()
        return render(self.request, "cases/track.html", self._context(), status=self.status)

    def _context(self) -> dict:
        case = self.case
        publication = getattr(case, "publication", None)
        page = publication.page if publication and case.state == State.PUBLISHED else None
        answered = case.state in (State.ANSWERED, State.PUBLISHED)
        return {
            "case": case,
            "code": self.request.POST.get("code", ""),
            "form_token": own_form_token(),
            "state": State(case.state).label,
            "answer": case.answer if answered else "",
            "said": [message for message in case.messages.all() if not message.is_from_asker]
            if case.state in TELLING | {State.MORE_INFO}
            else [],
            "page_url": (page.specific.get_url(self.request) or "") if page is not None else "",
            "addition_form": self.form if case.state == State.MORE_INFO else None,
            "may_withdraw": case.is_waiting,
            "may_unpublish": case.may_be_published,
            "open_wishes": [request for request in case.data_requests.all() if request.done_at is None],
            "done": self.done,
        }

    def _add(self) -> None:
        if self.case.state != State.MORE_INFO:
            self.done = _("Nothing more is needed at the moment.")
            return
        self.form = AdditionForm(self.request.POST, files=self.request.FILES)
        if self.form.is_valid() and count("added", self.case.code_digest, HOUR) > ADDITIONS_AN_HOUR:
            self.form.add_error(None, _("You have sent a lot within an hour. Please wait a little, then send this."))
        if self.form.errors:
            self.status = 422
            return
        now = timezone.now()
        try:
            make_move(self.case, "added", now=now)
        except ValidationError:
            self.done = _("Nothing more is needed at the moment.")
            return
        CaseMessage.objects.create(case=self.case, is_from_asker=True, at=now, text=self.form.cleaned_data["text"])
        attach(self.case, self.form.cleaned_data["files"], now)
        self.done = _("Thank you. It has been added, and we go on.")

    def _withdraw(self) -> None:
        self.case = withdraw(self.case)
        self.done = _("It has been withdrawn, and we do nothing more with it.")

    def _unpublish(self) -> None:
        withdraw_publication(self.case, timezone.now())
        self.done = _("You no longer agree to publication. If it was published, it has been taken down.")

    def _ask_for_data(self, wish: str) -> None:
        ask_for_data(self.case, wish, timezone.now())
        self.done = _("We have noted it, and answer within two working days.")
