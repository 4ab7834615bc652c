"""Abbreviated names of bodies that issue documents, as their numbers print them."""

from articles.law.numbers.systems import NumberSystem
from cms.core.text.folding import fold_number

UNION_CODES = ("TLĐ", "LĐLĐ", "LĐLĐVN", "CĐ", "CĐCS", "CĐN", "CĐVC", "CĐCT", "CĐGD", "CĐYT", "CĐXD", "CĐĐL", "CĐTKV")
# Signed by the organs of a union; the Party's committees have the same names, and their own form.
ORGAN_CODES = ("BCH", "BTV", "ĐCT", "ĐH", "UBKT")
PARTY_CODES = (
    *("TW", "BCT", "BBT", "VPTW", "BTCTW", "BTGTW", "BTGDVTW", "BDVTW", "UBKTTW", "BNCTW", "BKTTW", "BĐNTW", "HĐLLTW"),
    *(
        "QUTW",
        "TU",
        "ThU",
        "Th.U",
        "HU",
        "QU",
        "TXU",
        "ĐU",
        "ĐUK",
        "ĐUCA",
        "ĐUQS",
        "CB",
        "VPTU",
        "BTCTU",
        "BTGTU",
        "BDVTU",
    ),
    *("UBKTTU", "BNCTU", "BTGDVTU", "BTC", "BTG", "BDV", "BCSĐ", "ĐĐ", "TĐTN", "TWĐTN"),
)
STATE_CODES = (
    *("CP", "TTg", "HĐBT", "HĐCP", "CTN", "HĐNN", "VPCP", "VPCTN", "VPQH", "UBND", "HĐND", "ĐĐBQH", "VP", "BCĐ"),
    *("BLĐTBXH", "LĐTBXH", "BNV", "BTC", "BTP", "BCA", "BQP", "BNG", "BKHĐT", "BCT", "BGTVT", "BXD", "BTNMT", "BNNMT"),
    *("BTTTT", "BVHTTDL", "BKHCN", "BYT", "BGDĐT", "BNN", "BNNPTNT", "BDTTG", "UBDT", "TTCP", "NHNN", "KTNN"),
    *("TANDTC", "VKSNDTC", "VKSTC", "HĐTP", "TCT", "TCHQ", "TCTK", "KBNN", "BHXH", "BHXHVN", "TCTHADS", "CTK"),
    *("BTM", "BCN", "BTS", "BVHTT", "BKHCNMT", "BGD&ĐT", "BTCQG", "MTTQ", "MTTW", "UBMTTQ", "UBTWMTTQVN", "HND"),
    *("SLĐTBXH", "SNV", "STC", "STP", "SYT", "SXD", "SCT", "SGDĐT", "SGD&ĐT", "SKHĐT", "SGTVT", "STNMT", "SNN"),
    *("STTTT", "SVHTT", "SVHTTDL", "SKHCN", "SNNMT", "SDL", "PLĐTBXH", "PNV", "PGDĐT", "CAT", "CAX", "BQL", "BQLKKT"),
    *("KCB", "DP", "ATTP", "GSQL", "TXNK", "CTHN", "QLLĐNN", "HLHPN", "TTCN"),
)
# Codes that are printed before a unit in official letters although they name ministries without the "B".
LETTER_ONLY = ("TC", "NV", "YT", "GDĐT", "NHCS", "EVN")

_BY_SYSTEM = {
    NumberSystem.STATE: STATE_CODES,
    NumberSystem.PARTY: PARTY_CODES,
    NumberSystem.UNION: (*UNION_CODES, *ORGAN_CODES),
}
PRINTED_ISSUERS: dict[str, str] = {
    fold_number(code): code for codes in (*_BY_SYSTEM.values(), LETTER_ONLY) for code in codes
}
SYSTEMS_OF: dict[str, frozenset[NumberSystem]] = {
    folded: frozenset(system for system, codes in _BY_SYSTEM.items() if code in codes)
    for folded, code in PRINTED_ISSUERS.items()
}
# A number of one body and nothing else: 63/CP, 236-HĐBT, 556-TTg, 29-SL.
ALONE = frozenset({"CP", "HDBT", "HDCP", "TTG", "SL", "TTLB"})
# Offices of the State that begin like trade unions (công đoàn).
_NOT_UNIONS = frozenset({"CDBVN", "CDTND", "CDSVN", "CDKVN"})
# Behind something that looks like a type these make it another thing: HD-TV, TB-VN.
NOT_ISSUERS = frozenset({"TV", "LED", "VN", "CTY", "HN", "HCM"})


