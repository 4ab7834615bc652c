"""The translation in the active language, for a whole list at once."""

from django.conf import settings
from django.utils.translation import get_language
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import Locale


class TranslationHere:
    """The live translation of a snippet in the active language; None where it has none, or is it itself.

    Wagtail's `localized` costs two queries an item. Put on a model as `translation_here`, this lets a queryset ask for
    all of them in one, as for any relation: `prefetch_related("category__translation_here")`. Afterwards `localized`
    of those instances costs nothing. What was fetched is kept per language, so a change of language never shows
    another language's text. The method names are Django's protocol for prefetching.
    """

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        cache = instance._state.fields_cache
        name = self._cache_name()
        return cache[name] if name in cache else self._find([instance]).first()

    def is_cached(self, instance) -> bool:
        return self._cache_name() in instance._state.fields_cache

    def get_prefetch_querysets(self, instances, querysets=None):
        def key(snippet):
            return snippet.translation_key

        return self._find(instances), key, key, True, self._cache_name(), False

    def _find(self, instances):
        active = Locale.get_active()
        # What is in the active language already is its own translation: nothing to ask for.
        keys = {instance.translation_key for instance in instances if instance.locale_id != active.pk}
        snippets = type(instances[0])._default_manager.select_related("locale")
        return snippets.filter(translation_key__in=keys, locale=active, live=True) if keys else snippets.none()

    def _cache_name(self) -> str:
        return f"translation_here_{_content_language()}"


def _content_language() -> str:
    return get_supported_content_language_variant(get_language() or settings.LANGUAGE_CODE)
