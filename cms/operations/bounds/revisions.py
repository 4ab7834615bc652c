"""Old revisions: what an editor may want to go back to is kept, and whatever something still refers to."""

from datetime import datetime, timedelta
from itertools import chain

from django.apps import apps
from django.db.models import Exists, F, OuterRef, QuerySet, Window
from django.db.models.functions import RowNumber
from wagtail.models import Comment, Page, Revision, RevisionMixin, TaskState

from cms.bin.models import BinnedPage

KEPT = timedelta(days=90)
NEWEST = 10
# As long as the history that says who approved what.
APPROVED_KEPT = timedelta(days=5 * 366)
RULE = (
    f"kept {KEPT.days} days; longer the newest {NEWEST} of an item, and what is live, scheduled, discussed or approved"
)


def beyond(now: datetime) -> list[QuerySet]:
    """Return the revisions that nobody needs."""
    moderated = TaskState.objects.filter(revision=OuterRef("pk"), started_at__gt=now - APPROVED_KEPT)
    old = (
        Revision.objects.filter(created_at__lt=now - KEPT, approved_go_live_at=None)
        .exclude(Exists(moderated))
        # Deleting a revision would delete the comments that were made on it.
        .exclude(Exists(Comment.objects.filter(revision_created=OuterRef("pk"))))
        .exclude(pk__in=list(chain.from_iterable(_binned())))
    )
    for model in apps.get_models():
        # Page itself stands for all its subclasses.
        if issubclass(model, RevisionMixin) and (model is Page or not issubclass(model, Page)):
            for name in ("latest_revision", "live_revision"):
                if any(field.name == name for field in model._meta.local_concrete_fields):
                    old = old.exclude(Exists(model._base_manager.filter(**{name: OuterRef("pk")})))
    newest_first = Window(
        RowNumber(), partition_by=["base_content_type", "object_id"], order_by=[F("created_at").desc(), F("pk").desc()]
    )
    newest = Revision.objects.annotate(place=newest_first).filter(place__lte=NEWEST)
    return [old.exclude(pk__in=newest.values("pk")).order_by("pk")]


def _binned():
    for was_live in BinnedPage.objects.values_list("was_live", flat=True):
        yield [revision for _page, revision in was_live if revision]
