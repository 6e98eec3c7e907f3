"""The heading of a part of the summary: under it the part is folded, and unfolded again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.tui.walk.items.item import Item
from diskussion_tui.tui.walk.pages.overview import PART

if TYPE_CHECKING:
    from diskussion_tui.tui.walk.screen import Walk


class PartItem(Item):
    """A part of the summary."""

    menu = "part"
    opens = True

    @property
    def is_folded(self) -> bool:
        """Whether only the heading is seen of what it stands over."""
        return self.id.removeprefix(PART) in self.walk.folded

    def edit(self) -> None:
        """Fold it, or unfold it."""
        _fold(self.walk, self.walk.folded ^ {self.id.removeprefix(PART)})


def fold_all(walk: Walk) -> None:
    """Fold every part of the summary to its heading; where all are, unfold them."""
    parts = frozenset(one.removeprefix(PART) for one in walk.board.ids if one.startswith(PART))
    _fold(walk, frozenset() if parts <= walk.folded else parts)


def _fold(walk: Walk, folded: frozenset[str]) -> None:
    chosen = walk.board.selected
    walk.folded = folded
    walk.show_page()
    if chosen and not walk.board.holds(chosen):
        walk.choosing.back_to_writing()
    elif chosen:
        walk.choosing.choose(chosen)
