"""Making very many pages of a few: each a twin of one that is there, row by row in the database.

What a published page leaves behind in the tables that the admin reads is copied by one statement a table: fifty
thousand pages are there in seconds, where writing them one by one takes half an hour.
"""

from uuid import uuid4

from django.core.management.color import no_style
from django.db import connection, transaction
from wagtail.models import Page, ReferenceIndex, Revision
from wagtail.search.models import IndexEntry

from cms.translation.models import TranslationState

TWINS = "twins"


@transaction.atomic
def add_twins(parent: Page, number: int) -> None:
    """Add `number` twins of the children of `parent`, leaves of one type, after them."""
    children = list(Page.objects.child_of(parent).select_related("content_type").order_by("path"))
    model = children[0].specific_class
    _name_twins(parent, children, number)
    page = {"id": "twin", "path": "twin_path", "slug": "twin_slug", "translation_key": "twin_key"}
    revisions = {"live_revision_id": "twin_revision", "latest_revision_id": "twin_revision"}
    address = f"'{parent.url_path}' || twin_slug || '/'"
    object_id = {"object_id": "twin_text"}
    among = f"old_text = object_id AND content_type_id = {children[0].content_type_id}"
    _copy(Revision, among, object_id | {"id": "twin_revision"})
    _copy(Page, "old = id", page | revisions | {"url_path": address})
    _copy(model, "old = page_ptr_id", {"page_ptr_id": "twin"})
    _copy(ReferenceIndex, among, object_id)
    _copy(IndexEntry, among, object_id)
    own = {"translation_key": "twin_key", "source_id": "twin", "source_revision_number": "twin_revision"}
    own["object_id"] = "CASE WHEN object_id IS NULL THEN NULL ELSE twin END"
    _copy(TranslationState, f"old = source_id AND type = '{model._meta.label}'", own)
    Page.objects.filter(pk=parent.pk).update(numchild=len(children) + number)
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE {TWINS}")
        for statement in connection.ops.sequence_reset_sql(no_style(), [Page, Revision]):
            cursor.execute(statement)


def _name_twins(parent: Page, children: list[Page], number: int) -> None:
    """Write down which page gets which twin, and what is the twin's own."""
    key = Page._meta.get_field("translation_key")
    first = Page.objects.order_by("-pk").values_list("pk", flat=True)[0] + 1
    first_revision = Revision.objects.order_by("-pk").values_list("pk", flat=True)[0] + 1
    rows = []
    for place in range(number):
        path = Page._get_path(parent.path, parent.depth + 1, len(children) + place + 1)
        identity = key.get_db_prep_value(uuid4(), connection)
        old, twin = children[place % len(children)].pk, first + place
        rows.append((old, str(old), twin, str(twin), first_revision + place, path, f"sinh-doi-{twin}", identity))
    columns = (
        "old int, old_text varchar(255), twin int, twin_text varchar(255), twin_revision int, "
        f"twin_path varchar(255), twin_slug varchar(255), twin_key {key.db_type(connection)}"
    )
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMPORARY TABLE {TWINS} ({columns})")
        cursor.executemany(f"INSERT INTO {TWINS} VALUES ({', '.join(['%s'] * len(rows[0]))})", rows)


def _copy(model, joined_on: str, own: dict[str, str]) -> None:
    """Copy the rows that twins belong to; `own` says by column what is the twin's own."""
    fields = [field for field in model._meta.local_concrete_fields if not field.generated]
    columns = [field.column for field in fields if field.column in own or not field.primary_key]
    values = ", ".join(own.get(column, connection.ops.quote_name(column)) for column in columns)
    names = ", ".join(map(connection.ops.quote_name, columns))
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {table} ({names}) SELECT {values} FROM {table} JOIN {TWINS} ON {joined_on}")
