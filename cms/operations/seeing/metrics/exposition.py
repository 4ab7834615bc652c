"""Writing metrics down as Prometheus reads them (text format 0.0.4)."""

from collections import defaultdict

from cms.operations.seeing.metrics.catalogue import COUNTED, READ
from cms.operations.seeing.metrics.counts import Sample

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_PARTS_OF_HISTOGRAMS = ("_bucket", "_sum", "_count")


def written(values: dict[Sample, float]) -> str:
    """Return the text; a sample of a metric that is not in the catalogue is left out."""
    catalogue = COUNTED | READ
    families: defaultdict[str, list[str]] = defaultdict(list)
    for (name, labels), value in sorted(values.items(), key=_in_order):
        families[_family(name)].append(f"{name}{_braced(labels)} {_number(value)}")
    lines = []
    for name, metric in catalogue.items():
        if name in families:
            lines += [f"# HELP {name} {metric.says}", f"# TYPE {name} {metric.kind}", *families[name]]
    return "\n".join(lines) + "\n"


def _family(name: str) -> str:
    for part in _PARTS_OF_HISTOGRAMS:
        if name.endswith(part) and name.removesuffix(part) in COUNTED:
            return name.removesuffix(part)
    return name


def _in_order(item: tuple[Sample, float]):
    """Buckets of a histogram stand in the order of their bounds."""
    (name, labels), _value = item
    bound = dict(labels).get("le")
    others = [pair for pair in labels if pair[0] != "le"]
    return name, others, float(bound) if bound else 0.0


def _braced(labels: tuple[tuple[str, str], ...]) -> str:
    if not labels:
        return ""
    escaped = ((name, value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")) for name, value in labels)
    return "{" + ",".join(f'{name}="{value}"' for name, value in escaped) + "}"


def _number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else repr(float(value))
