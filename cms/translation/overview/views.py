"""The table "Translations": pages and snippets × languages, on the screen and as a spreadsheet."""

from django.apps import apps
from django.db.models import F, Min, OrderBy, OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn, Column
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import page_permission_policy

from cms.core.text.folding import fold
from cms.translation.models import TranslationState
from cms.translation.overview.filters import OverviewFilterSet
from cms.translation.overview.links import edit_url, submission_url
from cms.translation.overview.progress import Progress, progress_by_language, put_in_cells

State = TranslationState.State


class TitleColumn(BaseColumn):
    """The original's title, leading to where it is edited, and what it is."""

    cell_template_name = "translation/admin/overview_title.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        name = apps.get_model(instance.type)._meta.verbose_name
        context.update(row=instance, url=edit_url(instance), type_name=f"{name}"[:1].upper() + f"{name}"[1:])
        return context


class LanguageColumn(BaseColumn):
    """How an item stands in one language, and what is left to do."""

    cell_template_name = "translation/admin/overview_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        cell = instance.cells.get(self.name)
        context["cell"] = cell
        if cell is not None:
            is_begun = cell.state != State.MISSING
            may_submit = parent_context["request"].user.has_perm("wagtail_localize.submit_translation")
            context["url"] = edit_url(cell) if is_begun else submission_url(cell) if may_submit else ""
            context["is_begun"] = is_begun
        return context


class OverviewView(ReportView):
    """What is translated, what is outdated since when, how many words are left; a handful of queries, however many."""

    page_title = _("Translations of pages")
    header_icon = "wagtail-localize-language"
    index_url_name = "translation_overview"
    index_results_url_name = "translation_overview_results"
    results_template_name = "translation/admin/overview_results.html"
    model = TranslationState
    permission_policy = page_permission_policy
    any_permission_required = {"add", "change", "publish"}
    filterset_class = OverviewFilterSet
    is_searchable = True
    table_classname = "listing translation-overview"
    paginate_by = 50
    default_ordering = "sort_key"
    export_filename = "translations"

    @cached_property
    def progress(self) -> list[Progress]:
        return progress_by_language()

    @cached_property
    def columns(self):
        return [
            TitleColumn("title", label=_("Original"), sort_key="sort_key"),
            *(LanguageColumn(one.locale.language_code, label=one.locale.get_display_name()) for one in self.progress),
            Column("words", label=_("Words"), sort_key="words", width="8%"),
            Column("left", label=_("Words left"), sort_key="left", width="8%"),
            Column("since", label=_("Outdated since"), sort_key="since", width="12%", accessor=_day_of),
        ]

    @cached_property
    def list_export(self):
        codes = [one.locale.language_code for one in self.progress]
        names = ("state", "percent", "words_left", "since")
        return ["title", "type", "words", *(f"{name}_{code}" for code in codes for name in names)]

    @cached_property
    def export_headings(self):
        names = {
            "state": _("Translation state"),
            "percent": _("Percent"),
            "words_left": _("Words left"),
            "since": _("Outdated since"),
        }
        headings = {"title": gettext("Original"), "type": gettext("Type"), "words": gettext("Words")}
        for one in self.progress:
            for name, label in names.items():
                headings[f"{name}_{one.locale.language_code}"] = f"{label}: {one.locale.get_display_name()}"
        return headings

    def get_base_queryset(self):
        others = (
            TranslationState.objects.filter(translation_key=OuterRef("translation_key"))
            .exclude(state=State.ORIGINAL)
            .order_by()
            .values("translation_key")
        )
        return TranslationState.objects.filter(state=State.ORIGINAL).annotate(
            left=Coalesce(Subquery(others.annotate(sum=Sum("words_left")).values("sum")), 0),
            since=Subquery(others.annotate(first=Min("outdated_since")).values("first")),
        )

    def search_queryset(self, queryset):
        return queryset.filter(folded_title__contains=fold(self.search_query)) if self.is_searching else queryset

    def order_queryset(self, queryset):
        ordering = self.ordering
        if ordering.lstrip("-") == "since":
            # What is not outdated comes last, whichever way.
            since = OrderBy(F("since"), descending=ordering.startswith("-"), nulls_last=True)
            return queryset.order_by(since, "sort_key", "pk")
        return queryset.order_by(ordering, "sort_key", "pk")

    def decorate_paginated_queryset(self, object_list):
        rows = list(object_list)
        put_in_cells(rows, [one.locale.language_code for one in self.progress])
        return rows

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["progress"] = self.progress
        return context


def _day_of(row) -> str:
    return date_format(localtime(row.since), "SHORT_DATE_FORMAT") if row.since else ""
