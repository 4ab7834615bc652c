"""The models of this room, where Django looks for them; each has a file of its own."""

from cms.cases.models.access import CaseAccess
from cms.cases.models.attachment import Attachment
from cms.cases.models.case import Case
from cms.cases.models.consent import Consent, ConsentNotice
from cms.cases.models.data_request import DataRequest
from cms.cases.models.erasure_report import ErasureReport
from cms.cases.models.event import CaseEvent
from cms.cases.models.holiday import Holiday
from cms.cases.models.message import CaseMessage
from cms.cases.models.publication import Publication

__all__ = [
    "Attachment",
    "Case",
    "CaseAccess",
    "CaseEvent",
    "CaseMessage",
    "Consent",
    "ConsentNotice",
    "DataRequest",
    "ErasureReport",
    "Holiday",
    "Publication",
]
