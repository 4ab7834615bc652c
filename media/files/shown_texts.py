"""The texts of the documents a page shows, for the search of the website."""

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, ReferenceIndex

from cms.delivery.visibility import private_collections
from media.files.document import CustomDocument
from media.files.document_text import DocumentText


def texts_of(pages: list[Page]) -> dict[int, list[str]]:
    """Return by page the texts of the public documents it refers to, in the order of their keys; one query for none."""
    references = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id__in=[str(page.pk) for page in pages],
        to_content_type=ContentType.objects.get_for_model(CustomDocument),
    )
    shown: dict[int, set[int]] = {}
    for page, document in references.values_list("object_id", "to_object_id"):
        shown.setdefault(int(page), set()).add(int(document))
    if not shown:
        return {}
    rows = DocumentText.objects.filter(document__in=set().union(*shown.values())).exclude(text="")
    found = {
        pk: (collection, text) for pk, collection, text in rows.values_list("document", "document__collection", "text")
    }
    private = private_collections({collection for collection, _text in found.values()}) if found else set()
    public = {pk: text for pk, (collection, text) in found.items() if collection not in private}
    return {page: [public[pk] for pk in sorted(pks & public.keys())] for page, pks in shown.items()}
