"""Addresses in both trees: what the site needs is refused, slugs are made in the browser too, old ones lead on."""

import html
import json
import re

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import get_page_models

from articles.models import ArticleStreamPage
from cms.core.models import BasePage
from cms.core.text.slugs import RESERVED_ROOT_SLUGS, SLUG_FORMATTERS
from tests.factories import add_article, add_stream, publish, translate


@pytest.fixture
def stream(site):
    stream = add_stream(site.home)
    site.stream_en = translate(stream, site.home_en, title="News", slug="news")
    return stream


@pytest.mark.parametrize("slug", sorted(RESERVED_ROOT_SLUGS))
def test_addresses_the_site_needs_are_refused_at_both_roots(site, slug):
    for home in (site.home, site.home_en):
        page = ArticleStreamPage(title="Chuyên mục", slug=slug, locale=home.locale, live=False)
        with pytest.raises(ValidationError, match=slug):
            home.add_child(instance=page)
        home.refresh_from_db()


def test_below_the_root_they_are_addresses_like_others(stream):
    assert add_article(stream, slug="api").get_url() == "/tin-hoat-dong/api/"


def test_a_translated_slug_cannot_take_one_either(site, stream):
    from wagtail.models import Locale
    from wagtail_localize.models import StringTranslation, Translation, TranslationSource

    other = add_stream(site.home, title="Giao diện")
    source, _created = TranslationSource.update_or_create_from_instance(other)
    translation = Translation.objects.create(source=source, target_locale=Locale.objects.get(language_code="en"))
    segment = source.stringsegment_set.get(context__path="slug")
    written = StringTranslation.objects.create(
        translation_of=segment.string, context=segment.context, locale=translation.target_locale, data="API"
    )
    with pytest.raises(ValidationError):
        translation.save_target(publish=True)
    written.refresh_from_db()
    assert written.has_error


def test_the_admins_browser_makes_vietnamese_slugs(admin_client, site, stream):
    for address in (
        reverse("wagtailadmin_pages:add", args=["articles", "articlestreampage", site.home.pk]),
        reverse("wagtailadmin_pages:edit", args=[stream.pk]),
    ):
        page = admin_client.get(address).content.decode()
        widget = re.search(r'<input[^>]*name="slug"[^>]*>', page).group()
        formatters = json.loads(html.unescape(re.search(r'data-w-slug-formatters-value="([^"]*)"', widget).group(1)))
        assert len(formatters) == len(SLUG_FORMATTERS)


@pytest.mark.parametrize("model", [m for m in get_page_models() if issubclass(m, BasePage)], ids=lambda m: m.__name__)
def test_every_type_has_that_slug_field(model):
    widget = model.get_edit_handler().get_form_class().base_fields["slug"].widget
    formatters = json.loads(widget.attrs["data-w-slug-formatters-value"])
    assert [pattern for (pattern, _flags), _replacement in formatters] == [pattern for pattern, _ in SLUG_FORMATTERS]


def test_an_old_address_leads_to_the_new_one_in_both_trees(client, site, stream, django_capture_on_commit_callbacks):
    article = add_article(stream, title="Đối thoại")
    translated = translate(article, site.stream_en, title="Dialogue", slug="dialogue")
    for page, old, new in (
        (article, "/tin-hoat-dong/doi-thoai/", "/tin-hoat-dong/doi-thoai-moi/"),
        (translated, "/en/news/dialogue/", "/en/news/new-dialogue/"),
    ):
        page.slug = new.rstrip("/").rpartition("/")[2]
        with django_capture_on_commit_callbacks(execute=True):
            publish(page)
        response = client.get(old)
        assert (response.status_code, response.headers["Location"]) == (301, new)
        assert client.get(new).status_code == 200


def test_an_old_address_of_a_section_leads_on_for_what_is_in_it(
    client, site, stream, django_capture_on_commit_callbacks
):
    translate(add_article(stream), site.stream_en, title="Dialogue", slug="dialogue")
    site.stream_en.slug = "latest"
    with django_capture_on_commit_callbacks(execute=True):
        publish(site.stream_en)
    assert client.get("/en/news/dialogue/").headers["Location"] == "/en/latest/dialogue/"


def test_a_slug_changed_in_the_translation_editor_leads_on(client, site, stream, django_capture_on_commit_callbacks):
    from wagtail.models import Locale

    from tests.translation.test_saving import submit, write

    article = add_article(stream, title="Đối thoại")
    translation = submit(article, Locale.objects.get(language_code="en"))
    write(translation, slug="dialogue")
    with django_capture_on_commit_callbacks(execute=True):
        translation.save_target(publish=True)
    write(translation, slug="new-dialogue")
    with django_capture_on_commit_callbacks(execute=True):
        translation.save_target(publish=True)
    response = client.get("/en/news/dialogue/")
    assert (response.status_code, response.headers["Location"]) == (301, "/en/news/new-dialogue/")
