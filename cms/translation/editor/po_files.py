"""PO files of one translation, both ways: what is stale is told and kept, and never overwrites what is newer."""

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import polib
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail_localize.models import String, StringSegment, StringTranslation, Translation, TranslationContext
from wagtail_localize.views import edit_translation

from cms.core.text.nfc import clean_text
from cms.core.text.slugs import slugify_vietnamese
from cms.core.text.words import plain_text
from cms.translation.editor.opening import open_translation

IDENTITY, MADE_AT = "X-WagtailLocalize-TranslationID", "POT-Creation-Date"
TOOL = "PO File"
MAX_BYTES = 5_000_000
# How many texts a message names before it only counts.
NAMED = 5


@dataclass
class Outcome:
    """What became of the entries of a file: how many were taken or said nothing new; the others by their source."""

    taken: int = 0
    unchanged: int = 0
    of_older_source: list[str] = field(default_factory=list)
    newer_here: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


class UnreadableError(Exception):
    """Says, in the user's language, why a file cannot be taken."""


def put_in_place() -> None:
    """Replace wagtail-localize's views. Doing it twice changes nothing.

    Upstream calls a partial import a success and writes over whatever is newer. Can go when it tells what it did.
    """
    edit_translation.download_pofile = download
    edit_translation.upload_pofile = upload


def download(request, translation_id: int) -> HttpResponse:
    translation, _target = open_translation(request, translation_id)
    response = HttpResponse(str(translation.export_po()), content_type="text/x-gettext-translation; charset=utf-8")
    name = slugify_vietnamese(translation.source.object_repr)[:80]
    language = translation.target_locale.language_code
    response["Content-Disposition"] = f'attachment; filename="{name}-{language}.po"'
    return response


@require_POST
def upload(request, translation_id: int) -> HttpResponse:
    """Take a file over, and tell what was taken, what was not, and why."""
    translation, _target = open_translation(request, translation_id)
    try:
        catalogue = read(request.FILES.get("file"))
        if catalogue.metadata.get(IDENTITY) != str(translation.uuid):
            raise UnreadableError(_("This PO file belongs to another page or language. Nothing was changed."))
    except UnreadableError as error:
        messages.error(request, str(error))
    else:
        _tell(request, take_over(catalogue, translation, request.user))
    return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))


def read(file) -> polib.POFile:
    """Return the catalogue in an uploaded file. Raises UnreadableError."""
    if file is None:
        raise UnreadableError(_("Please choose a PO file."))
    if file.size > MAX_BYTES:
        raise UnreadableError(_("This file is too large for a PO file of one page."))
    # polib takes a name or a text for the same argument: a text that is a name would be read from the disk.
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "uploaded.po"
        path.write_bytes(file.read())
        try:
            return polib.pofile(str(path), encoding="utf-8")
        except (OSError, UnicodeDecodeError, ValueError, IndexError):
            # polib says OSError for a syntax error.
            raise UnreadableError(_("This is no PO file that can be read. Nothing was changed.")) from None


@transaction.atomic
def take_over(catalogue: polib.POFile, translation: Translation, user) -> Outcome:
    """Take the texts of a file over: those of the source as it is now; others are kept as old translations."""
    outcome = Outcome()
    made_at = _moment(catalogue.metadata.get(MADE_AT, ""))
    source = translation.source
    current = set(StringSegment.objects.filter(source=source).values_list("context__path", "string__data"))
    contexts = {one.path: one for one in TranslationContext.objects.filter(object=source.object_id)}
    for entry in catalogue:
        text = clean_text(entry.msgstr).strip()
        if not text or entry.obsolete:
            continue
        context = contexts.get(entry.msgctxt or "")
        string = String.objects.filter(locale=source.locale, data_hash=String._get_data_hash(entry.msgid)).first()
        if context is None or string is None:
            outcome.unknown.append(entry.msgid)
            continue
        place = {"translation_of": string, "context": context, "locale": translation.target_locale}
        kept = StringTranslation.objects.filter(**place).first()
        is_current = (context.path, string.data) in current
        if not is_current:
            outcome.of_older_source.append(entry.msgid)
        if kept is not None and kept.data == text:
            outcome.unchanged += is_current
        elif kept is not None and (not is_current or made_at is None or kept.updated_at > made_at):
            if is_current:
                outcome.newer_here.append(entry.msgid)
        else:
            _write(place, text, user)
            outcome.taken += is_current
    return outcome


def _write(place: dict, text: str, user) -> None:
    kind = StringTranslation.TRANSLATION_TYPE_MANUAL
    written = {"data": text, "translation_type": kind, "tool_name": TOOL, "last_translated_by": user}
    StringTranslation.objects.update_or_create(**place, defaults={**written, "has_error": False, "field_error": ""})


def _moment(text: str) -> datetime | None:
    """Return when a file was made; None where it does not say so in a way that can be believed."""
    try:
        moment = parse_datetime(text)
    except ValueError:
        return None
    return moment if moment is not None and moment.tzinfo is not None else None


def _tell(request, outcome: Outcome) -> None:
    counts = {"taken": outcome.taken, "unchanged": outcome.unchanged}
    messages.success(
        request, _("From the PO file: %(taken)d taken over, %(unchanged)d the same as here already.") % counts
    )
    if outcome.newer_here:
        text = ngettext(
            "%(number)d text was changed here after this file was made, and was left as it is here: %(texts)s",
            "%(number)d texts were changed here after this file was made, and were left as they are here: %(texts)s",
            len(outcome.newer_here),
        )
        messages.warning(request, text % _named(outcome.newer_here))
    if outcome.of_older_source:
        text = ngettext(
            "%(number)d text is of an older version of the source; it is kept as an old translation: %(texts)s",
            "%(number)d texts are of an older version of the source; they are kept as old translations: %(texts)s",
            len(outcome.of_older_source),
        )
        messages.warning(request, text % _named(outcome.of_older_source))
    if outcome.unknown:
        text = ngettext(
            "%(number)d text was never part of this page: %(texts)s",
            "%(number)d texts were never part of this page: %(texts)s",
            len(outcome.unknown),
        )
        messages.warning(request, text % _named(outcome.unknown))


def _named(texts: Iterable[str]) -> dict:
    texts = list(texts)
    named = "; ".join(f"“{plain_text(text)[:60]}”" for text in texts[:NAMED])
    return {"number": len(texts), "texts": f"{named}…" if len(texts) > NAMED else named}
