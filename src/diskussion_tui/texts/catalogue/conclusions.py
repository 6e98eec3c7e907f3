"""The words of conclusions, parked notes and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.texts.catalogue.base import Words

if TYPE_CHECKING:
    from diskussion_tui.texts.catalogue.base import Plural


class Conclusions(Words):
    """What a group makes of its notes, notes that are parked, and which table speaks. `sorts` by the ids of the sorts."""

    sorts: tuple[tuple[str, str], ...]
    title: str
    whole: str
    owner: str
    due: str
    overdue: str
    no_such_date: str
    done: str
    of_notes: Plural
    none_yet: str
    hint: str
    about: str
    saved: str
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
        return dict(self.sorts).get(kind, kind)

    def sign(self, kind: str, *, done: bool = False) -> str:
        """The sign of a sort: an action has a box to tick."""
        return {"slutsats": "=", "medskick": "»"}.get(kind, "[x]" if done else "[ ]")
