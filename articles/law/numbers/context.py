"""The words before a number that name its type: "Luật Việc làm số …", "the Labour Code, No. …"."""

import re

from articles.law.numbers.type_codes import CODE_OF_NAME

_NAMES = "|".join(sorted((re.escape(name) for name in CODE_OF_NAME), key=len, reverse=True))
_NAME = re.compile(rf"(?<![A-Za-z])(?:{_NAMES})s?(?![A-Za-z])", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[;!?…]|\.(?=\s+\S)(?<!No\.)(?<!no\.)|\)")


def named_type(before: str) -> str:
    """Return the code of the type that the clause before a number names, or ""; `before` is without accents."""
    clause = _CLAUSE_END.split(before)[-1]
    names = _NAME.findall(clause)
    if not names:
        return ""
    name = re.sub(r"\s+", " ", names[-1].lower())
    return CODE_OF_NAME.get(name) or CODE_OF_NAME.get(name.removesuffix("s"), "")
