"""Hạ Long tháng Tám: night lifts from the bay, mist drifts, a junk crosses the path of the rising sun."""

from collections.abc import Callable
from math import sin

from PIL import Image

from ...pictures.canvas.scene import Scene
from ...pictures.motifs.boats import junk
from ...pictures.motifs.water import glints, ripples, water
from ...pictures.scenes import karsts_dawn
from .. import sound as ambience
from ..stage import HEIGHT, SECONDS, WIDTH, Camera, Stage, ease

SCALE = 0.8
HOME = Camera(970, 700, 1500)


def drawn(*parts: Callable[[Scene], None], name: str = "august") -> Image.Image:
    scene = Scene(name, SCALE, is_layer=True)
    for part in parts:
        part(scene)
    return scene.image


def sky() -> Image.Image:
    scene = Scene("august-sky", SCALE)
    karsts_dawn.sky(scene)
    return scene.image


def shots() -> Callable[[float], Image.Image]:
    ground = sky()
    disc = drawn(karsts_dawn.rising_sun)
    far = drawn(karsts_dawn.far_islands)
    middle = drawn(karsts_dawn.middle_islands)
    near = drawn(karsts_dawn.near_islands)
    flock = drawn(karsts_dawn.birds)
    low_mist = drawn(lambda scene: scene.cloud((40, 730, 1840, 150), "#ffe6c4", 0.9, (5, 2), 90))
    high_mist = drawn(lambda scene: scene.cloud((40, 620, 1840, 200), "#ffdcb8", 0.8, (3, 2), 110, "high"), name="high")
    ship = Scene("junk", SCALE * 1.4, is_layer=True, width=330, height=240)
    junk(ship, 158, 218, 235, "#a8452f", "#2a2233", "#ffd79a")
    sparks = [
        drawn(lambda scene: glints(scene, 1120, 866, 1290, "#ffe7b4", 62, 90, 0.9), name=f"sparks{n}") for n in range(3)
    ]
    waves = drawn(lambda scene: ripples(scene, 866, 1300, "#2b4473", 150, 0.3))

    def frame(t: float) -> Image.Image:
        share = ease(t / SECONDS)
        stage = Stage(Camera(840 + 260 * share, 712 - 12 * share, 1500 - 60 * share), HOME)
        stage.ground(ground, SCALE, 0.15)
        stage.layer(disc, SCALE, 0.2, 0.35 + 0.65 * share, dy=70 * (1 - share))
        stage.layer(far, SCALE, 0.3)
        stage.layer(high_mist, SCALE, 0.4, 0.8, dx=-60 + 14 * t)
        stage.layer(middle, SCALE, 0.5)
        stage.layer(low_mist, SCALE, 0.6, 0.9, dx=40 - 11 * t)
        stage.layer(near, SCALE, 1)
        stage.layer(flock, SCALE, 0.45, 0.9, dx=-60 + 34 * t, dy=-9 * t + 6 * sin(t * 2))
        _mirror(stage, t)
        stage.layer(waves, SCALE, 1, 1, dx=9 * sin(t * 0.8))
        for n, image in enumerate(sparks):
            stage.layer(
                image, SCALE, 0.8, (0.3 + 0.7 * share) * max(0, sin(t * 1.7 + n * 2.1)), dx=-140 * 0.2 * (1 - share)
            )
        x, bob = 700 + 24 * t, 2.5 * sin(t * 1.5)
        stage.sprite(ship.image, SCALE * 1.4, x, 734 + bob, 0.9)
        stage.veil((24, 34, 74), 0.5 * (1 - ease(t / 8)))
        stage.veil((255, 226, 180), 0.06 * share)
        return stage.frame

    return frame


def _mirror(stage: Stage, t: float) -> None:
    """Mirror what stands above the waterline, with ripples that run."""
    line = (862 - stage.camera.top) * stage.camera.scale
    scene = Scene("august-water", 1, width=WIDTH, height=HEIGHT)
    scene.image = stage.frame
    water(scene, line, "#4f6a97", "#243a66", 0.2, 9, phase=t * 2.2)
    stage.frame = scene.image


def sound() -> list[float]:
    samples = ambience.silence()
    ambience.wind(samples, 0.12, "bay")
    for at, pitch in ((1.2, 392), (5.4, 440), (9.0, 523)):
        ambience.tone(samples, at, pitch, 0.05, 1.4)
    return samples
