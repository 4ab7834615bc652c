"""Pages that cite, records that are cited, and what the store says of them."""

from datetime import date

from cms.delivery.models import DeliveredItem
from tests.articles.content import add_law_document
from tests.factories import add_article

NUMBER = "145/2020/NĐ-CP"
URL = "/tu-sach-phap-luat-dien-tu/145-2020-nd-cp/"


def paragraph(html):
    return {"type": "paragraph", "value": html, "id": "5d9f3a0e-0000-4000-8000-000000000001"}


def add_decree(library, number=NUMBER, **values):
    values = {"number": number, "document_type": "nghi_dinh", "issue_date": date(2020, 12, 14), **values}
    return add_law_document(library, **values)


def article(stream, html):
    return add_article(stream, body=[paragraph(html)])


def row_of(page):
    return DeliveredItem.objects.get(type=page._meta.label, object_id=page.pk)
