"""/.well-known/security.txt (RFC 9116): whom to tell of a weakness, in both languages."""

from datetime import datetime, time, timedelta

from django.conf import settings
from django.http import Http404
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from cms.core.addresses import absolute_url
from cms.core.text.formats import VIETNAM
from cms.discovery.answers import public_answer
from home.organisation.organisation_texts import OrganisationTexts, organisation_texts

PATH = "/.well-known/security.txt"
# The RFC asks for less than a year. Counted from midnight, so that the file is the same all day.
VALID = timedelta(days=180)


@csrf_exempt
@require_safe
def security_txt(request):
    """Answer with the organisation's contacts; 404 while it has none, for a file without a contact says nothing."""
    texts = organisation_texts(settings.LANGUAGE_CODE)
    contacts = _contacts(texts)
    if not contacts:
        raise Http404("the organisation has no contact")
    today = timezone.localdate(timezone=VIETNAM)
    expires = datetime.combine(today, time.min, tzinfo=VIETNAM) + VALID
    languages = [code for code, _name in settings.LANGUAGES]
    lines = [
        *(_greeting(language) for language in languages),
        *(f"Contact: {contact}" for contact in contacts),
        f"Expires: {expires.isoformat()}",
        f"Preferred-Languages: {', '.join(languages)}",
        f"Canonical: {absolute_url(PATH)}",
    ]
    return public_answer("\n".join(lines) + "\n", "text/plain; charset=utf-8")


def _contacts(texts: OrganisationTexts) -> list[str]:
    """Return addresses, the preferred first: mail, then telephone (RFC 3966: digits and hyphens)."""
    number = "".join(sign for sign in texts.telephone if sign.isascii() and (sign.isdigit() or sign == "+"))
    return [contact for contact in (texts.email and f"mailto:{texts.email}", number and f"tel:{number}") if contact]


def _greeting(language: str) -> str:
    name = organisation_texts(language).name
    with translation.override(language):
        sentence = _("If you have found a weakness of this website, please tell us here first.")
    return f"# {name}: {sentence}" if name else f"# {sentence}"
