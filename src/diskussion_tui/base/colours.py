"""Colours as `#rrggbb`, and how well one can be told from another: the contrast of WCAG 2.2, computed and never guessed."""

from __future__ import annotations

import re

READABLE = 4.5
"""The least contrast of a text of usual size with its ground (WCAG 2.2, 1.4.3)."""
SEEN = 3.0
"""The least contrast of what is drawn and means something (WCAG 2.2, 1.4.11)."""
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_LINEAR_UNTIL = 0.04045


def is_colour(text: str) -> bool:
    """Whether a text is a colour as it is written here."""
    return bool(_COLOUR.fullmatch(text))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(one: str, other: str, part: float) -> str:
    """A colour between two: `part` of the other in the one."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(255 * (a + (b - a) * part)):02x}" for a, b in pairs)


def ink_on(ground: str, *inks: str) -> str:
    """The one of some inks that is read best on a ground."""
    return max(inks, key=lambda ink: contrast(ink, ground))


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _luminance(colour: str) -> float:
    red, green, blue = (
        one / 12.92 if one <= _LINEAR_UNTIL else ((one + 0.055) / 1.055) ** 2.4 for one in _channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
