"""What changes the face of the site, and which cache tags a change touches.

Everything a template may read is visible: pages, snippets, media, terms, the parts of all these, redirects, sites,
languages, collections and who may see what. Renditions, revisions, logs and indexes are not: they are made while
reading or writing. A model of another kind that templates read is named by `register`.
"""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.settings.models import AbstractSetting
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Locale,
    Page,
    PageViewRestriction,
    Site,
    TranslatableMixin,
)
from wagtailmedia.models import AbstractMedia

from cms.caching import tags
from cms.core.models import BaseSnippet
from cms.delivery.registry import type_of

# A change of these can change any page or address.
OF_THE_WHOLE_SITE = (
    AbstractSetting,
    Collection,
    CollectionViewRestriction,
    Locale,
    PageViewRestriction,
    Redirect,
    Site,
)
MEDIA = (AbstractImage, AbstractDocument, AbstractMedia)

_registered: set[type[models.Model]] = set()


def register(model: type[models.Model]) -> None:
    """Say that pages show something of this model, though it is none of the kinds above."""
    _registered.add(model)


def is_visible(model: type[models.Model]) -> bool:
    """Whether a change of an instance may change what a reader sees. (Migrations, with models of their own, do not.)"""
    if model.__module__ == "__fake__":
        return False
    kinds = (Page, BaseSnippet, TranslatableMixin, *MEDIA, *OF_THE_WHOLE_SITE)
    return issubclass(model, kinds) or model in _registered or type_of(model) is not None or _is_part(model)


def _is_part(model: type[models.Model]) -> bool:
    parents = [field.related_model for field in model._meta.concrete_fields if isinstance(field, ParentalKey)]
    return any(is_visible(parent) for parent in parents)


def tags_of(instance: models.Model, is_new: bool) -> list[str]:
    """Return the tags of the answers that a change of `instance` may change.

    Answers of the API are not among them: their tags follow the delivery sequence (see cms.caching.purging).
    """
    if isinstance(instance, OF_THE_WHOLE_SITE):
        return [tags.SITE]
    if isinstance(instance, Page):
        return [tags.item(type(instance), instance.translation_key), tags.all_of(type(instance)), tags.MISSING]
    if isinstance(instance, MEDIA) and is_new:
        # Nothing shows it yet.
        return []
    return [tags.HTML]
