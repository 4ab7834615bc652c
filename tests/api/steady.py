"""Answers of the API with what differs from run to run replaced by what does not: keys, identities, moments, names."""

import json
import re
from collections.abc import Iterator

UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:\+\d\d:\d\d|Z)")
DIGEST = re.compile(r"\b[0-9a-f]{32,64}\b")
# A stored file's name, or what Django appends to one that is taken.
FILE = re.compile(r"(/(?:uploads|documents)/)[^\s\"?]+")
TAKEN_NAME = re.compile(r"(\"filename\": \"[^\"]*?)_[A-Za-z0-9]{7}(\.[a-z0-9]+\")")
KEY_IN_ADDRESS = re.compile(r"(/api/v2/[a-z-]+/)(\d+)(/)")
TOKEN = re.compile(r"\b[0-9a-z]{8}\.\d+\b")
NUMBERS = ("sequence", "size")


def steady(answer: dict) -> dict:
    """Return an answer as it is in every run: the same thing has the same name throughout."""
    text = json.dumps(answer, ensure_ascii=False)
    text = MOMENT.sub("<moment>", FILE.sub(r"\1<file>", TAKEN_NAME.sub(r"\1\2", text)))
    for number, found in enumerate(dict.fromkeys(UUID.findall(text)), 1):
        text = text.replace(found, f"<uuid {number}>")
    text = TOKEN.sub("<token>", DIGEST.sub("<digest>", text))
    answer = json.loads(text)
    keys = {key: f"<id {number}>" for number, key in enumerate(dict.fromkeys(_keys_in(answer)), 1)}
    return _renamed(answer, keys)


def _keys_in(value) -> Iterator[int]:
    if isinstance(value, list):
        for inner in value:
            yield from _keys_in(inner)
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name == "id" and isinstance(inner, int):
                yield inner
            yield from _keys_in(inner)


def _renamed(value, keys: dict[int, str]):
    if isinstance(value, list):
        return [_renamed(inner, keys) for inner in value]
    if isinstance(value, str):
        return KEY_IN_ADDRESS.sub(lambda match: f"{match[1]}{keys.get(int(match[2]), '<id>')}{match[3]}", value)
    if not isinstance(value, dict):
        return value
    renamed = {}
    for name, inner in value.items():
        if name == "id" and isinstance(inner, int):
            renamed[name] = keys[inner]
        elif name in NUMBERS and isinstance(inner, int):
            renamed[name] = f"<{name}>"
        else:
            renamed[name] = _renamed(inner, keys)
    return renamed
