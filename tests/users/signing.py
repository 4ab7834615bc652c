"""People who sign in as browsers do, and what their telephones show."""

import re
import time

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.contrib.auth import get_user_model
from django.test import Client

SIGN_IN, CODE, ADMIN = "/admin/login/", "/admin/login/code/", "/admin/"
PASSWORD = "một mật khẩu dài"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def make_administrator(name="nga", **fields):
    return get_user_model().objects.create_superuser(name, f"{name}@example.vn", PASSWORD, **fields)


def give_second_factor(user) -> Authenticator:
    return TOTP.activate(user, SECRET).instance


def code(secret: str = SECRET, steps: int = 0) -> str:
    """Return what an app shows now, or some steps of half a minute from now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def sign_in(client: Client, name="nga", password=PASSWORD, **fields):
    address = fields.pop("address", "203.0.113.7")
    return client.post(SIGN_IN, {"username": name, "password": password, **fields}, REMOTE_ADDR=address)


def is_in(client: Client) -> bool:
    return client.get(ADMIN).status_code == 200


def said(response) -> str:
    """Return what a sign-in page says is wrong."""
    return " ".join(re.findall(r'<li class="error">\s*(.*?)\s*</li>', response.content.decode(), re.S))
