"""The link directory."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from cms.core.models import BasePage
from cms.core.search_fields import FoldedSearchField
from home.links.link_directory import link_groups


class LinkIndexPage(BasePage):
    """Liên kết: every live link in its group, in the page's language or else in Vietnamese."""

    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("What one finds here, in a sentence or two.")
    )

    card_kind = "page"
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction"), FoldedSearchField("introduction")]

    class Meta:
        verbose_name = _("link directory")
        verbose_name_plural = _("link directories")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        groups = link_groups()
        return {**context, "groups": groups, "is_empty": not groups}
