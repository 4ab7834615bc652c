"""Outlines in design units (1920 × 1280), combined into shapes that the canvas fills with soft edges."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import atan2, cos, hypot, pi, radians, sin

Point = tuple[float, float]
Points = Sequence[Point] | str


@lru_cache(maxsize=4096)
def _parsed(text: str) -> tuple[Point, ...]:
    return tuple((float(x), float(y)) for x, _, y in (pair.partition(",") for pair in text.split()))


def points_of(points: Points) -> Sequence[Point]:
    """Return `points`, which may be written as in SVG: "x,y x,y …"."""
    return _parsed(points) if isinstance(points, str) else points


@lru_cache(maxsize=16)
def _weights(steps: int) -> tuple[tuple[float, float, float, float], ...]:
    """Return the Catmull-Rom weights of four neighbouring points for each step of a stretch."""
    shares = [step / steps for step in range(steps)]
    return tuple(
        (
            (-t + 2 * t**2 - t**3) / 2,
            (2 - 5 * t**2 + 3 * t**3) / 2,
            (t + 4 * t**2 - 3 * t**3) / 2,
            (t**3 - t**2) / 2,
        )
        for t in shares
    )


def smoothed(points: Points, closed: bool = True, steps: int = 8) -> list[Point]:
    """Return a Catmull-Rom curve through `points`."""
    points = list(points_of(points))
    if len(points) < 3:
        return points
    ring = [points[-1], *points, *points[:2]] if closed else [points[0], *points, points[-1]]
    weights = _weights(steps)
    curve: list[Point] = []
    for (ax, ay), (bx, by), (cx, cy), (dx, dy) in zip(ring, ring[1:], ring[2:], ring[3:], strict=False):
        curve += [(ax * p + bx * q + cx * r + dx * s, ay * p + by * q + cy * r + dy * s) for p, q, r, s in weights]
    if not closed:
        curve.append(points[-1])
    return curve


def arc(cx: float, cy: float, rx: float, ry: float, start: float, end: float, steps: int = 24) -> list[Point]:
    """Return points of an elliptic arc; degrees, clockwise on the screen from the right."""
    return [
        (cx + rx * cos(a), cy + ry * sin(a))
        for a in (radians(start + (end - start) * n / steps) for n in range(steps + 1))
    ]


class Shape:
    """Filled outlines that are rasterised together; a later outline can cut a hole in the earlier ones."""

    def __init__(self) -> None:
        self.outlines: list[tuple[list[Point], int]] = []

    def polygon(self, points: Points, cut: bool = False) -> Shape:
        outline = list(points_of(points))
        if len(outline) > 2:
            self.outlines.append((outline, 0 if cut else 255))
        return self

    def blob(self, points: Points, cut: bool = False, steps: int = 8) -> Shape:
        """Add a smooth closed curve through `points`."""
        return self.polygon(smoothed(points, steps=steps), cut)

    def box(self, x: float, y: float, width: float, height: float, radius: float = 0, cut: bool = False) -> Shape:
        r = min(radius, width / 2, height / 2)
        if r <= 0:
            return self.polygon([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], cut)
        corners = ((x + width - r, y + r, -90), (x + width - r, y + height - r, 0))
        corners += ((x + r, y + height - r, 90), (x + r, y + r, 180))
        return self.polygon([p for cx, cy, a in corners for p in arc(cx, cy, r, r, a, a + 90, 6)], cut)

    def ellipse(
        self, cx: float, cy: float, rx: float, ry: float | None = None, angle: float = 0, cut: bool = False
    ) -> Shape:
        ry = rx if ry is None else ry
        turn = radians(angle)
        c, s = cos(turn), sin(turn)
        steps = 16 if max(rx, ry) < 12 else 36 if max(rx, ry) < 120 else 72
        ring = arc(0, 0, rx, ry, 0, 360, steps)[:-1]
        return self.polygon([(cx + x * c - y * s, cy + x * s + y * c) for x, y in ring], cut)

    def limb(self, start: Point, end: Point, width: float, end_width: float | None = None) -> Shape:
        """Add a round-ended bar that tapers from `width` to `end_width`."""
        r, q = width / 2, (width if end_width is None else end_width) / 2
        length = hypot(end[0] - start[0], end[1] - start[1])
        if length <= abs(r - q):
            return self.ellipse(*(start if r > q else end), max(r, q))
        turn = atan2(end[1] - start[1], end[0] - start[0])
        lean = pi / 2 + (q - r) / length
        points = []
        for centre, radius, first, last in ((end, q, -lean, lean), (start, r, lean, 2 * pi - lean)):
            points += [
                (centre[0] + radius * cos(turn + a), centre[1] + radius * sin(turn + a))
                for a in (first + (last - first) * n / 8 for n in range(9))
            ]
        return self.polygon(points)

    def line(self, points: Points, width: float, end_width: float | None = None) -> Shape:
        """Add a line with rounded joints whose width runs evenly from `width` to `end_width`."""
        points = points_of(points)
        end_width = width if end_width is None else end_width
        last = len(points) - 1
        widths = [width + (end_width - width) * n / last for n in range(last + 1)]
        for n in range(last):
            if max(widths[n], widths[n + 1]) < 3:
                self._bar(points[n], points[n + 1], widths[n], widths[n + 1])
            else:
                self.limb(points[n], points[n + 1], widths[n], widths[n + 1])
        return self

    def curve(self, points: Points, width: float, end_width: float | None = None, steps: int = 8) -> Shape:
        """Add a smooth line through `points`."""
        return self.line(smoothed(points, closed=False, steps=steps), width, end_width)

    def ribbon(self, points: Points, width: float) -> Shape:
        """Add one flat band along a gentle curve; cheaper than a line with rounded joints."""
        points = points_of(points)
        upper, lower = [], []
        for n, (x, y) in enumerate(points):
            (ax, ay), (bx, by) = points[max(0, n - 1)], points[min(len(points) - 1, n + 1)]
            length = hypot(bx - ax, by - ay) or 1
            nx, ny = (ay - by) / length * width / 2, (bx - ax) / length * width / 2
            upper.append((x + nx, y + ny))
            lower.append((x - nx, y - ny))
        return self.polygon(upper + lower[::-1])

    def _bar(self, start: Point, end: Point, width: float, end_width: float) -> None:
        dx, dy = end[0] - start[0], end[1] - start[1]
        length = hypot(dx, dy) or 1
        nx, ny = -dy / length / 2, dx / length / 2
        self.polygon(
            [
                (start[0] + nx * width, start[1] + ny * width),
                (end[0] + nx * end_width, end[1] + ny * end_width),
                (end[0] - nx * end_width, end[1] - ny * end_width),
                (start[0] - nx * width, start[1] - ny * width),
            ]
        )

    def join(self, *others: Shape) -> Shape:
        for other in others:
            self.outlines += other.outlines
        return self

    def placed(
        self,
        x: float = 0,
        y: float = 0,
        scale: float = 1,
        angle: float = 0,
        mirror: bool = False,
        sy: float | None = None,
    ) -> Shape:
        """Return a copy that is mirrored, scaled, turned (degrees, clockwise) and moved, in this order."""
        c, s = cos(radians(angle)), sin(radians(angle))
        sx, sy = (-scale if mirror else scale), (scale if sy is None else sy)
        copy = Shape()
        copy.outlines = [
            ([(x + px * sx * c - py * sy * s, y + px * sx * s + py * sy * c) for px, py in points], ink)
            for points, ink in self.outlines
        ]
        return copy

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom in design units."""
        xs = [p[0] for points, _ in self.outlines for p in points]
        ys = [p[1] for points, _ in self.outlines for p in points]
        return (min(xs), min(ys), max(xs), max(ys)) if xs else (0, 0, 0, 0)
