"""What a citation and the record it names have in common: a key made of a number, or of title and year."""

from collections.abc import Iterable

from django.db.models import Q

from articles.law.numbers.document_number import separator_free
from articles.law.numbers.reading import is_without_number
from articles.law.numbers.titles import title_key
from cms.core.text.folding import fold_number

KEY_LENGTH = 255


def keys_of_record(number: str, title: str, issue_date) -> set[str]:
    """Return the keys under which a record may be cited."""
    keys = {title_key(title, issue_date)[:KEY_LENGTH]}
    if not is_without_number(number):
        keys.add(separator_free(fold_number(number)))
    return keys - {""}


def is_title(key: str) -> bool:
    return key.startswith("=")


def records_named(keys: Iterable[str]) -> Q:
    """Return the condition under which a record may have one of these keys; sure only with `keys_of_record`."""
    numbers, asked = set(), Q()
    for key in keys:
        if is_title(key):
            words, _, year = key.removeprefix("=").rpartition("|")
            asked |= Q(issue_date__year=int(year), lookup_text__contains=words)
        else:
            numbers |= _forms(key)
    return asked | Q(number_folded__in=numbers) if numbers else asked


def _forms(key: str) -> set[str]:
    """Return the folded numbers of a key, so that an index finds them: 02-NQ/TW and 02/NQ-TW, 63/CP and 63-CP."""
    parts = key.split("-")
    forms = {key, key.replace("-", "/", 1), key.replace("-", "/", 2)}
    if len(parts) > 2:
        forms.add(f"{parts[0]}-{parts[1]}/{'-'.join(parts[2:])}")
    if len(parts) > 3:
        # 06/2007/TTLT/BTNMT-BTC
        forms.add(key.replace("-", "/", 3))
    return forms
