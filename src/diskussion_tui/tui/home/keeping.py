"""Saved searches at home: the one in the line is saved under a name; in an empty line one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.tui.dialogs.chooser import Choice, Chooser
from diskussion_tui.tui.dialogs.form import Asked, Form
from diskussion_tui.workshop import searches

if TYPE_CHECKING:
    from diskussion_tui.tui.home.searching import Searching

_NAME = "name"


async def keep_or_choose(home: Searching) -> None:
    """Save what stands in the line, or choose one of those that were saved."""
    said = home.words.query
    try:
        known = searches.saved()
        if home.typed:
            query = home.typed
            suggested = next((one.name for one in known if one.query == query), "")
            form = Form(said.save_title, [Asked(_NAME, said.save_name, suggested)], home.words, lambda _: "")
            values = await home.ask(form)
            if values and (name := clean_line(values[_NAME])):
                searches.save(name, query)
                home.say(said.saved.format(name=name))
            return
    except (searches.UnreadableSearchesError, OSError):
        where = clean_line(str(searches.searches_path()))
        home.say(said.saved_unreadable.format(file=where))
        return
    if not known:
        home.say(said.saved_none)
        return
    offered = [Choice(str(place), one.name, one.query) for place, one in enumerate(known)]
    chosen = await home.ask(Chooser(said.saved_title, offered[::-1], home.words))
    if chosen:
        home.line.value = known[int(chosen)].query
        home.line.cursor_position = len(home.line.value)
