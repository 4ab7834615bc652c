"""Files are handed out in parts, with their types, and nothing that is not public."""

import hashlib

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from django.utils.http import http_date
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from articles.models import ArticlePage
from media.files.renditions import make_renditions
from media.models import CustomDocument
from tests.factories import add_article, add_stream, publish
from tests.media.content import MP4, picture_bytes, store_captions, store_film, store_image

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"\n%%EOF"


def body(response) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


@pytest.fixture
def film(db):
    return store_film()


@pytest.fixture
def rendition_url(db):
    image = store_image(picture_bytes(size=(300, 200)))
    make_renditions(image)
    return image.picture("x").largest_url("full")


@pytest.fixture
def pdf(db):
    return CustomDocument.objects.create(title="Hướng dẫn", file=ContentFile(PDF, name="huong-dan.pdf"))


def test_a_whole_file_says_that_parts_can_be_had(client, film):
    response = client.get(film.url)
    assert response.status_code == 200
    assert body(response) == MP4
    assert response.headers["Accept-Ranges"] == "bytes"
    assert response.headers["Content-Type"] == "video/mp4"
    assert response.headers["Content-Length"] == str(len(MP4))
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize(
    ("header", "first", "last"),
    [("bytes=0-", 0, 1023), ("bytes=4-11", 4, 11), ("bytes=-24", 1000, 1023), ("bytes=1000-99999", 1000, 1023)],
)
def test_a_part_of_a_film_is_answered_with_206(client, film, header, first, last):
    response = client.get(film.url, headers={"Range": header})
    assert response.status_code == 206
    assert response.headers["Content-Range"] == f"bytes {first}-{last}/1024"
    assert response.headers["Content-Length"] == str(last - first + 1)
    assert body(response) == MP4[first : last + 1]


def test_a_part_outside_the_film_is_answered_with_416(client, film):
    response = client.get(film.url, headers={"Range": "bytes=5000-"})
    assert response.status_code == 416
    assert response.headers["Content-Range"] == "bytes */1024"


@pytest.mark.parametrize("header", ["bytes=0-1,4-5", "bytes=x", "chapters=1-2"])
def test_several_parts_or_nonsense_are_answered_with_the_whole_film(client, film, header):
    response = client.get(film.url, headers={"Range": header})
    assert response.status_code == 200
    assert body(response) == MP4


def test_a_head_request_has_the_headers_and_no_body(client, film):
    response = client.head(film.url, headers={"Range": "bytes=0-1"})
    assert response.status_code == 200
    assert response.headers["Content-Length"] == str(len(MP4))
    assert response.headers["Accept-Ranges"] == "bytes"
    assert body(response) == b""


def test_a_part_is_given_only_of_the_file_the_reader_has_begun(client, film):
    first = client.get(film.url)
    etag, modified = first.headers["ETag"], first.headers["Last-Modified"]
    for condition, status in (
        (etag, 206),
        (modified, 206),
        ('"another"', 200),
        (f"W/{etag}", 200),
        (http_date(0), 200),
        ("nonsense", 200),
    ):
        response = client.get(film.url, headers={"Range": "bytes=0-1", "If-Range": condition})
        assert response.status_code == status, condition
        body(response)


def test_what_a_reader_has_already_is_not_sent_again(client, film):
    etag = client.get(film.url).headers["ETag"]
    assert not etag.startswith("W/")
    response = client.get(film.url, headers={"If-None-Match": etag, "Range": "bytes=0-1"})
    assert response.status_code == 304
    assert client.get(film.url, headers={"If-Match": '"another"'}).status_code == 412


def test_a_rendition_is_public_and_kept_for_ever(client, rendition_url):
    response = client.get(rendition_url)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "image/jpeg"
    assert "immutable" in response.headers["Cache-Control"]
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    body(response)


def test_captions_have_their_type(client, db):
    response = client.get(store_captions().file.url)
    assert response.headers["Content-Type"] == "text/vtt; charset=utf-8"
    assert body(response).startswith(b"WEBVTT")


def test_originals_and_documents_are_no_public_uploads(client, editor_client, pdf):
    image = store_image()
    for name in (image.file.name, pdf.file.name):
        assert default_storage.exists(name)
        assert editor_client.get(default_storage.url(name)).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "",
        "images",
        "images/",
        "images/none.jpg",
        "images/../original_images/anh.jpg",
        "images/%2e%2e/original_images/anh.jpg",
        "images//anh.jpg",
        "images/./anh.jpg",
        "images/.hidden.jpg",
        "images\\..\\original_images\\anh.jpg",
        "../database.sqlite3",
        "/etc/passwd",
        "images/anh.html",
        "videos/phim.svg",
        "media/phim.mp4",
    ],
)
def test_nothing_else_can_be_reached(client, db, path):
    store_image(name="anh.jpg")
    assert client.get(f"/uploads/{path}").status_code == 404


def test_nul_in_an_address_is_refused(client, db):
    assert client.get("/uploads/images/a%00.jpg").status_code in (400, 404)
    assert client.get("/documents/1/a%00.pdf").status_code in (400, 404)


