"""What the desk writes: to askers in their language at each step, to staff that there is something to do.

No letter holds what was sent in or answered: it says that there is something to read, and where. Only the first one
holds the tracking code.
"""

from datetime import date, datetime

from django.conf import settings
from django.contrib.auth import get_user_model
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from cms.cases.models import Case
from cms.cases.states import State
from cms.core.organisation_name import organisation_name
from cms.mail.models import OutgoingMail


def subject_of(case: Case, about: str) -> str:
    """Return the subject, in the active language, of the letter to the asker; "" where there is none to write."""
    subjects = {
        "received": _("We have received your question") if case.is_question else _("We have received your request"),
        "accept": _("Your question is accepted") if case.is_question else _("Your request is accepted"),
        "start": _("Somebody is working on your answer"),
        "ask_back": _("We need to know more"),
        "submit": _("Your answer is being checked"),
        "approve": _("Your answer is ready"),
        "published": _("Your question and its answer are published"),
        "decline": _("We cannot answer this"),
        "forward": _("Another body is responsible"),
        "withdraw": _("You have withdrawn it"),
        "erased": _("Your data has been erased"),
    }
    return subjects.get(about, "")


def tell_asker(case: Case, about: str, now: datetime, code: str = "") -> None:
    """Order the letter about a step, where there is an address and something to say."""
    with translation.override(case.language):
        subject = subject_of(case, about)
        if not case.email or not subject:
            return
        context = {
            "case": case,
            "about": about,
            "code": code,
            "state": State(case.state).label,
            "due_on": case.due_on if about in ("received", "accept") else None,
            "address": settings.WAGTAILADMIN_BASE_URL + reverse(f"track_{case.language}"),
            "organisation": organisation_name(case.language),
        }
        _order(case, f"asker:{about}", [case.email], subject, "cases/mail/asker.txt", context, now)


def tell_staff(case: Case, about: str, now: datetime, due_on: date | None = None) -> None:
    """Order letters to those who have something to do by a day, the case's own if no other is given.

    Each is in the language of their admin.
    """
    for language, addresses in _staff_for(case, about).items():
        with translation.override(language):
            subject = {
                "submit": _("%(case)s waits for approval"),
                "added": _("Information was added to %(case)s"),
                "data": _("Request about personal data: %(case)s"),
            }.get(about, _("%(case)s has arrived")) % {"case": case}
            context = {
                "case": case,
                "about": about,
                "due_on": due_on or case.due_on,
                "address": settings.WAGTAILADMIN_BASE_URL + reverse("cases:inspect", args=[case.pk]),
                "organisation": organisation_name(language),
            }
            _order(case, f"staff:{about}", sorted(addresses), subject, "cases/mail/staff.txt", context, now)


def _staff_for(case: Case, about: str) -> dict[str, set[str]]:
    """Return addresses by language."""
    permission = {"submit": "approve_case", "data": "manage_personal_data"}.get(about, "change_case")
    if about == "added" and case.assignee is not None and case.assignee.is_active:
        people = [case.assignee]
    else:
        people = get_user_model().objects.with_perm(
            f"cases.{permission}", backend="django.contrib.auth.backends.ModelBackend"
        )
        people = people.select_related("wagtail_userprofile")
        if about == "submit":
            people = people.exclude(pk=case.answer_by_id)
    found: dict[str, set[str]] = {}
    for user in people:
        if user.email:
            profile = getattr(user, "wagtail_userprofile", None)
            language = (profile and profile.preferred_language) or settings.LANGUAGE_CODE
            found.setdefault(language, set()).add(user.email)
    return found


def letters_about(case: Case):
    """Return what was written about a case, to whomever."""
    return OutgoingMail.objects.filter(account=_account_of(case))


def letters_given_up(case: Case) -> int:
    """Return how many letters did not reach the asker."""
    return letters_about(case).filter(about__startswith="asker:", state=OutgoingMail.State.FAILED).count()


def _account_of(case: Case) -> str:
    return f"case {case.pk}"


def _order(case, about, to, subject, template, context, now) -> None:
    OutgoingMail.objects.create(
        account=_account_of(case),
        about=about,
        to="\n".join(to),
        # A header of several lines is an attack or a slip.
        subject=" ".join(subject.split())[:200],
        body=render_to_string(template, context),
        created_at=now,
        next_attempt_at=now,
    )
