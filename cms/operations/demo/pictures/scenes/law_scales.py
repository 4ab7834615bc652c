"""Brass scales on law books in a slant of window light, deep blue behind."""

from ..canvas.colour import darker, lighter, ramp
from ..canvas.light import beam, glow, shine_shape, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..motifs.headwear import helmet


def paint(scene: Scene) -> None:
    scene.background("#0b2348", "#123a70", "#0d2a54", angle=50)
    beam(scene, (-120, -80), (1500, 1100), 160, 1000, "#cfe4ff", 0.34, 50)
    columns = Shape()
    for x in (1240, 1480, 1720):
        columns.box(x, 160, 130, 900).box(x - 24, 130, 178, 34).box(x - 24, 1030, 178, 40)
    scene.fill(columns, ramp("#1f4a86", "#123260"), 0.8, 9)
    flutes = Shape().join(*(Shape().box(x + 18 + n * 26, 180, 9, 850) for x in (1240, 1480, 1720) for n in range(4)))
    scene.fill(flutes, "#0d2650", 0.6, 6)
    scene.fill(Shape().polygon("1140,130 1910,130 1525,-30"), "#173c74", 0.8, 8)
    desk = Shape().box(-20, 1040, 1960, 280)
    scene.fill(desk, ramp("#8a5232", "#4a2a26", "#26161c"))
    scene.fill(Shape().box(-20, 1036, 1960, 9), "#ffd9a0", 0.85)
    shine_shape(scene, Shape().polygon("300,1044 1200,1044 1500,1300 500,1300"), "#ffcf90", 0.22, 30)
    scene.fill(Shape().ellipse(1010, 1060, 520, 34), "#0a0f1f", 0.6, 18)
    for y, x, wide, tall, colour in (
        (1048, 620, 760, 88, "#7a1428"),
        (960, 660, 690, 76, "#16305f"),
        (884, 700, 600, 64, "#2f5f4a"),
    ):
        cover = Shape().box(x, y - tall, wide, tall, 8)
        scene.fill(cover, ramp(lighter(colour, 0.18), colour, darker(colour, 0.45)))
        pages = Shape().box(x + wide - 70, y - tall + 10, 76, tall - 20, 4)
        scene.fill(pages, ramp("#fbf2dc", "#c9b48c"))
        scene.fill(
            Shape().join(*(Shape().box(x + wide - 66, y - tall + 16 + n * 9, 70, 2) for n in range(int(tall / 9) - 3))),
            "#a8926a",
            0.7,
        )
        gilt = (
            Shape()
            .box(x + 60, y - tall, 12, tall)
            .box(x + 84, y - tall, 5, tall)
            .box(x + wide - 140, y - tall, 12, tall)
            .box(x + 180, y - tall * 0.62, wide - 400, tall * 0.24, 3)
        )
        scene.fill(gilt, ramp("#ffe09a", "#c9963a"), within=cover)
        scene.edge(cover, "#ffdcae", -2, 5, 1, 0.7)
    brass = ("#fff0b8", "#e9b84a", "#9a6a1e", "#5a3a14")
    base = Shape().blob("830,822 850,780 930,762 1070,762 1150,780 1170,822").box(824, 800, 352, 24, 10)
    post = (
        Shape()
        .polygon("984,770 990,300 1010,300 1016,770")
        .ellipse(1000, 680, 34, 26)
        .ellipse(1000, 420, 26, 20)
        .ellipse(1000, 288, 24)
        .ellipse(1000, 250, 12, 22)
    )
    tilt = 26
    left, right = (640, 352 + tilt), (1360, 352 - tilt)
    beam_bar = (
        Shape()
        .curve([left, (760, 330 + tilt), (1000, 318), (1240, 330 - tilt), right], 20)
        .ellipse(*left, 15)
        .ellipse(*right, 15)
    )
    chains, pans, inner = Shape(), Shape(), Shape()
    for x, y in (left, right):
        for dx in (-150, 0, 150):
            chains.line([(x, y), (x + dx, y + 290)], 4)
        pans.blob(
            [
                (x - 176, y + 286),
                (x + 176, y + 286),
                (x + 120, y + 344),
                (x + 40, y + 362),
                (x - 40, y + 362),
                (x - 120, y + 344),
            ]
        )
        inner.ellipse(x, y + 288, 172, 20)
    scene.fill(chains, ramp("#ffe09a", "#b9832c"))
    everything = Shape().join(base, post, beam_bar)
    scene.fill(Shape().join(everything, pans).placed(46, 22), "#050d1f", 0.4, 22)
    scene.fill(everything, ramp(*brass, angle=30))
    scene.edge(everything, "#fffbe0", 4, 5, 1, 0.9)
    scene.edge(everything, "#3a240c", -6, -5, 6, 0.55)
    scene.fill(pans, ramp(*brass, angle=20))
    scene.edge(pans, "#fffbe0", 6, 5, 1, 0.9)
    scene.fill(inner, ramp("#7a5218", "#f0c860"))
    x, y = left
    scene.fill(Shape().box(x - 92, y + 228, 190, 26, 4).box(x - 80, y + 254, 170, 28, 4), ramp("#fdf6e4", "#c9bb9c"))
    scene.fill(Shape().box(x - 92, y + 234, 190, 5).box(x - 80, y + 262, 170, 5), "#0b4f9e")
    x, y = right
    for shape, colour in helmet("side", "#f0b81c"):
        scene.fill(shape.placed(x, y + 300, 1150), ramp(lighter(colour, 0.2), colour, darker(colour, 0.3), angle=50))
    glow(scene, 1000, 290, 300, "#ffe9b0", 0.35)
    vignette(scene, "#030a1a", 0.55)
