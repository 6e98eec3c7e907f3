"""Screens without colour, for whoever sets NO_COLOR.

Textual takes the colours out of what is drawn, and ends with an error where a piece of a line has no style at all, as blank room
around a dialog has none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.filter import Monochrome

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.color import Color
    from textual.filter import LineFilter

_NONE = Style.null()


class Colourless(Monochrome):
    """Textual's filter, for pieces without a style too."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same line in black, white and grey."""
        styled = [Segment(text, style or _NONE, control) for text, style, control in segments]
        return super().apply(styled, background)


def bearing_no_style(filters: Iterable[LineFilter]) -> list[LineFilter]:
    """The same filters, that of NO_COLOR as one that bears pieces without a style."""
    return [Colourless() if type(one) is Monochrome else one for one in filters]
