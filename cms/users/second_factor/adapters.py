"""What allauth asks this project: no sign-up, our words, our addresses, secrets kept under a key."""

import base64
import hashlib
import time

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cms.users.second_factor.need import must_have_one
from cms.users.sign_in import remembering
from cms.users.sign_in.client import address_of

BACKEND = "django.contrib.auth.backends.ModelBackend"


class AccountAdapter(DefaultAccountAdapter):
    """Signing in leads to the admin; accounts are made by administrators alone."""

    error_messages = {**DefaultAccountAdapter.error_messages, "incorrect_password": _("This is not your password.")}

    def is_open_for_signup(self, request) -> bool:
        return False

    def get_client_ip(self, request) -> str:
        return address_of(request)

    def get_login_redirect_url(self, request) -> str:
        return reverse("wagtailadmin_home")

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Ask again who it is, unless the session began, or was asked, a few minutes ago."""
        records = get_authentication_records(self.request, self.request.user)
        return not records or time.time() - records[-1]["at"] > settings.ACCOUNT_REAUTHENTICATION_TIMEOUT

    def login(self, request, user) -> None:
        user.backend = BACKEND
        super().login(request, user)
        remembering.apply(request)

    def add_message(self, *args, **kwargs) -> None:
        """Say nothing: our views say what was done, in words that are translated."""


class SecondFactorAdapter(DefaultMFAAdapter):
    """Keeps secrets encrypted, so that a copy of the database alone is no second factor."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("This code is not right, or it was used already. Wait for the next one."),
    }

    def get_totp_label(self, user) -> str:
        return user.get_username()

    def can_delete_authenticator(self, authenticator) -> bool:
        return not must_have_one(authenticator.user)

    def encrypt(self, text: str) -> str:
        return _cipher(settings.SECRET_KEY).encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return the secret, also one written under a former SECRET_KEY that SECRET_KEY_FALLBACKS names."""
        for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
            try:
                return _cipher(key).decrypt(encrypted_text.encode()).decode()
            except InvalidToken:
                continue
        # Another key than the one it was written with: no code is right until the second factor is reset.
        return base64.b32encode(hashlib.sha256(encrypted_text.encode()).digest()[:20]).decode()


def _cipher(secret_key: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(f"second factor\0{secret_key}".encode()).digest()))
