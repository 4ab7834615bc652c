"""Whether items may leave the house, and if not, why: the one rule that HTML-independent readers go by."""

from collections.abc import Iterable
from functools import partial

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import BigIntegerField, Case, CharField, Exists, OuterRef, Subquery, Value, When
from django.db.models.functions import Cast
from wagtail.models import Collection, CollectionViewRestriction, Page, ReferenceIndex

from cms.core.known_tree import KnownTree
from cms.core.models import RightsMixin, Syndication
from cms.core.once import once
from cms.delivery.models import DeliveredItem, Reason
from cms.delivery.registry import all_types, type_of


def withheld_reason(instance: models.Model) -> str | None:
    """Return why `instance` is not delivered (a Reason), or None if it is."""
    return withheld_reasons([instance])[0]


def withheld_reasons(instances: list[models.Model]) -> list[str | None]:
    """Return for each instance what `withheld_reason` says of it; a handful of queries, however many they are."""
    pages = [instance for instance in instances if isinstance(instance, Page)]
    with KnownTree() as tree:
        tree.learn(pages)
        tree.tell_sites(pages)
        shown_media = _shown_media([instance for instance in instances if _is_media(instance)])
        return [_reason(instance, tree, shown_media) for instance in instances]


def audience_of(instance: models.Model) -> str:
    """Return who may have a delivered item."""
    if isinstance(instance, RightsMixin) and instance.effective_syndication == Syndication.PARTNERS:
        return DeliveredItem.Audience.PARTNERS
    if _is_media(instance) and not _is_shown_to_all(instance):
        return DeliveredItem.Audience.PARTNERS
    return DeliveredItem.Audience.PUBLIC


def is_on_website(instance: models.Model, reason: str | None) -> bool:
    """Whether readers of the website see a page that is withheld for this reason (None: not at all).

    They see what nobody else may show: that is withdrawn from everyone but them.
    """
    if reason != Reason.WITHDRAWN:
        return reason is None
    return not instance.is_untranslated and _is_on_a_site(instance) and _is_for_nobody_else(instance)


def _is_for_nobody_else(page: Page) -> bool:
    return page.effective_syndication == Syndication.NONE


def _is_media(instance) -> bool:
    delivered_type = type_of(instance)
    return delivered_type is not None and delivered_type.is_media


def _reason(instance, tree: KnownTree, shown_media: dict) -> str | None:
    if isinstance(instance, Page):
        return _page_withheld_reason(instance, tree)
    if _is_media(instance):
        return shown_media[instance._meta.label, instance.pk]
    return None if getattr(instance, "live", True) else _not_live_reason(instance)


def _not_live_reason(instance) -> str:
    return Reason.EXPIRED if getattr(instance, "expired", False) else Reason.UNPUBLISHED


def _page_withheld_reason(page: Page, tree: KnownTree) -> str | None:
    if not page.live:
        return _not_live_reason(page)
    if page.is_untranslated or not _is_on_a_site(page):
        return Reason.WITHDRAWN
    if tree.is_restricted(page):
        return Reason.RESTRICTED
    if _is_for_nobody_else(page):
        return Reason.WITHDRAWN
    return None


def _is_on_a_site(page: Page) -> bool:
    return any(page.url_path.startswith(root.root_path) for root in page._get_site_root_paths())


def _shown_media(instances: list[models.Model]) -> dict[tuple[str, int], str | None]:
    """Return the reason, or None, of images and documents: delivered while a delivered item refers to them."""
    reasons: dict[tuple[str, int], str | None] = {}
    by_model: dict[type[models.Model], list[models.Model]] = {}
    for instance in instances:
        by_model.setdefault(type(instance), []).append(instance)
    for model, members in by_model.items():
        private = private_collections({instance.collection_id for instance in members})
        pks = [instance.pk for instance in members]
        shown = set(model._default_manager.filter(is_shown(model), pk__in=pks).values_list("pk", flat=True))
        for instance in members:
            reason = None if instance.pk in shown else Reason.WITHDRAWN
            reasons[model._meta.label, instance.pk] = Reason.RESTRICTED if instance.collection_id in private else reason
    return reasons


def learn_audiences(instances: Iterable[models.Model]) -> None:
    """Ask at once which images and documents something delivered to everyone shows, for `audience_of` (see once)."""
    by_model: dict[type[models.Model], set[int]] = {}
    for instance in instances:
        if _is_media(instance):
            by_model.setdefault(type(instance), set()).add(instance.pk)
    for model, pks in by_model.items():
        public = _shown_to_all(model, pks)
        for pk in pks:
            once(("shown to all", model, pk), partial(public.__contains__, pk))


def _is_shown_to_all(instance: models.Model) -> bool:
    model, pk = type(instance), instance.pk
    return once(("shown to all", model, pk), lambda: pk in _shown_to_all(model, {pk}))


def _shown_to_all(model: type[models.Model], pks: set[int]) -> set[int]:
    shown = is_shown(model, audience=DeliveredItem.Audience.PUBLIC)
    return set(model._default_manager.filter(shown, pk__in=pks).values_list("pk", flat=True))


def private_collections(pks: Iterable[int]) -> set[int]:
    """Return those collections whose files only some may see."""
    paths = tuple(CollectionViewRestriction.objects.values_list("collection__path", flat=True))
    if not paths:
        return set()
    return {
        pk for pk, path in Collection.objects.filter(pk__in=pks).values_list("pk", "path") if path.startswith(paths)
    }


def is_shown(model: type[models.Model], audience: str = "") -> Exists:
    """Return the condition, for a queryset of images or documents, that an item delivered (to them) refers to one."""
    labels = {_content_type_id(delivered_type.model): delivered_type.name for delivered_type in all_types()}
    delivered = DeliveredItem.objects.live().filter(type=OuterRef("label"), object_id=OuterRef("number"))
    if audience:
        delivered = delivered.filter(audience=audience)
    references = ReferenceIndex.objects.filter(
        to_content_type_id=_content_type_id(model),
        to_object_id=Cast(OuterRef("pk"), CharField()),
        content_type_id__in=labels,
    )
    return Exists(
        references.annotate(
            label=Case(*(When(content_type_id=pk, then=Value(label)) for pk, label in labels.items())),
            # A case, because PostgreSQL may look at the keys of other models first, which need not be numbers.
            number=Case(
                When(content_type_id__in=labels, then=Cast("object_id", BigIntegerField())),
                output_field=BigIntegerField(),
            ),
        )
        # Not by EXISTS: PostgreSQL would read all that is delivered to make one join of it.
        .annotate(row=Subquery(delivered.values("pk")[:1]))
        .filter(row__isnull=False)
    )


def _content_type_id(model) -> int:
    return ContentType.objects.get_for_model(model).pk
