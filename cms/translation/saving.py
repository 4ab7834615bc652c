"""Writing a translation into its page or snippet: our version of wagtail-localize's, put in place by upstream.py."""

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import models
from wagtail.actions.copy_for_translation import ParentNotTranslatedError
from wagtail.coreutils import find_available_slug
from wagtail.models import DraftStateMixin, Locale, Page, RevisionMixin
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import (
    CannotSaveDraftError,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    TranslationContext,
    TranslationLog,
    TranslationSource,
)
from wagtail_localize.segments.ingest import ingest_segments

from cms.core.text.slugs import slugify_vietnamese
from cms.delivery.tree_lock import changing_tree
from cms.translation.facts.guarding import require_agreeing_facts
from cms.translation.machine import require_checked_texts
from cms.translation.states.versions import note_translation
from cms.translation.trees import mirror_page, take_over, was_ever_published


def create_or_update_translation(
    source: TranslationSource, locale, user=None, publish=True, copy_parent_pages=False, fallback=False
) -> tuple[models.Model, bool]:
    """Write the translated segments into a new revision of the target, and publish that if asked.

    Without `publish` nothing that readers see changes. With it everything happens in one transaction, so that a publish
    which fails (the delivery store's, say) leaves no trace; `user` must have the right to publish the target.
    Returns (target, created). Raises what wagtail-localize's own does, PermissionDenied, and FactsDisagreeError, a
    ValidationError, where the translation is not published because its numbers, dates or addresses differ; likewise
    UncheckedTextsError where a machine wrote it and nobody has looked.
    """
    original = source.as_instance()
    if not publish and not isinstance(original, DraftStateMixin):
        raise CannotSaveDraftError
    if publish:
        require_agreeing_facts(source, locale)
        require_checked_texts(source, locale)
    try:
        # Before any other row: a translation makes pages, or publishes them.
        with changing_tree():
            target, created = _find_or_make_target(source, original, locale, user, copy_parent_pages)
            copy_synchronised_fields(original, target)
            segments = source._get_segments_for_translation(locale, fallback=fallback)
            ingest_segments(original, target, source.locale, locale, segments)
            if isinstance(target, Page) and not was_ever_published(target):
                _take_slug_from_title(target, original)
                if publish:
                    _forget_the_sources_date(target)
            revision = _save(target, user)
            if isinstance(target, Page):
                source.sync_view_restrictions(original, target)
            TranslationLog.objects.create(source=source, locale=locale, revision=revision)
            note_translation(source, locale, revision)
            if publish and isinstance(target, DraftStateMixin):
                revision.publish(user=user)
                target.refresh_from_db()
    except ValidationError as error:
        # After the transaction, which took everything else back: the translator must see what was wrong.
        _mark_errors(source, locale, error)
        raise
    return target, created


def _find_or_make_target(source, original, locale, user, copy_parent_pages) -> tuple[models.Model, bool]:
    """Return the row to write to; one that was an alias or missing is a draft of its own from here on."""
    created = False
    try:
        target = source.get_translated_instance(locale)
    except ObjectDoesNotExist:
        created = True
        target = _make_target(original, locale, copy_parent_pages)
    if isinstance(target, Page) and target.alias_of_id is not None:
        take_over(target, user)
    return target, created


def _make_target(original, locale, copy_parent_pages: bool) -> models.Model:
    if not isinstance(original, Page):
        target = original.copy_for_translation(locale)
        if isinstance(target, DraftStateMixin):
            target.live, target.live_revision, target.latest_revision = False, None, None
        target.save()
        return target
    parent = original.get_parent()
    if not copy_parent_pages and not parent.is_root() and not parent.has_translation(locale):
        raise ParentNotTranslatedError(f"Parent page '{parent.title}' is not translated.")
    # An alias first: where the source is live, readers of the new address see it until the translation is published.
    row = type(original).objects.get(pk=original.pk)
    mirror_page(row, Locale.objects.filter(pk=getattr(locale, "pk", locale)))
    return row.get_translation(locale)


def _save(target, user):
    """Save the target's new state as a revision, its live row untouched where it has drafts; return the revision."""
    if isinstance(target, Page):
        target.slug = find_available_slug(
            target.get_parent(), slugify_vietnamese(target.slug or target.title), ignore_page_id=target.pk
        )
    elif not isinstance(target, DraftStateMixin):
        target.full_clean()
        target.save()
    return target.save_revision(user=user) if isinstance(target, RevisionMixin) else None


def _take_slug_from_title(target: Page, original: Page) -> None:
    """Give a page that is not published yet, and whose slug nobody translated, the slug of its own title."""
    is_untranslated = target.slug == original.slug and target.title != original.title
    if is_untranslated and original.slug.startswith(slugify_vietnamese(original.title)):
        target.slug = slugify_vietnamese(target.title)


def _forget_the_sources_date(target: Page) -> None:
    """Let a first publication have its own date: what stood here until now carried its source's."""
    target.first_published_at = None
    type(target).objects.filter(pk=target.pk).update(first_published_at=None)


def _mark_errors(source: TranslationSource, locale, error: ValidationError) -> None:
    """Tell the translation editor which segment was refused, as wagtail-localize does."""
    for name, errors in getattr(error, "error_dict", {}).items():
        context = TranslationContext.objects.filter(object=source.object, path=name).first()
        if context is None:
            continue
        strings = StringSegment.objects.filter(source=source).values("string_id")
        for translated in StringTranslation.objects.filter(
            translation_of_id__in=strings, context=context, locale=locale
        ):
            translated.set_field_error(errors)
        for override in SegmentOverride.objects.filter(context=context, locale=locale):
            override.set_field_error(errors)
