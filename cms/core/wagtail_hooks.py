"""What the core puts in place of Wagtail's own."""

from wagtail import hooks

from cms.core.text.page_links import PublicPageLinkHandler


# After Wagtail's, which registers its own under the same name.
@hooks.register("register_rich_text_features", order=10)
def link_to_public_pages_only(features):
    features.register_link_type(PublicPageLinkHandler)
