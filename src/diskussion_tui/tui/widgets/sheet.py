"""A sheet: rows drawn as they are, as high as they are many. For headings, headers, footers and hints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.strip import Strip

from diskussion_tui.tui.rows import strip_of
from diskussion_tui.tui.widgets.inked import Inked

if TYPE_CHECKING:
    from diskussion_tui.tui.rows import Row


class Sheet(Inked):
    """Rows that do not scroll. `show` repaints only the rows that are different."""

    DEFAULT_CSS = """
    Sheet { height: 0; width: 1fr; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self._rows: tuple[Row, ...] = ()

    def show(self, rows: tuple[Row, ...]) -> None:
        """Draw these rows."""
        if rows == self._rows:
            return
        before, self._rows = self._rows, rows
        if len(rows) != len(before):
            self._be_high(len(rows))
            self.refresh()
            return
        for y, (row, old) in enumerate(zip(rows, before, strict=True)):
            if row != old:
                self.refresh(Region(0, y, self.size.width, 1))

    def _be_high(self, rows: int) -> None:
        """Take so many rows, unless the style sheet gives as many: a height that is set has the screen laid out anew.

        It is a number, since a height that adapts by itself is sometimes found out too late.
        """
        height = self.styles.height
        if height is None or height.cells != rows:
            self.styles.height = rows

    def render_line(self, y: int) -> Strip:
        """One row as cells."""
        if y >= len(self._rows):
            return Strip.blank(self.size.width, self.inks["text"])
        return strip_of(self._rows[y], self.inks, self.size.width)
