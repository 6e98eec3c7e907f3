"""What can be done with the discussion that is chosen at home, and with those that are marked: read, lead, compare, unite.

A mark stays with its discussion whatever is searched for, so that several can be found one after the other. Marks are of this
screen alone: nothing is written of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.tui.base_screen import BaseScreen
from diskussion_tui.tui.home import wishes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from diskussion_tui.tui.base_screen import Story
    from diskussion_tui.tui.rows import Row
    from diskussion_tui.workshop.folder import Entry

MARK = "×"
"""Stands in the second cell of a row that is marked: the first has the sign of what is chosen."""
_GROUPS = "+"
"""Is chosen among discussions where groups are to be compared instead."""
MOST = 6
"""So many discussions are compared at once."""


class Marks:
    """The discussions that are marked, in the order in which they were."""

    def __init__(self) -> None:
        self._marked: dict[str, Entry] = {}

    def __len__(self) -> int:
        """How many there are."""
        return len(self._marked)

    def turn(self, entry: Entry) -> None:
        """Mark a discussion, or take its mark away."""
        if self._marked.pop(str(entry.path), None) is None:
            self._marked[str(entry.path)] = entry

    def holds(self, entry: Entry) -> bool:
        """Whether a discussion is marked."""
        return str(entry.path) in self._marked

    def those(self, first: Entry | None = None) -> tuple[Entry, ...]:
        """The marked ones; with `first` that one before them, marked or not."""
        others = tuple(one for one in self._marked.values() if first is None or one.path != first.path)
        return (first, *others) if first else others

    def clear(self) -> None:
        """Take all marks away."""
        self._marked.clear()

    def shown(self, row: Row, entry: Entry) -> Row:
        """A row of the list with the mark, where its discussion has one."""
        if not (row and self.holds(entry) and row[0][0][:2] == "  "):
            return row
        return ((" ", row[0][1]), (MARK, "accent"), (row[0][0][2:], row[0][1]), *row[1:])


class Chosen(BaseScreen):
    """The commands of home that are about discussions of its list."""

    def __init__(self) -> None:
        super().__init__()
        self.marks = Marks()

    @property
    def entry(self) -> Entry | None:
        """The discussion that is chosen."""
        raise NotImplementedError

    @property
    def listed(self) -> Sequence[Entry]:
        """Every discussion there is."""
        raise NotImplementedError

    @property
    def typed(self) -> str:
        """What stands in the line."""
        raise NotImplementedError

    @property
    def told_found(self) -> str:
        """How much stands in the list, in words."""
        raise NotImplementedError

    def show_marks(self) -> None:
        """Draw the list with the marks there are now."""

    # ---- one -----------------------------------------------------------------------------------------------------

    def do_read_chosen(self) -> None:
        """Read what is chosen, a draft of today too."""
        if entry := self.entry:
            self.post_message(wishes.Open(entry, lead=False))

    def do_lead_chosen(self) -> None:
        """Lead what is chosen; one that is final is read first, and asks there."""
        if entry := self.entry:
            self.post_message(wishes.Open(entry, lead=entry.state == "utkast"))

    def do_report(self) -> None:
        """Hand what is chosen out as a report."""
        if entry := self.entry:
            self.post_message(wishes.Report(self, entry.path))

    def do_practise(self) -> None:
        """Practise on the example."""
        self.post_message(wishes.Practise())

    def do_compilations(self) -> None:
        """Compile what is searched for or what is marked, or choose a compilation that there is."""
        marked = tuple(one.id for one in self.marks.those() if one.id)
        self.post_message(wishes.Compile(self.typed, marked, self.told_found))

    def do_follow_up(self) -> None:
        """Follow up the actions of all discussions."""
        self.post_message(wishes.FollowUp())

    def do_background(self) -> None:
        """Read the background."""
        self.post_message(wishes.Background())

    # ---- several -------------------------------------------------------------------------------------------------

    def do_mark(self) -> None:
        """Mark what is chosen, or take its mark away."""
        if entry := self.entry:
            self.marks.turn(entry)
            self.show_marks()

    def unmark(self) -> None:
        """Take all marks away."""
        self.marks.clear()
        self.show_marks()

    async def do_compare_marked(self) -> None:
        """Compare what is marked; with fewer than two marked what is chosen as well, and with whom is asked."""
        marked = self.marks.those()
        await self._compare(marked if len(marked) > 1 else self.marks.those(self.entry))

    def do_compare_groups(self) -> Story:
        """Compare two groups of discussions, once it is said which."""
        raise NotImplementedError

    async def do_unite_marked(self) -> None:
        """Unite the tables that are marked into a new discussion, once it has a name."""
        from diskussion_tui.tui.dialogs.form import Asked, Form

        said = self.words.comparing
        asked = Asked("name", said.unite_label, "", said.unite_example)

        def wrong(given: dict[str, str]) -> str:
            return "" if clean_line(given["name"]) else said.unite_unnamed

        if given := await self.ask(Form(said.unite_title, [asked], self.words, wrong)):
            self.post_message(wishes.Unite(self.marks.those(), clean_line(given["name"])))

    def united(self) -> None:
        """The tables have become one: their marks go, and the list has it too."""
        self.marks.clear()
        self.do_refresh()

    def do_refresh(self) -> None:
        """Look again at what there is."""
        raise NotImplementedError

    def compare_with(self, path: Path) -> None:
        """Compare a discussion with those that are marked, or with one that is asked for."""
        first = next((one for one in self.listed if one.path == path), None)
        if first:
            self.tell(self._compare(self.marks.those(first)))

    async def _compare(self, those: Sequence[Entry]) -> None:
        if len(those) == 1 and not those[0].also:
            other = await self._other_than(those[0])
            those = (*those, other) if other else ()
        if those:
            self.post_message(wishes.Compare(tuple(those[:MOST])))

    async def _other_than(self, first: Entry) -> Entry | None:
        from diskussion_tui.tui.dialogs.chooser import Choice, Chooser

        said = self.words.comparing
        others = {str(one.path): one for one in _readable(self.listed) if one.path != first.path}
        choices = [Choice(_GROUPS, said.groups_form, titled=True)]
        choices += [
            Choice(key, one.name, str(one.date or ""), one.unit, titled=True) for key, one in others.items()
        ]
        chooser = Chooser(
            said.with_which.format(name=first.name), choices, self.words, next(iter(others), _GROUPS)
        )
        chosen = await self.ask(chooser) or ""
        if chosen == _GROUPS:
            await self.do_compare_groups()
        return others.get(chosen)


def _readable(entries: Iterable[Entry]) -> Iterable[Entry]:
    return (one for one in entries if not one.fault)
