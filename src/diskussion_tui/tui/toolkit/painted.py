"""What a screen has drawn, as lines of cells, and those as plain text, with the inks of a terminal, or as HTML.

Textual draws into its own compositor and hands that on to nobody but a terminal.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich.console import COLOR_SYSTEMS, Console
from rich.segment import Segment, Segments
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, Literal

    from rich.color import ColorSystem
    from textual.screen import Screen

    Colours = Literal["standard", "256", "truecolor"]


def painted(screen: Screen[Any]) -> tuple[Strip, ...]:
    """The lines on a screen, with their inks."""
    return tuple(screen._compositor.render_strips())  # noqa: SLF001 - Textual does not give them otherwise


class Painted(Widget):
    """Lines of cells, shown as they were painted."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._strips: Sequence[Strip] = ()

    def show(self, strips: Sequence[Strip]) -> None:
        """Show these lines."""
        self._strips = strips
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line, cut or filled up to the room there is."""
        line = self._strips[y] if y < len(self._strips) else Strip([])
        return line.adjust_cell_length(self.size.width, self.rich_style)


def as_text(strips: Sequence[Strip]) -> str:
    """Lines without their inks, nor the blanks at their ends."""
    return "\n".join(strip.text.rstrip() for strip in strips)


def as_ansi(strips: Sequence[Strip], colours: Colours) -> str:
    """Lines with their inks, as a terminal of so many colours takes them."""
    system = COLOR_SYSTEMS[colours]
    return "\n".join("".join(_inked(segment, system) for segment in strip) for strip in strips)


def _inked(segment: Segment, system: ColorSystem) -> str:
    """A piece of a line. A style remembers how it was first written, for whichever terminal, so that one like it is asked."""
    if (one := segment.style) is None:
        return segment.text
    fresh = Style(
        color=one.color,
        bgcolor=one.bgcolor,
        bold=one.bold,
        dim=one.dim,
        italic=one.italic,
        underline=one.underline,
    )
    return fresh.render(segment.text, color_system=system)


def as_html(strips: Sequence[Strip]) -> str:
    """Lines with their inks as HTML, to stand in a `pre`; whatever text there is, it is only text."""
    width = max((strip.cell_length for strip in strips), default=1)
    console = Console(
        file=io.StringIO(),
        record=True,
        width=width,
        color_system="truecolor",
        force_terminal=True,
        no_color=False,
    )
    for strip in strips:
        console.print(Segments([*strip, Segment("\n")]), end="")
    return console.export_html(inline_styles=True, code_format="{code}")
