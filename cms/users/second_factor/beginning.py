"""How a session begins: whichever door it came by, it is written in it whether the second factor is still due."""

from django.contrib.auth.signals import user_logged_in

from cms.users.second_factor.need import has_one, has_shown_it
from cms.users.sessions.seeing import mark_seen

DUE = "second_factor_due"


def note(sender, request, user, **kwargs) -> None:
    mark_seen(request)
    request.session[DUE] = not has_shown_it(request, user) and has_one(user)


def connect() -> None:
    user_logged_in.connect(note, dispatch_uid="second_factor_due")
