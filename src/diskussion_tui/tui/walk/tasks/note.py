"""Taking down notes: what the line is for on every question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.language.leading import led_by
from diskussion_tui.domain.session.refusals import RefusedError
from diskussion_tui.domain.workbook.steps import step_named
from diskussion_tui.reports.fields import table_called
from diskussion_tui.tui.rows import clipped
from diskussion_tui.tui.walk.tasks.task import Drafted, Task

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diskussion_tui.domain.language.pasting import Pasted
    from diskussion_tui.domain.workbook.workbook import Kind
    from diskussion_tui.tui.rows import Row

_ASK_FROM = 4
"""From how many lines on a pasted list is asked about first."""
_TABLE_NAME = 12
"""How many cells of a table's name stand before the line."""


class NoteTask(Task):
    """What is typed becomes a note under the question in view."""

    usual = True
    takes_lists = True
    _kind_before = ""
    _by_sign = False
    """Whether the kind was chosen by the sign before what is being written."""
    _as_text = ""
    """A pasted list that was put into the line as it is."""

    def prompt(self) -> Row:
        """The kind being written into, or where it goes from a page that asks nothing; and the table that speaks."""
        place, said = self.walk.place, self.walk.words.walk
        kind = self.walk.workshop.workbook.kind(place.kind)
        if place.parks:
            row: Row = ((f" {said.prompt_park} ", "accent"),)
        elif self.walk.step.question is None:
            row = ((f" {self._there} › ", "accent"), *(badge(kind) if kind else ()))
        else:
            row = badge(kind) if kind else ((f" {said.prompt_note} ", "accent"),)
        if self.walk.line.group and self.walk.takes_notes:
            table = table_called(self.walk.line.group, self.walk.words)
            row = (*row, *clipped(((table, "muted"),), _TABLE_NAME), (" ", "text"))
        return row

    def send(self, text: str) -> None:
        """A note, of the kind whose sign stands before its words; an empty line stays empty."""
        if not text.strip():
            self.walk.capture.put("")
            return
        kind, words = self._led(text)
        before = self.walk.place.kind
        if kind != before:
            self.walk.line.pick(kind)
            self._by_sign = True
        if not self.take_down([words]) and kind != before:
            self.walk.line.pick(before)

    def take_down(self, texts: Sequence[str], kinds: Sequence[str] = ()) -> bool:
        """Put notes under the question in view; the line is emptied once they are taken in. Whether they were."""
        walk, question = self.walk, self.walk.place.question
        if question is None:
            return False
        try:
            change = walk.workshop.add_notes(
                question.id,
                list(texts),
                kinds or walk.place.kind,
                group=walk.line.group,
                parked=walk.place.parks,
            )
        except RefusedError as error:
            walk.explain(error)
            return False
        walk.workshop.timing.go_on()
        walk.capture.put("")
        walk.line.keep_draft()
        walk.say(self._told() if change else "")
        self._by_sign = False
        if change:
            walk.board.bring_into_view(change.versions[-1].id)
        return True

    def _told(self) -> str:
        """Where a note went that the page in view does not show."""
        if self.walk.place.parks:
            return self.walk.words.conclusions.parked
        said, kind = self.walk.words.walk, self.walk.workshop.workbook.kind(self.walk.place.kind)
        if self._by_sign and kind:
            return said.taken_in.format(kind=f"{kind.sign} {kind.label}")
        return "" if self.walk.step.question else said.taken_down.format(step=self._there)

    def _led(self, text: str) -> tuple[str, str]:
        """The kind that a text's own sign chooses, else the one being written into; and the text without that sign."""
        kinds = self.walk.workshop.workbook.kinds if self.walk.place.kind else ()
        by_key = {kind.key.lower(): kind.id for kind in kinds}
        sign, words = led_by(text, by_key)
        return by_key.get(sign, self.walk.place.kind), words

    @property
    def _there(self) -> str:
        """The question that is written to from a page that asks nothing: `B 1`."""
        question = self.walk.place.question
        step = step_named(self.walk.workshop.steps, question.id) if question else None
        return f"{step.part} {step.number}" if step else ""

    async def paste(self, text: str, pasted: Pasted) -> None:
        """A pasted list becomes a note a line; one that is longer than a few, or in which a word is divided, is asked about."""
        notes = pasted.notes
        if len(notes) >= _ASK_FROM or pasted.is_divided:
            notes = await self._asked(pasted)
        if not notes:
            if self.walk.line.fits(text):
                self._as_text = text
                self.walk.capture.insert(text)  # as if it were typed: it is looked through, and can be undone
        else:
            self._paste_down(notes, pasted)

    def paste_down(self, pasted: Pasted) -> None:
        """Take down a pasted list without asking."""
        self._paste_down(pasted.notes, pasted)

    def _paste_down(self, notes: Sequence[str], pasted: Pasted) -> None:
        led = [self._led(note) for note in notes]
        words = [text for _, text in led]
        own = words != list(notes)
        if self.take_down(words, [kind for kind, _ in led]):
            self.walk.tools.masking.tell_of_pasted(words, (*pasted.taken, *(("kinds",) if own else ())))

    async def _asked(self, pasted: Pasted) -> tuple[str, ...]:
        """The notes that are meant; none where the text is to stand in the line."""
        from diskussion_tui.tui.dialogs.paste import AskPaste

        walk, place = self.walk, self.walk.place
        asks = place.question is not None and place.question.asks == "kinds" and not place.parks
        kinds = walk.workshop.workbook.kinds if asks else ()
        answer = await walk.ask(AskPaste(pasted, kinds, walk.place.kind, walk.words))
        if answer is None or not answer.notes:
            return ()
        if answer.kind != walk.place.kind:
            walk.line.pick(answer.kind)
        return answer.notes

    def pick_by_key(self, kind: str) -> None:
        """A kind's own key in the empty line."""
        self._kind_before, self._by_sign = self.walk.place.kind, kind != self.walk.place.kind
        self.walk.line.pick(kind)

    def unpick(self) -> None:
        """The key was the sign of a number: the kind is what it was."""
        self._by_sign = False
        self.walk.line.pick(self._kind_before)

    def leave(self) -> None:
        """There is nothing to leave: Esc takes back a text that was put in, ends the big picture, or takes off the filter."""
        if self._as_text and self.walk.capture.text == self._as_text:
            self._as_text = ""
            self.walk.capture.action_undo()
        elif self.walk.big:
            self.walk.toggle_big()
        elif self.walk.filtered:
            self.walk.tools.filter.take_off()

    def walk_away(self) -> None:
        """What is half typed walks along."""

    def drafted(self) -> Drafted:
        """What is half typed."""
        return Drafted(self.walk.capture.text)


def badge(kind: Kind) -> Row:
    """A kind as it stands before the line."""
    return ((f" {kind.sign} {kind.label} ", f"badge-{kind.role}"), (" ", "text"))
