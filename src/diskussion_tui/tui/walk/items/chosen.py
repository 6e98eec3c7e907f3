"""Which thing it is that is chosen on the board: the one place where that is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.session.conclusions import conclusion
from diskussion_tui.tui.parts.conclusions import EARLIER
from diskussion_tui.tui.walk.items.action import ActionItem
from diskussion_tui.tui.walk.items.cell import CellItem
from diskussion_tui.tui.walk.items.conclusion import ConclusionItem
from diskussion_tui.tui.walk.items.ending import EndingItem
from diskussion_tui.tui.walk.items.item import Item
from diskussion_tui.tui.walk.items.note import NoteItem
from diskussion_tui.tui.walk.items.part import PartItem
from diskussion_tui.tui.walk.pages.overview import PART
from diskussion_tui.tui.walk.pages.step import ENDING

if TYPE_CHECKING:
    from diskussion_tui.tui.walk.screen import Walk


_STANDING: tuple[tuple[str, type[Item]], ...] = ((PART, PartItem), (ENDING, EndingItem))
"""What stands in the summary by itself, by what its id begins with: it can be chosen where nothing can be written, too."""


def chosen_item(walk: Walk, chosen: str) -> Item:
    """The thing of an id on the board, with what can be done to it here and now; nothing at all where that is nothing."""
    if walk.step.role == "compass":
        return CellItem(walk, chosen)
    if chosen.startswith(EARLIER):
        wanted = chosen.removeprefix(EARLIER)
        earlier = next((one for one in walk.earlier if one.action.id == wanted), None)
        return ActionItem(walk, chosen, earlier) if earlier else Item(walk)
    if standing := next((kind for begins, kind in _STANDING if chosen.startswith(begins)), None):
        return standing(walk, chosen)
    if not walk.writes:
        return Item(walk)
    if one := conclusion(walk.session, chosen):
        return ConclusionItem(walk, one)
    note = walk.session.note(chosen)
    return NoteItem(walk, note) if note else Item(walk)
