"""What home asks for: of the app, what its user wants to be done; of itself, once something has been looked at beside the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diskussion_tui.tui.base_screen import BaseScreen
    from diskussion_tui.workshop.folder import Entry, Hits


@dataclass(eq=False, repr=False)
class Open(Message):
    """A past discussion is wanted: to `lead`, else to read. At a note where one was chosen, and with the words it was found by.

    `known` shows what of it has been read already, None where nothing has.
    """

    entry: Entry
    lead: bool
    note: str = ""
    find: str = ""
    known: Callable[[], None] | None = None


@dataclass(eq=False, repr=False)
class New(Message):
    """A new discussion of a name is wanted."""

    name: str


@dataclass(eq=False, repr=False)
class Compile(Message):
    """A compilation of what a search finds is wanted, or one that there is; of everything where nothing is searched for.

    `only` are the ids of the discussions that are marked, where any are; `found` says how much the search finds.
    """

    query: str
    only: tuple[str, ...] = ()
    found: str = ""


@dataclass(eq=False, repr=False)
class Compare(Message):
    """Some discussions are to be held side by side; of a single one, the files that there are of it."""

    entries: tuple[Entry, ...]


@dataclass(eq=False, repr=False)
class CompareGroups(Message):
    """What some queries find is to be held side by side, a group each."""

    queries: tuple[str, ...]


@dataclass(eq=False, repr=False)
class Unite(Message):
    """Some discussions, a table's each, are to become a new one of a name."""

    entries: tuple[Entry, ...]
    name: str


class FollowUp(Message):
    """The actions of all discussions are wanted."""


@dataclass(eq=False, repr=False)
class Report(Message):
    """A report of a discussion is wanted, asked for over a screen."""

    screen: BaseScreen
    path: Path


class Background(Message):
    """The workbook's background is wanted."""


class Practise(Message):
    """Practice is wanted."""


class Named(Message):
    """The names of the discussions are known, the rest takes its time."""


@dataclass(eq=False, repr=False)
class Found(Message):
    """A search on a thread has come to its end, or the list is settled. `asked` says which; with `more` it is only the first page."""

    asked: int
    hits: Hits
    more: bool = False


class Changed(Message):
    """Something in the folder has changed."""


class Indexed(Message):
    """The index has come further, or is filled."""