def is_union(folded: str) -> bool:
    """Whether a folded code names a trade union, whichever form the number has."""
    return folded.startswith(("LDLD", "TLD", "CD")) and folded not in _NOT_UNIONS


def is_organ(folded: str) -> bool:
    """Whether a folded code names a committee that unions and Party both have."""
    return SYSTEMS_OF.get(folded) == {NumberSystem.UNION} and not is_union(folded)


def is_party(folded: str) -> bool:
    """Whether a folded code can only be the Party's."""
    return SYSTEMS_OF.get(folded) == {NumberSystem.PARTY}


# What running text calls an issuer, folded, and the code it prints.
CODE_OF_BODY: dict[str, str] = {
    "chinh phu": "CP",
    "thu tuong chinh phu": "TTg",
    "thu tuong": "TTg",
    "quoc hoi": "QH",
    "uy ban thuong vu quoc hoi": "UBTVQH",
    "tong lien doan lao dong viet nam": "TLĐ",
    "tong lien doan": "TLĐ",
    "lien doan lao dong": "LĐLĐ",
    "ban chap hanh trung uong dang": "TW",
    "ban chap hanh trung uong": "TW",
    "bo chinh tri": "TW",
    "ban bi thu": "TW",
    "trung uong": "TW",
    "tinh uy": "TU",
    "thanh uy": "TU",
    "uy ban nhan dan": "UBND",
    "hoi dong nhan dan": "HĐND",
    "hoi dong bo truong": "HĐBT",
    "bo lao dong - thuong binh va xa hoi": "BLĐTBXH",
    "bo lao dong, thuong binh va xa hoi": "BLĐTBXH",
    "bo lao dong thuong binh va xa hoi": "BLĐTBXH",
    "bo noi vu": "BNV",
    "bo tai chinh": "BTC",
    "bo tu phap": "BTP",
    "bo y te": "BYT",
    "bo cong an": "BCA",
    "bo quoc phong": "BQP",
    "bo xay dung": "BXD",
    "bo cong thuong": "BCT",
    "bo giao duc va dao tao": "BGDĐT",
    "bo giao thong van tai": "BGTVT",
    "bo thong tin va truyen thong": "BTTTT",
    "bo khoa hoc va cong nghe": "BKHCN",
    "bo ke hoach va dau tu": "BKHĐT",
    "bo tai nguyen va moi truong": "BTNMT",
    "bo nong nghiep va moi truong": "BNNMT",
    "bo van hoa, the thao va du lich": "BVHTTDL",
    "ngan hang nha nuoc": "NHNN",
    "bao hiem xa hoi viet nam": "BHXH",
    "government": "CP",
    "prime minister": "TTg",
    "national assembly": "QH",
    "vietnam general confederation of labour": "TLĐ",
    "general confederation of labour": "TLĐ",
    "general confederation": "TLĐ",
    "politburo": "TW",
    "secretariat": "TW",
    "central committee": "TW",
    "people's committee": "UBND",
    "people's council": "HĐND",
    "ministry of labour, invalids and social affairs": "BLĐTBXH",
    "ministry of labour": "BLĐTBXH",
    "ministry of home affairs": "BNV",
    "ministry of finance": "BTC",
    "ministry of justice": "BTP",
    "ministry of health": "BYT",
    "ministry of public security": "BCA",
    "ministry of construction": "BXD",
}
