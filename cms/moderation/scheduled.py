"""What goes out next, and what comes down: everything with a moment set, as one list."""

from dataclasses import dataclass
from datetime import datetime

from django.apps import apps
from django.utils import timezone
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import DraftStateMixin, Page, Revision
from wagtail.permissions import policy_registry

MOST = 500


@dataclass(frozen=True)
class Going:
    """`is_publication`, or else it is taken down."""

    at: datetime
    is_publication: bool
    title: str
    language: str
    kind: str
    url: str | None


def what_goes_out(user, limit: int = MOST) -> list[Going]:
    """Return what has a moment ahead among what the user may see, the next first.

    Five queries, and one for each kind of snippet.
    """
    pages = policy_registry.get_by_type(Page).explorable_instances(user)
    models = [model for model in apps.get_models() if _is_snippet_with_drafts(model) and _may_see(user, model)]
    found = [*_publications(pages, models, limit), *_expiries(pages, models, limit)]
    finder = AdminURLFinder(user)
    found.sort(key=lambda one: one[0])
    return [
        Going(
            at=at,
            is_publication=is_publication,
            title=title,
            language=obj.locale.language_code if getattr(obj, "locale_id", None) else "",
            kind=str(obj.specific_class._meta.verbose_name if isinstance(obj, Page) else obj._meta.verbose_name),
            url=finder.get_edit_url(obj),
        )
        for at, is_publication, title, obj in found[:limit]
    ]


def _is_snippet_with_drafts(model) -> bool:
    return issubclass(model, DraftStateMixin) and not issubclass(model, Page)


def _may_see(user, model) -> bool:
    return policy_registry.get_by_type(model).user_has_any_permission(user, {"view", "add", "change", "publish"})


def _publications(pages, models, limit: int):
    waiting = Revision.objects.filter(approved_go_live_at__gt=timezone.now()).order_by("approved_go_live_at", "pk")
    waiting = waiting.select_related("base_content_type")[:MOST]
    by_model: dict[type, list[Revision]] = {}
    for revision in waiting:
        by_model.setdefault(revision.base_content_type.model_class(), []).append(revision)
    for model, revisions in by_model.items():
        if model is not Page and model not in models:
            continue
        objects = pages if model is Page else model._default_manager.all()
        keys = [revision.object_id for revision in revisions[:limit]]
        shown = {str(obj.pk): obj for obj in objects.filter(pk__in=keys).select_related("locale", *_type_of(model))}
        for revision in revisions[:limit]:
            if revision.object_id in shown:
                yield revision.approved_go_live_at, True, revision.object_str, shown[revision.object_id]


def _expiries(pages, models, limit: int):
    for model in (Page, *models):
        objects = pages if model is Page else model._default_manager.all()
        ending = objects.filter(live=True, expire_at__gt=timezone.now()).order_by("expire_at", "pk")
        for obj in ending.select_related("locale", *_type_of(model))[:limit]:
            yield obj.expire_at, False, str(obj), obj


def _type_of(model) -> list[str]:
    return ["content_type"] if model is Page else []
