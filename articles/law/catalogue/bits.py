"""Sets of documents as the bits of one integer, a place each: 20,000 are 2.5 KB, cut and counted at once."""

from collections.abc import Iterable, Iterator


def bits_of(places: Iterable[int], size: int) -> int:
    """Return the set of these places, all below `size`."""
    row = bytearray(size // 8 + 1)
    for place in places:
        row[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(row, "little")


def in_order(bits: int, places: Iterable[int], size: int) -> Iterator[int]:
    """Give those of `places` that are in the set, in their order."""
    row = bits.to_bytes(size // 8 + 1, "little")
    return (place for place in places if row[place >> 3] >> (place & 7) & 1)
