"""A hand holds a phone with the service open; beyond the bus window the lights of the port."""

from ..canvas.colour import mix, ramp
from ..canvas.light import bokeh, glow, shine_shape, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape

SKIN, SHADE = "#d99f7a", "#9a5f4a"


def on_screen(shape: Shape) -> Shape:
    """Return `shape`, drawn on a screen from (-0.5, -1) to (0.5, 1), in the place of the phone."""
    return shape.placed(930, 570, 430, -8)


def outside(scene: Scene) -> None:
    """Paint the bus window with the lights beyond it."""
    scene.background("#101c3f", "#233a72", "#5a4a86", "#c87a6a", at=(0, 0.4, 0.68, 0.9))
    bokeh(scene, (0, 420, 1920, 640), ("#ffc46a", "#ff8a5a", "#8fc4ff", "#fff0cf", "#ff5f6a"), 44, (20, 86), 0.5)
    streak = Shape()
    for _ in range(70):
        x, y = scene.random.uniform(0, 1920), scene.random.uniform(0, 1100)
        streak.ellipse(x, y, scene.random.uniform(2, 7), scene.random.uniform(3, 10))
    scene.fill(streak, "#dfeaff", 0.4)
    pillar = (
        Shape()
        .polygon("-20,-20 250,-20 180,1320 -20,1320")
        .polygon("-20,1090 1940,1150 1940,1320 -20,1320")
        .polygon("1780,-20 1940,-20 1940,1320 1830,1320")
    )
    scene.fill(pillar, ramp("#0c1636", "#070d24"))
    scene.edge(pillar, "#7a8fd0", -5, 5, 3, 0.5)
    glow(scene, 960, 600, 900, "#8fb8ff", 0.5)


def palm(scene: Scene) -> None:
    """Paint what of the hand lies behind the phone."""
    arm = Shape().blob("1130,1010 1260,960 1420,1060 1760,1330 1250,1400 1010,1200")
    scene.fill(arm, ramp("#2f5fa8", "#16305f", angle=40))
    hand = Shape().blob(
        "700,760 760,690 900,640 1120,640 1240,720 1290,860 1280,980 1340,1090 1240,1200 1060,1200 "
        "920,1080 780,990 710,890"
    )
    scene.fill(hand, ramp(SHADE, SKIN, SHADE, angle=20))


def phone(scene: Scene) -> None:
    """Paint the phone with the head of the page on its screen."""
    body = Shape().box(-0.5, -1.04, 1, 2.08, 0.13).placed(930, 570, 430, -8)
    scene.fill(body.placed(26, 34), "#050a1e", 0.55, 22)
    scene.fill(body, ramp("#3a4560", "#141a2c", angle=20))
    scene.edge(body, "#cfe0ff", 4, 5, 0, 0.9)
    glass = on_screen(Shape().box(-0.455, -0.995, 0.91, 1.99, 0.1))
    scene.fill(glass, ramp("#ffffff", "#fbfaf7", "#e9eef6"))
    head = on_screen(Shape().box(-0.46, -1, 0.92, 0.34))
    scene.fill(head, ramp("#1d62b5", "#0b4f9e"), within=glass)
    scene.fill(on_screen(Shape().ellipse(-0.33, -0.79, 0.075)), "#fbfaf7")
    scene.fill(on_screen(Shape().box(-0.22, -0.84, 0.46, 0.045, 0.02).box(-0.22, -0.765, 0.3, 0.035, 0.017)), "#d9e6f6")


