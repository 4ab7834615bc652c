"""Soft ambience as samples: wind, bells, a distant siren, drops of water; seeded, standard library only."""

import array
import wave
from math import exp, pi, sin
from pathlib import Path
from random import Random

from .stage import SECONDS

PITCH = 22050


def silence() -> list[float]:
    return [0.0] * (PITCH * SECONDS)


def wind(samples: list[float], level: float = 0.1, seed: str = "wind", swell: float = 0.35) -> None:
    """Add wind: noise through two slow filters, swelling and falling."""
    draw = Random(seed)
    low = slow = 0.0
    for n in range(len(samples)):
        low += 0.045 * (draw.uniform(-1, 1) - low)
        slow += 0.2 * (low - slow)
        t = n / PITCH
        gust = 1 - swell + swell * (sin(2 * pi * t / 7.3) * 0.6 + sin(2 * pi * t / 3.1 + 1) * 0.4)
        samples[n] += slow * level * 6 * gust


def tone(
    samples: list[float], at: float, pitch: float, level: float, decay: float, partials: tuple = (1, 2.76, 5.4)
) -> None:
    """Add a bell struck at second `at`."""
    start = int(at * PITCH)
    for n in range(start, min(len(samples), start + int(decay * 4 * PITCH))):
        t = (n - start) / PITCH
        value = sum(
            sin(2 * pi * pitch * p * t) * exp(-t * (1 + k * 1.6) / decay) / (1 + k * 1.7)
            for k, p in enumerate(partials)
        )
        samples[n] += value * level * min(1, t * 200)


def siren(samples: list[float], at: float, length: float, pitch: float = 174.0, level: float = 0.1) -> None:
    """Add a far steam siren that rises, holds and falls."""
    start, phase = int(at * PITCH), 0.0
    for n in range(start, min(len(samples), start + int(length * PITCH))):
        t = (n - start) / PITCH
        bend = min(1, t / 0.9) * min(1, (length - t) / 1.4)
        phase += 2 * pi * pitch * (0.72 + 0.28 * bend) / PITCH
        samples[n] += (sin(phase) + 0.4 * sin(2 * phase + 0.4) + 0.2 * sin(3 * phase)) * level * bend**1.3


def write(samples: list[float], path: Path) -> None:
    """Write the samples as a WAV file with short fades at both ends."""
    fade = PITCH // 2
    total = len(samples)
    data = array.array("h")
    for n, value in enumerate(samples):
        gain = min(1, n / fade, (total - n) / fade)
        data.append(round(max(-1, min(1, value * gain)) * 32000))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(PITCH)
        file.writeframes(data.tobytes())
