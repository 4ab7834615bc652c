"""Sentences made of parts: readable Vietnamese and English with the letters, lengths and figures of real articles."""

from random import Random

PARTS = {
    "vi": {
        "who": (
            "Công đoàn cơ sở", "Ban Thường vụ", "Tổ công đoàn phân xưởng", "Liên đoàn Lao động tỉnh",
            "Đoàn viên công ty than", "Công đoàn phường", "Ủy ban kiểm tra", "Nữ công nhân dệt may",
        ),
        "does": (
            "tổ chức đối thoại định kỳ về", "khảo sát ý kiến người lao động về", "ký thỏa ước lao động tập thể về",
            "tập huấn cho cán bộ mới về", "kiến nghị người sử dụng lao động cải thiện", "tổng kết một năm thực hiện",
            "thăm hỏi và hỗ trợ đoàn viên gặp khó khăn về", "giám sát việc thực hiện",
        ),
        "what": (
            "bữa ăn ca", "nhà ở công nhân", "an toàn trong hầm lò", "tiền lương và thưởng Tết", "chăm sóc sức khỏe",
            "giờ làm thêm", "quyền của lao động nữ", "học nghề cho con đoàn viên",
        ),
        "where": (
            "tại Hạ Long", "ở Cẩm Phả", "tại Uông Bí", "ở Móng Cái", "tại đặc khu Vân Đồn", "ở Đông Triều",
            "tại Tiên Yên", "trên đảo Cô Tô",
        ),
        "result": (
            "{n} người đã tham gia", "tỷ lệ hài lòng đạt {p}%", "{n} kiến nghị được trả lời trong tháng",
            "kinh phí {n} triệu đồng được công khai", "{p}% doanh nghiệp đã cam kết bằng văn bản",
        ),
    },
    "en": {
        "who": (
            "The grassroots union", "The Standing Committee", "The workshop's union group", "The provincial federation",
            "Members at the coal company", "The ward union", "The inspection committee", "Women workers in garments",
        ),
        "does": (
            "held a regular dialogue on", "asked workers what they think about", "signed a collective agreement on",
            "trained new officers in", "asked the employer to improve", "reviewed a year of work on",
            "visited and supported members in need of", "monitored",
        ),
        "what": (
            "shift meals", "workers' housing", "safety underground", "wages and the Tết bonus", "health care",
            "overtime", "the rights of women workers", "vocational training for members' children",
        ),
        "where": (
            "in Hạ Long", "in Cẩm Phả", "in Uông Bí", "in Móng Cái", "in the Vân Đồn special zone", "in Đông Triều",
            "in Tiên Yên", "on Cô Tô island",
        ),
        "result": (
            "{n} people took part", "{p}% were satisfied", "{n} proposals were answered within the month",
            "a budget of {n} million đồng was made public", "{p}% of the employers gave their word in writing",
        ),
    },
}  # fmt: skip


class Prose:
    """Text in one language; two languages given the same seed say the same things."""

    def __init__(self, language: str, seed: str):
        self.parts = PARTS[language]
        self.random = Random(seed)

    def pick(self, part: str) -> str:
        return self.random.choice(self.parts[part])

    def statement(self) -> str:
        """Return a clause without its full stop: who does what where."""
        return f"{self.pick('who')} {self.pick('does')} {self.pick('what')} {self.pick('where')}"

    def sentence(self) -> str:
        figures = {"n": self.random.randrange(12, 980), "p": self.random.randrange(60, 99)}
        return f"{self.statement()}; {self.pick('result').format(**figures)}."

    def paragraph(self, sentences: int) -> str:
        return " ".join(self.sentence() for _ in range(sentences))
