"""What an item has to translate, written down for wagtail-localize: its own rows, made together instead of one by one.

Its `refresh_segments` asks and writes some ten times a sentence, which made up most of the time that the demo took.
The rows are the same, but for the path of each place in the editor, which wagtail-localize fills in when it is opened.
"""

import json
import uuid
from collections.abc import Iterable, Sequence

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from modelcluster.models import ClusterableModel, get_serializable_data_for_fields
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    String,
    StringSegment,
    Template,
    TemplateSegment,
    TranslatableObject,
    TranslationContext,
    TranslationSource,
    get_schema_version,
)
from wagtail_localize.segments import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)


def store_source(instance: models.Model, segments: Sequence) -> TranslationSource:
    """Return the translation source of an item in its present state, whose `segments` were extracted from it."""
    if TranslationSource.objects.get_for_instance_or_none(instance) is not None:
        # A page of the demo that somebody deleted left its sentences behind.
        return TranslationSource.update_or_create_from_instance(instance)[0]
    item, _created = TranslatableObject.objects.get_or_create_from_instance(instance)
    is_cluster = isinstance(instance, ClusterableModel)
    source = TranslationSource.objects.create(
        object=item,
        locale_id=instance.locale_id,
        specific_content_type=ContentType.objects.get_for_model(type(instance)),
        object_repr=str(instance)[:200],
        content_json=instance.to_json() if is_cluster else to_json(get_serializable_data_for_fields(instance)),
        schema_version=get_schema_version(instance._meta.app_label),
        last_updated_at=timezone.now(),
    )
    _store_segments(source, segments)
    return source


def to_json(data) -> str:
    return json.dumps(data, cls=DjangoJSONEncoder)


def _store_segments(source: TranslationSource, segments: Sequence) -> None:
    contexts = _contexts(source, {segment.path for segment in segments})

    def of(kind: type) -> list:
        return [segment for segment in segments if type(segment) is kind]

    def place(segment) -> dict:
        return {"source": source, "context_id": contexts[segment.path], "order": segment.order}

    strings = _strings(source, {segment.string.data for segment in of(StringSegmentValue)})
    StringSegment.objects.bulk_create(
        StringSegment(string_id=strings[segment.string.data], attrs=to_json(segment.attrs), **place(segment))
        for segment in of(StringSegmentValue)
    )
    templates = _templates(of(TemplateSegmentValue))
    TemplateSegment.objects.bulk_create(
        TemplateSegment(template_id=templates[_template_uuid(segment)], **place(segment))
        for segment in of(TemplateSegmentValue)
    )
    OverridableSegment.objects.bulk_create(
        OverridableSegment(data_json=to_json(segment.data), **place(segment)) for segment in of(OverridableSegmentValue)
    )
    related = of(RelatedObjectSegmentValue)
    TranslatableObject.objects.bulk_create(
        (TranslatableObject(translation_key=s.translation_key, content_type=s.content_type) for s in related),
        ignore_conflicts=True,
    )
    RelatedObjectSegment.objects.bulk_create(
        RelatedObjectSegment(object_id=segment.translation_key, **place(segment)) for segment in related
    )


def _contexts(source: TranslationSource, paths: Iterable[str]) -> dict[str, int]:
    """Return {path: primary key} of the item's places, made where they are missing."""
    ids = {TranslationContext._get_path_id(path): path for path in paths}
    TranslationContext.objects.bulk_create(
        (TranslationContext(object_id=source.object_id, path_id=id, path=path) for id, path in ids.items()),
        ignore_conflicts=True,
    )
    found = TranslationContext.objects.filter(object_id=source.object_id, path_id__in=ids)
    return {ids[path_id]: pk for path_id, pk in found.values_list("path_id", "pk")}


def _strings(source: TranslationSource, texts: Iterable[str]) -> dict[str, int]:
    """Return {text: primary key} of the sentences in the source's language, made where they are missing."""
    hashes = {String._get_data_hash(text): text for text in texts}
    String.objects.bulk_create(
        (String(locale_id=source.locale_id, data_hash=hash, data=text) for hash, text in hashes.items()),
        ignore_conflicts=True,
    )
    found = String.objects.filter(locale_id=source.locale_id, data_hash__in=hashes)
    return {hashes[data_hash]: pk for data_hash, pk in found.values_list("data_hash", "pk")}


def _templates(segments: Iterable[TemplateSegmentValue]) -> dict[uuid.UUID, int]:
    """Return {uuid: primary key} of the texts' frames, made where they are missing."""
    frames = {_template_uuid(segment): segment for segment in segments}
    Template.objects.bulk_create(
        (
            Template(uuid=id, template=s.template, template_format=s.format, string_count=s.string_count)
            for id, s in frames.items()
        ),
        ignore_conflicts=True,
    )
    return dict(Template.objects.filter(uuid__in=frames).values_list("uuid", "pk"))


def _template_uuid(segment: TemplateSegmentValue) -> uuid.UUID:
    return uuid.uuid5(uuid.uuid5(Template.BASE_UUID_NAMESPACE, segment.format), segment.template)
