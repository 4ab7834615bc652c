"""Tiếng còi tầm: the conveyor runs through the night; at its foot one shift goes, the next one comes, a bus passes."""

from collections.abc import Callable
from math import sin
from random import Random

from PIL import Image, ImageDraw

from ...pictures.canvas.light import glow
from ...pictures.canvas.scene import Scene
from ...pictures.canvas.shape import Shape
from ...pictures.motifs.figure import Light, Outfit
from ...pictures.scenes import mine_conveyor_night as mine
from .. import sound as ambience
from ..stage import SECONDS, Camera, Stage, ease
from ..walking import Walker

SCALE = 0.9
HOME = Camera(900, 700, 1480)
START, END = (330, 720), (1490, 330)
LIGHT = Light("#ffcf8a", -60, 0.9, "#04070f", 0.6, "#0a1226", 0.35)


def layer(*parts: Callable[[Scene], None]) -> Image.Image:
    scene = Scene("siren", SCALE, is_layer=True)
    for part in parts:
        part(scene)
    return scene.image


def bus() -> Image.Image:
    """Return a lit bus, 420 units long, facing left."""
    scene = Scene("bus", SCALE, is_layer=True, width=520, height=230)
    glow(scene, 60, 170, 60, "#fff0c4", 0.8)
    body = Shape().box(46, 36, 430, 156, 24)
    scene.fill(body, "#123a74")
    scene.edge(body, "#7fb0ea", 0, 4, 1, 0.8)
    scene.fill(Shape().box(46, 130, 430, 12), "#e9dcc0")
    for n in range(6):
        scene.fill(Shape().box(86 + n * 63, 58, 52, 54, 6), "#ffd78c")
        if n % 3 != 2:
            x = 112 + n * 63
            scene.fill(Shape().ellipse(x, 84, 12, 14).box(x - 17, 97, 34, 15, 7), "#4a2a3c")
    scene.fill(Shape().ellipse(130, 194, 26).ellipse(400, 194, 26), "#060a18")
    scene.fill(Shape().ellipse(130, 194, 12).ellipse(400, 194, 12), "#4a5880")
    scene.fill(Shape().ellipse(52, 160, 8, 12), "#fff8e0")
    return scene.image


def coal(stage: Stage, t: float) -> None:
    """Draw the lumps that ride up behind the gallery's windows and fall from its head."""
    draw = ImageDraw.Draw(stage.frame)
    chance = Random("coal")
    k, left, top = stage.camera.scale, stage.camera.left, stage.camera.top

    def lump(x: float, y: float, size: float, flat: float, ink: str) -> None:
        px, py, r = (x - left) * k, (y - top) * k, size * k
        draw.ellipse((px - r, py - r * flat, px + r, py + r * flat), fill=ink)

    for n in range(150):
        share = (n / 150 + t * 0.055) % 1
        x = START[0] + (END[0] - START[0]) * share
        y = START[1] + (END[1] - START[1]) * share + 46 + chance.uniform(-4, 6)
        lump(x, y, chance.uniform(4, 9), 0.7, "#1a1420")
    for _ in range(70):
        share = (chance.random() + t * 0.9) % 1
        x = 1504 + chance.uniform(-1, 1) * (10 + 26 * share)
        lump(x, 500 + 312 * share**1.6, chance.uniform(2, 5), 1, "#080b16")


def shots() -> Callable[[float], Image.Image]:
    back = Scene("siren-sky", SCALE)
    mine.sky(back)
    town, stock, yard = layer(mine.washery), layer(mine.heap), layer(mine.yard)
    belt, head = layer(mine.gallery), layer(mine.discharge)
    dust = layer(lambda scene: scene.cloud((1230, 560, 520, 330), "#d9b08a", 0.6, (4, 3), 90))
    haze = layer(lambda scene: scene.cloud((30, 840, 1860, 280), "#e0a070", 0.5, (5, 2), 100, "haze"))
    coach = bus()
    plain = {"trousers": "#121b34", "hat": "helmet", "skin": "#84604c"}
    home_going = [
        Walker(170, Outfit(top=top, garment=garment, **plain), LIGHT, 1.6, True)
        for top, garment in (("#22365f", "vest"), ("#2a3a5a", "jacket"), ("#1d3050", "jacket"))
    ]
    coming = [
        Walker(182, Outfit(top="#1f3358", garment=garment, is_woman=woman, style=style, **plain), LIGHT, 1.6)
        for garment, woman, style in (
            ("jacket", False, "short"),
            ("vest", False, "short"),
            ("jacket", True, "tail"),
            ("vest", False, "short"),
        )
    ]

    def frame(t: float) -> Image.Image:
        share = ease(t / SECONDS)
        stage = Stage(Camera(790 + 290 * share, 862 - 36 * share, 1340 + 50 * share), HOME)
        stage.ground(back.image, SCALE, 0.25)
        stage.layer(town, SCALE, 0.8)
        stage.layer(haze, SCALE, 0.7, 0.8, dx=-50 + 9 * t)
        stage.layer(stock, SCALE, 1)
        stage.layer(belt, SCALE, 1)
        coal(stage, t)
        stage.layer(head, SCALE, 1)
        stage.layer(dust, SCALE, 1, 0.7 + 0.3 * sin(t * 2.3), dx=8 * sin(t * 0.9), dy=-3 * t)
        stage.layer(yard, SCALE, 1)
        stage.sprite(coach, SCALE, 1720 - 128 * t, 938, 1, min(1, t / 1.0 + 0.2))
        for n, walker in enumerate(home_going):
            walker.show(stage, 1240 + n * 120 - 62 * t, 1176 + n % 2 * 8)
        for n, walker in enumerate(coming):
            walker.show(stage, 40 + n * 135 + 66 * t, 1204 + n % 2 * 10, 1.06)
        stage.veil((4, 8, 20), 0.9 * (1 - ease(t / 0.9)))
        return stage.frame

    return frame


def sound() -> list[float]:
    samples = ambience.silence()
    ambience.wind(samples, 0.14, "mine", 0.2)
    ambience.siren(samples, 2.6, 4.2)
    return samples
