"""Which discussion is meant, where there is one already of the name that somebody types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.tui.dialogs.chooser import Choice, Chooser
from diskussion_tui.tui.home import page, wishes
from diskussion_tui.tui.home.choices import NEW

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.home.screen import Home
    from diskussion_tui.workshop.folder import Entry


def which_of(name: str, same: Sequence[Entry], words: Texts, today: dt.date) -> Chooser:
    """Asks which is meant of those of the `same` name, newest first, or another: answers with the path of one, or `NEW`.

    The one of today that can be gone on with is chosen, else beginning another.
    """
    said = words.home
    offered = [
        Choice(str(entry.path), *page.said_of(entry, words, today), titled=True)
        for entry in same[: page.MOST_OF_A_NAME]
    ]
    offered.append(Choice(NEW, said.begin_another.format(name=name), titled=True))
    going_on = next((str(entry.path) for entry in same if page.goes_on(entry, today)), NEW)
    return Chooser(said.which_is_meant.format(name=name), offered, words, going_on)


async def begin(home: Home, entries: Iterable[Entry], today: dt.date) -> None:
    """Begin a discussion of the name in the line; where there is one of that name, ask first which is meant.

    Whoever types a search and goes on quicker than a slow folder answers has not meant its text as a name.
    """
    name = clean_line(home.line.value)
    if not name:
        return  # the row that is chosen says what to type
    if home.seeking.reads_fields(home.line.value) and not await _meant_as_a_name(home, name):
        return
    same = [entry for entry in entries if entry.is_called(name)]
    chosen = await home.ask(which_of(name, same, home.words, today)) if same else NEW
    if chosen == NEW:
        home.post_message(wishes.New(name))
    elif entry := next((entry for entry in same if str(entry.path) == chosen), None):
        home.open(entry)


async def _meant_as_a_name(home: Home, name: str) -> bool:
    from diskussion_tui.tui.dialogs.ask import Ask

    said = home.words.home
    return bool(await home.ask(Ask(said.called_so.format(name=name), said.called_so_explained, home.words)))
