"""How a translation stands beside its source: whether what is shown in the other language is still what it says.

*Outdated* means that the source's live revision is newer than the version of the source the live translation was made
from. wagtail-localize notes when it last read the source and when it wrote each revision; a translation written by
hand was made from what was live when it was published.
"""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db import models
from wagtail_localize.models import TranslationLog

SOURCE, CURRENT, OUTDATED = STATES = ("source", "current", "outdated")


def states_of(members: Iterable[models.Model]) -> dict[int, str]:
    """Return by primary key how each of an item's live languages stands; `locale` is loaded. At most one query.

    The source is the Vietnamese one; where there is none, the one that was published first.
    """
    members = list(members)
    if not members:
        return {}
    source = min(members, key=_seniority)
    others = [member for member in members if member.pk != source.pk]
    states = {source.pk: SOURCE}
    made = _made_from(others) if others and _published(source) else {}
    for member in others:
        moment = made.get(member.live_revision_id) or _published(member)
        published = _published(source)
        is_outdated = published is not None and moment is not None and moment < published
        states[member.pk] = OUTDATED if is_outdated else CURRENT
    return states


def _seniority(member: models.Model) -> tuple:
    return member.locale.language_code != settings.LANGUAGE_CODE, member.pk


def _published(member: models.Model) -> datetime | None:
    return member.last_published_at


def _made_from(members: list[models.Model]) -> dict[int, datetime]:
    """Return by live revision as of when the source was read for it, where wagtail-localize wrote it.

    The source was read again since if its last reading is later than the revision: then all that is known of the
    earlier reading is that it was not after the revision was written.
    """
    revisions = [member.live_revision_id for member in members if member.live_revision_id]
    logs = TranslationLog.objects.filter(revision__in=revisions).values_list(
        "revision_id", "created_at", "source__last_updated_at"
    )
    return {revision: min(written, read) for revision, written, read in logs}
