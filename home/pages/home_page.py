"""The home page: sections in an order editors choose."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from cms.core.models import BasePage
from home.pages.front_page import FrontPage
from home.pages.sections import HomeSectionsBlock


class HomePage(BasePage):
    """The root of one language's tree. Name and slogan at its top are the organisation's."""

    sections = StreamField(
        HomeSectionsBlock(),
        verbose_name=_("sections"),
        blank=True,
        help_text=_("Drag them into the order in which readers see them."),
    )

    card_kind = "page"
    # Home is in no section: nothing is inherited from the root of the tree.
    section = None
    parent_page_types = ["wagtailcore.Page"]
    # Its sections show something of everything: the cache tags of the page say so.
    lists_every_type = True
    subpage_types = [
        "articles.ArticleStreamPage",
        "articles.LawLibraryPage",
        "articles.QuestionIndexPage",
        "media.GalleryIndexPage",
        "media.VideoIndexPage",
        "home.StandardPage",
        "home.SupportPage",
        "home.LinkIndexPage",
    ]
    content_panels = [*BasePage.content_panels, FieldPanel("sections")]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        front = FrontPage(self.tree_page, self.sections.raw_data, request)
        context["sections"] = self.sections.stream_block.sections(self.sections, front)
        return context
