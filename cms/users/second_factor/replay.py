"""A code opens the door once, whichever process is asked.

allauth 65 remembers used codes in the cache, which is each process's own without Redis, for a shorter time than its
tolerance lets a code live. Here the account's row remembers them. May go when allauth does so itself.
"""

import time

from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.db import transaction


@transaction.atomic
def mark_code_used(self, code: str) -> bool:
    """Return False for a code that was used while it lives."""
    authenticator = Authenticator.objects.select_for_update().get(pk=self.instance.pk)
    now, code = time.time(), normalize_user_code(code)
    used = {one: until for one, until in authenticator.data.get("used", {}).items() if until > now}
    if code in used:
        return False
    life = app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 1)
    authenticator.data["used"] = used | {code: now + life}
    authenticator.save(update_fields=["data"])
    self.instance.data = authenticator.data
    return True


def take_over() -> None:
    TOTP._mark_code_used = mark_code_used
