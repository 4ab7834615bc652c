"""Drawing a page's poster: the emblem, the organisation, what kind of thing it is, its title; 1200 x 630 pixels."""

import hashlib
from dataclasses import astuple, dataclass
from importlib.resources import files
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from cms.discovery.sharing.emblem import emblem

WIDTH, HEIGHT = SIZE = (1200, 630)
MARGIN = 72
PAPER, INK, SOFT, BLUE, RED, GOLD = "#fbfaf7", "#16213a", "#4b566b", "#0b4f9e", "#c8102e", "#e0a800"
# Sizes of the title, the first that fits is taken; and how many lines it may have.
TITLE_SIZES, MOST_LINES = (72, 62, 54, 47), 5
# Two-storey accents (Ắ Ễ Ộ) need it.
LEADING = 1.26
TITLE_TOP, TITLE_BOTTOM = 216, 508
# Quảng Ninh's horizon: karsts along the lower edge, as (x, height) of their tops and feet.
FAR = (
    (0, 26),
    (90, 34),
    (150, 74),
    (205, 40),
    (300, 52),
    (350, 104),
    (392, 96),
    (430, 38),
    (520, 30),
    (700, 26),
    (1200, 22),
)
NEAR = (
    *((0, 14), (560, 14), (640, 30), (690, 88), (724, 92), (752, 48), (800, 60), (838, 124), (872, 132), (905, 66)),
    *((950, 44), (985, 96), (1010, 102), (1040, 50), (1090, 34), (1130, 66), (1160, 70), (1200, 30)),
)
DESIGN = "1"


@dataclass(frozen=True)
class Poster:
    """What is written on it; all but the title may be ""."""

    title: str
    kind: str = ""
    organisation: str = ""
    other_name: str = ""
    note: str = ""

    @property
    def digest(self) -> str:
        return hashlib.sha256("\n".join((DESIGN, *astuple(self))).encode()).hexdigest()


def draw(poster: Poster) -> bytes:
    """Return the poster as PNG."""
    picture = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(picture)
    _draw_horizon(picture)
    pen.rectangle([0, 0, WIDTH, 12], fill=RED)
    pen.rectangle([0, 12, WIDTH, 16], fill=GOLD)
    mark = emblem(104)
    picture.paste(mark, (MARGIN, 56), mark)
    _draw_masthead(pen, poster)
    if poster.kind:
        pen.rectangle([MARGIN, 190, MARGIN + 48, 194], fill=RED)
    kind_width = _draw_label(pen, poster.kind.upper())
    _draw_title(pen, poster.title, TITLE_TOP + (12 if kind_width else -20))
    if poster.note:
        pen.text((MARGIN, HEIGHT - 30), poster.note, font=_font("SemiBold", 24), fill="white", anchor="ls")
    output = BytesIO()
    picture.quantize(128, dither=Image.Dither.NONE).save(output, "PNG", optimize=True)
    return output.getvalue()


def _draw_masthead(pen: ImageDraw.ImageDraw, poster: Poster) -> None:
    left, widest = MARGIN + 128, WIDTH - 2 * MARGIN - 128
    name = _cut(poster.organisation, _font("Bold", 32), widest)
    other = _cut(poster.other_name, _font("Medium", 22), widest)
    pen.text((left, 104 if other else 120), name, font=_font("Bold", 32), fill=INK, anchor="ls")
    pen.text((left, 140), other, font=_font("Medium", 22), fill=SOFT, anchor="ls")


def _draw_label(pen: ImageDraw.ImageDraw, text: str) -> int:
    font = _font("SemiBold", 23)
    text = _cut(text, font, WIDTH - 2 * MARGIN - 64)
    pen.text((MARGIN + (64 if text else 0), 200), text, font=font, fill=RED, anchor="ls")
    return round(font.getlength(text))


def _draw_title(pen: ImageDraw.ImageDraw, title: str, top: int) -> None:
    widest, room = WIDTH - 2 * MARGIN, TITLE_BOTTOM - top
    for size in TITLE_SIZES:
        font = _font("Bold", size)
        lines = wrap(title, font, widest)
        if len(lines) <= MOST_LINES and len(lines) * size * LEADING <= room:
            break
    else:
        most = int(room / (size * LEADING))
        lines = [*lines[: most - 1], _cut(" ".join(lines[most - 1 :]), font, widest)]
    for number, line in enumerate(lines):
        pen.text((MARGIN, top + size + number * size * LEADING), line, font=font, fill=INK, anchor="ls")


def wrap(text: str, font: ImageFont.FreeTypeFont, widest: float) -> list[str]:
    """Return the lines of a text; a word that is wider than a line is cut."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= widest:
            lines[-1] = longer
        else:
            lines.append(_cut(word, font, widest))
    return lines


def _cut(text: str, font: ImageFont.FreeTypeFont, widest: float) -> str:
    """Return the text as far as it fits, with "…" if something is missing."""
    if font.getlength(text) <= widest:
        return text
    while text and font.getlength(f"{text}…") > widest:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _draw_horizon(picture: Image.Image) -> None:
    pen = ImageDraw.Draw(picture)
    pen.ellipse([1018, 470, 1110, 562], fill="#f3c65c")
    pen.polygon(_outline(FAR), fill="#b9cbe0")
    pen.polygon(_outline(NEAR), fill="#5f86b5")
    pen.rectangle([0, HEIGHT - 76, WIDTH, HEIGHT], fill=BLUE)
    pen.rectangle([0, HEIGHT - 76, WIDTH, HEIGHT - 73], fill=GOLD)


def _outline(tops: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    ground = HEIGHT - 76
    return [(0, ground), *((x, ground - height * 3 // 5) for x, height in tops), (WIDTH, ground)]


def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    path = files("fontpkg_be_vietnam_pro") / "files" / f"BeVietnamPro-{weight}.ttf"
    return ImageFont.truetype(str(path), size)
