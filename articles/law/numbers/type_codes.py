"""Abbreviated types of documents: Decree 30/2020/NĐ-CP, appendix III; Guidance 36-HD/VPTW; older practice."""

from articles.law.document_type import DocumentType
from cms.core.text.folding import fold_number

_RARE = (
    *("TC", "TBố", "LKG", "PA", "ĐA", "DA", "BB", "BGN", "BTT", "GUQ", "GM", "GGT", "GCN", "GNP"),
    *("GĐĐ", "PG", "PC", "PB", "TrS", "SY", "ĐC", "QT"),
)
# As printed, with the types a record of such a number may have. QĐ: the Party writes "Quy định" so, too.
TYPES_OF_CODE: dict[str, tuple[DocumentType, ...]] = {
    "HP": (DocumentType.CONSTITUTION,),
    "BL": (DocumentType.CODE,),
    "L": (DocumentType.LAW, DocumentType.ORDER, DocumentType.CODE),
    "LCT": (DocumentType.LAW, DocumentType.ORDER, DocumentType.CODE, DocumentType.ORDINANCE),
    "PL": (DocumentType.ORDINANCE,),
    "NQ": (DocumentType.RESOLUTION,),
    "NQLT": (DocumentType.JOINT_RESOLUTION,),
    "NĐ": (DocumentType.DECREE,),
    "SL": (DocumentType.ORDER, DocumentType.OTHER),
    "QĐ": (DocumentType.DECISION, DocumentType.REGULATION),
    "QĐNS": (DocumentType.DECISION,),
    "TT": (DocumentType.CIRCULAR, DocumentType.OTHER),
    "TTLT": (DocumentType.JOINT_CIRCULAR,),
    "TTLB": (DocumentType.JOINT_CIRCULAR,),
    "CT": (DocumentType.DIRECTIVE,),
    "CTLT": (DocumentType.DIRECTIVE, DocumentType.OTHER),
    "HD": (DocumentType.GUIDANCE,),
    "HDLT": (DocumentType.GUIDANCE,),
    "KH": (DocumentType.PLAN,),
    "KHLT": (DocumentType.PLAN,),
    "KHPH": (DocumentType.PLAN,),
    "CTr": (DocumentType.PROGRAMME,),
    "CTrHĐ": (DocumentType.PROGRAMME,),
    "CTHĐ": (DocumentType.PROGRAMME,),
    "CTPH": (DocumentType.PROGRAMME,),
    "CTrPH": (DocumentType.PROGRAMME,),
    "KL": (DocumentType.CONCLUSION,),
    "QyĐ": (DocumentType.REGULATION,),
    "QĐi": (DocumentType.REGULATION,),
    "QC": (DocumentType.STATUTE,),
    "QCPH": (DocumentType.STATUTE,),
    "TB": (DocumentType.NOTICE,),
    "TBKL": (DocumentType.NOTICE, DocumentType.CONCLUSION),
    "CV": (DocumentType.OFFICIAL_LETTER,),
    "CĐ": (DocumentType.TELEGRAM,),
    "BC": (DocumentType.REPORT,),
    "TTr": (DocumentType.PROPOSAL,),
    "ĐL": (DocumentType.CHARTER,),
    "VBHN": (DocumentType.CONSOLIDATED_TEXT,),
    **dict.fromkeys(_RARE, (DocumentType.OTHER,)),
}

# Several bodies sign: what follows the type are issuers, not the unit that wrote the text.
JOINT_CODES = frozenset({"NQLT", "TTLT", "TTLB", "CTLT", "HDLT", "KHLT", "KHPH", "CTPH", "CTRPH", "QCPH"})

PRINTED_TYPES: dict[str, str] = {fold_number(code): code for code in reversed(TYPES_OF_CODE)}
_EXACT = {code.upper(): code for code in TYPES_OF_CODE}
# Hợp đồng: a contract. Without its accent it would be read as Hướng dẫn, guidance.
_NO_DOCUMENT = "HĐ"


def printed_type(typed: str) -> str:
    """Return how a type's code is printed, "" if `typed` (in NFC) is none. "ĐA" and "DA" are two, "ND" is "NĐ"."""
    capital = typed.upper().replace("Ð", "Đ").replace("Ɖ", "Đ")
    return _EXACT.get(capital) or ("" if capital == _NO_DOCUMENT else PRINTED_TYPES.get(fold_number(typed), ""))


# What the words before or instead of a code call the type, folded; Vietnamese and English.
CODE_OF_NAME: dict[str, str] = {
    "hien phap": "HP",
    "bo luat": "BL",
    "luat": "L",
    "phap lenh": "PL",
    "nghi quyet lien tich": "NQLT",
    "nghi quyet": "NQ",
    "nghi dinh": "NĐ",
    "sac lenh": "SL",
    "quyet dinh": "QĐ",
    "quy dinh": "QyĐ",
    "thong tu lien tich": "TTLT",
    "thong tu": "TT",
    "chi thi": "CT",
    "huong dan": "HD",
    "ke hoach": "KH",
    "chuong trinh": "CTr",
    "ket luan": "KL",
    "quy che": "QC",
    "thong bao": "TB",
    "cong van": "CV",
    "cong dien": "CĐ",
    "bao cao": "BC",
    "to trinh": "TTr",
    "van ban hop nhat": "VBHN",
    "constitution": "HP",
    "code": "BL",
    "law": "L",
    "ordinance": "PL",
    "joint resolution": "NQLT",
    "resolution": "NQ",
    "decree": "NĐ",
    "decision": "QĐ",
    "regulation": "QyĐ",
    "joint circular": "TTLT",
    "circular": "TT",
    "directive": "CT",
    "guidance": "HD",
    "plan": "KH",
    "programme": "CTr",
    "program": "CTr",
    "conclusion": "KL",
    "notice": "TB",
    "official letter": "CV",
    "official dispatch": "CV",
    "telegram": "CĐ",
    "report": "BC",
    "proposal": "TTr",
}
