"""Actions as a table: what is to be done by whom until when, how it stands, and where it was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.domain.session.conclusions import is_overdue

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from diskussion_tui.domain.analysis.open_actions import Action
    from diskussion_tui.texts.catalogue import Texts


def action_rows(
    actions: Iterable[Action], words: Texts, today: dt.date
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The head of the table and its rows, in the order given."""
    said = words.followup
    return said.columns, [
        (
            one.action.due.isoformat() if one.action.due else "",
            state_of(one, words, today),
            one.action.owner,
            clean_line(one.action.text),
            one.action.section,
            one.name,
            one.date.isoformat(),
            one.action.id,
        )
        for one in actions
    ]


def state_of(one: Action, words: Texts, today: dt.date) -> str:
    """How an action stands, in a word."""
    said = words.followup
    if one.action.done:
        return said.is_done
    return said.is_overdue if is_overdue(one.action, today) else said.is_open
