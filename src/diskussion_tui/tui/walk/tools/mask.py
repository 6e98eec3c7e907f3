"""Personal data in what somebody is writing, or in the note they have chosen: pointed out at once, masked when asked to.

In the line it is masked before it is sent, in a note by a change. Never by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import MAX_NOTE, sentence_case
from diskussion_tui.domain.language.personal import found_in, masked, sorts_of, veiled
from diskussion_tui.domain.session.fields import texts_in
from diskussion_tui.domain.session.masking import mask
from diskussion_tui.domain.session.refusals import TooLongError
from diskussion_tui.texts import words as words_in
from diskussion_tui.tui.walk.tools.tool import Tool

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from diskussion_tui.domain.language.personal import Sort
    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.tui.walk.hints import Hint
    from diskussion_tui.tui.walk.screen import Walk


class Mask(Tool):
    """Looks out for personal data."""

    def __init__(self, walk: Walk) -> None:
        super().__init__(walk)
        self._pointed_out: tuple[Sort, ...] = ()

    @property
    def note(self) -> Note | None:
        """The note that is being looked at, or None where the line is."""
        walk = self.walk
        return (
            walk.session.note(walk.board.selected) if walk.choosing.is_among and walk.board.selected else None
        )

    @property
    def sorts(self) -> tuple[Sort, ...]:
        """The sorts of personal data in that note, or else in the line."""
        note, walk = self.note, self.walk
        line = walk.capture.text if walk.writes else ""
        text = "\n".join(said for _, said in texts_in(note)) if note else line
        return sorts_of(found_in(text, self._today))

    def hint(self) -> Hint:
        """What is found and what can be done about it; empty where nothing is."""
        found, said = self.sorts, self.walk.words.personal
        if not found:
            return "", "muted"
        sentence = said.in_line
        if self.note:
            sentence = said.in_note if self.walk.writes else said.in_note_only
        listed = said.listed(found)
        return sentence.format(sorts=sentence_case(listed)), "warning"

    def veiled(self, line: str) -> str:
        """A line of what is being typed as a room may read it: with dots for what is, or becomes, personal data."""
        return veiled(line, self._today, typed=True)

    def look_at_line(self) -> None:
        """Point out what has come or gone with the last key."""
        found = self.sorts
        if found != self._pointed_out:
            self._pointed_out = found
            self.walk.show_hint()

    def look_at_chosen(self) -> None:
        """Point out what the note just chosen holds; an answer to an earlier key may not cover that."""
        if self.sorts:
            self.walk.said = ("", "muted")
        self.walk.show_hint()

    def mask(self) -> None:
        """Mask what is found in the chosen note, or else in the line."""
        walk, note = self.walk, self.note
        walk.used.add("mask")
        if note is None:
            self._mask_line()
        elif not walk.writes:
            walk.say("")  # which leaves the line to why it cannot be changed
        elif walk.change(mask, [(note.table, note.id)], self._masks, self._today):
            walk.say(walk.words.personal.masked_note)

    def tell_of_pasted(self, notes: Sequence[str], taken: Sequence[str]) -> None:
        """Say how many notes were pasted, whether any of them holds what should be masked, and what was taken off."""
        telling = sum(bool(found_in(note, self._today)) for note in notes)
        words = self.walk.words.pasting
        said = [
            words.pasted(len(notes)),
            self.walk.words.personal.in_pasted(telling) if telling else "",
            words.taken.format(taken=words.listed(taken)) if taken else "",
        ]
        self.walk.say(" ".join(filter(None, said)), "warning" if telling else "muted")

    def _mask_line(self) -> None:
        walk, names, today = self.walk, self._masks, self._today
        text = walk.capture.text
        found = found_in(text, today)
        start, end = found[0].start, found[-1].end
        put, whole = masked(text[start:end], names, today), masked(text, names, today)
        if whole != text[:start] + put + text[end:]:
            start, end, put = 0, len(text), whole  # what stood beside it was one too
        if len(whole) > MAX_NOTE:
            walk.explain(TooLongError(len(whole)))
            return
        walk.capture.put_in(start, end, put)
        walk.line.keep_draft()
        walk.say(walk.words.personal.masked_line)

    @property
    def _masks(self) -> dict[str, str]:
        """What is put in a number's place: words of the workbook's language, in which the notes are."""
        return dict(words_in(self.walk.workshop.workbook.language).personal.names)

    @property
    def _today(self) -> dt.date:
        return self.walk.workshop.now().date()
