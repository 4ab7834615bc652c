"""The signed time token of a form: says when the form was made, and makes sending it twice the same as once."""

import secrets
import time
from dataclasses import dataclass

from django.core import signing

SALT = "cms.cases.form"
# Who leaves a form open longer than this sends it once more; nothing typed is lost.
VALID_SECONDS = 24 * 3600


@dataclass(frozen=True)
class FormToken:
    """`nonce` is the form's own; `age` is how many seconds ago it was made."""

    nonce: str
    age: float


def make_token(kind: str) -> str:
    return signing.dumps({"kind": kind, "nonce": secrets.token_urlsafe(12), "at": time.time()}, salt=SALT)


def read_token(text: str, kind: str) -> FormToken | None:
    """Return what a token says; None for one that is not ours, is of another form, or is too old."""
    try:
        said = signing.loads(text, salt=SALT, max_age=VALID_SECONDS)
    except signing.BadSignature:
        return None
    if said["kind"] != kind:
        return None
    return FormToken(said["nonce"], time.time() - said["at"])
