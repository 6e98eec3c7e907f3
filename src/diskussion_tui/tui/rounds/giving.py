"""Digits in a round: dots for the chosen note, or its place, unless words follow at once, for then they began a sentence.

Counting dots is one pass of digit keys: a digit gives the chosen note its dots and goes on to the next, so that the eyes can
stay on the wall. A number above nine begins with `+`, which is ten; two digits in a row would be two notes. Putting notes in
order stays with the note, and there two digits close together are one number, as for hands.

Since dots go to a note each, they are settled as soon as there is a pause: only what was typed in one breath, a number and its
word, is taken back when somebody speaks. Ten dots more and a digit are no beginning of a sentence; a plus alone may be a kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.session import rounds
from diskussion_tui.domain.session.refusals import RefusedError
from diskussion_tui.domain.session.rounds import MAX_POINTS
from diskussion_tui.tui.digits import BREATH, Counted, Digits, undoing

if TYPE_CHECKING:
    from diskussion_tui.domain.session.records import Round
    from diskussion_tui.tui.rounds.screen import Ranking

_TEN_MORE = "+"


class Giving:
    """Giving dots and places to what is chosen on a screen of rounds."""

    def __init__(self, screen: Ranking) -> None:
        self._screen = screen
        self._tens = ""
        self._digits = Digits()
        now = screen.workshop.now
        self._dots, self._places = Counted(now, BREATH), Counted(now)

    def takes(self, character: str) -> bool:
        """Whether what is typed gives something; False where it is words, which `as_words` then begin."""
        of, note = self._screen.of, self._screen.board.selected
        if of is None or of.closed or not note or character not in self._giving(of):
            return False
        goes_on = self._tens == note
        if goes_on or character == _TEN_MORE:
            self._dots.forget()
        if goes_on:
            self._give(of, note, character)
            return True
        give = undoing(self._screen.workshop, lambda: self._give(of, note, character))
        return self._counted.takes(of.id, character, give)

    def takes_blank(self) -> bool:
        """Whether a blank comes right behind digits, where it may be the one between a number and a word."""
        return self._screen.of is not None and self._counted.takes_blank(self._screen.of.id)

    def as_words(self) -> str:
        """What was typed just now, and given no longer; empty where nothing was."""
        return self._counted.as_words(self._screen.of.id) if self._screen.of else ""

    def forget(self) -> None:
        """Somebody has gone elsewhere: a number that was being typed is not gone on with."""
        self._tens = ""
        self._dots.forget()
        self._places.forget()

    @property
    def _counted(self) -> Counted:
        of = self._screen.of
        return self._places if of and of.method == "ordning" else self._dots

    def _giving(self, of: Round) -> str:
        return "0123456789" if of.method == "ordning" else "0123456789" + _TEN_MORE

    def _give(self, of: Round, note: str, character: str) -> None:
        if character == _TEN_MORE:
            self._ten_more(of, note)
        elif of.method == "ordning":
            now = self._screen.workshop.now()
            self.put(note, self._digits.number(note, int(character), now, MAX_POINTS))
        else:
            self._count(of, note, int(character))

    # ---- dots ----------------------------------------------------------------------------------------------------

    def _count(self, of: Round, note: str, digit: int) -> None:
        """Give the note its dots and go on to the next."""
        dots = self._points(of, note) // 10 * 10 + digit if self._tens == note else digit
        if not self._given(of, note, dots):
            return
        self._tens = ""
        last = not self._screen.board.step(1)
        self._screen.say(self._screen.words.rounds.counted if last else "")

    def _ten_more(self, of: Round, note: str) -> None:
        """Ten more dots for the note; a digit that follows takes the place of what is below ten."""
        if self._given(of, note, min(MAX_POINTS, self._points(of, note) + 10)):
            self._tens = note
            self._screen.say("")

    def _given(self, of: Round, note: str, dots: int) -> bool:
        """Give dots; whether they could be given. Those that it has already are given too."""
        try:
            self._screen.workshop.do(rounds.give_dots, of.id, note, dots)
        except RefusedError as error:
            self._screen.explain(error)
            return False
        return True

    def _points(self, of: Round, note: str) -> int:
        every = rounds.ballot(self._screen.workshop.session, of)
        return next((one.points for one in every if one.note == note), 0)

    # ---- places --------------------------------------------------------------------------------------------------

    def put(self, note: str, place: int) -> None:
        """Put a note in the order, and stay with it."""
        if self._screen.of:
            self._screen.change(rounds.put_in_order, self._screen.of.id, note, place)
            self._screen.board.bring_into_view(note)

    def move_in_order(self, by: int) -> None:
        """Move the chosen note in the order: one without a place comes last in it, and the last one leaves it."""
        self.forget()
        of, note = self._screen.of, self._screen.board.selected
        if of is None or not note:
            return
        placed = [one.note for one in rounds.standings(self._screen.workshop.session, of) if one.first]
        if note in placed:
            place = placed.index(note) + 1 + by
            self.put(note, max(1, place) if place <= len(placed) else 0)
        elif by < 0:
            self.put(note, len(placed) + 1)
