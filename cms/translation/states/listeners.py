"""Noticing what changes a state: items, what is translated of them, and the languages there are."""

from django.db.models.signals import post_delete, post_save
from wagtail.models import Locale, Page
from wagtail.signals import post_page_move, published
from wagtail_localize.models import StringTranslation, Translation

from cms.bin.places import is_in_bin
from cms.core.models import BaseSnippet
from cms.delivery.translation_states import register_versions
from cms.delivery.unit_of_work import collect
from cms.translation.models import FactWaiver
from cms.translation.states.items import PAGES, key_of, key_of_identity
from cms.translation.states.rows import add_language, rebuild
from cms.translation.states.versions import known_versions, note_publication


def connect() -> None:
    register_versions(known_versions)
    for signal in (post_save, post_delete):
        signal.connect(on_change, dispatch_uid="translation states")
        signal.connect(on_text, sender=StringTranslation, dispatch_uid="translation states")
        signal.connect(on_translation, sender=Translation, dispatch_uid="translation states")
        signal.connect(on_waiver, sender=FactWaiver, dispatch_uid="translation states")
    post_save.connect(on_locale, sender=Locale, dispatch_uid="translation states")
    post_page_move.connect(on_move, dispatch_uid="translation states")
    published.connect(note_publication, dispatch_uid="translation states")


def on_change(instance, raw=False, **kwargs):
    """Look again at a page or snippet that was saved, as a draft or otherwise, or deleted."""
    if not raw and isinstance(instance, Page | BaseSnippet):
        key = key_of(instance)
        if key is not None:
            collect(rebuild, key)


def on_move(instance, parent_page_before, parent_page_after, **kwargs):
    """Look again at what goes into the bin, or comes back."""
    if is_in_bin(parent_page_before) != is_in_bin(parent_page_after):
        for key in Page.objects.filter(path__startswith=instance.path).values_list("translation_key", flat=True):
            collect(rebuild, (PAGES, key))


def on_text(instance, raw=False, **kwargs):
    if not raw and instance.context_id is not None:
        _look_at(instance.context.object)


def on_translation(instance, raw=False, **kwargs):
    if not raw:
        _look_at(instance.source.object)


def on_waiver(instance, raw=False, **kwargs):
    if not raw:
        on_text(instance.string_translation)


def on_locale(instance, created=False, raw=False, **kwargs):
    if created and not raw:
        add_language(instance)


def _look_at(translatable_object) -> None:
    key = key_of_identity(translatable_object.content_type_id, translatable_object.translation_key)
    if key is not None:
        collect(rebuild, key)
