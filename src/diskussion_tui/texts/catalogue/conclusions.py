"""The words of conclusions, parked notes and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diskussion_tui.texts.catalogue.base import Words

if TYPE_CHECKING:
    from diskussion_tui.texts.catalogue.base import Plural


class SortWords(NamedTuple):
    """What a sort is called, and what is said of one in words that agree with it. `saved` has `about`."""

    id: str
    word: str
    saved: str
    new: str
    gone: str
    restored: str
    reworded: str
    purged: str


class Conclusions(Words):
    """What a group makes of its notes, notes that are parked, and which table speaks."""

    sorts: tuple[SortWords, ...]
    title: str
    whole: str
    owner: str
    due: str
    overdue: str
    not_understood: str
    """With `day`."""
    no_such_date: str

    def read(self, owner: str, due: str, no_date: str, unread: str) -> tuple[str, ...]:
        """What was read from the words of an action, and what could not be; empty where nothing was."""
        parts = (
            self.owner.format(name=owner) if owner else "",
            self.due.format(day=due) if due else "",
            self.no_such_date.format(day=no_date) if no_date else "",
            self.not_understood.format(day=unread) if unread else "",
        )
        return tuple(filter(None, parts))

    done: str
    of_notes: Plural
    none_yet: str
    hint: str
    about: str
    about_whole: str
    turn: str
    save: str
    made: Plural
    sorted: str
    placed: str
    withdrawn: str
    marked_done: str
    marked_open: str
    not_an_action: str
    no_notes_behind: str
    place_title: str
    notes_title: str
    prompt_edit: str
    edit_hint: str
    complete: str
    last_time: str
    last_time_of: str
    last_time_hint: str
    taken_along: str
    done_here: str
    followed: str
    followed_done: str
    let_go: str
    parked: str
    parked_count: Plural
    parked_title: str
    parked_none: str
    parked_hint: str
    unparked: str
    table: str
    table_title: str
    table_new: str
    table_none: str
    table_set: str
    table_unset: str

    def sort(self, kind: str) -> str:
        """What a sort is called."""
        found = self.of_sort(kind)
        return found.word if found else kind

    def of_sort(self, kind: str) -> SortWords | None:
        """The words of a sort; None of one that this program does not know."""
        return next((one for one in self.sorts if one.id == kind), None)

    def sign(self, kind: str, *, done: bool = False) -> str:
        """The sign of a sort: an action has a box to tick."""
        return {"slutsats": "=", "medskick": "»"}.get(kind, "[x]" if done else "[ ]")
