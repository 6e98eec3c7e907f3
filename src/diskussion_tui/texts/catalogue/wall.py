"""The words of what the room reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.texts.catalogue.base import Words

if TYPE_CHECKING:
    from diskussion_tui.texts.catalogue.base import Plural


class Wall(Words):
    """The page for the room, and the window that follows."""

    title: str
    waiting_title: str
    waiting: str
    follows: str
    no_notes: str
    above: Plural
    below: Plural
    page: str
    conclusions: Plural
    again: str
    again_now: str
    gone: str
    removed: str
    unreadable: str
    other: str
    refused: str
    hung: str
    leave: str
    back: str
    newest: str
