"""Somebody at the prompt of the line mode: types lines and hears what is said, with a discussion on a real disk."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from diskussion_tui.line.evening import Evening
from diskussion_tui.line.speech import Speech
from diskussion_tui.texts import words
from diskussion_tui.workshop.disk import Disk
from diskussion_tui.workshop.workshop import Workshop
from tests.support.laptop import WORKBOOK
from tests.support.people import Clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.domain.session.session import Session


class Prompt:
    """A discussion led line by line. `heard` is what has been said since the last line was typed."""

    def __init__(self, evening: Evening, clock: Clock, said: list[str]) -> None:
        self.evening, self.clock, self._said = evening, clock, said

    def types(self, *lines: str) -> str:
        """Type lines, each with Enter; what is said to the last of them, what the prompt says before it included."""
        for line in lines:
            self._said.clear()
            self.clock.passes(seconds=1)
            self.evening.overheard()
            self.evening.take(line)
        return self.heard

    def waits(self) -> str:
        """Let the prompt come again without having typed anything; what it says."""
        self._said.clear()
        self.evening.overheard()
        return self.heard

    @property
    def heard(self) -> str:
        return "".join(self._said)

    @property
    def prompt(self) -> str:
        return self.evening.prompt()

    @property
    def session(self) -> Session:
        return self.evening.session

    def notes(self, question: str, kind: str | None = None) -> list[str]:
        return [note.text for note in self.session.notes_of(question, kind)]

    def note(self, question: str, place: int = 0) -> Note:
        return self.session.notes_of(question)[place]


@contextmanager
def at_prompt(
    sessions: Path,
    *,
    lang: str = "sv",
    width: int = 200,
    at: str = "",
    path: Path | None = None,
    clock: Clock | None = None,
    sort: type[Evening] = Evening,
    **given: Any,
) -> Iterator[Prompt]:
    """Somebody who leads a discussion that begins, or that in `path`, from a step on; closed at the end, if not before."""
    clock, said = clock or Clock(), []
    timed: dict[str, Any] = {"now": clock, "steady": clock.steady}
    if path:
        workshop = Workshop.open(path, WORKBOOK, Disk(), **timed)
    else:
        workshop = Workshop.begin(sessions, "Ekerö", WORKBOOK, Disk(), **timed)
    evening = sort(workshop, words(lang), Speech(said.append, width), **given)
    evening.begin()
    me = Prompt(evening, clock, said)
    if at:
        me.types(f".{words(lang).line.commands.go.word} {at}")
    try:
        yield me
    finally:
        if not evening.over:
            evening.close()
