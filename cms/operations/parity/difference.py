"""What two doors say differently of an item."""

from dataclasses import dataclass

MOST = 160


@dataclass(frozen=True)
class Difference:
    """`item` names it; `said` is what each door says: [(door, value)]."""

    item: str
    what: str
    said: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        said = "; ".join(f"{door} says {_short(value)}" for door, value in self.said)
        return f"{self.item}: {self.what}: {said}"


def _short(value: object) -> str:
    text = " ".join(str(value).split())
    return f"“{text[: MOST - 1]}…”" if len(text) > MOST else f"“{text}”"
