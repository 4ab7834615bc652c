"""Eight helmets hang on a plank wall in the slanting light of a window."""

from ..canvas.colour import ramp
from ..canvas.light import glow, shine_shape, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..motifs.helmet import big_helmet


def wall(scene: Scene) -> None:
    """Paint the planks in slanting light, as wide as the scene."""
    wide = scene.width
    boards = Shape().box(-10, -10, wide + 20, 1300)
    scene.fill(boards, ramp("#5d7f93", "#33546e", "#203850", angle=30))
    planks = Shape()
    for n in range(wide // 186 + 1):
        planks.box(n * 186 - 40, 0, 4, 1290)
    scene.fill(planks, "#16293d", 0.55)
    grainy = Shape()
    for _ in range(wide // 13):
        x, y = scene.random.uniform(0, wide), scene.random.uniform(0, 1280)
        grainy.line([(x, y), (x + scene.random.uniform(-2, 2), y + scene.random.uniform(60, 240))], 1.6)
    scene.fill(grainy, "#1a3046", 0.35)
    for n in range(wide // 420):
        x = 90 + n * 420
        pane = Shape().polygon([(x, -10), (x + 250, -10), (x + 780, 1300), (x + 470, 1300)])
        shine_shape(scene, pane, "#ffcf8a", 0.26, 10)


def shelf(scene: Scene, y: float) -> None:
    """Paint a shelf whose board lies at `y`, as wide as the scene."""
    scene.fill(Shape().box(-20, y - 30, scene.width + 40, 60).placed(14, 26), "#0d1c2c", 0.5, 14)
    board = Shape().box(-20, y - 30, scene.width + 40, 46)
    scene.fill(board, ramp("#b98550", "#8a5a36"))
    scene.edge(board, "#ffdca4", 0, 5, 0, 0.8)
    scene.fill(Shape().box(-20, y + 10, scene.width + 40, 8), "#4d2f22", 0.8)


def helmet_on(scene: Scene, x: float, y: float, colour: str, is_lit: bool) -> None:
    """Paint a helmet standing on a shelf at (x, y)."""
    scene.fill(Shape().ellipse(x + 60, y - 90, 200, 210), "#0c1a2a", 0.45, 34)
    scene.fill(Shape().ellipse(x + 14, y + 20, 190, 22), "#2b1a14", 0.6, 9)
    big_helmet(scene, x, y - 26, 390, colour)
    glow(scene, x, y - 26 - 390 * 0.14, 170 if is_lit else 80, "#ffe6a8", 0.75)


def paint(scene: Scene) -> None:
    wall(scene)
    shelf(scene, 560)
    shelf(scene, 1120)
    colours = (("#e9b21c", "#c8102e", "#f2efe6", "#1d62b5"), ("#f2efe6", "#e9b21c", "#e2701d", "#e9b21c"))
    for line, y in enumerate((520, 1080)):
        for n in range(4):
            x = 240 + n * 480
            helmet_on(scene, x, y, colours[line][n], (n + line) % 3 == 0)
    vignette(scene, "#0a1420", 0.5)
