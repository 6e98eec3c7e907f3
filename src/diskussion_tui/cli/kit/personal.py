"""Personal data as commands speak of it: pointed out before notes are taken down, masked, and never printed as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.cli.kit import output

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from diskussion_tui.texts.catalogue import Texts

_EXCERPT = 60
"""The widest that a text is shown, in cells."""


def warn(notes: Sequence[str], texts: Texts) -> None:
    """Say on stderr which of some notes, about to be taken down, hold personal data: a row each, masked."""
    from diskussion_tui.domain.language.personal import found_in

    telling = [note for note in notes if found_in(note, today())]
    if telling:
        output.say(texts.personal.piped(len(telling)), (f"  {excerpt(note, texts)}" for note in telling))


def masked_notes(notes: Sequence[str], language: str) -> list[str]:
    """Notes with what is found in them masked, in the words of a language."""
    from diskussion_tui.domain.language.personal import masked

    return [masked(note, names(language), today()) for note in notes]


def excerpt(text: str, texts: Texts) -> str:
    """A text masked, and after that cut to its row."""
    from diskussion_tui.reports.page import shortened

    return shortened(masked_notes([text], texts.language)[0], _EXCERPT)


def names(language: str) -> dict[str, str]:
    """What is put in the place of each sort of personal data."""
    from diskussion_tui.texts import words

    return dict(words(language).personal.names)


def today() -> dt.date:
    """The day by which dates in numbers are judged."""
    from diskussion_tui.workshop import clock

    return clock.local_now().date()