def test_uploads_can_only_be_read(client, film):
    assert client.post(film.url).status_code == 405
    assert client.delete(film.url).status_code == 405


def test_a_pdf_is_shown_and_other_documents_are_saved(client, pdf):
    response = client.get(pdf.url)
    assert body(response) == PDF
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Disposition"].startswith('inline; filename="huong-dan')
    assert response.headers["Content-Security-Policy"] == "default-src 'none'"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"] == "public, no-cache"
    csv = CustomDocument.objects.create(title="Bảng", file=ContentFile("a;b\nđ;ư".encode(), name="bang.csv"))
    assert client.get(csv.url).headers["Content-Disposition"].startswith("attachment")


def test_documents_come_in_parts_too(client, pdf):
    pdf._set_file_hash()
    pdf.save()
    response = client.get(pdf.url, headers={"Range": "bytes=0-7"})
    assert (response.status_code, body(response)) == (206, b"%PDF-1.7")
    assert response.headers["ETag"] == f'"{hashlib.sha256(PDF).hexdigest()}"'


def test_a_document_is_found_by_its_number_and_its_name_only(client, pdf):
    for address in (
        f"/documents/{pdf.pk}/khac.pdf",
        f"/documents/{pdf.pk}/../{pdf.filename}",
        "/documents/999999/huong-dan.pdf",
        "/documents/99999999999999999999999999/huong-dan.pdf",
        f"/documents/{pdf.pk}/",
    ):
        assert client.get(address).status_code == 404


def test_a_document_of_a_private_collection_needs_its_permission(client, pdf):
    private = Collection.get_first_root_node().add_child(name="Nội bộ")
    CollectionViewRestriction.objects.create(collection=private, restriction_type=CollectionViewRestriction.LOGIN)
    pdf.collection = private
    pdf.save()
    response = client.get(pdf.url, headers={"Range": "bytes=0-7"})
    assert response.status_code == 302
    assert "%PDF" not in str(response.content)


def test_a_signed_in_reader_of_a_private_document_keeps_it_to_himself(editor_client, pdf):
    private = Collection.get_first_root_node().add_child(name="Nội bộ")
    CollectionViewRestriction.objects.create(collection=private, restriction_type=CollectionViewRestriction.LOGIN)
    pdf.collection = private
    pdf.save()
    response = editor_client.get(pdf.url)
    assert body(response) == PDF
    assert response.headers["Cache-Control"] == "private, no-cache"


def test_a_document_is_had_by_whoever_may_see_what_shows_it(editor_client, site, pdf):
    client = Client()

    def got(asking=client):
        response = asking.get(pdf.url)
        return response.status_code, response.headers.get("Cache-Control")

    public, personal = (200, "public, no-cache"), (200, "private, no-cache")
    files = [{"type": "files", "value": {"heading": "", "files": [{"document": pdf.pk, "title": ""}]}}]
    article = add_article(add_stream(site.home), title="Bài có tệp")
    article.body = files
    assert got() == public, "its address was given by hand"
    publish(article)
    assert got() == public
    restriction = PageViewRestriction.objects.create(page=article, restriction_type=PageViewRestriction.PASSWORD)
    assert got()[0] == 404
    assert got(editor_client) == personal
    session = client.session
    session[restriction.passed_view_restrictions_session_key] = [restriction.pk]
    session.save()
    assert got() == personal, "who gave the page's password reads what it links"
    restriction.delete()
    article.unpublish()
    assert got()[0] == 410
    assert got(editor_client) == personal
    article.delete()
    assert got()[0] == 410


def test_a_document_of_a_draft_is_not_to_be_had(client, site, pdf):
    files = [{"type": "files", "value": {"heading": "", "files": [{"document": pdf.pk, "title": ""}]}}]
    stream = add_stream(site.home)
    stream.add_child(instance=ArticlePage(title="Bản nháp", lead="Câu.", body=files, live=False, locale=stream.locale))
    assert client.get(pdf.url).status_code == 404


def test_an_original_is_for_editors(client, db):
    image = store_image()
    assert image.file.url == f"/admin/images/{image.pk}/original/"
    assert client.get(image.file.url).status_code == 302


def test_an_editor_gets_an_original_in_parts(editor_client):
    image = store_image()
    response = editor_client.get(image.file.url, headers={"Range": "bytes=0-1"})
    assert (response.status_code, body(response)) == (206, b"\xff\xd8")
    assert "private" in response.headers["Cache-Control"]
    assert editor_client.get("/admin/images/999999/original/").status_code == 404


def test_a_file_that_was_lost_is_not_found(client, film):
    default_storage.delete(film.file.name)
    assert client.get(film.url).status_code == 404


def test_a_document_made_by_code_has_size_and_digest(db):
    document = CustomDocument.objects.create(title="Sổ tay", file=ContentFile(b"Noi dung", name="so-tay.txt"))
    assert document.sha256 == hashlib.sha256(b"Noi dung").hexdigest()
    assert document.file_size == len(b"Noi dung")
