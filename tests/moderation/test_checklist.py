"""The editor's checklist says what a page lacks before it goes out."""

from django.utils import translation
from wagtail.models import Page

from articles.models import ArticlePage
from cms.moderation.checklist import points_of
from tests.factories import add_article, add_stream, make_category, make_image

UNTRANSLATED = "Translation: English"


def open_points(page) -> set[str]:
    return {point.label for point in points_of(page) if not point.is_done}


def test_it_names_what_is_missing_and_nothing_else(client, site, django_user_model):
    translation.activate("en")
    stream = add_stream(site.home)
    target = add_article(stream, title="Đích")
    link = f'<p><a linktype="page" id="{target.pk}">đây</a></p>'
    draft = ArticlePage(title="Nháp", lead="", cover=make_image(), locale=stream.locale, live=False)
    draft.body = [{"type": "paragraph", "value": link}]
    stream.add_child(instance=draft)
    assert open_points(draft) == {"Lead", "Alternative texts", "Category", UNTRANSLATED}
    draft.lead, draft.cover_alt_text, draft.category = "Một câu.", "Bình minh trên vịnh", make_category()
    assert open_points(draft) == {UNTRANSLATED}
    Page.objects.filter(pk=target.pk).update(live=False)
    assert open_points(draft) == {"Links", UNTRANSLATED}
    client.force_login(django_user_model.objects.create_superuser("root"))
    draft.save_revision().publish()
    report = client.get("/admin/reports/broken-links/").content.decode()
    assert "Nháp" in report and "Đích" in report
    Page.objects.filter(pk=target.pk).update(live=True)
    assert "Nháp" not in client.get("/admin/reports/broken-links/").content.decode()
    page = client.get(f"/admin/pages/{draft.pk}/edit/").content.decode()
    assert 'data-side-panel="checklist"' in page and "data-checklist-accessibility" in page
