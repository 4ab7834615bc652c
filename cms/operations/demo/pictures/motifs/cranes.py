"""Ship-to-shore cranes with their trolleys, as silhouettes."""

from ..canvas.shape import Shape


def gantry(x: float, ground: float, size: float, reach: float = 1.0) -> Shape:
    """Return a ship-to-shore crane whose boom points to the left; `size` is its height to the boom's hinge."""
    s = size
    crane = Shape()
    for dx in (0, 0.44):
        crane.line([(x + dx * s, ground), (x + dx * s, ground - 0.92 * s)], s * 0.042)
    crane.line([(x - 0.02 * s, ground - 0.36 * s), (x + 0.46 * s, ground - 0.36 * s)], s * 0.034)
    crane.line([(x, ground - 0.38 * s), (x + 0.44 * s, ground - 0.7 * s)], s * 0.018)
    crane.line([(x + 0.44 * s, ground - 0.38 * s), (x, ground - 0.7 * s)], s * 0.018)
    boom = ground - 0.76 * s
    crane.line([(x - reach * s, boom), (x + 0.74 * s, boom)], s * 0.03).line(
        [(x - reach * s, boom - 0.05 * s), (x + 0.74 * s, boom - 0.05 * s)], s * 0.014
    )
    for n in range(17):
        u = x + s * (-reach + n * (reach + 0.74) / 17)
        v = u + s * (reach + 0.74) / 17
        crane.line([(u, boom), (v, boom - 0.05 * s)] if n % 2 else [(u, boom - 0.05 * s), (v, boom)], s * 0.008)
    crane.line([(x + 0.02 * s, boom), (x + 0.1 * s, ground - 1.16 * s)], s * 0.03).line(
        [(x + 0.44 * s, boom), (x + 0.1 * s, ground - 1.16 * s)], s * 0.022
    )
    for share in (0.5, 0.92):
        crane.line([(x + 0.1 * s, ground - 1.15 * s), (x - reach * s * share, boom - 0.04 * s)], s * 0.009)
    crane.line([(x + 0.1 * s, ground - 1.15 * s), (x + 0.72 * s, boom - 0.04 * s)], s * 0.009)
    crane.box(x + 0.48 * s, boom - 0.16 * s, 0.22 * s, 0.12 * s)
    for dx in (0, 0.44):
        crane.box(x + (dx - 0.06) * s, ground - 0.05 * s, 0.12 * s, 0.05 * s, 4)
    return crane


def trolley(x: float, y: float, size: float, drop: float) -> Shape:
    """Return a crane's trolley with ropes and spreader hanging by `drop`."""
    return (
        Shape()
        .box(x - size * 0.5, y, size, size * 0.3)
        .line([(x - size * 0.3, y), (x - size * 0.3, y + drop)], 2.4)
        .line([(x + size * 0.3, y), (x + size * 0.3, y + drop)], 2.4)
        .box(x - size * 0.6, y + drop, size * 1.2, size * 0.16)
    )
