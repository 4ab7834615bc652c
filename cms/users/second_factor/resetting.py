"""Taking a second factor off an account whose owner has lost it: by a colleague, or on the server's command line."""

from allauth.mfa.models import Authenticator
from django.db import transaction
from wagtail.log_actions import log

from cms.users.sessions.ending import end_sessions_of


@transaction.atomic
def reset_second_factor(user, by=None) -> bool:
    """Remove it, end the account's sessions, and write it down; return whether there was one.

    `by` is the colleague who did it, None for the command line.
    """
    removed, _details = Authenticator.objects.filter(user=user).delete()
    if not removed:
        return False
    end_sessions_of(user)
    log(user, "users.second_factor.reset", user=by)
    return True
