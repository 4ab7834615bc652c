"""The support page: how to reach the union, and the form that reaches it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cms.cases.configurations import Kind
from cms.cases.door.asking import form_context
from cms.core.blocks import BodyStreamBlock
from cms.core.models import BasePage
from cms.core.search_fields import FoldedSearchField


class SupportPage(BasePage):
    """Text and the ways to reach the organisation; telephone, e-mail and address are the organisation's own."""

    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("What one finds here, in a sentence or two.")
    )
    body = StreamField(BodyStreamBlock(), verbose_name=_("body"), blank=True)

    card_kind = "page"
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    content_panels = [*BasePage.content_panels, FieldPanel("introduction"), FieldPanel("body")]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("introduction"),
        FoldedSearchField("introduction"),
        index.SearchField("body"),
        FoldedSearchField("body"),
    ]

    class Meta:
        verbose_name = _("support page")
        verbose_name_plural = _("support pages")

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | form_context(Kind.SUPPORT)
