"""An item of a menu: a page, or an address."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from cms.core.models import NormalisedTextMixin

ADDRESS = RegexValidator(
    r"^(/(?!/)|https?://)\S*$", _("Begin with “/” for an address on this website, or with “https://”.")
)


class MenuItem(NormalisedTextMixin, TranslatableMixin, Orderable):
    """Exactly one of `page` and `url`. An item goes with its page when that is deleted."""

    menu = ParentalKey("home.Menu", on_delete=models.CASCADE, related_name="items")
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Shown in the reader’s language where it exists there."),
    )
    url = models.CharField(
        _("address"), max_length=500, blank=True, validators=[ADDRESS], help_text=_("Only where there is no page.")
    )
    title = models.CharField(_("title"), max_length=80, blank=True, help_text=_("Empty: the page’s own title."))
    show_children = models.BooleanField(
        _("with the pages below"),
        default=False,
        help_text=_("Opens a list of the pages below it that are marked “show in menus”."),
    )

    panels = [
        PageChooserPanel("page"),
        FieldPanel("url"),
        FieldRowPanel([FieldPanel("title"), FieldPanel("show_children")]),
    ]
    override_translatable_fields = [
        SynchronizedField("page", overridable=False),
        # Overridable: another site may have an English address of its own.
        SynchronizedField("url"),
        SynchronizedField("show_children", overridable=False),
        SynchronizedField("sort_order", overridable=False),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("menu item")
        verbose_name_plural = _("menu items")

    def __str__(self) -> str:
        return self.title or (str(self.page) if self.page is not None else self.url)

    def clean(self):
        super().clean()
        if bool(self.page_id) == bool(self.url):
            raise ValidationError({"page": _("Choose a page or give an address: one of the two.")})
        if self.url and not self.title:
            raise ValidationError({"title": _("An address needs a title.")})
