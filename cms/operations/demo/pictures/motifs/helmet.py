"""A miner's helmet close up, with ribs, brim and lamp."""

from ..canvas.colour import Colour, darker, lighter, mix, ramp
from ..canvas.scene import Scene
from ..canvas.shape import Shape, arc


def big_helmet(
    scene: Scene, x: float, y: float, size: float, colour: Colour, light: Colour = "#fff2cf", has_lamp: bool = True
) -> None:
    """Draw a helmet of width `size` in three-quarter view, its brim's middle at (x, y), lit from the upper left."""

    def put(shape: Shape) -> Shape:
        return shape.placed(x, y, size)

    inside = Shape().blob("-0.44,-0.03 -0.2,0.06 0.16,0.08 0.42,0.02 0.2,-0.02 -0.2,-0.03")
    scene.fill(put(inside), darker(colour, 0.75))
    dome = Shape().polygon([*arc(0, -0.02, 0.43, 0.5, 176, 364, 40), (0.3, 0.05), (0, 0.07), (-0.3, 0.04)])
    scene.fill(put(dome), ramp(lighter(colour, 0.34), colour, darker(colour, 0.4), angle=52))
    scene.edge(put(dome), mix(colour, "#140d1e", 0.62), size * 0.11, size * 0.02, size * 0.09, 0.6, grit=0.4)
    for shift in (-0.17, 0.17):
        rib = Shape().curve(
            [(shift * 1.2, 0.0), (shift * 1.2, -0.22), (shift * 0.9, -0.4), (shift * 0.5, -0.5)], 0.035, 0.02
        )
        scene.fill(put(rib), lighter(colour, 0.18), 0.75)
        scene.edge(put(rib), darker(colour, 0.45), -size * 0.012, 0, size * 0.006, 0.7)
    crest = Shape().blob("-0.055,-0.02 -0.06,-0.3 -0.05,-0.5 0,-0.545 0.05,-0.5 0.06,-0.3 0.055,-0.02")
    scene.fill(put(crest), ramp(lighter(colour, 0.5), lighter(colour, 0.1), darker(colour, 0.25)))
    scene.edge(put(crest), darker(colour, 0.5), -size * 0.018, 0, size * 0.008, 0.6)
    brim = Shape().blob(
        "-0.52,0.02 -0.4,-0.05 -0.2,-0.015 0.05,0 0.3,-0.02 0.46,-0.05 0.53,0 0.4,0.08 0.15,0.125 "
        "-0.1,0.125 -0.36,0.085"
    )
    scene.fill(put(brim), ramp(lighter(colour, 0.22), colour, darker(colour, 0.42), angle=40))
    scene.edge(put(brim), light, size * 0.006, size * 0.012, 0, 0.75)
    scene.edge(put(brim), mix(colour, "#140d1e", 0.6), -size * 0.01, -size * 0.03, size * 0.02, 0.6)
    shine = Shape().blob("-0.3,-0.14 -0.33,-0.26 -0.24,-0.4 -0.14,-0.455 -0.2,-0.34 -0.25,-0.22")
    scene.fill(put(shine), light, 0.8, size * 0.012)
    scene.edge(put(dome), light, size * 0.006, size * 0.008, 0, 0.7)
    if has_lamp:
        mount = Shape().box(-0.085, -0.21, 0.17, 0.16, 0.03)
        scene.fill(put(mount), ramp("#3a4256", "#161b29"))
        scene.fill(put(Shape().ellipse(0, -0.14, 0.085)), ramp("#59627a", "#1b2130", angle=50))
        scene.fill(put(Shape().ellipse(0, -0.14, 0.062)), ramp("#fffbe8", "#ffdf91"))
        scene.edge(put(Shape().ellipse(0, -0.14, 0.085)), light, size * 0.006, size * 0.006, 0, 0.8)
        cable = Shape().curve("0.05,-0.2 0.16,-0.34 0.34,-0.3 0.43,-0.08", 0.016)
        scene.fill(put(cable), "#171c2a")
