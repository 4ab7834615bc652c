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
from cms.delivery.models import DeliveredItem
from cms.discovery.answers import public_answer
from home.models import SupportPage
from home.organisation.organisation_texts import OrganisationTexts, organisation_texts

PATH = "/.well-known/security.txt"
# The RFC asks for less than a year. Counted from midnight, so that the file is the same all day.
VALID = timedelta(days=180)


@csrf_exempt
@require_safe
def security_txt(request):
    """Answer with the organisation's contacts, else its support page; 404 without either: it would say nothing."""
    texts = organisation_texts(settings.LANGUAGE_CODE)
    contacts = _contacts(texts) or _support_pages()
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


def _support_pages() -> list[str]:
    """Return the addresses of the pages on which one finds help, for an organisation that names no mail."""
    rows = DeliveredItem.objects.public().filter(type=SupportPage._meta.label).exclude(html_path="")
    return [absolute_url(path) for path in rows.order_by("-locale", "pk").values_list("html_path", flat=True)[:2]]


def _greeting(language: str) -> str:
    name = organisation_texts(language).name
    with translation.override(language):
        sentence = _("If you have found a weakness of this website, please tell us here first.")
    return f"# {name}: {sentence}" if name else f"# {sentence}"
