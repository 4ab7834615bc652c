"""How often one may try to sign in (django-axes): a name from an address, and an address whatever the names.

Every secret that a person types counts here: passwords, codes of the second factor, passwords asked for once more.
Names that nobody has are counted as all others, so that a refusal tells nothing.
"""

import math

from axes.handlers.database import AxesDatabaseHandler
from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_cool_off
from django.conf import settings
from django.contrib.auth.signals import user_login_failed
from django.db.models import Sum
from django.utils.translation import ngettext

from cms.users.sign_in.client import HERE

STATUS = 429


class TwoLimitsHandler(AxesDatabaseHandler):
    """The database's handler, with a higher limit for what comes from one address."""

    def get_failures(self, request, credentials=None) -> int:
        """Return failures on the scale of AXES_FAILURE_LIMIT."""
        of_both, of_address = (
            attempts.aggregate(sum=Sum("failures_since_start"))["sum"] or 0
            for attempts in self.get_user_attempts(request, credentials)
        )
        # A proxy nobody named stands for everyone: it must not shut everyone out.
        if request.axes_ip_address == HERE:
            return of_both
        return max(of_both, of_address * settings.AXES_FAILURE_LIMIT // settings.SIGN_IN_FAILURES_AN_ADDRESS)


def may_try(request, username: str) -> bool:
    """Return whether another secret of that name may be tried from where the request comes."""
    return AxesProxyHandler.is_allowed(request, {"username": username})


def count_failure(request, username: str) -> bool:
    """Count a wrong secret as a wrong password; return whether more may be tried."""
    user_login_failed.send(sender=__name__, credentials={"username": username}, request=request)
    return may_try(request, username)


def message() -> str:
    minutes = math.ceil(get_cool_off().total_seconds() / 60)
    return ngettext(
        "Too many attempts to sign in. Try again in %(minutes)d minute.",
        "Too many attempts to sign in. Try again in %(minutes)d minutes.",
        minutes,
    ) % {"minutes": minutes}


def refuse(response):
    """Make a page that says so a refusal (RFC 6585, section 4)."""
    response.status_code = STATUS
    response.headers["Retry-After"] = str(int(get_cool_off().total_seconds()))
    return response


def answer(request, response, credentials):
    """Return what axes' middleware is to send to who is locked out: the page the view has made."""
    return refuse(response)
