"""What the core puts in place of Wagtail's own."""

from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from wagtail import hooks

from cms.core.text.page_links import PublicPageLinkHandler

STYLES = ("css/admin/letters.css", "css/admin/narrow.css")


# After Wagtail's, which registers its own under the same name.
@hooks.register("register_rich_text_features", order=10)
def link_to_public_pages_only(features):
    features.register_link_type(PublicPageLinkHandler)


@hooks.register("insert_global_admin_css")
def fit_vietnamese_and_phones():
    return format_html_join("", '<link rel="stylesheet" href="{}">', [(static(name),) for name in STYLES])


@hooks.register("insert_editor_js")
def save_nothing_while_sending():
    return format_html('<script src="{}"></script>', static("admin/sending.js"))
