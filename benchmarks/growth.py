"""How a cost grows with the size of the work: the exponent of the power that fits it best.

Seconds at 10, 100, 1,000 and 10,000 notes say little side by side. One number does: n^0.00 costs the same at
every size, n^1.00 ten times as much for ten times as many. It is the slope of the straight line through the
logarithms of sizes and medians, by least squares.
"""

import math
from collections.abc import Mapping

LEAST_POINTS = 3
"""A line goes through any two points, whatever they are."""


def exponent(points: Mapping[int, float]) -> float | None:
    """Return the exponent of the power of the size that fits the costs; None where too few can be used.

    Sizes and costs of zero have no logarithm and are left out.
    """
    logarithms = [(math.log(size), math.log(cost)) for size, cost in points.items() if size > 0 and cost > 0]
    if len({size for size, _ in logarithms}) < LEAST_POINTS:
        return None
    middle_size = math.fsum(size for size, _ in logarithms) / len(logarithms)
    middle_cost = math.fsum(cost for _, cost in logarithms) / len(logarithms)
    together = math.fsum((size - middle_size) * (cost - middle_cost) for size, cost in logarithms)
    return together / math.fsum((size - middle_size) ** 2 for size, _ in logarithms)
