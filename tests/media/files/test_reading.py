"""Files are read by a program of its own, within bounds; what they say is found through every door of the search."""

import io
import zipfile

import docx
import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from fpdf import FPDF
from wagtail.models import Collection, CollectionViewRestriction

from articles.models import LawDocumentFile
from cms.search.models import NEXT_TEXT, SearchEntry
from media.files import digests, reading, text_reader
from media.models import CustomDocument, DocumentText
from tests.articles.content import add_law_document, add_library, make_document


def pdf_of(*pages: str, password: str = "") -> bytes:
    made = FPDF()
    made.set_font("Helvetica")
    if password:
        made.set_encryption(owner_password=password, user_password=password)
    for text in pages:
        made.add_page()
        made.cell(text=text) if text else made.rect(10, 10, 50, 50)
    return bytes(made.output())


def docx_of(*paragraphs: str, table: str = "") -> bytes:
    made, data = docx.Document(), io.BytesIO()
    for text in paragraphs:
        made.add_paragraph(text)
    if table:
        made.add_table(1, 1).cell(0, 0).text = table
    made.save(data)
    return data.getvalue()


def bomb() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"<w>" + b" " * (text_reader.MAX_MAIN_PART + 1))
    return data.getvalue()


def test_text_and_pages_are_read_and_what_cannot_be_says_why(tmp_path):
    made = {
        "two.pdf": (pdf_of("Nghi dinh mot", "Nghi dinh hai"), ("hai", 2, "")),
        "table.docx": (docx_of("Nghiệp đoàn", table="Tiền lương tối thiểu"), ("lương", None, "")),
        "scan.pdf": (pdf_of(""), ("", 1, "no_text")),
        "locked.pdf": (pdf_of("x", password="y"), ("", None, "locked")),
        "not.pdf": (b"%PDF-1.7 and then something else altogether", ("", None, "damaged")),
        "cut.docx": (docx_of("x")[:2000], ("", None, "damaged")),
        "bomb.docx": (bomb(), ("", None, "too_large")),
    }
    for name, (content, (words, pages, problem)) in made.items():
        path = tmp_path / name
        path.write_bytes(content)
        found = text_reader.read(path.suffix[1:], str(path))
        assert (found["pages"], found["problem"]) == (pages, problem), name
        assert words in found["text"], name
        assert bool(found["text"]) is not bool(problem), name


@pytest.fixture
def law(site):
    """Return a published law document with a PDF that nobody has read yet."""
    file = make_document(content=pdf_of("Nghiep doan ngu dan dao Co To"), name="nghiep-doan.pdf")
    return add_law_document(add_library(site.home), files=[file])


def found_by_search(client, text: str) -> tuple[list, list, list, list]:
    """Return what the search page, its API, the library's finder and the API of documents find."""
    page = [card.title for card in client.get("/tim-kiem/", {"q": text}).context["cards"]]
    api = client.get("/api/v2/search/", {"q": text, "locale": "vi"}).json()["items"]
    finder = client.get("/tu-sach-phap-luat-dien-tu/", {"q": text}).context["cards"]
    documents = client.get("/api/v2/documents/", {"search": text}).json()["items"]
    return page, [item["title"]["text"] for item in api], [card.title for card in finder], documents


def test_what_a_file_says_is_found_through_every_door_and_not_what_a_private_one_says(client, law):
    assert found_by_search(client, "ngu dan") == ([], [], [], [])
    document = CustomDocument.objects.get()
    reading.read_text.call(document.pk)
    assert document.reading.pages == 1
    page, api, finder, documents = found_by_search(client, "ngu dan")
    assert page == api == finder == [law.title]
    assert [item["title"] for item in documents] == [document.title]
    (file,) = client.get(f"/api/v2/law-documents/{law.pk}/").json()["files"]
    assert (file["pages"], len(file["sha256"])) == (1, 64)
    own = SearchEntry.objects.get(title=law.title).body.split(NEXT_TEXT)
    assert own[1:] == ["Nghiep doan ngu dan dao Co To"]
    assert "1 trang" in client.get(law.url).content.decode()
    LawDocumentFile.objects.update(pages=7)
    assert law.files.first().shown_pages == 7
    private = Collection.get_first_root_node().add_child(name="Nội bộ")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    document.collection = private
    document.save()
    assert found_by_search(client, "ngu dan")[:3] == ([], [], [])


def test_a_file_is_read_once_and_again_only_when_it_is_another(db, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        document = make_document(content=docx_of("Lần thứ nhất"), name="a.docx")
    first = DocumentText.objects.get()
    assert first.text == "Lần thứ nhất"
    reading.read_text.call(document.pk)
    assert DocumentText.objects.get().read_at == first.read_at
    document.file = ContentFile(docx_of("Lần thứ hai"), name="b.docx")
    document.save()
    (stretch,) = reading.reconcile(repair=True)
    assert stretch[2]
    assert DocumentText.objects.get().text == "Lần thứ hai"
    assert list(reading.reconcile(repair=True)) == []


def test_an_editor_is_told_why_a_file_could_not_be_read(editor_client, law):
    document = CustomDocument.objects.get()
    DocumentText.objects.create(document=document, sha256=document.sha256, problem="no_text", pages=3)
    form = editor_client.get(reverse("wagtailadmin_pages:edit", args=[law.pk])).content.decode()
    page = editor_client.get(reverse("wagtaildocs:edit", args=[document.pk])).content.decode()
    sentence = str(document.reading.get_problem_display())
    assert sentence in form
    assert sentence in page
    assert document.sha256 in page


def test_an_archive_that_unpacks_to_too_much_is_refused_with_a_sentence(editor_client, settings):
    settings.DOCUMENT_MAX_UNPACKED_SIZE = 1_000_000
    upload = ContentFile(bomb(), name="bom.docx")
    response = editor_client.post(reverse("wagtaildocs:add"), {"title": "Bom", "file": upload})
    assert response.status_code == 200
    assert not CustomDocument.objects.exists()
    assert response.context["form"].errors["file"].as_data()[0].code == "unpacks_too_large"


def test_files_from_before_there_were_digests_get_theirs(db):
    document = make_document()
    CustomDocument.objects.update(sha256="")
    ((done, of, faults),) = digests.reconcile(repair=True)
    assert (done, of, len(faults)) == (1, 1, 1)
    assert CustomDocument.objects.get().sha256 == document.sha256
    assert list(digests.reconcile(repair=True)) == []
