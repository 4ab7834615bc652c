"""Adding many published pages of one type below one parent, by bulk statements.

Pages are rows of two tables, so Django's `bulk_create` refuses them; here each table gets its rows. What Wagtail's own
`add_child` and `publish` would leave behind is there in the end: place in the tree, a live revision, references,
search entries. Signals are not sent: the caller rebuilds the delivery store.
"""

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import CharField, OuterRef, Subquery
from django.db.models.functions import Cast
from django.db.models.sql import InsertQuery
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex, Revision
from wagtail.search.backends import get_search_backend

from cms.core.blocks.reading import read_bodies
from cms.core.models.base_page import SORT_KEY_LENGTH
from cms.core.text.sort_key import vietnamese_sort_key


@transaction.atomic
def add_pages(parent: Page, pages: list[Page]) -> None:
    """Add unsaved instances of one type as the last children of `parent`, published; they get their primary keys.

    Raises IntegrityError if one of their slugs or identities is taken.
    """
    model = type(pages[0])
    parent = Page.objects.select_for_update().get(pk=parent.pk)
    _place(parent, pages)
    read_bodies(pages)
    rows = [
        Page(**{field.attname: getattr(page, field.attname) for field in Page._meta.concrete_fields}) for page in pages
    ]
    for row, page in zip(Page.objects.bulk_create(rows), pages, strict=True):
        # Revisions name both: without it they could not be published again.
        page.pk = page.page_ptr_id = page.id = row.pk
    _insert(model, model._meta.local_concrete_fields, pages)
    _give_revisions(model, pages)
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + len(pages))
    _refer(model, pages)
    get_search_backend().get_index_for_model(model).add_items(model, pages)


def _place(parent: Page, pages: list[Page]) -> None:
    """Set what depends on the parent and the moment, as `add_child` and `publish` would."""
    now, content_type = timezone.now(), ContentType.objects.get_for_model(type(pages[0]))
    last = parent.get_last_child()
    path = last._inc_path() if last else Page._get_path(parent.path, parent.depth + 1, 1)
    for page in pages:
        page.path, page.depth, page.numchild = path, parent.depth + 1, 0
        page.url_path = f"{parent.url_path}{page.slug}/"
        page.content_type = content_type
        page.draft_title = page.title
        page.sort_title = vietnamese_sort_key(page.title, SORT_KEY_LENGTH)
        page.live, page.has_unpublished_changes = True, False
        page.first_published_at = getattr(page, "display_date", now)
        page.last_published_at = page.latest_revision_created_at = now
        path = page._inc_path()


def _insert(model, fields, instances) -> None:
    size = connection.ops.bulk_batch_size(fields, instances) or len(instances)
    for start in range(0, len(instances), size):
        query = InsertQuery(model)
        query.insert_values(fields, instances[start : start + size])
        query.get_compiler(connection=connection).execute_sql()


def _give_revisions(model, pages: list[Page]) -> None:
    content_type, base = ContentType.objects.get_for_model(model), ContentType.objects.get_for_model(Page)
    Revision.objects.bulk_create(
        [
            Revision(
                content_type=content_type,
                base_content_type=base,
                object_id=str(page.pk),
                object_str=page.title,
                created_at=page.last_published_at,
                content=page.serializable_data(),
            )
            for page in pages
        ]
    )
    own = Revision.objects.filter(base_content_type=base, object_id=Cast(OuterRef("pk"), CharField())).values("pk")[:1]
    added = Page.objects.filter(pk__in=[page.pk for page in pages])
    added.update(live_revision=Subquery(own), latest_revision=Subquery(own))


def _refer(model, pages: list[Page]) -> None:
    """Write what ReferenceIndex.create_or_update_for_object would, for pages that have nothing there yet."""
    content_type, base = ContentType.objects.get_for_model(model), ContentType.objects.get_for_model(Page)
    ReferenceIndex.objects.bulk_create(
        ReferenceIndex(
            content_type=content_type,
            base_content_type=base,
            object_id=str(page.pk),
            to_content_type_id=to_type,
            to_object_id=to_id,
            model_path=model_path,
            content_path=content_path,
            content_path_hash=ReferenceIndex._get_content_path_hash(content_path),
        )
        for page in pages
        for to_type, to_id, model_path, content_path in set(ReferenceIndex._extract_references_from_object(page))
    )
