"""The demonstration PDFs of laws and handbooks: every page says that it is not the official text."""

from importlib.resources import files

from fpdf import FPDF

NOTICE = {
    "vi": "BẢN MINH HỌA – không phải văn bản chính thức. Tra cứu bản chính tại cơ quan ban hành.",
    "en": "DEMONSTRATION COPY – not the official text. Consult the issuing body for the official one.",
}
INK, BLUE, RED = (22, 33, 58), (11, 79, 158), (200, 16, 46)
FAMILY = "Be Vietnam Pro"


class DemonstrationPdf(FPDF):
    """An A4 letter page with the notice at its head and foot."""

    def __init__(self, language: str):
        super().__init__(format="A4")
        self.notice = NOTICE[language]
        fonts = files("fontpkg_be_vietnam_pro") / "files"
        self.add_font(FAMILY, "", str(fonts / "BeVietnamPro-Regular.ttf"))
        self.add_font(FAMILY, "B", str(fonts / "BeVietnamPro-SemiBold.ttf"))
        self.set_margins(25, 25, 20)
        self.set_auto_page_break(True, margin=25)
        self.set_lang(language)

    def header(self):
        self._notice_at(10)

    def footer(self):
        self._notice_at(-16)

    def _notice_at(self, y: float):
        self.set_y(y)
        self.set_font(FAMILY, "B", 8)
        self.set_text_color(*RED)
        self.cell(0, 6, self.notice, align="C")
        self.set_y(25)

    def block(self, words: str, *, size: float = 11, bold: bool = False, color=INK, align: str = "L", space: float = 3):
        """Add one paragraph."""
        self.set_font(FAMILY, "B" if bold else "", size)
        self.set_text_color(*color)
        self.multi_cell(0, size * 0.55, words, align=align, new_x="LMARGIN", new_y="NEXT")
        self.ln(space)


def demonstration_pdf(
    *, language: str, above: str, number: str, title: str, facts: list[str], paragraphs: list[str]
) -> bytes:
    """Return a one- or two-page PDF: issuer, number, title, facts one a line, text."""
    pdf = DemonstrationPdf(language)
    pdf.set_title(f"{number} – {title}" if number else title)
    pdf.add_page()
    pdf.block(above.upper(), size=10, bold=True, color=BLUE, align="C")
    if number:
        pdf.block(number, size=12, align="C", space=6)
    pdf.block(title, size=18, bold=True, align="C", space=8)
    for fact in facts:
        pdf.block(fact, size=10, space=1)
    pdf.ln(5)
    for paragraph in paragraphs:
        pdf.block(paragraph, space=4)
    return bytes(pdf.output())
