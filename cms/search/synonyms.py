"""Groups of words that mean the same, as editors keep them; and those a new site begins with."""

from cms.search.models import SynonymGroup

# Vietnamese trade unions' own abbreviations, what they stand for, and the English this site says them in.
FIRST_GROUPS = (
    ("LĐLĐ", "Liên đoàn Lao động", "Federation of Labour"),
    ("TLĐ", "Tổng Liên đoàn", "TLĐLĐVN", "Tổng Liên đoàn Lao động Việt Nam", "General Confederation of Labour", "VGCL"),
    ("CĐCS", "công đoàn cơ sở", "grassroots union", "grassroots trade union"),
    ("CĐ", "công đoàn", "union", "trade union"),
    ("CĐVN", "Công đoàn Việt Nam", "Vietnam Trade Unions"),
    ("NLĐ", "người lao động", "worker", "employee"),
    ("NSDLĐ", "người sử dụng lao động", "employer"),
    ("CNLĐ", "công nhân lao động"),
    ("CNVCLĐ", "công nhân, viên chức, lao động", "CNVC-LĐ"),
    ("CBCĐ", "cán bộ công đoàn", "union officer"),
    ("ĐV", "đoàn viên", "union member"),
    ("BHXH", "bảo hiểm xã hội", "social insurance"),
    ("BHYT", "bảo hiểm y tế", "health insurance"),
    ("BHTN", "bảo hiểm thất nghiệp", "unemployment insurance"),
    ("BHTNLĐ", "bảo hiểm tai nạn lao động", "occupational accident insurance"),
    (
        "TƯLĐTT",
        "thỏa ước lao động tập thể",
        "thỏa ước tập thể",
        "collective agreement",
        "collective labour agreement",
        "CBA",
    ),
    ("ATVSLĐ", "an toàn vệ sinh lao động", "AT-VSLĐ", "occupational safety and health", "OSH"),
    ("ATLĐ", "an toàn lao động", "occupational safety", "work safety"),
    ("BHLĐ", "bảo hộ lao động", "protective equipment"),
    ("TNLĐ", "tai nạn lao động", "occupational accident", "work accident"),
    ("BNN", "bệnh nghề nghiệp", "occupational disease"),
    ("HĐLĐ", "hợp đồng lao động", "labour contract", "employment contract"),
    ("QHLĐ", "quan hệ lao động", "labour relations", "industrial relations"),
    ("BLLĐ", "Bộ luật Lao động", "Labour Code"),
    ("LLĐ", "Luật Lao động", "labour law"),
    ("KPCĐ", "kinh phí công đoàn", "union funds", "union contribution"),
    ("ĐPCĐ", "đoàn phí công đoàn", "union dues"),
    ("UBKT", "ủy ban kiểm tra", "inspection committee"),
    ("BCH", "Ban Chấp hành", "Executive Committee"),
    ("BTV", "Ban Thường vụ", "Standing Committee"),
    ("ĐHCĐ", "đại hội công đoàn", "union congress"),
    ("HĐND", "Hội đồng nhân dân", "People's Council"),
    ("UBND", "Ủy ban nhân dân", "People's Committee"),
    ("QH", "Quốc hội", "National Assembly"),
    ("NĐ", "nghị định", "decree"),
    ("NQ", "nghị quyết", "resolution"),
    ("QĐ", "quyết định", "decision"),
    ("TT", "thông tư", "circular"),
    ("KCN", "khu công nghiệp", "industrial zone", "industrial park"),
    ("DN", "doanh nghiệp", "enterprise"),
    ("QCDC", "quy chế dân chủ", "grassroots democracy"),
    ("TNCN", "thu nhập cá nhân", "personal income"),
    ("làm thêm giờ", "tăng ca", "overtime"),
    ("chậm trả lương", "nợ lương", "chậm lương", "unpaid wages", "late payment of wages"),
    ("nghỉ phép năm", "nghỉ hằng năm", "phép năm", "annual leave"),
    ("nghỉ thai sản", "nghỉ sinh", "maternity leave"),
    ("tiền lương", "wage", "salary"),
    ("sa thải", "đuổi việc", "dismissal", "fired", "sacked"),
    ("Quảng Ninh", "Quangninh"),
    ("Hạ Long", "Halong"),
    ("labour", "labor"),
    ("CMND", "CCCD", "căn cước công dân"),
)


def synonym_groups() -> list[list[str]]:
    """Return the groups, each a list of phrases; one query."""
    return [
        [line.strip() for line in phrases.splitlines() if line.strip()]
        for phrases in SynonymGroup.objects.order_by("pk").values_list("phrases", flat=True)
    ]
