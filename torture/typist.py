"""Somebody at the keyboard of one running program: types at random, and notes what the screen has called saved.

The keys are handed on in turn by the program, so the typist may type ahead and still know where it is. What it cannot know,
such as whether a note was there to be edited, it leaves to the ledger, which goes by the words alone.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from benchmarks.terminal import Key, ctrl
from torture import glass
from torture.ledger import Sent
from torture.sayings import TOKEN, sentence, token

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from benchmarks.terminal import Terminal
    from diskussion_tui.domain.workbook.steps import Step
    from torture.ledger import Ledger

_SIZES = ((80, 24), (80, 24), (100, 30), (120, 36), (160, 45), (60, 20))


class Typist:
    """Types into `terminal` for one round. `line` is what stands typed and not sent."""

    def __init__(self, terminal: Terminal, ledger: Ledger, dice: random.Random) -> None:
        self.terminal = terminal
        self.ledger = ledger
        self.dice = dice
        self.line = ""
        self.step: Step | None = None
        self.done: list[str] = []
        self.ended = False
        self._seen: set[str] = set()
        self._mine: set[str] = set()
        self._hasty = dice.random() < 0.6

    # ---- looking -------------------------------------------------------------------------------------------------

    def looks(self) -> bool:
        """Take in what the screen shows; say whether it calls everything saved.

        What was seen above the capture line counts from the first look at which the header says so too.
        """
        rows = self.terminal.screen()
        if self.terminal.in_a_frame():
            return False  # half a frame is on no screen, and its header may be the one before
        self._seen.update(self._mine.intersection(TOKEN.findall(glass.taken_in(rows))))
        saved = glass.says_saved(rows)
        if saved:
            self.ledger.acknowledged |= self._seen
        return saved

    def waits(self, seconds: float) -> None:
        """Watch the screen for a while."""
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            self.terminal.idle(quiet=min(left, 0.02), timeout=left)
            self.looks()

    def unconfirmed(self) -> set[str]:
        """Return what was seen taken in and has not been called saved."""
        return self._seen - self.ledger.acknowledged

    # ---- doing ---------------------------------------------------------------------------------------------------

    def does_something(self) -> None:
        """Do one of the things that people do in a discussion."""
        deeds: dict[Callable[[], None], int] = {
            self.says: 50,
            self._says_in_lines: 4,
            self._pastes: 4,
            self._turns: 8,
            self._picks_kind: 6,
            self._jumps: 8,
            self._turns_page: 6,
            self._undoes: 6,
            self._adds_to_a_note: 6,
            self._withdraws: 5,
            self._resizes: 3,
            self._pauses: 5,
        }
        deed = self.dice.choices([*deeds], [*deeds.values()])[0]
        self.done.append(deed.__name__.strip("_"))
        deed()
        self.looks()

    def joins(self) -> None:
        """Empty the line, which may hold what somebody else has half typed."""
        self.terminal.send(Key.ESCAPE)
        self.waits(0.2)
        self.terminal.send(Key.END + ctrl("u") * 3)
        self.waits(0.2)

    def takes_up(self, line: str, edited: str) -> None:
        """Start from the half-typed line that the program has given back; an edit that came with it is left."""
        if edited:
            self.terminal.send(Key.ESCAPE)
            self.waits(0.2)
        self.line = line

    def says(self) -> None:
        """Type a note and send it; where one was half typed, it goes on from there."""
        self._goes_where_notes_are_taken()
        self.types(("" if self.line else self._begun()) + sentence(self.dice))
        self._sends()

    def half_types(self) -> None:
        """Leave a line, or an edit, without sending it."""
        self._goes_where_notes_are_taken()
        if not self.line and self._asks() != "own" and self.dice.random() < 0.25:
            self.terminal.send(f"{Key.UP}{Key.ENTER} {self._begun()}{sentence(self.dice)}")
        else:
            self.types(("" if self.line else self._begun()) + sentence(self.dice))

    def types(self, text: str) -> None:
        """Type at the speed of the moment: all at once, or letter by letter."""
        typed = f" {text}" if self.line else text
        self.line += typed
        if self._hasty or self.dice.random() < 0.5:
            self.terminal.send(typed)
            return
        for letter in typed:
            self.terminal.send(letter)
            self.terminal.idle(quiet=self.dice.uniform(0, 0.004), timeout=0.01)

    def _begun(self) -> str:
        return token(self.dice) + " "

    def _sends(self) -> None:
        for known in TOKEN.findall(self.line):
            self._promises(Sent(known, self.line))
        self.terminal.send(Key.ENTER)
        self.line = ""

    def _promises(self, sent: Sent) -> None:
        self.ledger.sent[sent.token] = sent
        self._mine.add(sent.token)

    def _goes_where_notes_are_taken(self) -> None:
        asks = self._asks()
        if asks == "own" and self.line:
            self._sends()  # as the question or as a note: who went away would have left it as either
        elif not asks:
            self._jumps()

    def _says_in_lines(self) -> None:
        self._goes_where_notes_are_taken()
        if self._asks() == "own":
            return
        self.types(("" if self.line else self._begun()) + sentence(self.dice))
        more = sentence(self.dice)
        self.terminal.send(Key.ALT_ENTER + more)
        self.line += "\n" + more
        self._sends()

    def _pastes(self) -> None:
        self._goes_where_notes_are_taken()
        if self.line or self._asks() == "own":
            return
        items = [self._begun() + sentence(self.dice) for _ in range(self.dice.randint(2, 3))]
        for item in items:
            self._promises(Sent(item.split(" ", 1)[0], item))
        self.terminal.paste("\n".join(items))

    def _turns(self) -> None:
        self.terminal.send(self.dice.choice((Key.TAB, Key.TAB, Key.SHIFT_TAB)))

    def _picks_kind(self) -> None:
        if not self.line and self._asks() == "kinds":
            self.terminal.send(self.dice.choice(glass.workbook().kinds).key)

    def _jumps(self) -> None:
        asking = [
            one for one in glass.steps() if one.question and (one.question.asks != "own" or not self.line)
        ]
        self.step = self.dice.choice(asking)
        self.terminal.send(ctrl("g") + self.step.id + Key.ENTER)

    def _turns_page(self) -> None:
        if self.step is None or self.step.role == "end":  # there the keys turn the summary's own pages
            return
        by = self.dice.choice((1, 1, -1))
        self.terminal.send(Key.PAGE_DOWN if by > 0 else Key.PAGE_UP)
        place = glass.steps().index(self.step) + by
        self.step = glass.steps()[max(0, min(place, len(glass.steps()) - 1))]

    def _undoes(self) -> None:
        if not self.line and self._asks() not in {"", "own"}:
            self.terminal.send(ctrl("z") * self.dice.randint(1, 3))
            if self.dice.random() < 0.5:
                self.terminal.send(ctrl("y"))
            self._jumps()  # undoing goes to what was taken back, wherever that is

    def _adds_to_a_note(self) -> None:
        if self.line or self._asks() in {"", "own"}:
            return
        added = self._begun() + sentence(self.dice)
        self._promises(Sent(added.split(" ", 1)[0], added, addition=True))
        self.terminal.send(Key.UP + Key.ENTER + " " + added + Key.ENTER)

    def _withdraws(self) -> None:
        if not self.line and self._asks() not in {"", "own"}:
            self.terminal.send(Key.UP + Key.DELETE + Key.TAB)

    def _resizes(self) -> None:
        self.terminal.resize(*self.dice.choice(_SIZES))

    def _pauses(self) -> None:
        self.waits(self.dice.uniform(0.02, 0.5))

    def _asks(self) -> str:
        return self.step.question.asks if self.step and self.step.question else ""
