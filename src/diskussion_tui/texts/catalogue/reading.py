"""The words of the page on which a discussion is read."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Words


class Reading(Words):
    """The page on which a discussion is read."""

    summary: str
    only_read: str
    time: str
    time_used: str
    find_prompt: str
    found: str
    none_found: str
    history_title: str
    replay_title: str
    replay_begin: str
    replay_at: str
