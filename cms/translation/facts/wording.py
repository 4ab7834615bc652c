"""How a disagreement is told to people."""

from django.utils.translation import gettext, pgettext, pgettext_lazy

from cms.translation.facts import fact
from cms.translation.facts.comparison import Disagreement

KINDS = {
    fact.NUMBER: pgettext_lazy("kind of fact", "number"),
    fact.PERCENTAGE: pgettext_lazy("kind of fact", "percentage"),
    fact.DATE: pgettext_lazy("kind of fact", "date"),
    fact.TIME: pgettext_lazy("kind of fact", "time"),
    fact.MONEY: pgettext_lazy("kind of fact", "amount of money"),
    fact.DOCUMENT_NUMBER: pgettext_lazy("kind of fact", "document number"),
    fact.LINK: pgettext_lazy("kind of fact", "link or address"),
}


def describe(one: Disagreement) -> str:
    """Return "number: “12.675” became “12,765”", in the active language."""
    values = {"kind": KINDS[one.kind], "source": one.source, "target": one.target}
    if one.target is None:
        return gettext("%(kind)s: “%(source)s” is missing") % values
    if one.source is None:
        return gettext("%(kind)s: “%(target)s” is not in the source") % values
    return pgettext("a fact in source and translation", "%(kind)s: “%(source)s” became “%(target)s”") % values


def describe_all(disagreements: list[Disagreement]) -> list[str]:
    return [describe(one) for one in disagreements]
