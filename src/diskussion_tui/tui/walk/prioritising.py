"""The way from the walk to a section's rounds, and a note's dissenting opinion in the capture line."""

from __future__ import annotations

from textual import on

from diskussion_tui.domain.session import changes, rounds
from diskussion_tui.tui.walk.scene import Doing
from diskussion_tui.tui.walk.stage import Stage
from diskussion_tui.tui.widgets.capture import Capture


class Prioritising(Stage):
    """The part of the walk that ranks notes and takes down dissent."""

    def action_rank(self) -> None:
        """Prioritise the notes of the section in view."""
        from diskussion_tui.tui.rounds.screen import Ranking

        section, session, said = self.step.section, self.workshop.session, self.words.rounds
        if section is None:
            self.say(said.no_section)
        elif not (rounds.rounds_in(session, section.id) or rounds.in_section(session, section.id)):
            self.say(said.no_notes)
        elif not rounds.rounds_in(session, section.id) and (session.final or self.workshop.read_only):
            self.say(said.read_only_hint)
        else:
            self.keep_draft()
            self.app.push_screen(Ranking(self.workshop, self.words, section), lambda _: self.show_all())

    def action_dissent_note(self) -> None:
        """Mark that somebody does not agree, and write what they say."""
        note = self.workshop.session.note(self.board.selected) if self.board.selected else None
        if note is None or not self.takes_notes:
            return
        if note.dissent or self.change(changes.toggle_dissent, note.id):
            self.begin_dissent(note.id)

    def save_dissent(self, text: str) -> None:
        """Keep what was written of a dissenting opinion, and go back to its note."""
        note = self.doing.note
        try:
            changed = self.workshop.do(changes.word_dissent, note, text)
        except changes.RefusedError as error:
            self.explain(error)
            return
        self.leave_dissent()
        if changed:
            self.say(self.words.rounds.dissent_saved)

    def leave_dissent(self) -> None:
        """Back among the notes, with the mark as it is; what stood in the line before stands there again."""
        note, stash = self.doing.note, self.doing.stash
        self.doing = Doing()
        self.capture.put(stash)
        self.keep_draft()
        self.say("")
        self.show_all()
        if self.board.holds(note):
            self.to_notes()
            self.board.select(note)

    @on(Capture.TakenOff)
    def _on_taken_off(self) -> None:
        """`!` in the empty line: all agree again."""
        note = self.doing.note
        self.leave_dissent()
        if self.change(changes.toggle_dissent, note):
            self.say(self.words.rounds.dissent_off)
