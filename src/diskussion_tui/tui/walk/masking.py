"""Masking personal data: in the line before it is sent, in a note by a change. It is offered, never done by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from diskussion_tui.base.text import MAX_NOTE
from diskussion_tui.domain.language.personal import found_in, masked
from diskussion_tui.domain.session.changes import TooLongError
from diskussion_tui.domain.session.masking import mask
from diskussion_tui.texts import words as words_in
from diskussion_tui.tui.walk import personal
from diskussion_tui.tui.walk.stage import Stage
from diskussion_tui.tui.widgets.capture import Capture
from diskussion_tui.tui.widgets.notes_board import NotesBoard

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence


class Masking(Stage):
    """The part of the walk that looks out for personal data."""

    _found: tuple[str, ...] = ()

    @on(Capture.Changed)
    def _on_typed_personal(self) -> None:
        """Point out what has come or gone with the last key."""
        found = personal.sorts(self)
        if found != self._found:
            self._found = found
            self.show_hint()

    @on(NotesBoard.Moved)
    @on(NotesBoard.Picked)
    def _on_chosen_personal(self) -> None:
        """Point out what the note just chosen holds; an answer to an earlier key may not cover that."""
        if personal.sorts(self):
            self.said = ("", "muted")
        self.show_hint()

    def action_mask(self) -> None:
        """Mask what is found in the chosen note, or else in the line."""
        said, note = self.words.personal, personal.chosen(self)
        if not personal.sorts(self):
            self.say(said.nothing)
            return
        self.used.add("mask")
        if note is None:
            self._mask_line()
        elif not self.writes:
            self.say("")  # which leaves the line to why it cannot be changed
        elif self.change(mask, [(note.table, note.id)], self._masks(), self._today()):
            self.say(said.masked_note)

    def tell_of_pasted(self, notes: Sequence[str]) -> None:
        """Say how many notes were pasted, and whether any of them holds what should be masked."""
        telling = sum(bool(found_in(note, self._today())) for note in notes)
        said = self.words.walk.pasted(len(notes))
        if telling:
            told = self.words.personal.in_pasted(telling).format(key=personal.key(self))
            self.say(f"{said} {told}", "warning")
        else:
            self.say(said)

    def _mask_line(self) -> None:
        text, names, today = self.capture.text, self._masks(), self._today()
        found = found_in(text, today)
        start, end = found[0].start, found[-1].end
        put, whole = masked(text[start:end], names, today), masked(text, names, today)
        if whole != text[:start] + put + text[end:]:
            start, end, put = 0, len(text), whole  # what stood beside it was one too
        if len(whole) > MAX_NOTE:
            self.explain(TooLongError(len(whole)))
            return
        self.capture.put_in(start, end, put)
        self.keep_draft()
        self.say(self.words.personal.masked_line)

    def _masks(self) -> dict[str, str]:
        """What is put in a number's place: words of the workbook's language, in which the notes are."""
        return dict(words_in(self.workshop.workbook.language).personal.names)

    def _today(self) -> dt.date:
        return self.workshop.now().date()

    def show_hint(self) -> None:
        """Draw the line, and in the big picture only where it warns."""
        super().show_hint()
        warned = personal.hint(self)
        self.set_class(bool(warned[0]) and self.hinted == warned, "-personal")
