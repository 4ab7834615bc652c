"""The file to download that articles offer: a short handbook, as a demonstration PDF."""

from cms.operations.demo.content import read
from cms.operations.demo.loading.library import Library
from cms.operations.demo.statute_pdf import demonstration_pdf
from cms.operations.demo.storing import store_document


def load_handbook(library: Library) -> None:
    item = read("handbook")
    document = store_document(
        item["key"],
        f"{item['title']} (bản minh họa)",
        f"{item['key']}.pdf",
        lambda: demonstration_pdf(
            language="vi",
            above="Liên đoàn Lao động tỉnh Quảng Ninh",
            number="",
            title=item["title"],
            facts=[item["fact"]],
            paragraphs=item["chapters"],
        ),
    )
    library.loaded["file", item["key"]] = document.pk
