"""Choosing a content coding (RFC 9110, section 12.5.3)."""

import re
from functools import lru_cache

IDENTITY = "identity"
ORDER = ("br", "gzip", IDENTITY)
ALIASES = {"x-gzip": "gzip"}
_WEIGHT = re.compile(r"(?:0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)")


@lru_cache(maxsize=512)
def choose(accept_encoding: str | None, offered: tuple[str, ...] = ORDER) -> str:
    """Return the coding to answer with, one of `offered`; the first where several are liked alike.

    A header that is missing or empty accepts anything, and gets what every reader understands. Where nothing of ours
    is acceptable the answer is sent as it is, as the RFC allows.
    """
    if not accept_encoding:
        return IDENTITY
    weights = _weights(accept_encoding)
    rest = weights.get("*", 0.0)
    found = {coding: weights.get(coding, rest) for coding in offered}
    # Identity is acceptable unless it is refused by name or by the rest, and liked least unless it is named.
    found[IDENTITY] = weights.get(IDENTITY, 0.0)
    best = max(offered, key=lambda coding: found[coding])
    return best if found[best] > 0 else IDENTITY


def _weights(header: str) -> dict[str, float]:
    """Return {coding: weight}; what cannot be read is left out."""
    weights = {}
    for part in header.lower().split(","):
        coding, *parameters = (piece.strip() for piece in part.split(";"))
        weight = 1.0
        for parameter in parameters:
            name, _equals, value = parameter.partition("=")
            if name.strip() == "q":
                weight = float(value) if _WEIGHT.fullmatch(value.strip()) else 0.0
        if coding:
            weights[ALIASES.get(coding, coding)] = weight
    return weights
