"""The electronic law library."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from articles.law.as_of import refusal_of, refuse_day
from articles.law.law_list import LawList
from cms.core.models import BasePage
from cms.core.search_fields import FoldedSearchField


class LawLibraryPage(BasePage):
    """Tủ sách pháp luật điện tử: looks documents up and lists them, newest first."""

    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("What one finds here, in a sentence or two.")
    )

    card_kind = "page"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["articles.LawDocumentPage"]
    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction"), FoldedSearchField("introduction")]

    class Meta:
        verbose_name = _("law library")
        verbose_name_plural = _("law libraries")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context.update(LawList(self, request).context())
        return context

    def serve(self, request, *args, **kwargs):
        listed = LawList(self, request)
        if listed.wants_table and not refusal_of(request.GET):
            return listed.table()
        return refuse_day(super().serve(request, *args, **kwargs))
