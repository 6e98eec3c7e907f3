"""A form that came back on paper, typed in at the prompt: box after box in the order of the paper, and an empty line goes on.

It is an evening at the prompt in all else: every note is on disk when it is called saved, every command is there, and whoever is
interrupted goes on where they were. Only the clock stands: the hour that somebody types is not the hour that the group talked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.summary import answered
from diskussion_tui.domain.workbook.form import boxes_of
from diskussion_tui.domain.workbook.steps import called, step_named
from diskussion_tui.line import marking, writing
from diskussion_tui.line.evening import Evening
from diskussion_tui.line.places import arrive
from diskussion_tui.line.refusals import NotDoneError

if TYPE_CHECKING:
    from diskussion_tui.domain.workbook.form import Box
    from diskussion_tui.domain.workbook.steps import Step


class KeyIn(Evening):
    """An evening in which somebody types in what others wrote. `box` is where they are on the paper."""

    _box: Box | None = None

    @property
    def box(self) -> Box | None:
        """The box that is typed in; None at a step that has none on paper.

        Whoever comes to a step where something is said already goes on with its notes.
        """
        if self._box and self._fits(self._box):
            return self._box
        done = answered(self.session, self.step.id)
        here = filter(self._fits, self._boxes)
        return next((box for box in here if box.holds == "notes" or not done), None)

    @property
    def _boxes(self) -> list[Box]:
        return [box for box in boxes_of(self.workbook) if box.holds != "detail" and not box.spare]

    def _fits(self, box: Box) -> bool:
        return box.of == self.step.id and box.kind == (self.kind.id if self.kind else "")

    @property
    def words_question(self) -> bool:
        """Whether the group's own question is typed: there is a box for it, whatever has been said."""
        return self.box is not None and self.box.holds == "wording" and not self.session.final

    def prompt(self) -> str:
        """What stands before the line; at the box of a verdict that one is asked for."""
        if self.box and self.box.holds == "verdict" and not (self._asked or self.session.final):
            return self.words.line.at_verdict.format(step=called(self.step.id))
        return super().prompt()

    def go_to(self, step: Step) -> None:
        """Be at another step, and say what is asked there; no clock starts."""
        self._number = self.workshop.steps.index(step)
        self.keep_place()
        arrive(self)

    @property
    def welcome(self) -> str:
        """How it is done, said at the beginning."""
        return self.words.line.keying

    def _arrive(self) -> None:
        """Begin with the first box, or where it was left."""
        if self.box is None:
            self._go_on()
        else:
            self.go_to(self.step)

    def _do(self, typed: str) -> None:
        meant = self.understanding.meant(typed)
        if meant.command:
            super()._do(typed)
        else:
            self._fill(meant.text)

    def _fill(self, text: str) -> None:
        """Write what stands in the box; an empty line, or what a box has one of, goes on to the next."""
        box = self.box
        if box is None or (text.strip() and box.holds == "notes"):
            writing.write(self, text)
        elif text.strip() and box.holds == "verdict":
            self._choose(text)
        elif text.strip():
            self.change(changes.set_wording, box.of, text)
        if box is None or box.holds != "notes" or not text.strip():
            self._go_on()

    def _choose(self, text: str) -> None:
        """The verdict; what is none stands in the line again, since it may have been meant for the next box."""
        try:
            marking.verdict(self, text)
        except NotDoneError:
            self.half_typed = text if self.edits else ""
            raise

    def _go_on(self) -> None:
        """The next box on the paper; after the last one it is done."""
        boxes, box = self._boxes, self.box
        number = boxes.index(box) + 1 if box else self._first_after(boxes)
        if number == len(boxes):
            notes = self.words.terms.notes(len(self.session.notes()))
            self.speech.say(self.words.line.keyed.format(notes=notes))
            self.close()
            return
        self._box = boxes[number]
        step = step_named(self.workshop.steps, self._box.of)
        if self._box.kind and step:
            self._kinds[step.id] = self._box.kind
        if step and step != self.step:
            self.go_to(step)
        else:
            self.keep_place()

    def _first_after(self, boxes: list[Box]) -> int:
        """Where the paper goes on after a step that has no box on it."""
        steps = [step.id for step in self.workshop.steps]
        later = [place for place, box in enumerate(boxes) if steps.index(box.of) > self._number]
        return later[0] if later else len(boxes)
