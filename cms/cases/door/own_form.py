"""Whether a form that only asks (a question's first step, a tracking code) comes from a page of this site.

Browsers say so by themselves (see origin); what says nothing of where it comes from shows the token of such a page.
"""

from django.utils.translation import gettext_lazy as _

from cms.cases.door.origin import is_from_here
from cms.cases.door.token import make_token, read_token

FIELD, KIND = "csrf_token", "asking"
TOO_OLD = _("This page had been open for too long. Please send it once more.")


def own_form_token() -> str:
    return make_token(KIND)


def is_own_form(request) -> bool:
    """Return False for a token that is not ours or is too old, and for neither a token nor a word of the browser's."""
    token = request.POST.get(FIELD)
    return is_from_here(request) is True if token is None else read_token(token, KIND) is not None
