"""The codes behind the first issuer of a number: whether they belong to it, and what its form says of its system."""

from articles.law.numbers.code import Code
from articles.law.numbers.issuer_codes import ALONE, is_organ, is_party, is_union
from articles.law.numbers.systems import NumberSystem
from articles.law.numbers.type_codes import PRINTED_TYPES


def take_joint(codes: list[Code]) -> list[Code]:
    """Return the further issuers of a joint document."""
    taken = []
    for code in codes:
        if not (code.is_issuer or (code.is_acronym and not code.is_apart) or (code.is_assembly and not code.is_apart)):
            break
        if code.before == " ":
            break
        taken.append(code)
    return taken


def take_unit(codes: list[Code], context: str = "") -> list[Code]:
    taken = []
    for code in codes[:3]:
        is_end = code.before != "-" and not (context and code.before == "/" and code.folded in PRINTED_TYPES)
        if is_end or (code.is_apart and not code.is_broken) or not (code.is_acronym or _is_plain_unit(code)):
            break
        taken.append(code)
    return taken


def _is_plain_unit(code: Code) -> bool:
    # All in lower case: a number typed in haste, "3041/qd-bnn-tccb".
    return code.plain.islower() and len(code.plain) <= 8 and not code.is_apart


def system_of(issuer: Code, before_type: str, before_issuer: str) -> NumberSystem:
    folded = issuer.folded
    if is_union(folded):
        return NumberSystem.UNION
    if is_party(folded):
        return NumberSystem.PARTY
    if before_type == "-" and before_issuer == "/":
        # Party bodies are many, and their form is theirs alone; old numbers of the State (176-QĐ/HĐBT) share it.
        return NumberSystem.STATE if folded in ALONE or folded in {"CTN", "UBND", "HDND"} else NumberSystem.PARTY
    return NumberSystem.UNION if is_organ(folded) else NumberSystem.STATE
