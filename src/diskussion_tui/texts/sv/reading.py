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
    reopen_question="Öppna diskussionen igen?",
    reopen_explained="Den är fastställd. Öppnas den igen blir den ett utkast, och allt i den går att ändra tills ni fastställer den på nytt.",
)
