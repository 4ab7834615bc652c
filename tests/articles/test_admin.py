"""What an editor meets in the admin: drafts may be incomplete, what is published may not; forms open for every type."""

import unicodedata

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from articles.models import ArticlePage, Category, LawDocumentPage, LegalQuestionPage
from tests.articles.content import (
    add_law_document,
    add_library,
    add_question_index,
    make_field,
    make_issuer,
    make_topic,
)
from tests.factories import add_stream, make_category, make_image

pytestmark = [pytest.mark.indexed, pytest.mark.one_database]


@pytest.fixture
def editor(client, site):
    """Return a client that is logged in with every right."""
    client.force_login(get_user_model().objects.create_superuser("admin", "admin@example.org", "-"))
    return client


def rights(**fields):
    return {"syndication": "", "licence": "", "attribution": "", "canonical_source_url": "", **fields}


def create(client, parent, model, data, *, publish=False):
    """Send the form for a new page as the browser does; return the response."""
    address = reverse("wagtailadmin_pages:add", args=["articles", model._meta.model_name, parent.pk])
    data = nested_form_data(
        {
            **{"slug": "", "seo_title": "", "search_description": "", "comments": inline_formset([])},
            **rights(),
            **data,
            **({"action-publish": "1"} if publish else {}),
        }
    )
    return client.post(address, data)


def article_data(**fields):
    return {
        "title": "Bài viết mới",
        "slug": "bai-viet-moi",
        "lead": "Một câu mở đầu.",
        "cover": "",
        "cover_alt_text": "",
        "body": streamfield([]),
        "display_date": "2026-06-26 08:05",
        "related_pages": inline_formset([]),
        **fields,
    }


def law_data(**fields):
    return {
        "title": "Bộ luật Lao động",
        "slug": "45-2019-qh14",
        "number": "45/2019/QH14",
        "document_type": "bo_luat",
        "abstract": "Tiêu chuẩn lao động.",
        "issue_date": "2019-11-20",
        "effective_date": "2021-01-01",
        "expiry_date": "",
        "status": "",
        "issuers": inline_formset([]),
        "fields": inline_formset([]),
        "files": inline_formset([]),
        "events": inline_formset([]),
        "relations": inline_formset([]),
        "body": streamfield([]),
        **fields,
    }


def errors_of(response):
    assert response.status_code == 200
    return set(response.context["form"].errors)


def test_a_draft_may_have_a_picture_nobody_has_described_yet(editor, site):
    stream = add_stream(site.home)
    response = create(editor, stream, ArticlePage, article_data(cover=str(make_image().pk)))
    assert response.status_code == 302
    assert not ArticlePage.objects.child_of(stream).get().live


def test_publishing_it_is_refused_at_the_field_that_is_missing(editor, site):
    stream, image = add_stream(site.home), make_image()
    response = create(editor, stream, ArticlePage, article_data(cover=str(image.pk)), publish=True)
    assert errors_of(response) == {"cover_alt_text"}
    block = ("image", {"image": str(image.pk), "alt_text": "", "caption": "", "credit": ""})
    response = create(editor, stream, ArticlePage, article_data(body=streamfield([block])), publish=True)
    assert errors_of(response) == {"body"}
    assert not ArticlePage.objects.child_of(stream).exists()


def test_described_or_decorative_it_is_published(editor, site):
    stream, image = add_stream(site.home), str(make_image().pk)
    for slug, fields in (("mot", {"cover_alt_text": "Bình minh"}), ("hai", {"cover_is_decorative": "on"})):
        response = create(editor, stream, ArticlePage, article_data(slug=slug, cover=image, **fields), publish=True)
        assert response.status_code == 302
    assert ArticlePage.objects.child_of(stream).live().count() == 2


def test_what_is_typed_as_nfd_in_the_form_is_stored_as_nfc(editor, site):
    stream = add_stream(site.home)
    title = unicodedata.normalize("NFD", "Đường về Cẩm Phả")
    create(editor, stream, ArticlePage, article_data(title=title))
    article = ArticlePage.objects.child_of(stream).get()
    assert article.title == article.draft_title == "Đường về Cẩm Phả"


def test_a_law_document_is_entered_with_its_parts(editor, site):
    library, issuer, field = add_library(site.home), make_issuer(), make_field()
    response = create(
        editor,
        library,
        LawDocumentPage,
        law_data(
            issuers=inline_formset([{"issuer": str(issuer.pk)}]), fields=inline_formset([{"field": str(field.pk)}])
        ),
        publish=True,
    )
    assert response.status_code == 302
    document = LawDocumentPage.objects.child_of(library).get()
    assert (document.issuer_terms, document.field_terms, document.number_folded) == ([issuer], [field], "45/2019/QH14")


def test_impossible_dates_are_refused_with_a_message_at_the_field(editor, site):
    library = add_library(site.home)
    for dates in ({"expiry_date": "2020-01-01"}, {"issue_date": "2019-02-30"}, {"issue_date": "0219-01-01"}):
        response = create(editor, library, LawDocumentPage, law_data(**dates), publish=True)
        assert errors_of(response) == set(dates)


def test_a_question_needs_answer_and_topic_only_when_it_is_published(editor, site):
    index = add_question_index(site.home)
    data = {
        "title": "Làm thêm giờ?",
        "slug": "lam-them-gio",
        "question": rich_text(""),
        "answer": streamfield([]),
        "topic": "",
        "answered_by": "",
        "answer_date": "",
        "legal_basis": inline_formset([]),
    }
    response = create(editor, index, LegalQuestionPage, data, publish=True)
    assert errors_of(response) == {"answer", "topic"}
    assert create(editor, index, LegalQuestionPage, data).status_code == 302


def test_the_forms_of_existing_pages_open(editor, site):
    library = add_library(site.home)
    for page in (library, add_law_document(library, issuers=[make_issuer()]), add_question_index(site.home)):
        assert editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200


def test_every_taxonomy_has_its_list_search_usage_and_form(editor, site):
    terms = (make_category(), make_issuer("Chính phủ"), make_field(), make_topic())
    for term in terms:
        model = type(term)
        names = model.snippet_viewset.get_url_name
        page = editor.get(reverse(names("list"))).content.decode()
        assert term.name in page
        assert editor.get(reverse(names("list")), {"q": term.name[:4]}).status_code == 200
        for name in ("edit", "usage", "inspect"):
            assert editor.get(reverse(names(name), args=[term.pk])).status_code == 200
    found = editor.get(reverse(type(terms[1]).snippet_viewset.get_url_name("list")), {"q": "chinh ph"})
    assert "Chính phủ" in found.content.decode()


def test_a_taxonomy_is_listed_as_vietnamese_sorts(editor, site):
    for name in ("Ơn", "Đan", "Dân"):
        make_category(name)
    page = editor.get(reverse(Category.snippet_viewset.get_url_name("list"))).content.decode()
    assert page.index("Dân") < page.index("Đan") < page.index("Ơn")


def test_a_draft_that_never_was_published_is_deleted(editor, site):
    stream = add_stream(site.home)
    create(editor, stream, ArticlePage, article_data())
    draft = ArticlePage.objects.child_of(stream).get()
    response = editor.post(reverse("wagtailadmin_pages:delete", args=[draft.pk]))
    assert response.status_code == 302
    assert not ArticlePage.objects.child_of(stream).exists()
