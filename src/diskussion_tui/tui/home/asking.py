"""Which discussion is meant, where there is one already of the name that somebody types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.tui.dialogs.chooser import Choice, Chooser
from diskussion_tui.tui.home import page
from diskussion_tui.tui.home.choices import NEW

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from diskussion_tui.texts.catalogue import Texts
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
