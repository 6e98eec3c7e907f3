"""The box in which a question or a notice stands: how much room its words have, on a narrow screen too."""

LOW = 20
"""Below so many rows of a screen the blank lines go."""
_WIDEST = 64
_EDGES = 6
"""Cells at both sides of the words."""


def room_in_box(screen_width: int) -> int:
    """Cells for the words of a box on a screen so many cells wide."""
    return max(20, min(_WIDEST, screen_width) - _EDGES)
