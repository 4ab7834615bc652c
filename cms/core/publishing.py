"""What a page must have before it may be live: every picture described, or said to be decorative."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField

MISSING_ALTERNATIVE = _("Describe the picture in the alternative text, or mark it as decorative.")


def find_missing_alternatives(page) -> dict[str, list[ValidationError]]:
    """Return, by field, an error for each picture of `page` that has neither alternative text nor "decorative"."""
    errors: dict[str, list[ValidationError]] = {}
    if getattr(page, "cover_id", None) and hasattr(page, "cover_alt_text"):
        if not page.cover_alt_text.strip() and not page.cover_is_decorative:
            errors["cover_alt_text"] = [ValidationError(MISSING_ALTERNATIVE, code="missing_alternative")]
    for field in page._meta.concrete_fields:
        if isinstance(field, StreamField):
            stream = page.__dict__.get(field.attname)
            missing = sum(1 for value in _image_values(stream) if not _has_alternative(value)) if stream else 0
            if missing:
                message = _("%(count)d picture(s) without alternative text: describe them, or mark them as decorative.")
                errors[field.name] = [
                    ValidationError(message, code="missing_alternative", params={"count": missing})
                ]
    return errors


def _has_alternative(value: dict) -> bool:
    return bool(value.get("is_decorative") or (value.get("alt_text") or "").strip())


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
