"""Gia nhập công đoàn: the view nears a phone; every three seconds its page shows the next of four steps."""

from collections.abc import Callable
from math import sin

from PIL import Image

from ...pictures import draw
from ...pictures.canvas.colour import ramp
from ...pictures.canvas.scene import Scene
from ...pictures.canvas.shape import Shape
from ...pictures.motifs.flag import STAR, star
from ...pictures.scenes import phone_hand
from ...pictures.scenes.phone_hand import on_screen
from .. import sound as ambience
from ..stage import SECONDS, Camera, Stage, ease

SCALE = 1.15
HOME = Camera(960, 600, 1700)
PICTURES = ("bus-shift-change", None, "meeting-round-table", "handshake-silhouette")
TINTS = ("#c8102e", "#e0a800", "#2f8a6a", "#0b4f9e")


def layer(*parts: Callable[[Scene], None]) -> Image.Image:
    scene = Scene("guide", SCALE, is_layer=True)
    for part in parts:
        part(scene)
    return scene.image


def form(scene: Scene) -> None:
    """Paint an application form with a pen over the card."""
    sheet = on_screen(Shape().box(-0.2, -0.58, 0.36, 0.46, 0.02))
    scene.fill(sheet.placed(6, 9), "#3a2f4a", 0.35, 6)
    scene.fill(sheet, "#fffdf6")
    lines = Shape().join(*(Shape().box(-0.15, -0.5 + n * 0.07, 0.26 - 0.06 * (n % 2), 0.02, 0.01) for n in range(5)))
    scene.fill(on_screen(lines), "#9fb2cc")
    pen = Shape().limb((0.22, -0.5), (0.07, -0.2), 0.05, 0.045).polygon("0.045,-0.2 0.092,-0.18 0.05,-0.13")
    scene.fill(on_screen(pen), ramp("#1d62b5", "#16213a"))


def page(step: int) -> Image.Image:
    """Return the screen's content at `step` (0 to 3): a picture, four dots of progress and the rows of the step."""
    scene = Scene("guide", SCALE, is_layer=True)
    card = on_screen(Shape().box(-0.39, -0.6, 0.78, 0.5, 0.05))
    scene.fill(card, ramp("#f9d9a0", "#e9a878"))
    name = PICTURES[step]
    if name is None:
        form(scene)
    else:
        box = scene.pixels(card, 0)
        small = draw(name, (round((box[2] - box[0]) * 0.94), round((box[3] - box[1]) * 0.86)))
        turned = small.rotate(8, Image.Resampling.BICUBIC, expand=True).resize((box[2] - box[0], box[3] - box[1]))
        scene.image.paste(turned, box[:2], scene.mask(card, box))
    for n in range(4):
        x = -0.34 + n * 0.15
        done = n <= step
        scene.fill(on_screen(Shape().ellipse(x, 0.02, 0.046)), TINTS[step] if done else "#d9dfe9")
        if n < 3:
            scene.fill(on_screen(Shape().box(x + 0.052, 0.012, 0.046, 0.016)), TINTS[step] if n < step else "#d9dfe9")
        if done and n < step:
            tick = Shape().line([(x - 0.02, 0.02), (x - 0.004, 0.037), (x + 0.024, 0)], 0.014)
            scene.fill(on_screen(tick), "#ffffff")
    scene.fill(on_screen(Shape().ellipse(-0.34 + step * 0.15, 0.02, 0.02)), "#ffffff")
    for n in range(3):
        y = 0.14 + n * 0.15
        wide = (0.66, 0.5, 0.58)[(n + step) % 3]
        scene.fill(on_screen(Shape().box(-0.35, y, wide, 0.05, 0.02)), "#5f708f" if n == 0 else "#b4c0d4")
        scene.fill(on_screen(Shape().box(-0.35, y + 0.07, wide * 0.7, 0.03, 0.012)), "#d3dae6")
    button = on_screen(Shape().box(-0.39, 0.64, 0.78, 0.16, 0.08))
    scene.fill(button, TINTS[step])
    if step == 3:
        scene.fill(star(930 + 0.71 * 60, 570 + 0.72 * 426, 26), STAR)
    else:
        arrow = Shape().line("-0.05,0.68 0.02,0.72 -0.05,0.76", 0.02).line("-0.14,0.72 0.01,0.72", 0.02)
        scene.fill(on_screen(arrow), "#ffffff")
    return scene.image


def shots() -> Callable[[float], Image.Image]:
    window = Scene("guide-window", SCALE)
    phone_hand.outside(window)
    behind = layer(phone_hand.palm, phone_hand.phone)
    before = layer(phone_hand.glare, phone_hand.fingers)
    pages = [page(step) for step in range(4)]

    def frame(t: float) -> Image.Image:
        share = ease(t / SECONDS)
        stage = Stage(Camera(990 - 60 * share, 620 - 20 * share, 1760 - 520 * share), HOME)
        stage.ground(window.image, SCALE, 0.4)
        sway, rise = 5 * sin(t * 0.9), 4 * sin(t * 1.3 + 1)
        stage.layer(behind, SCALE, 1, 1, sway, rise)
        step = min(3, int(t // 3))
        turn = ease((t - step * 3) / 0.5) if step else 1
        if step and turn < 1:
            stage.layer(pages[step - 1], SCALE, 1, 1, sway, rise)
        stage.layer(pages[step], SCALE, 1, turn, sway, rise)
        stage.layer(before, SCALE, 1, 1, sway, rise)
        stage.veil((6, 10, 28), 0.9 * (1 - ease(t / 0.8)))
        return stage.frame

    return frame


def sound() -> list[float]:
    samples = ambience.silence()
    ambience.wind(samples, 0.06, "bus", 0.2)
    for n, pitch in enumerate((523, 587, 659, 784)):
        ambience.tone(samples, 0.3 + n * 3, pitch, 0.06, 0.9)
    return samples
