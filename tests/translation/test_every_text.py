"""Every text an editor can write is found for translation and put back, in every type there is."""

import json

import pytest
from wagtail.fields import StreamField
from wagtail.models import Locale, TranslatableMixin, get_page_models
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.ingest import ingest_segments
from wagtail_localize.strings import StringValue

from cms.core.models import BasePage
from tests.translation.markers import URL, Markers

MODELS = [model for model in get_page_models() if issubclass(model, BasePage)]
MODELS += [model for model in get_snippet_models() if issubclass(model, TranslatableMixin)]

pytestmark = [pytest.mark.django_db, pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)]


@pytest.fixture
def locales():
    return [Locale.objects.get_or_create(language_code=code)[0] for code in ("vi", "en")]


def make(model, locale):
    markers = Markers()
    return markers, markers.fill(model(locale=locale))


def translated(segment):
    if not isinstance(segment, StringSegmentValue):
        return segment
    string = StringValue(segment.string.data.replace("Dấu", "[en] Mark"))
    return StringSegmentValue(segment.path, string, attrs=segment.attrs).with_order(segment.order)


def text_of(instance):
    return json.dumps(instance.serializable_data(), ensure_ascii=False, default=str)


def raw_stream(field, instance):
    """Return a stream's raw data as it is after its blocks were read, with Vietnamese markers."""
    stream = field.value_from_object(instance)
    assert [child.value for child in stream]
    return json.loads(json.dumps(stream.get_prep_value(), ensure_ascii=False).replace("[en] Mark", "Dấu"))


def test_every_text_is_found(model, locales):
    markers, instance = make(model, locales[0])
    found = " ".join(
        segment.string.data for segment in extract_segments(instance) if isinstance(segment, StringSegmentValue)
    )
    missing = [place for marker, place in markers.places.items() if marker not in found]
    assert not missing, f"never shown to a translator: {missing}"


def test_every_text_is_put_back_and_nothing_else_changes(model, locales):
    vietnamese, english = locales
    markers, instance = make(model, vietnamese)
    before = text_of(instance)
    target = model(locale=english)
    copy_synchronised_fields(instance, target)
    segments = [translated(segment) for segment in extract_segments(instance)]
    ingest_segments(instance, target, vietnamese, english, segments)
    after = text_of(target)
    missing = [place for marker, place in markers.places.items() if marker.replace("Dấu", "[en] Mark") not in after]
    assert not missing, f"never put back: {missing}"
    left = [place for marker, place in markers.places.items() if marker in after]
    assert not left, f"still in Vietnamese: {left}"
    assert before.count(URL) == after.count(URL)


def test_a_stream_keeps_its_structure(model, locales):
    vietnamese, english = locales
    _markers, instance = make(model, vietnamese)
    target = model(locale=english)
    copy_synchronised_fields(instance, target)
    streams = [field for field in model._meta.concrete_fields if isinstance(field, StreamField)]
    before = {field.name: raw_stream(field, instance) for field in streams}
    ingest_segments(
        instance, target, vietnamese, english, [translated(segment) for segment in extract_segments(instance)]
    )
    for field in streams:
        assert raw_stream(field, target) == before[field.name]
