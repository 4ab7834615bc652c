"""How a live translation stands beside its source: whether what is shown in the other language is still what it says.

*Outdated* means that the source's live revision is newer than the version of the source the live translation was made
from. Which version that was, cms.translation knows and registers here; what came in without revisions is judged by
when both were published.
"""

from collections.abc import Callable, Iterable, Mapping

from django.conf import settings
from django.db import models

SOURCE, CURRENT, OUTDATED = STATES = ("source", "current", "outdated")

# Gives, for revisions of translations, the number of the source's revision each was made from, where that is known.
_versions: list[Callable[[Iterable[int]], Mapping[int, int]]] = []


def register_versions(made_from: Callable[[Iterable[int]], Mapping[int, int]]) -> None:
    """Have translations judged by the revisions they were made from."""
    _versions.append(made_from)


def states_of(members: Iterable[models.Model], made: Mapping[int, int] | None = None) -> dict[int, str]:
    """Return by primary key how each of an item's live languages stands; `locale` is loaded. At most one query.

    The source is the Vietnamese one; where there is none, the one that was made first. `made` is what `made_from` gave
    of all of them and others, where it has been asked already.
    """
    members = list(members)
    if not members:
        return {}
    source = source_among(members)
    others = [member for member in members if member.pk != source.pk]
    made = made_from(others) if made is None else made
    states = {member.pk: OUTDATED if is_outdated(member, source, made) else CURRENT for member in others}
    return {source.pk: SOURCE, **states}


def source_among(members: Iterable[models.Model]) -> models.Model:
    """Return the one the others are translations of."""
    return min(members, key=lambda member: (member.locale.language_code != settings.LANGUAGE_CODE, member.pk))


def made_from(members: Iterable[models.Model]) -> dict[int, int]:
    """Return by live revision the number of the source's revision it was made from, where that is known. One query."""
    revisions = [member.live_revision_id for member in members if member.live_revision_id]
    return {revision: number for known in _versions if revisions for revision, number in known(revisions).items()}


def is_outdated(member: models.Model, source: models.Model, made: Mapping[int, int]) -> bool:
    """Whether a live translation is behind its source; `made` is what made_from says of it."""
    version = made.get(member.live_revision_id)
    if version is not None and source.live_revision_id is not None:
        return source.live_revision_id > version
    if source.last_published_at is None or member.last_published_at is None:
        return False
    return source.live and member.last_published_at < source.last_published_at
