"""Work-arounds for wagtail-localize 1.14 and Wagtail 8.0, each with its reason and when it can go.

Everything is replaced in place, once, at start: the admin calls these names directly. tests/translation/test_doors.py
goes through every door; run it first after an upgrade.
"""

from functools import wraps

from django.shortcuts import get_object_or_404
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.models import Page
from wagtail_localize import models
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor
from wagtail_localize.views import convert, edit_translation
from wagtail_localize.views.submit_translations import SubmitTranslationForm, SubmitTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView

from cms.translation.guards import require_publisher, require_translator
from cms.translation.saving import create_or_update_translation


def put_in_place() -> None:
    """Replace what upstream does. Doing it twice changes nothing."""
    # Upstream writes the translated text into the live row, even for a draft, and publishes on commit, without a user:
    # a publish that then fails leaves live what nothing recorded. It slugifies to ASCII and loses đ, and turns a live
    # snippet into a draft. Can go when upstream saves drafts as revisions only (its issue #463).
    TranslationSource.create_or_update_translation = create_or_update_translation
    Translation.save_target = save_target
    _guard_submission()
    _guard_synchronisation()
    _guard_conversion_to_alias()
    _keep_converted_alias_unpublished()
    _pass_over_missing_values()
    _tick_the_only_language()
    # Upstream writes "12 July 2026" by strftime, so with an English month in every language. Can go when it asks Django
    # for the date.
    models.DATE_FORMAT = edit_translation.DATE_FORMAT = "%d/%m/%Y"


def save_target(self, user=None, publish=True):
    """Replace Translation.save_target: the same, but it returns the translated instance, as its docstring says."""
    target, _created = self.source.create_or_update_translation(
        self.target_locale, user=user, publish=publish, fallback=True, copy_parent_pages=True
    )
    return target


def _once(function):
    """Mark a replacement, so that putting it in place twice does not wrap it twice."""
    function.is_ours = True
    return function


def _guard_submission() -> None:
    # `submit_translation` is one permission for the whole site. Can go when upstream checks the target's tree.
    original = SubmitTranslationView.form_valid
    if getattr(original, "is_ours", False):
        return

    @_once
    @wraps(original)
    def form_valid(self, form):
        require_translator(self.request.user, self.object, form.cleaned_data["locales"])
        return original(self, form)

    SubmitTranslationView.form_valid = form_valid


def _guard_synchronisation() -> None:
    # "Sync translated pages" publishes for whoever may submit. Can go when upstream asks for the right to publish.
    original = UpdateTranslationsView.form_valid
    if getattr(original, "is_ours", False):
        return

    @_once
    @wraps(original)
    def form_valid(self, form):
        enabled = self.object.translations.filter(enabled=True).select_related("target_locale", "source")
        require_translator(
            self.request.user, self.object.get_source_instance(), [item.target_locale for item in enabled]
        )
        if form.cleaned_data["publish_translations"]:
            require_publisher(self.request.user, [item.get_target_instance() for item in enabled])
        return original(self, form)

    UpdateTranslationsView.form_valid = form_valid


def _guard_conversion_to_alias() -> None:
    # "Convert to alias page" takes a published translation away from readers, and asks only for the right to edit.
    # Can go when upstream asks for the right to publish.
    original = convert.convert_to_alias
    if getattr(original, "is_ours", False):
        return

    @_once
    @wraps(original)
    def convert_to_alias(request, page_id):
        page = get_object_or_404(Page, id=page_id, alias_of_id__isnull=True)
        if page.live:
            require_publisher(request.user, [page])
        return original(request, page_id)

    convert.convert_to_alias = convert_to_alias


def _keep_converted_alias_unpublished() -> None:
    # Wagtail's own "convert alias" calls the copied text published: Vietnamese would count as the English translation,
    # made so by whoever may edit. Can go when Wagtail knows aliases across languages.
    original = ConvertAliasPageAction._convert_alias
    if getattr(original, "is_ours", False):
        return

    @_once
    @wraps(original)
    def convert_alias(self, page, log_action, user):
        is_in_another_language = page.alias_of.locale_id != page.locale_id
        page = original(self, page, log_action, user)
        if is_in_another_language and page.live_revision_id is not None:
            page.live_revision, page.has_unpublished_changes = None, True
            page.save(update_fields=["live_revision", "has_unpublished_changes"], clean=False)
        return page

    ConvertAliasPageAction._convert_alias = convert_alias


def _pass_over_missing_values() -> None:
    # A body stored before a block got a new field has no value there, and sending it to translation ended in an error.
    # Can go when upstream's extractor takes None.
    original = StreamFieldSegmentExtractor.handle_block
    if getattr(original, "is_ours", False):
        return

    @_once
    @wraps(original)
    def handle_block(self, block_type, block_value, raw_value=None):
        return [] if block_value is None else original(self, block_type, block_value, raw_value=raw_value)

    StreamFieldSegmentExtractor.handle_block = handle_block


def _tick_the_only_language() -> None:
    # Where there is one language to translate into, it was still asked for, and refused when it was not ticked.
    # Can go when upstream ticks it.
    original = SubmitTranslationForm.__init__
    if getattr(original, "is_ours", False):
        return

    @_once
    @wraps(original)
    def init(self, *args, **kwargs):
        original(self, *args, **kwargs)
        languages = self.fields["locales"].queryset
        if len(languages) == 1:
            self.fields["locales"].initial = languages

    SubmitTranslationForm.__init__ = init
