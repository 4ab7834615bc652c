"""The home page: sections in an order editors choose."""

from django.utils.translation import gettext_lazy as _

from cms.core.models import BasePage


class HomePage(BasePage):
    """The root of one language's tree."""

    card_kind = "page"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "articles.ArticleStreamPage",
    ]
    template = "home/home_page.html"

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")
