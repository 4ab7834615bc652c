"""The fact guard at work on wagtail-localize's segments: marking them, refusing to publish them, waiving them."""

import hashlib
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models.signals import post_save
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from cms.core.text.words import plain_text
from cms.translation.facts.comparison import Disagreement, disagreements
from cms.translation.facts.wording import describe_all
from cms.translation.models import FactWaiver

# In StringTranslation.field_error instead of a message, which everyone reads in a language of their own.
MARK = "translation.facts"
# An address made from a title: its words are no facts.
_NO_PROSE = ("slug",)
LOG_ACTION = "translation.facts.waive"
QUOTED_WORDS = 6


@dataclass(frozen=True)
class DoubtfulSegment:
    """A segment whose facts disagree; `label` names its place on the page, `waiver` is whoever took it on himself."""

    string_translation: StringTranslation
    label: str
    disagreements: list[Disagreement]
    waiver: FactWaiver | None

    @property
    def digest(self) -> str:
        return digest_of(self.string_translation)

    @property
    def source_text(self) -> str:
        return plain_text(self.string_translation.translation_of.data)

    @property
    def target_text(self) -> str:
        return plain_text(self.string_translation.data)

    @property
    def messages(self) -> list[str]:
        return describe_all(self.disagreements)


class FactsDisagreeError(ValidationError):
    """Refuses to publish a translation; names the segments."""

    def __init__(self, segments: list[DoubtfulSegment]):
        self.segments = segments
        super().__init__(refusal(segments), code="facts")


def refusal(segments: list[DoubtfulSegment]) -> str:
    """Return why these segments keep a translation from being published, in the active language."""
    places = "; ".join(f"{segment.label}: {', '.join(segment.messages)}" for segment in segments)
    return _("Not complete: facts differ from the source. %(places)s.") % {"places": places}


def digest_of(translated: StringTranslation) -> str:
    return hashlib.sha256(f"{translated.translation_of.data}\0{translated.data}".encode()).hexdigest()


def doubtful_segments(source: TranslationSource, locale) -> list[DoubtfulSegment]:
    """Return the translated segments whose facts disagree, waived ones too, in the page's order. Three queries."""
    rows = _current(source, locale)
    waivers = {
        (waiver.string_translation_id, waiver.digest): waiver
        for waiver in FactWaiver.objects.filter(string_translation__in=[row.pk for row in rows]).select_related("user")
    }
    found = []
    for row in rows:
        differing = _compare(row)
        if differing:
            waiver = waivers.get((row.pk, digest_of(row)))
            found.append(DoubtfulSegment(row, place_of(row, source), differing, waiver))
    return found


def refusing_segments(source: TranslationSource, locale) -> list[DoubtfulSegment]:
    """Return those that nobody took on himself, each marked as wrong where it is not yet."""
    segments = [segment for segment in doubtful_segments(source, locale) if segment.waiver is None]
    unmarked = [one.string_translation.pk for one in segments if not one.string_translation.has_error]
    if unmarked:
        StringTranslation.objects.filter(pk__in=unmarked).update(has_error=True, field_error=MARK)
    return segments


def require_agreeing_facts(source: TranslationSource, locale) -> None:
    """Raise FactsDisagreeError where a translation may not be published."""
    segments = refusing_segments(source, locale)
    if segments:
        raise FactsDisagreeError(segments)


@transaction.atomic
def waive(segment: DoubtfulSegment, translation: Translation, reason: str, user) -> FactWaiver:
    """Let a segment stand as it is, by somebody's word; written to the history of the translated page or snippet."""
    row = segment.string_translation
    waiver, _created = FactWaiver.objects.get_or_create(
        string_translation=row, digest=segment.digest, defaults={"reason": reason, "user": user}
    )
    StringTranslation.objects.filter(pk=row.pk, field_error=MARK).update(has_error=False, field_error="")
    log(
        instance=translation.get_target_instance(),
        action=LOG_ACTION,
        user=user,
        data={"place": segment.label, "source": segment.source_text, "target": segment.target_text, "reason": reason},
    )
    return waiver


def label_of(path: str, source: TranslationSource) -> str:
    """Return what an editor calls the field that `path` ("lead", "body.<uuid>.text") leads into."""
    name = path.split(".")[0]
    model = source.specific_content_type.model_class()
    field = next((one for one in model._meta.get_fields() if one.name == name), None)
    label = str(getattr(field, "verbose_name", None) or name)
    return label[:1].upper() + label[1:]


def place_of(translated: StringTranslation, source: TranslationSource) -> str:
    """Return where on its page a text is found: its field, and where that has many, how it begins."""
    path = translated.context.path
    if "." not in path:
        return label_of(path, source)
    beginning = Truncator(plain_text(translated.translation_of.data)).words(QUOTED_WORDS, truncate="…")
    return f"{label_of(path, source)} (“{beginning}”)"


def mark(sender, instance, raw=False, update_fields=None, **kwargs):
    """Mark a translated text as wrong when it is saved, by hand, from a PO file or by a machine (signal post_save)."""
    if instance.context is None or instance.context.path in _NO_PROSE:
        return
    if raw or instance.has_error or (update_fields is not None and "data" not in update_fields):
        return
    if _compare(instance) and not instance.fact_waivers.filter(digest=digest_of(instance)).exists():
        instance.has_error, instance.field_error = True, MARK
        StringTranslation.objects.filter(pk=instance.pk).update(has_error=True, field_error=MARK)


def connect() -> None:
    post_save.connect(mark, sender=StringTranslation, dispatch_uid="fact guard")


def error_of(translated: StringTranslation) -> str:
    """Return what the editor shows below a marked segment."""
    return _("Facts differ from the source: %(facts)s.") % {"facts": "; ".join(describe_all(_compare(translated)))}


def _compare(translated: StringTranslation) -> list[Disagreement]:
    source = translated.translation_of
    return disagreements(source.data, translated.data, source.locale.language_code, translated.locale.language_code)


def _current(source: TranslationSource, locale) -> list[StringTranslation]:
    """Return the translations of the strings the source has now, at their places."""
    order = {
        (string, context): number
        for number, (string, context) in enumerate(
            StringSegment.objects.filter(source=source).order_by("order").values_list("string_id", "context_id")
        )
    }
    rows = (
        StringTranslation.objects.filter(
            locale=locale,
            translation_of__in=[string for string, _context in order],
            context__object_id=source.object_id,
        )
        .exclude(context__path__in=_NO_PROSE)
        .select_related("translation_of__locale", "locale", "context")
    )
    found = [row for row in rows if (row.translation_of_id, row.context_id) in order]
    return sorted(found, key=lambda row: order[row.translation_of_id, row.context_id])
