"""Bars over days as SVG: where each rectangle of statistics/admin/plot.html stands, in units of its view box."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import cached_property

WIDTH, HEIGHT = 960, 220
# Room for the numbers at the side and the days below.
LEFT, BOTTOM, TOP = 64, 28, 12
MOST_LABELS = 8


@dataclass(frozen=True)
class Bar:
    """One rectangle. `number` is that of its series, in the legend's order."""

    x: float
    y: float
    width: float
    height: float
    number: int


@dataclass(frozen=True)
class Column:
    """One day: its bars above each other, and what all of it says."""

    day: date
    bars: list[Bar]
    values: list[int]
    middle: float
    is_labelled: bool

    @property
    def total(self) -> int:
        return sum(self.values)


@dataclass(frozen=True)
class Line:
    """A line across, with the number it stands for."""

    y: float
    value: int


class Plot:
    """`days` {day: numbers, one a series}; `series` are their names, the lowest bar's first."""

    def __init__(self, identity: str, heading: str, series: list[str], days: dict[date, list[int]]):
        self.identity, self.heading, self.series, self.days = identity, heading, series, days
        self.width, self.height = WIDTH, HEIGHT
        self.left, self.base = LEFT, HEIGHT - BOTTOM

    @cached_property
    def total(self) -> int:
        return sum(sum(values) for values in self.days.values())

    @cached_property
    def top(self) -> int:
        """A round number that no column is above."""
        return round_up(max((sum(values) for values in self.days.values()), default=0))

    @property
    def lines(self) -> list[Line]:
        steps = 4 if self.top % 4 == 0 else 2 if self.top % 2 == 0 else 1
        return [Line(self._y(self.top * step / steps), self.top * step // steps) for step in range(steps + 1)]

    @property
    def columns(self) -> list[Column]:
        step = (WIDTH - LEFT) / max(len(self.days), 1)
        width = max(step * 0.72, 1)
        every = -(-len(self.days) // MOST_LABELS)
        columns = []
        for number, (day, values) in enumerate(self.days.items()):
            middle = LEFT + step * (number + 0.5)
            bars, below = [], 0
            for series, value in enumerate(values):
                if value:
                    y = self._y(below + value)
                    bars.append(Bar(middle - width / 2, y, width, self._y(below) - y, series))
                below += value
            columns.append(Column(day, bars, values, middle, is_labelled=number % every == 0))
        return columns

    def _y(self, value: float) -> float:
        return self.base - (self.base - TOP) * value / self.top


def round_up(number: int) -> int:
    """Return the next of 4, 8, 10, 20, 40, 80, 100, 200, … that is not below `number`."""
    power = 1
    while True:
        for step in (4, 8, 10, 20):
            if step * power >= number:
                return step * power
        power *= 10
