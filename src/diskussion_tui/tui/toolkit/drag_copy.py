"""What the mouse is drawn over is copied: the words as they stand there, of the widget or the column in which it began.

Works around the selection of Textual 8.2.8, which takes a widget's words from its `render`: one that draws its lines by itself has
only its own name there, and that was copied. Terminals select by themselves only with Shift held down, since the mouse is ours.
To be removed when Textual copies what is drawn.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from textual import events
from textual.app import ScreenStackError
from textual.errors import NoWidget
from textual.geometry import Offset, Region

from diskussion_tui.tui.toolkit.input_queue import InputQueue

_A_SLIP = 1
"""So many cells the mouse may slip to a side while one clicks."""
_BAR = "▕"


@runtime_checkable
class InColumns(Protocol):
    """A widget whose columns stand beside each other."""

    def across(self, x: int) -> tuple[int, int]:
        """The first cell of the column in which a cell stands, and how many cells it has; all where it stands in none."""


class DragCopy(InputQueue):
    """An app in which drawing the mouse over words copies them."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._drawn_from: Offset | None = None

    def copied(self, text: str) -> None:
        """Say that a text was copied."""

    async def on_event(self, event: events.Event) -> None:
        """See where the mouse is pressed and let go."""
        if isinstance(event, events.MouseDown) and not event.is_forwarded:
            self._drawn_from = event.screen_offset if event.button == 1 else None
        elif isinstance(event, events.MouseUp) and not event.is_forwarded and self._drawn_from:
            began, self._drawn_from = self._drawn_from, None
            if not _is_click(began, event.screen_offset) and (
                text := self._between(began, event.screen_offset)
            ):
                self._mouse_down_widget = None  # it was no click
                self.copy_to_clipboard(text)
                self.copied(text)
        await super().on_event(event)

    def _between(self, began: Offset, ended: Offset) -> str:
        """What stands between two cells of the widget under the first, line by line; nothing in a field, which selects by itself."""
        from textual.widgets import Input, TextArea  # one of them is large, and home has none

        try:
            widget, region = self.get_widget_at(*began)
            if isinstance(widget, (Input, TextArea)):
                return ""
            strips = self.screen._compositor.render_strips()  # noqa: SLF001 - Textual does not say it otherwise
        except (NoWidget, ScreenStackError):
            return ""
        if isinstance(widget, InColumns):
            left, cells = widget.across(began.x - region.x)
            region = Region(region.x + left, region.y, cells, region.height)
        (y, x), (last, end) = sorted((at.y, at.x) for at in (began, _within(region, ended)))
        rows = (
            strips[row].crop(x if row == y else region.x, end + 1 if row == last else region.right).text
            for row in range(y, last + 1)
        )
        return "\n".join(row.rstrip().removesuffix(_BAR).rstrip() for row in rows).strip("\n")


def _within(region: Region, at: Offset) -> Offset:
    """A cell, or the one of a region that is nearest to it."""
    return Offset(max(region.x, min(at.x, region.right - 1)), max(region.y, min(at.y, region.bottom - 1)))


def _is_click(began: Offset, ended: Offset) -> bool:
    return began.y == ended.y and abs(began.x - ended.x) <= _A_SLIP
