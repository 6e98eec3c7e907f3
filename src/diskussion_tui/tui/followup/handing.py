"""Actions handed out: as a calendar or a table beside the discussions, and opened where that is wanted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.domain.analysis.open_actions import in_order
from diskussion_tui.reports.exporting import CALENDAR, is_ready
from diskussion_tui.tui.dialogs.chooser import Choice
from diskussion_tui.tui.dialogs.handing import Handing
from diskussion_tui.tui.handing_out import offer_to_open, told_names
from diskussion_tui.tui.rows import text_rows

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Awaitable, Callable, Sequence
    from pathlib import Path
    from typing import Any, TypeAlias

    from diskussion_tui.domain.analysis.open_actions import Action
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.base_screen import BaseScreen
    from diskussion_tui.tui.toolkit.beside import Task
    from diskussion_tui.workshop.follow_up import FollowUp

    Wait: TypeAlias = Callable[[Task[Any]], Awaitable[bool]]

TABLE = "csv"


async def hand_out(screen: BaseScreen, of: FollowUp, wait: Wait, today: dt.date) -> None:
    """Ask as what, write it, say where it is."""
    words, said = screen.words, screen.words.followup
    actions = in_order(of.actions)
    choices = [Choice(CALENDAR, said.calendar), Choice(TABLE, said.table)]
    offered = choices if is_ready(CALENDAR) else choices[1:]
    chosen = await screen.ask(Handing(said.hand_out, offered, partial(_explained, actions, words), words))
    if not chosen:
        return
    data = made(chosen, actions, words, today)
    if not data:
        screen.refuse(said.no_days)
        return
    work = partial(of.put, said.file, f".{chosen}", data)
    task: Task[Path] = screen.app.beside(work, "report")
    if not await wait(task):
        screen.refuse(words.handover.left_writing)
        return
    try:
        await offer_to_open(screen, [task.result()])
    except OSError as error:
        why = said.not_written.format(why=words.reasons.of_error(error))
        screen.read(said.hand_out, lambda width: text_rows(why, min(76, width)), "")


def made(wanted: str, actions: Sequence[Action], words: Texts, today: dt.date) -> bytes:
    """The bytes of a calendar or a table; none where no action has a day to stand in a calendar."""
    if wanted == CALENDAR:
        from diskussion_tui.reports.appointments import appointments_of
        from diskussion_tui.reports.formats.calendar import calendar

        found = appointments_of(actions, words)
        return calendar(found, words.language) if found else b""
    from diskussion_tui.reports.action_rows import action_rows
    from diskussion_tui.reports.formats.tables import separated

    return separated(*action_rows(actions, words, today), "csv-excel").encode()


def _explained(actions: Sequence[Action], words: Texts, chosen: str) -> str:
    said = words.followup
    what = said.calendar_explained if chosen == CALENDAR else said.table_explained
    names = dict.fromkeys(clean_line(one.action.owner) for one in actions if one.action.owner)
    return f"{what} {told_names(list(names), words)}"
