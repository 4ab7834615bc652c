"""Fills any page, snippet or block with marker texts, found by introspection, so that new types are covered at once."""

import json
import uuid
from collections.abc import Iterator

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import COMMENTS_RELATION_NAME, Page, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

# Text that Wagtail or the project writes itself.
NOT_WRITTEN_BY_EDITORS = {"draft_title", "url_path", "sort_title", "sort_key", "path", "slug"}
URL = "https://example.vn/van-ban"


class UnknownBlockError(TypeError):
    """A kind of block this module has no value for: teach it."""


class Markers:
    """Makes markers, and remembers the place of each: `places[marker] = "home.Menu.title"`."""

    def __init__(self):
        self.places: dict[str, str] = {}

    def mark(self, place: str) -> str:
        marker = f"Dấu{len(self.places):04d}"
        self.places[marker] = place
        return marker

    def fill(self, instance: models.Model) -> models.Model:
        """Put a marker into every text an editor can write in an instance, its parts and its streams."""
        for field in text_fields(type(instance)):
            place = f"{instance._meta.label}.{field.name}"
            if isinstance(field, StreamField):
                raw = [self._child(name, block, place) for name, block in field.stream_block.child_blocks.items()]
                setattr(instance, field.name, field.to_python(json.dumps(raw)))
            elif isinstance(field, RichTextField):
                setattr(instance, field.name, f"<p>{self.mark(place)}</p>")
            else:
                setattr(instance, field.name, self.mark(place))
        for relation in written_parts(type(instance)):
            part = relation.related_model(sort_order=0) if hasattr(relation.related_model, "sort_order") else None
            part = part or relation.related_model()
            if isinstance(part, TranslatableMixin):
                part.translation_key, part.locale = uuid.uuid4(), instance.locale
            getattr(instance, relation.get_accessor_name()).add(self.fill(part))
        return instance

    def _child(self, name: str, block: blocks.Block, place: str) -> dict:
        return {"type": name, "value": self.value(block, f"{place}/{name}"), "id": str(uuid.uuid4())}

    def value(self, block: blocks.Block, place: str):
        """Return the raw (JSON) value of a block with a marker in every text of it."""
        if isinstance(block, TableBlock):
            rows = [[self.mark(f"{place}[{row},{column}]") for column in (0, 1)] for row in (0, 1)]
            return {"data": rows, "table_caption": self.mark(f"{place}/caption"), "first_row_is_table_header": True}
        if isinstance(block, blocks.StreamBlock):
            return [self._child(name, child, place) for name, child in block.child_blocks.items()]
        if isinstance(block, blocks.StructBlock):
            return {name: self.value(child, f"{place}/{name}") for name, child in block.child_blocks.items()}
        if isinstance(block, blocks.ListBlock):
            return [self._child("item", block.child_block, place)]
        if isinstance(block, blocks.URLBlock):
            return URL
        if isinstance(block, blocks.EmailBlock):
            return "a@example.vn"
        if isinstance(block, blocks.RichTextBlock):
            return f'<p>{self.mark(place)} <a href="{URL}">{self.mark(place)}</a></p>'
        if isinstance(block, blocks.CharBlock | blocks.TextBlock | blocks.BlockQuoteBlock | blocks.RegexBlock):
            return self.mark(place)
        return plain_value(block)


def plain_value(block: blocks.Block):
    """Return a raw value for a block that holds no text."""
    if isinstance(block, blocks.ChooserBlock):
        return None
    if isinstance(block, blocks.BooleanBlock):
        return True
    if isinstance(block, blocks.IntegerBlock | blocks.FloatBlock | blocks.DecimalBlock):
        return 3
    if isinstance(block, blocks.DateTimeBlock):
        return "2026-03-15T07:00:00+07:00"
    if isinstance(block, blocks.DateBlock):
        return "2026-03-15"
    if isinstance(block, blocks.TimeBlock):
        return "07:00"
    if isinstance(block, blocks.ChoiceBlock | blocks.MultipleChoiceBlock):
        value = next(value for value, _label in block.field.choices if value)
        return [value] if isinstance(block, blocks.MultipleChoiceBlock) else value
    if isinstance(block, blocks.StaticBlock):
        return None
    raise UnknownBlockError(type(block))


def decided_synchronised(model: type[models.Model]) -> set[str]:
    """Return the fields a model says are the same in every language."""
    overrides = getattr(model, "override_translatable_fields", [])
    return {field.field_name for field in overrides if isinstance(field, SynchronizedField)}


def text_fields(model: type[models.Model]) -> Iterator[models.Field]:
    """Yield the fields an editor writes text in, for each language."""
    synchronised = decided_synchronised(model)
    for field in model._meta.concrete_fields:
        if not field.editable or field.name in NOT_WRITTEN_BY_EDITORS | synchronised or getattr(field, "choices", None):
            continue
        if isinstance(field, models.URLField | models.EmailField | models.SlugField):
            continue
        if isinstance(field, StreamField | models.CharField | models.TextField):
            yield field


def written_parts(model: type[models.Model]) -> Iterator[models.ManyToOneRel]:
    """Yield the relations to a model's parts (inline panels) that hold text."""
    if not issubclass(model, ClusterableModel):
        return
    synchronised = decided_synchronised(model)
    for relation in get_all_child_relations(model):
        is_comments = issubclass(model, Page) and relation.name == COMMENTS_RELATION_NAME
        if is_comments or relation.name in synchronised:
            continue
        if isinstance(relation.field, ParentalKey) and any(True for _field in text_fields(relation.related_model)):
            yield relation
