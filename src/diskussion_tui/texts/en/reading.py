"""English: the page on which a discussion is read."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.reading import Reading

WORDS = Reading(
    summary="Summary",
    only_read="read only",
    time="Time used",
    time_used="{used} min, planned {planned} min",
    find_prompt="Find in the discussion",
    found="{n} of {of}",
    none_found="Nothing found.",
    history_title="What has happened",
    replay_title="replay",
    replay_begin="The beginning: nothing has been said yet.",
    replay_at="{n} of {of}",
)
