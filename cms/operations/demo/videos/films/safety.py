"""An toàn trước ca: along a shelf of helmets the lamps come on; miners pass; at the end the drift stands open."""

from collections.abc import Callable

from PIL import Image

from ...pictures.canvas.colour import ramp
from ...pictures.canvas.light import glow
from ...pictures.canvas.scene import Scene
from ...pictures.canvas.shape import Shape, arc
from ...pictures.motifs.figure import Light, Outfit, paint_figure
from ...pictures.motifs.helmet import big_helmet
from ...pictures.motifs.poses import STANDING
from ...pictures.scenes import helmets_row
from .. import sound as ambience
from ..stage import SECONDS, Camera, Stage, ease
from ..walking import Walker

SCALE, WIDE = 0.85, 3300
HOME = Camera(800, 560, 1500)
DOOR = 2480
COLOURS = ("#e9b21c", "#c8102e", "#f2efe6", "#1d62b5", "#e9b21c", "#e2701d", "#f2efe6", "#e9b21c")
SPOTS = [(330 + n * 265, COLOURS[n]) for n in range(8)]


def wall() -> Image.Image:
    """Paint the planks, the shelf, and a doorway into the lit drift."""
    scene = Scene("safety-wall", SCALE, width=WIDE, height=1280)
    helmets_row.wall(scene)
    middle = DOOR + 360
    rings = (
        (420, 1300, "#4a3226", "#2a1c1c"),
        (360, 1180, "#2b2530", "#161521"),
        (290, 1060, "#57402f", "#2a2024"),
        (222, 970, "#8f6238", "#4a3428"),
        (160, 905, "#e0a055", "#a87444"),
    )
    for depth, (side, low, top, foot) in enumerate(rings):
        y = 650 - depth * 8
        rim = arc(middle, y, side, side * 1.05, 180, 360, 30)
        arch = Shape().polygon([*rim, (middle + side, low), (middle - side, low)])
        scene.fill(arch, ramp(top, foot))
        scene.edge(arch, "#ffcf8a", 0, 7, 3, 0.3 + depth * 0.12)
    floor = Shape().polygon([(middle - 420, 1300), (middle - 160, 900), (middle + 160, 900), (middle + 420, 1300)])
    scene.fill(floor, ramp("#d9985a", "#5a3a2c", "#1f1820"))
    rails = Shape()
    for way in (-1, 1):
        foot = middle + way * 190
        rails.polygon([(middle + way * 52, 900), (middle + way * 58, 900), (foot + way * 34, 1300), (foot, 1300)])
    scene.fill(rails, "#ffdca0", 0.8)
    glow(scene, middle, 660, 620, "#ffb661", 0.75)
    glow(scene, middle, 640, 170, "#fff3d0", 0.8)
    back_lit = Light("#ffdf9e", -90, 1, "#0a0a14", 0.7, "#1a1420", 0.4)
    for x, y, tall in ((middle - 64, 925, 235), (middle + 60, 945, 255)):
        wear = Outfit(top="#22365f", trousers="#141c30", hat="helmet", garment="vest", skin="#8a6650")
        joints = paint_figure(scene, x, y, tall, STANDING, wear, back_lit)
        glow(scene, joints.head[0], joints.head[1] - tall * 0.05, 90, "#fff0c4", 0.9)
    return scene.image


def shelf() -> Image.Image:
    scene = Scene("safety-shelf", SCALE, is_layer=True, width=WIDE, height=1280)
    board = Shape().box(60, 700, DOOR - 190, 40, 6)
    scene.fill(board.placed(14, 24), "#0d1c2c", 0.5, 14)
    scene.fill(board, ramp("#b98550", "#8a5a36"))
    scene.edge(board, "#ffdca4", 0, 5, 0, 0.8)
    for x, colour in SPOTS:
        scene.fill(Shape().ellipse(x + 40, 600, 120, 130), "#0c1a2a", 0.4, 26)
        scene.fill(Shape().ellipse(x + 8, 702, 112, 13), "#2b1a14", 0.6, 6)
        big_helmet(scene, x, 672, 232, colour)
    boots, soles = Shape(), Shape()
    for x, _ in SPOTS:
        for dx in (-46, 34):
            boots.blob(
                [
                    (x + dx - 34, 800),
                    (x + dx + 26, 800),
                    (x + dx + 26, 890),
                    (x + dx + 70, 914),
                    (x + dx + 74, 940),
                    (x + dx - 36, 940),
                ],
                steps=4,
            )
            soles.box(x + dx - 38, 934, 116, 16, 5)
    low = Shape().box(60, 948, DOOR - 190, 44, 6)
    scene.fill(low, ramp("#a87445", "#6b4630"))
    scene.edge(low, "#ffdca4", 0, 5, 0, 0.7)
    scene.fill(boots, ramp("#3a4258", "#141a2a"))
    scene.edge(boots, "#bcd0e6", -5, 4, 1, 0.5)
    scene.fill(soles, "#0c101c")
    return scene.image


def lamp() -> Image.Image:
    """Return the light of one burning lamp, 520 units wide."""
    scene = Scene("safety-lamp", 0.5, is_layer=True, width=520, height=520)
    glow(scene, 260, 260, 210, "#ffdf9a", 0.5, 3)
    glow(scene, 260, 260, 46, "#fffbe8", 1, 1.2)
    return scene.image


def shots() -> Callable[[float], Image.Image]:
    back, front, light = wall(), shelf(), lamp()
    dark = Light("#ffd79a", -30, 1, "#04070f", 0.7, "#0a1426", 0.55)
    plain = {"trousers": "#121c34", "hat": "helmet", "skin": "#7d5a48"}
    miners = [
        Walker(1050, Outfit(top="#1f3a66", garment="vest", **plain), dark, 0.7),
        Walker(1010, Outfit(top="#24406a", hat_colour="#f2efe6", **plain), dark, 0.7),
    ]

    def frame(t: float) -> Image.Image:
        share = ease(t / SECONDS)
        stage = Stage(Camera(820 + 1560 * share, 640, 1420), HOME)
        stage.ground(back, SCALE, 0.94)
        stage.layer(front, SCALE, 1)
        for n, (x, _) in enumerate(SPOTS):
            on = ease((t - 0.6 - n * 1.05) / 0.5)
            stage.sprite(light, 0.5, x - 260, 672 - 232 * 0.14 - 260, 1, on)
        for n, walker in enumerate(miners):
            walker.show(stage, -260 - n * 800 + 300 * t, 1390 + 20 * n, 1.0, 0.97)
        stage.veil((6, 12, 26), 0.9 * (1 - ease(t / 0.8)))
        return stage.frame

    return frame


def sound() -> list[float]:
    samples = ambience.silence()
    ambience.wind(samples, 0.07, "room", 0.2)
    for n in range(8):
        ambience.tone(samples, 0.7 + n * 1.05, 660 + 30 * (n % 3), 0.035, 0.5)
    return samples
