"""Swedish: the page on which a discussion is read."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.reading import Reading

WORDS = Reading(
    summary="Sammanfattning",
    only_read="bara läsning",
    time="Använd tid",
    time_used="{used} min, planerat {planned} min",
    find_prompt="Sök i diskussionen",
    found="{n} av {of}",
    none_found="Inga träffar.",
    history_title="Vad som hänt",
    replay_title="uppspelning",
    replay_begin="Början: inget är sagt än.",
    replay_at="{n} av {of}",
)
