"""Plants: round trees, palms, grass, peach branches and saplings."""

from math import cos, radians, sin

from ..canvas.colour import Colour, darker, lighter
from ..canvas.scene import Scene
from ..canvas.shape import Point, Shape, smoothed


def crown(
    scene: Scene, x: float, y: float, size: float, colour: Colour, light: Colour, side: int = 1, lumps: int = 16
) -> None:
    """Draw a leafy crown around (x, y) lit from `side`: three tiers of lumps, the brightest towards the light."""
    draw = scene.random
    for tier, share in enumerate((1, 0.8, 0.52)):
        leaves = Shape()
        for _ in range(lumps - tier * 4):
            a = radians(draw.uniform(0, 360))
            reach = size * 0.42 * draw.random() ** 0.5 * share
            cx = x + cos(a) * reach * 1.15 + side * tier * size * 0.09
            cy = y + sin(a) * reach * 0.85 - tier * size * 0.09
            leaves.ellipse(cx, cy, size * draw.uniform(0.1, 0.19) * (share * 0.6 + 0.4))
        paint = (darker(colour, 0.35), colour, light)[tier]
        scene.fill(leaves, paint, 1 if tier < 2 else 0.7, grit=0.25 * tier)


def tree(
    scene: Scene,
    x: float,
    ground: float,
    height: float,
    colour: Colour,
    light: Colour,
    trunk: Colour = "#4a3a33",
    side: int = 1,
) -> None:
    """Draw a tree standing on `ground`."""
    stem = Shape().curve(
        [(x, ground), (x + height * 0.01, ground - height * 0.3), (x - height * 0.01, ground - height * 0.6)],
        height * 0.05,
        height * 0.02,
    )
    stem.line([(x, ground - height * 0.4), (x + height * 0.14, ground - height * 0.6)], height * 0.024, height * 0.01)
    stem.line([(x, ground - height * 0.36), (x - height * 0.13, ground - height * 0.56)], height * 0.022, height * 0.01)
    scene.fill(stem, trunk)
    crown(scene, x, ground - height * 0.68, height * 0.72, colour, light, side)


def palm(x: float, ground: float, height: float, lean: float = 0.1) -> Shape:
    """Return the silhouette of a coconut palm: each frond a drooping rib with leaflets."""
    top = (x + height * lean, ground - height)
    shape = Shape().curve(
        [(x, ground), (x + height * lean * 0.3, ground - height * 0.5), top], height * 0.04, height * 0.022
    )
    for angle in (-168, -140, -112, -78, -50, -22, 8, 172):
        reach = height * 0.4
        dx, dy = cos(radians(angle)) * reach, sin(radians(angle)) * reach
        rib = smoothed(
            [top, (top[0] + dx * 0.5, top[1] + dy * 0.7), (top[0] + dx, top[1] + dy * 0.8 + reach * 0.34)], False, 7
        )
        shape.line(rib, height * 0.008, height * 0.003)
        for n, (px, py) in enumerate(rib[1:], 1):
            size = reach * 0.34 * (1 - abs(n / len(rib) - 0.45))
            for side in (-0.5, 0.35):
                shape.polygon(
                    [(px - 3, py), (px + dx / reach * size * 0.4 + side * size * 0.4, py + size), (px + 3, py)]
                )
    shape.ellipse(top[0] - height * 0.02, top[1] + height * 0.02, height * 0.024)
    return shape.ellipse(top[0] + height * 0.025, top[1] + height * 0.026, height * 0.022)


def grass(scene: Scene, points: list[Point], colour: Colour, height: float, count: int) -> None:
    """Draw blades of grass along the polyline `points`."""
    draw = scene.random
    blades = Shape()
    for _ in range(count):
        n = draw.randrange(len(points) - 1)
        share = draw.random()
        (ax, ay), (bx, by) = points[n], points[n + 1]
        x, y = ax + (bx - ax) * share, ay + (by - ay) * share + 4
        tall, lean = height * draw.uniform(0.4, 1), draw.uniform(-0.35, 0.35)
        blades.polygon([(x - height * 0.05, y), (x + tall * lean, y - tall), (x + height * 0.05, y)])
    scene.fill(blades, colour)


def blossom(
    scene: Scene, x: float, y: float, size: float, colour: Colour, angle: float = 0, is_bud: bool = False
) -> None:
    """Draw a five-petalled peach blossom, or a bud."""
    if is_bud:
        bud = Shape().ellipse(x, y, size * 0.34, size * 0.46, angle)
        scene.fill(bud, darker(colour, 0.12))
        scene.edge(bud, lighter(colour, 0.5), -size * 0.12, size * 0.12, size * 0.06, 0.8)
        return
    petals = Shape()
    for n in range(5):
        a = radians(angle + n * 72)
        petals.ellipse(x + cos(a) * size * 0.5, y + sin(a) * size * 0.5, size * 0.46, size * 0.38, angle + n * 72)
    scene.fill(petals, colour)
    scene.edge(petals, lighter(colour, 0.75), -size * 0.2, size * 0.22, size * 0.14, 0.7)
    scene.fill(Shape().ellipse(x, y, size * 0.34), darker(colour, 0.35), 0.55, size * 0.14)
    threads, tips = Shape(), Shape()
    for n in range(9):
        a = radians(angle + 20 + n * 40)
        tip = (x + cos(a) * size * 0.36, y + sin(a) * size * 0.36)
        threads.line([(x, y), tip], size * 0.025)
        tips.ellipse(*tip, size * 0.05)
    scene.fill(threads, "#fbe3d2", 0.9)
    scene.fill(tips, "#f2b632")


def sapling(scene: Scene, x: float, ground: float, height: float, colour: Colour, light: Colour) -> None:
    """Draw a young tree: a thin stem with paired leaves."""
    scene.fill(
        Shape().curve(
            [(x, ground), (x + height * 0.02, ground - height * 0.5), (x, ground - height)],
            height * 0.035,
            height * 0.014,
        ),
        "#5b4632",
    )
    leaves, lit = Shape(), Shape()
    for n in range(9):
        share = 0.32 + 0.68 * n / 8
        for side in (-1, 1):
            size = height * (0.2 - 0.1 * share)
            angle = -28 * side if side > 0 else 28
            leaf = (
                Shape()
                .blob("0,0 0.5,-0.2 1,0.04 0.5,0.16")
                .placed(x, ground - height * share, size * 1.5, angle, side < 0)
            )
            (lit if (n + (side > 0)) % 2 else leaves).join(leaf)
    scene.fill(leaves, colour)
    scene.fill(lit, light)
