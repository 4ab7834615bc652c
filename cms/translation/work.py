"""What waits for a translator: texts that his language lacks, has in part, or has as they were."""

from django.conf import settings
from django.db.models import F
from wagtail.models import Locale

from cms.moderation.work import Item
from cms.translation.languages import works_in
from cms.translation.models import TranslationState
from cms.translation.overview.links import edit_url, submission_url
from cms.translation.trees import other_locales

State = TranslationState.State
WAITING = (State.MISSING, State.DRAFT, State.MACHINE, State.OUTDATED)


def translations_waiting(user, limit: int) -> list[Item]:
    """Return what to translate, what was outdated first before the newest, for those who work in other languages only.

    Three queries. Everything that waits is in the table of translations.
    """
    if not user.has_perm("wagtail_localize.submit_translation"):
        return []
    if works_in(user, Locale.objects.get(language_code=settings.LANGUAGE_CODE).pk):
        return []
    own = [locale.pk for locale in other_locales() if works_in(user, locale.pk)]
    rows = TranslationState.objects.filter(locale__in=own, state__in=WAITING).select_related("locale")
    return [
        Item(
            title=row.title,
            url=submission_url(row) if row.state == State.MISSING else edit_url(row),
            language=row.locale.language_code,
            since=row.outdated_since,
            note=row.get_state_display(),
        )
        for row in rows.order_by(F("outdated_since").asc(nulls_last=True), "-source_id", "pk")[:limit]
    ]
