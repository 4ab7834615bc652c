"""What a page must have before it may be live: every picture described, or said to be decorative."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField

MISSING_ALTERNATIVE = _("Describe the picture in the alternative text, or mark it as decorative.")


def find_missing_alternatives(page) -> dict[str, list[ValidationError]]:
    """Return, by field, an error for each picture of `page` that has neither alternative text nor "decorative".

    Looked at are picture fields ("cover" with "cover_alt_text" and "cover_is_decorative"), StreamFields, and child
    relations whose items have "image", "alt_text" and "is_decorative".
    """
    errors: dict[str, list[ValidationError]] = {}
    for name in picture_fields(page):
        if getattr(page, f"{name}_id") and not _has_alternative(page.__dict__, f"{name}_"):
            errors[f"{name}_alt_text"] = [ValidationError(MISSING_ALTERNATIVE, code="missing_alternative")]
    for relation in get_all_child_relations(page):
        if is_picture_item(relation.related_model):
            name = relation.get_accessor_name()
            missing = sum(1 for item in getattr(page, name).all() if lacks_alternative(item.__dict__))
            if missing:
                errors[name] = [_several_missing(missing)]
    for field in page._meta.concrete_fields:
        if isinstance(field, StreamField):
            stream = page.__dict__.get(field.attname)
            missing = sum(1 for value in _image_values(stream) if not _has_alternative(value)) if stream else 0
            if missing:
                errors[field.name] = [_several_missing(missing)]
    return errors


def is_picture_item(model) -> bool:
    """Whether a model's instances are pictures with words of their own, such as those of a gallery."""
    return {"image", "alt_text", "is_decorative"} <= {field.name for field in model._meta.concrete_fields}


def lacks_alternative(values: dict) -> bool:
    """Whether a picture item's values (of an instance or of a form) name an image and no words for it."""
    return bool(values.get("image_id") or values.get("image")) and not _has_alternative(values)


def picture_fields(page) -> list[str]:
    """Return the names of a page's picture fields that have words beside them."""
    names = {field.name for field in page._meta.concrete_fields}
    return [name for name in names if {f"{name}_alt_text", f"{name}_is_decorative"} <= names]


def _several_missing(count: int) -> ValidationError:
    message = _("%(count)d picture(s) without alternative text: describe them, or mark them as decorative.")
    return ValidationError(message, code="missing_alternative", params={"count": count})


def _has_alternative(values: dict, prefix: str = "") -> bool:
    return bool(values.get(f"{prefix}is_decorative") or (values.get(f"{prefix}alt_text") or "").strip())


def _image_values(node) -> Iterator[dict]:
    """Walk a stream's raw data (lists and dicts) and give the value of each image block in it."""
    raw = node.get_prep_value() if hasattr(node, "get_prep_value") else node
    if isinstance(raw, list):
        for child in raw:
            yield from _image_values(child)
    elif isinstance(raw, dict):
        if "is_decorative" in raw and raw.get("image"):
            yield raw
        for child in raw.values():
            if isinstance(child, dict | list):
                yield from _image_values(child)
