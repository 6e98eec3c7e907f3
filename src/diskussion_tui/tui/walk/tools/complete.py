"""Tags and owners completed from those that have been used before, in this discussion or in the group's earlier ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.language.tags import completed, half_typed, owners_of, tags_of
from diskussion_tui.domain.session.records import Conclusion, Note
from diskussion_tui.tui.walk.tools.tool import Tool

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diskussion_tui.domain.language.tags import Half


class Completion(Tool):
    """What goes on from the tag or owner that is being typed."""

    @property
    def offered(self) -> str:
        """The whole tag or owner, with its sign; empty where there is none."""
        half = self._half
        best = completed(half, filter(None, self._used(half.sign))) if half else ""
        return f"{half.sign}{best}" if half and best else ""

    def complete(self) -> bool:
        """Put the rest of it in the line; False where none is offered."""
        mark, half = self.offered, self._half
        if not mark or half is None:
            return False
        row, column = self.walk.capture.cursor_location
        self.walk.capture.replace(mark, (row, column - len(half.typed) - 1), (row, column))
        return True

    @property
    def _half(self) -> Half | None:
        """The tag or owner before the cursor that is not yet ended."""
        if not self.walk.writes:
            return None
        row, column = self.walk.capture.cursor_location
        return half_typed(self.walk.capture.document.get_line(row)[:column])

    def _used(self, sign: str) -> Iterable[str]:
        session = self.walk.session
        made = session.current(Conclusion)
        texts = [*(note.text for note in session.current(Note)), *(one.text for one in made)]
        if sign == "#":
            return (tag for text in texts for tag in tags_of(text))
        return (
            *(one.action.owner for one in self.walk.earlier),
            *(one.owner for one in made),
            *(owner for text in texts for owner in owners_of(text)),
        )
