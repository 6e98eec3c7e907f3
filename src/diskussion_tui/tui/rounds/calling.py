"""Dots by the numbers that the room calls out: what is typed after the key for it, until Enter gives them or Esc takes it back.

A round's notes come from several questions, so each has the number of its place in the round's list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.domain.session import rounds
from diskussion_tui.domain.session.numbers import numbers_in
from diskussion_tui.domain.session.rounds import MAX_POINTS
from diskussion_tui.reports.page import shortened
from diskussion_tui.tui.rows import clipped

if TYPE_CHECKING:
    from textual.events import Key

    from diskussion_tui.domain.session.records import Round
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.rounds.screen import Ranking

_LONGEST = 60
_TOLD = 40
"""So many letters of a note are told back."""


class Calling:
    """What is typed of numbers; `typed` is None while nobody has asked for it."""

    def __init__(self, screen: Ranking) -> None:
        self._screen = screen
        self.typed: str | None = None

    def begin(self) -> None:
        """Numbers are typed from now on."""
        self.typed = ""
        self._screen.say("")

    def takes(self, event: Key) -> bool:
        """Whether a key is part of it; one that is not leaves it, and is a key as ever. Letters make words of the numbers before them."""
        if self.typed is None:
            return False
        if event.key == "enter" and self.typed.strip():
            self._give(self.typed)
        elif self._edits(event):
            pass
        elif event.is_printable:
            self._screen.leave_with(typed=f"{self.typed}{event.character}")
        else:
            self.typed = None
            self._screen.say("")
            return False
        event.prevent_default()
        event.stop()
        return True

    def _edits(self, event: Key) -> bool:
        typed = self.typed or ""
        if event.key == "backspace":
            self.typed = typed[:-1]
        elif event.key == "escape":
            self.typed = None
        elif event.character and event.character in "0123456789 ,;:=" and len(typed) < _LONGEST:
            self.typed = typed + event.character
        else:
            return False
        self._screen.say("")
        return True

    def _give(self, typed: str) -> None:
        """Give the dots; where that cannot be, it is told, and what was typed stays."""
        screen, of = self._screen, self._screen.of
        if of is None:
            return
        given, wrong = read(typed, screen.workshop.session, of, screen.words)
        if wrong:
            screen.say(wrong, "warning")
            return
        self.typed = None
        screen.change(rounds.give_each, of.id, given)
        session, last = screen.workshop.session, list(given)[-1]
        screen.board.select(last)
        number = [one.note for one in rounds.ballot(session, of)].index(last) + 1
        dots, note = screen.words.rounds.given(given[last]), session.note(last)
        text = shortened(clean_line(note.text), _TOLD) if note else ""
        screen.say(screen.words.numbers.given.format(n=number, dots=dots, text=text))

    def said(self, words: Texts, width: int) -> str:
        """What stands in the line of hints meanwhile."""
        said = words.numbers
        text = f"{said.dots} › {self.typed}▏" if self.typed else f"{said.dots} ›  {said.dots_hint}"
        return "".join(part for part, _ in clipped(((text, "text"),), width))


def read(typed: str, session: Session, of: Round, words: Texts) -> tuple[dict[str, int], str]:
    """The dots that were called for each note, by its id; or none, and what is wrong."""
    said, numbers = words.numbers, numbers_in(typed)
    ids = [one.note for one in rounds.ballot(session, of)]
    wrong = next((one for one in numbers[::2] if not 1 <= one <= len(ids)), None)
    if not numbers or len(numbers) % 2:
        return {}, said.odd
    if wrong is not None:
        return {}, said.no_such.format(n=wrong, most=len(ids))
    if max(numbers[1::2]) > MAX_POINTS:
        return {}, said.too_many.format(most=MAX_POINTS)
    return {ids[number - 1]: dots for number, dots in zip(numbers[::2], numbers[1::2], strict=True)}, ""
