"""`?fields=` with Wagtail v2's semantics, applied to a ready document.

Names are flat: those of `meta` stand beside the others. Without a mark, named fields are added to the default ones;
`-name` takes away, a leading `*` starts from all, a leading `_` from none; `name(…)` does the same inside. An embedded
value has all its fields by default, as Wagtail's inline children have.
"""

from collections.abc import Collection

from django.utils.translation import gettext_noop as _
from wagtail.api.v2.utils import parse_fields_parameter

from cms.api.fields.shape import Shape
from cms.api.problems import invalid

# Deeper than any document; the parser itself recurses.
MAX_DEPTH = 8

Config = list[tuple[str, bool, list | None]]


def parse_fields(text: str) -> Config:
    """Return Wagtail's parse of `?fields=`: [(name, is negated, nested config)]. Raises ProblemError."""
    if _depth(text) > MAX_DEPTH:
        raise invalid("fields", _("fields error: nested too deeply"))
    try:
        return parse_fields_parameter(text)
    except ValueError as error:
        raise invalid("fields", _("fields error: %(error)s"), error=error) from error


def _depth(text: str) -> int:
    depth = deepest = 0
    for character in text:
        depth += (character == "(") - (character == ")")
        deepest = max(deepest, depth)
    return deepest


class Selection:
    """Which fields of a document (or of a value in it) are given."""

    def __init__(self, config: Config, shape: Shape, default: Collection[str], hidden: Collection[str] = ()):
        """Raise a ProblemError for a name that `shape` lacks; `hidden` names are treated as if it lacked them."""
        inside = {name: fields for name, fields in _flat(shape).items() if name not in hidden}
        chosen = {name for name in default if name in inside}
        if config and config[0][0] in ("*", "_"):
            chosen = set(inside) if config[0][0] == "*" else set()
            config = config[1:]
        nested = {}
        for name, is_negated, sub_config in config:
            if is_negated:
                chosen.discard(name)
            else:
                chosen.add(name)
                if sub_config:
                    nested[name] = sub_config
        unknown = sorted({name for name, _negated, _config in config} - set(inside))
        if unknown:
            raise invalid("fields", _("unknown fields: %(names)s"), names=", ".join(unknown))
        self.parts: dict[str, Selection | None] = {
            name: self._part(name, nested.get(name), inside[name]) for name in chosen
        }

    @staticmethod
    def _part(name: str, config: Config | None, shape: Shape | None) -> "Selection | None":
        if not config:
            return None
        if shape is None:
            raise invalid("fields", _("'%(name)s' does not support nested fields"), name=name)
        return Selection(config, shape, default=_flat(shape))

    def apply(self, value):
        """Return what is chosen of a document; of each, where the value is a list."""
        if isinstance(value, list):
            return [self.apply(item) for item in value]
        if not isinstance(value, dict):
            return value
        result = {}
        for name, inner in value.items():
            if name == "meta" and isinstance(inner, dict):
                meta = self._chosen(inner)
                if meta:
                    result["meta"] = meta
            elif name in self.parts:
                result.update(self._chosen({name: inner}))
        return result

    def _chosen(self, values: dict) -> dict:
        parts = self.parts
        return {
            name: value if parts[name] is None else parts[name].apply(value)
            for name, value in values.items()
            if name in parts
        }


def _flat(shape: Shape) -> Shape:
    """Return the fields with those of `meta` beside the others."""
    meta = shape.get("meta")
    if meta is None:
        return shape
    return {**{name: fields for name, fields in shape.items() if name != "meta"}, **meta}
