"""The texts of the documents a page shows, for the search of the website."""

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, ReferenceIndex

from cms.delivery.visibility import private_collections
from media.files.document import CustomDocument
from media.files.document_text import DocumentText


def texts_of(page: Page) -> list[str]:
    """Return the texts of the public documents a page refers to, in the order of their keys; one query for none."""
    references = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id=str(page.pk),
        to_content_type=ContentType.objects.get_for_model(CustomDocument),
    )
    pks = {int(pk) for pk in references.values_list("to_object_id", flat=True)}
    if not pks:
        return []
    rows = DocumentText.objects.filter(document__in=pks).exclude(text="").order_by("document")
    found = list(rows.values_list("document__collection", "text"))
    private = private_collections({collection for collection, _text in found}) if found else set()
    return [text for collection, text in found if collection not in private]
