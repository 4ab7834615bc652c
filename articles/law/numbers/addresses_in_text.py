"""The places of a text where no numbers are looked for: web and mail addresses, paths, names of files."""

import re
from collections.abc import Iterator

_TOKEN = re.compile(r"\S+")
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|odt|rtf|txt|zip|rar|7z|jpe?g|png|html?|xml|csv)$", re.IGNORECASE)
_HOST = re.compile(r"(?:^|[(\[<\"'])(?:www\.|[a-z0-9-]+(?:\.[a-z0-9-]+){1,5}/)", re.IGNORECASE)
_HOST_WITH_LETTERS = re.compile(r"\.[a-z]{2,}/", re.IGNORECASE)
_PUNCTUATION = "()[]<>\"'“”‘’.,;:!?…"


def addresses_and_files(text: str) -> Iterator[tuple[int, int]]:
    """Give the spans of what is an address or a file's name."""
    for match in _TOKEN.finditer(text):
        token = match[0].strip(_PUNCTUATION)
        if _is_address(token[:300], token[-8:]):
            yield match.span()


def _is_address(head: str, tail: str) -> bool:
    if "://" in head or head.startswith(("/", "./", "../", "~/", "www.")):
        return True
    if "@" in head and "." in head.partition("@")[2]:
        return True
    if _FILE.search(tail):
        return True
    return bool(_HOST.match(head) and _HOST_WITH_LETTERS.search(head[:80]))
