"""Evening at the workers' block: each lit room another small story, washing on the galleries."""

from ..canvas.colour import darker, lighter, mix, ramp
from ..canvas.light import glow, lamp, shine_shape, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..canvas.weather import stars
from ..motifs import poses
from ..motifs.figure import Light, Outfit, paint_figure, silhouette
from ..motifs.plants import crown, palm
from ..motifs.sky import streaks


def paint(scene: Scene) -> None:
    draw = scene.random
    scene.background("#1a2a5a", "#5a5a92", "#d98a7a", "#f7bd86", at=(0, 0.4, 0.75, 0.95))
    stars(scene, 260, 50)
    streaks(scene, (0, 60, 1920, 260), "#f0a08c", 6, 0.4, 6)
    block = Shape().polygon("240,1120 240,190 1690,130 1690,1120")
    scene.fill(block, ramp("#3f4f86", "#6b5f8a", "#8a6a80"))
    rooms = ("#ffd68a", "#ffc46a", "#fbe3ae", "#8fb8e0", "#ff9f6a", "#2d3866", "#ffdf9e", "#2d3866")
    people = (poses.STANDING, poses.RELAXED, poses.STANDING_SIDE, poses.ARMS_CROSSED)
    for floor in range(5):
        for column in range(8):
            x, w = 264 + column * 176, 160
            top = 236 + floor * 178 - (column * 7 * (4 - floor) / 4)
            glass = draw.choice(rooms)
            room = Shape().box(x, top, w, 124)
            scene.fill(room, ramp(lighter(glass, 0.18), glass, darker(glass, 0.16)))
            if glass != "#2d3866":
                shine_shape(scene, room, glass, 0.3, 26)
                kind = draw.randrange(5)
                if kind < 2:
                    px = x + draw.uniform(40, 110)
                    scene.fill(
                        silhouette(
                            draw.choice(people),
                            Outfit(is_woman=kind == 1, style="tail" if kind else "short"),
                            px,
                            top + 136,
                            116,
                        ),
                        mix("#4a2a48", glass, 0.15),
                    )
                elif kind == 2:
                    scene.fill(
                        Shape()
                        .box(x + 20, top + 76, 80, 48)
                        .box(x + 20, top + 60, 80, 8)
                        .box(x + 20, top + 30, 6, 94)
                        .box(x + 94, top + 30, 6, 94),
                        mix("#5a3a4a", glass, 0.2),
                    )
                elif kind == 3:
                    scene.fill(
                        Shape().polygon([(x, top), (x + 62, top), (x + 48, top + 124), (x, top + 124)]),
                        mix("#c8506a", glass, 0.3),
                    )
                else:
                    scene.fill(
                        Shape()
                        .line([(x + 100, top), (x + 100, top + 26)], 3)
                        .polygon([(x + 78, top + 44), (x + 122, top + 44), (x + 110, top + 24), (x + 90, top + 24)]),
                        "#7a3a3a",
                    )
            scene.fill(Shape().box(x + w - 36, top, 4, 124).box(x - 8, top - 4, 8, 136), "#3a3f74")
        y = 360 + floor * 178
        slab = Shape().polygon(
            [(214, y), (1716, y - 60 * (4 - floor) / 4), (1716, y + 22 - 60 * (4 - floor) / 4), (214, y + 22)]
        )
        slope = -60 * (4 - floor) / 4 / 1502
        rails = Shape()
        for n in range(76):
            px = 224 + n * 20
            rails.line([(px, y + (px - 214) * slope), (px, y - 46 + (px - 214) * slope)], 2.4)
        rails.line([(214, y - 46), (1716, y - 46 + 1502 * slope)], 6)
        scene.fill(rails, "#262c58", 0.9)
        scene.fill(slab, ramp("#8a7fae", "#4a4a80"))
        for _ in range(6):
            px = draw.uniform(280, 1600)
            py = y - 104 + (px - 214) * slope
            tint = draw.choice(("#c8102e", "#0b4f9e", "#f2efe6", "#e9b21c", "#3f8a6a", "#f2a0a0"))
            wear = Shape().polygon(
                [
                    (px, py),
                    (px + 40, py),
                    (px + 56, py + 16),
                    (px + 46, py + 26),
                    (px + 38, py + 18),
                    (px + 38, py + 56),
                    (px + 2, py + 56),
                    (px + 2, py + 18),
                    (px - 6, py + 26),
                    (px - 16, py + 16),
                ]
            )
            scene.fill(wear, mix(tint, "#5a5a92", 0.25))
        scene.fill(Shape().line([(230, y - 104), (1700, y - 104 + 1470 * slope)], 2), "#262c58", 0.7)
    scene.fill(Shape().polygon("214,196 1716,128 1716,96 214,164"), "#2a2f60")
    tank = Shape().box(420, 54, 130, 90, 20).box(600, 46, 130, 90, 20)
    tank.box(436, 140, 10, 30).box(524, 140, 10, 26).box(616, 132, 10, 30).box(704, 132, 10, 26)
    scene.fill(tank, ramp("#a8b4d0", "#4a5488", angle=0))
    yard = Shape().polygon("-20,1104 1940,1104 1940,1320 -20,1320")
    scene.fill(yard, ramp("#5a4a70", "#241f42"))
    for x in (130, 1790):
        scene.fill(Shape().line([(x, 1150), (x, 760), (x + (60 if x < 900 else -60), 730)], 10), "#1a1d40")
        lamp(scene, x + (66 if x < 900 else -66), 738, 9)
        glow(scene, x, 1170, 330, "#ffc476", 0.6, 1.8, 0.2)
    crown(scene, 90, 880, 330, "#23406a", "#4a6a8a", 1)
    scene.fill(palm(1860, 1180, 560, -0.1), "#161a3c")
    warm = Light("#ffcf96", -80, 0.9, "#12122e", 0.45, "#2a2450", 0.18)
    paint_figure(scene, 700, 1236, 250, poses.STROLLING, Outfit(top="#0b4f9e", hat="helmet"), warm)
    paint_figure(scene, 820, 1244, 240, poses.WALKING, Outfit(top="#c8102e", is_woman=True, style="tail"), warm)
    paint_figure(scene, 1240, 1230, 236, poses.WAVING, Outfit(top="#e9b21c", is_short_sleeved=True), warm)
    for x in (1420, 1490, 1560):
        bike = (
            Shape()
            .ellipse(x - 34, 1190, 34)
            .ellipse(x - 34, 1190, 27, 27, cut=True)
            .ellipse(x + 44, 1190, 34)
            .ellipse(x + 44, 1190, 27, 27, cut=True)
        )
        bike.line([(x - 34, 1190), (x - 6, 1140), (x + 34, 1136), (x + 44, 1190)], 6).line(
            [(x + 30, 1116), (x + 50, 1112)], 6
        ).line([(x - 22, 1128), (x + 4, 1128)], 9).line([(x - 6, 1140), (x + 8, 1190), (x + 34, 1136)], 5)
        scene.fill(bike, "#14163a")
    vignette(scene, "#0c0f2c", 0.5)
