"""The two configurations of the desk: what differs between a legal question and a support request."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What somebody sends in."""

    QUESTION = "question", _("Legal question")
    SUPPORT = "support", _("Support request")


class Purpose(models.TextChoices):
    """What somebody agrees to, each for itself (Law 91/2025/QH15)."""

    HANDLE = "handle", _("Use what I send, my contact included, to handle it and to answer me.")
    PUBLISH = "publish", _("Publish the question and its answer, without anything that tells who asked.")


class SupportTopic(models.TextChoices):
    """What a support request is about."""

    MEMBERSHIP = "membership", _("Joining the union")
    WELFARE = "welfare", _("Welfare and benefits")
    DISPUTE = "dispute", _("Trouble at work")
    WEBSITE = "website", _("This website")
    OTHER = "other", _("Something else")


@dataclass(frozen=True)
class Configuration:
    """`working_days` until the answer is due; `kept_days` after the end until what is personal is erased."""

    kind: Kind
    working_days: int
    kept_days: int
    # The first cannot be done without; the others are free.
    purposes: tuple[Purpose, ...]
    address: str


CONFIGURATIONS = {
    made.kind: made
    for made in (
        Configuration(Kind.QUESTION, 10, 730, (Purpose.HANDLE, Purpose.PUBLISH), "ask"),
        Configuration(Kind.SUPPORT, 5, 365, (Purpose.HANDLE,), "request"),
    )
}
# A request of the person concerned is answered within so many working days (Law 91/2025/QH15).
DATA_REQUEST_WORKING_DAYS = 2
