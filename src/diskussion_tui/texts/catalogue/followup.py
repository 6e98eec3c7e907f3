"""The words of following up: on the screen, and in what `diskussion actions` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.texts.catalogue.base import Words

if TYPE_CHECKING:
    from diskussion_tui.texts.catalogue.base import Plural


class FollowUpWords(Words):
    """Actions of all discussions. `columns` are the heads of their table: last day, state, owner, action, part, discussion, its day, id.

    `not_told` and `not_looked` have `{why}`, `undone` has `{text}`, `file` is what a list is called that is handed out.
    """

    title: str
    find_prompt: str
    overdue: str
    open: str
    done: str
    none: str
    count_overdue: Plural
    count_open: Plural
    count_done: Plural
    is_overdue: str
    is_open: str
    is_done: str
    not_done: str
    told_done: str
    told_open: str
    undone: str
    nothing_to_undo: str
    not_told: str
    still_telling: str
    not_looked: str
    final: str
    none_chosen: str
    hand_out: str
    calendar: str
    table: str
    calendar_explained: str
    table_explained: str
    no_days: str
    not_written: str
    file: str
    columns: tuple[str, ...]
