"""What the table of translations can be narrowed by."""

import django_filters
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.coreutils import get_content_languages
from wagtail.models import Page, get_page_models
from wagtail.snippets.models import get_snippet_models

from cms.translation.models import TranslationState
from cms.translation.states.items import tracked_models

State = TranslationState.State
STATES = [choice for choice in State.choices if choice[0] != State.ORIGINAL]


def type_choices() -> list[tuple[str, str]]:
    """Return (label, name) of the types that have states, in the reader's language."""
    shown = {*get_page_models(), *get_snippet_models()}
    names = [(model._meta.label, str(model._meta.verbose_name)) for model in tracked_models() if model in shown]
    return [(label, name[:1].upper() + name[1:]) for label, name in sorted(names, key=lambda one: one[1])]


def language_choices() -> list[tuple[str, str]]:
    return list(get_content_languages().items())


def sections(request):
    """Return the sections of the site: what is directly below an original home page."""
    originals = TranslationState.objects.filter(state=State.ORIGINAL).values("translation_key")
    return Page.objects.filter(depth=3, alias_of=None, translation_key__in=originals).order_by("path")


class OverviewFilterSet(WagtailFilterSet):
    """State and language go together: what is outdated in English."""

    state = django_filters.ChoiceFilter(label=_("Translation state"), choices=STATES, method="keep")
    language = django_filters.ChoiceFilter(label=_("Language"), choices=language_choices, method="keep")
    type = django_filters.ChoiceFilter(label=_("Type"), choices=type_choices)
    section = django_filters.ModelChoiceFilter(label=_("Section"), queryset=sections, method="keep_section")

    class Meta:
        model = TranslationState
        fields = ["state", "language", "type", "section"]

    def keep(self, queryset, name, value):
        """Leave it to `filter_queryset`, which sees both values."""
        return queryset

    def keep_section(self, queryset, name, section):
        below = Page.objects.filter(path__startswith=section.path)
        return queryset.filter(translation_key__in=below.values("translation_key"))

    def filter_queryset(self, queryset):
        queryset = super().filter_queryset(queryset)
        state, language = self.form.cleaned_data["state"], self.form.cleaned_data["language"]
        if not state and not language:
            return queryset
        others = TranslationState.objects.filter(translation_key=OuterRef("translation_key")).exclude(
            state=State.ORIGINAL
        )
        if state:
            others = others.filter(state=state)
        if language:
            others = others.filter(locale__language_code=language)
        return queryset.filter(Exists(others))
