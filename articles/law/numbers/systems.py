"""The systems by which Vietnamese documents are numbered."""

from django.db import models
from django.utils.translation import pgettext_lazy


class NumberSystem(models.TextChoices):
    """Who numbers how.

    State: Decree 30/2020/NĐ-CP, appendix I (15/2025/NĐ-CP, 3041/QĐ-BNN-TCCB) and what came before it (63/CP). National
    Assembly: Law 64/2025/QH15 (91/2025/QH15). Union: the State's form (1563/CTr-TLĐ). Party: Guidance 36-HD/VPTW
    (02-NQ/TW), a hyphen before the type and a slash before the issuer.
    """

    STATE = "state", pgettext_lazy("system of document numbers", "State")
    NATIONAL_ASSEMBLY = "national_assembly", pgettext_lazy("system of document numbers", "National Assembly")
    UNION = "union", pgettext_lazy("system of document numbers", "Trade union")
    PARTY = "party", pgettext_lazy("system of document numbers", "Party")