def page(scene: Scene) -> None:
    """Paint a card with a picture and three rows of the service."""
    card = on_screen(Shape().box(-0.39, -0.6, 0.78, 0.5, 0.05))
    scene.fill(card, ramp("#f9c88a", "#f0906a", "#7a6aa8"))
    hills = on_screen(
        Shape().blob(
            "-0.45,0 -0.36,-0.28 -0.26,-0.4 -0.16,-0.26 0,-0.22 0.12,-0.36 0.2,-0.42 0.3,-0.26 0.46,-0.2 0.46,0"
        )
    )
    scene.fill(hills, "#34508a", within=card)
    scene.fill(on_screen(Shape().ellipse(0.02, -0.34, 0.07)), "#fff3d0")
    for n in range(3):
        y = 0.0 + n * 0.2
        scene.fill(on_screen(Shape().box(-0.39, y - 0.04, 0.78, 0.165, 0.04)), "#ffffff")
        scene.fill(on_screen(Shape().box(-0.36, y - 0.015, 0.115, 0.115, 0.03)), ("#c8102e", "#e0a800", "#2f8a6a")[n])
        scene.fill(
            on_screen(
                Shape().box(-0.2, y, 0.44 - n * 0.08, 0.035, 0.015).box(-0.2, y + 0.06, 0.3 + n * 0.04, 0.025, 0.012)
            ),
            "#8a97b0",
        )
    scene.fill(on_screen(Shape().box(-0.39, 0.64, 0.78, 0.16, 0.08)), ramp("#1d62b5", "#0b4f9e"))
    scene.fill(on_screen(Shape().box(-0.16, 0.705, 0.32, 0.035, 0.016)), "#ffffff")
    scene.fill(on_screen(Shape().join(*(Shape().ellipse(-0.3 + n * 0.2, 0.9, 0.035) for n in range(4)))), "#b4c0d4")


def glare(scene: Scene) -> None:
    """Lay the reflection over the screen and its light around it."""
    shine_shape(scene, on_screen(Shape().polygon("-0.46,-1 0.1,-1 -0.3,1 -0.46,1")), "#ffffff", 0.16, 8)
    glow(scene, 930, 570, 620, "#cfe0ff", 0.32)


def fingers(scene: Scene) -> None:
    """Paint what of the hand lies before the phone."""
    for n, (x, y, reach) in enumerate(((1238, 500, 1120), (1246, 600, 1140), (1240, 700, 1140), (1216, 796, 1130))):
        tip = (reach - 6 + n * 2, y + 34)
        middle = (x + 26, y + 40)
        finger = Shape().limb((x + 6, y + 150), middle, 92, 86).limb(middle, tip, 84, 62)
        scene.fill(finger.placed(-6, 10), "#050a1e", 0.3, 8)
        scene.fill(finger, ramp(SKIN, mix(SKIN, SHADE, 0.5), angle=0))
        scene.edge(finger, "#ffe6d4", 6, 7, 3, 0.55)
        scene.edge(finger, SHADE, -4, -10, 8, 0.6)
        scene.fill(Shape().ellipse(tip[0] - 4, tip[1] - 6, 19, 15, -8), "#f3c8ac", 0.9)
    thumb = Shape().limb((740, 960), (678, 800), 128, 104).limb((678, 800), (742, 660), 100, 76)
    scene.fill(thumb.placed(8, 12), "#050a1e", 0.3, 10)
    scene.fill(thumb, ramp(mix(SKIN, "#fff0e0", 0.15), mix(SKIN, SHADE, 0.55)))
    scene.edge(thumb, "#ffe6d4", -6, 8, 4, 0.6)
    scene.edge(thumb, SHADE, 8, -6, 12, 0.45)
    scene.fill(Shape().ellipse(752, 656, 24, 33, 26), "#f6d0b6", 0.9)
    heel = Shape().blob("690,900 790,930 950,1060 1130,1120 1300,1030 1420,1120 1330,1290 1080,1290 850,1130 720,1020")
    scene.fill(heel, ramp(mix(SKIN, SHADE, 0.25), SHADE))
    scene.edge(heel, "#ffd9bc", -3, 8, 4, 0.5)
    cuff = Shape().polygon("1060,1210 1380,1050 1450,1120 1120,1310")
    scene.fill(cuff, ramp("#f4f0e6", "#a8a4b4"))
    scene.fill(Shape().polygon("1090,1290 1440,1110 1960,1330 1960,1400 1060,1400"), ramp("#24569e", "#0f2858"))


def paint(scene: Scene) -> None:
    for part in (outside, palm, phone, page, glare, fingers):
        part(scene)
    vignette(scene, "#040818", 0.45)
