"""Reading the demo's texts: YAML files in `content/`, each text a mapping {vi, en}."""

import uuid
from functools import cache, partial
from pathlib import Path

import yaml

CONTENT_DIR = Path(__file__).parent / "content"
NAMESPACE = uuid.UUID("8b7a3f5e-1d52-4c1a-9a53-6f0f4c1d2026")


# The parser in C, where PyYAML was built with it, takes a tenth of the time.
_load = partial(yaml.load, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@cache
def read(name: str):
    """Return the content of `<name>.yaml`."""
    return _load((CONTENT_DIR / f"{name}.yaml").read_text(encoding="utf-8"))


def read_folder(name: str) -> list[dict]:
    """Return the content of every file of a folder, in the order of their names."""
    return [_load(path.read_text(encoding="utf-8")) for path in sorted((CONTENT_DIR / name).glob("*.yaml"))]


def text(value, language: str) -> str:
    """Return a text in a language; in Vietnamese where it has no other; "" where it is absent."""
    if not value:
        return ""
    if isinstance(value, str):
        return value
    return value.get(language) or value.get("vi") or ""


def is_translated(item: dict) -> bool:
    """Whether a page of the demo exists in English: its title does."""
    return "en" in item["title"]


def identity(kind: str, key: str) -> uuid.UUID:
    """Return the demo item's own uuid: the same at every loading, so that loading twice doubles nothing."""
    return uuid.uuid5(NAMESPACE, f"{kind}/{key}")
