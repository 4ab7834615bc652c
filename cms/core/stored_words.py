"""A picture shown without a word takes over the words stored with it, in the language of the page that shows it.

Only then: who has emptied a caption, and left the alternative text, does not find it there again. What was taken over
belongs to the page: it is revised, translated and compared as if it had been typed.
"""

from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from contextvars import ContextVar

_language: ContextVar[str | None] = ContextVar("language of the page a form is about", default=None)


@contextmanager
def in_language_of(page) -> Iterator[None]:
    """Within this, blocks know the language of the page whose form they are in."""
    code = page.locale.language_code if page.locale_id else None
    token = _language.set(code)
    try:
        yield
    finally:
        _language.reset(token)


def take_over(use: MutableMapping, image, *, prefix: str = "", language: str | None = None) -> None:
    """Fill `alt_text`, `caption` and `credit` of a use of `image` (None: nothing), as far as it has such keys.

    `language` None: that of the form's page, if one is being read.
    """
    language = language or _language.get()
    keys = {name: f"{prefix}{key}" for name, key in (("alt", "alt_text"), ("caption", "caption"), ("credit", "credit"))}
    is_said = use.get(f"{prefix}is_decorative") or any((use.get(key) or "").strip() for key in keys.values())
    if image is None or language is None or is_said:
        return
    words = image.words_in(language)
    for name, key in keys.items():
        if key in use and words.get(name):
            use[key] = words[name]
