"""Marking notes, merging and splitting them, and the quiet hint that something like what is typed has been said already.

A mark is a thing of this screen: it follows from question to question, and is in no file. The hint is found after the key's
frame is drawn, so that it never stands between a key and its letter.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on

from diskussion_tui.base.text import clean_line
from diskussion_tui.domain.session import merging
from diskussion_tui.domain.session.records import Note
from diskussion_tui.domain.session.similar import ALIKE, Similar
from diskussion_tui.reports.page import shortened
from diskussion_tui.tui.dialogs.ask import Ask
from diskussion_tui.tui.dialogs.chooser import Choice, Chooser
from diskussion_tui.tui.walk import pages
from diskussion_tui.tui.walk.note_actions import NoteActions
from diskussion_tui.tui.widgets.capture import Capture
from diskussion_tui.tui.widgets.notes_board import NotesBoard

if TYPE_CHECKING:
    from diskussion_tui.domain.session.merging import Wish

_FEWEST = 2
_AT_A_TIME = 200
"""So many notes the index takes in at once: a few milliseconds."""
_TOLD = 5
"""So many originals the question whether to split tells; the others are counted."""
_TOLD_WIDTH = 54


class Merging(NoteActions):
    """The part of the walk that makes one note of several, and several of one."""

    _looks_for_likeness = False

    def on_mount(self) -> None:
        """Begin with an index of nothing; what is there is taken in when first something is typed."""
        self.similar = Similar()

    # ---- marking -------------------------------------------------------------------------------------------------

    def action_mark_note(self) -> None:
        """Mark the chosen note, or take its mark off."""
        if note := self._chosen():
            without = tuple(one for one in self.marked if one != note.id)
            self._mark(without if note.id in self.marked else (*self.marked, note.id))

    @on(NotesBoard.Unmarked)
    def _on_unmarked(self) -> None:
        self._mark(())

    def _mark(self, marked: tuple[str, ...]) -> None:
        self.marked = marked
        self.show_page()
        self.say("")
        self._show_footer()

    # ---- merging -------------------------------------------------------------------------------------------------

    def action_merge_notes(self) -> None:
        """Merge the marked notes; one that is alone is merged with another, which is asked for."""
        note = self._chosen()
        marked = self.marked
        if len(marked) < _FEWEST and note:
            marked = tuple(dict.fromkeys((*marked, note.id)))
        if len(marked) >= _FEWEST:
            self._ask_how(marked)
        elif note:
            self._ask_with_which(note)

    def _ask_with_which(self, note: Note) -> None:
        others = [one for one in self.workshop.session.notes() if one.id != note.id]
        if not others:
            self.say(self.words.merging.nothing_else)
            return
        self.similar.take_in(self.workshop.session)
        likes = {one.note: one for one in self.similar.ranked(note.text, but=note.id) if one.degree >= ALIKE}
        ordered = sorted(
            others,
            key=lambda one: (
                one.id not in likes or likes[one.id].opposite,
                -likes[one.id].degree if one.id in likes else 0.0,
                one.question != note.question,
                one.kind != note.kind,
            ),
        )
        said = self.words.merging
        beside = {
            one.note: f"{said.opposite if one.opposite else said.like}".rstrip(":") for one in likes.values()
        }
        choices = [
            Choice(
                one.id,
                f"{self._sign(one)} {clean_line(one.text)}",
                f"{beside.get(one.id, '')}  {one.question}",
            )
            for one in ordered
        ]
        chooser = Chooser(said.with_which, choices, self.words)
        self.app.push_screen(chooser, lambda chosen: self._ask_how((note.id, chosen)) if chosen else None)

    def _ask_how(self, ids: tuple[str, ...], wishes: tuple[Wish, ...] = ()) -> None:
        """Ask about each note that would come of it, in turn, and make them all in one step."""
        from diskussion_tui.tui.dialogs.merge import Asked, Merge

        session = self.workshop.session
        kind = wishes[0].kind if wishes else None
        if wishes and len(wishes) >= len(merging.groups_of(session, ids, kind)):
            self._merge(ids, wishes)
            return
        notes = tuple(note for note in map(session.note, ids) if note)
        asked = Asked(
            notes,
            lambda chosen: merging.groups_of(session, ids, chosen),
            self.workshop.workbook.kinds,
            len(wishes),
        )
        self.app.push_screen(
            Merge(asked, self.words), lambda wish: self._ask_how(ids, (*wishes, wish)) if wish else None
        )

    def _merge(self, ids: tuple[str, ...], wishes: tuple[Wish, ...]) -> None:
        change = self.change(merging.merge, self.workshop.ids.endless(), ids, wishes)
        if change is None:
            return
        made = [one for one in change.versions if isinstance(one, Note) and one.id not in ids]
        self._mark(())
        here = next((one.id for one in made if self.board.holds(one.id)), "")
        if here:
            self.to_notes()
            self.board.select(here)
        elif not self.board.selected:
            self.action_back_to_writing()
        self._show_chosen()
        said = self.words.merging
        told = said.merged(len(change.versions) - 1) if len(made) == 1 else said.merged_apart(len(made))
        there = "" if here else said.merged_under.format(step=made[0].question)
        self.say(f"{told} {there}".strip())

    # ---- splitting, and what it was made of -----------------------------------------------------------------------

    def action_split_note(self) -> None:
        """Take a merged note apart, once it is seen what comes back."""
        note, said = self._chosen(), self.words.merging
        if note is None:
            return
        if not note.sources:
            self.say(said.not_merged)
            return
        session = self.workshop.session
        back = [one.note for one in merging.originals_of(session, note) if not one.depth and one.note]
        rows = [f"{self._sign(one)} {shortened(one.text, _TOLD_WIDTH)}" for one in back[:_TOLD]]
        if len(back) > _TOLD:
            rows.append(said.more(len(back) - _TOLD))
        given = merging.given_since(session, note)
        told = [said.split_explained, *([said.split_hands(given)] if given else [])]
        question = said.split_question(len(back))
        ask = Ask(question, "\n".join([*rows, "", " ".join(told)]), self.words, safe=True)
        self.app.push_screen(ask, lambda yes: self._split(note, back) if yes else None)

    def _split(self, note: Note, back: list[Note]) -> None:
        if self.change(merging.split, note.id) is None:
            return
        self.board.select(next((one.id for one in back if self.board.holds(one.id)), ""))
        if not self.board.selected:
            self.action_back_to_writing()
        self._show_chosen()
        self.say(self.words.merging.split(len(back)))

    def action_originals_note(self) -> None:
        """Read what a merged note was made of, at any depth."""
        note, said = self._chosen(), self.words.merging
        if note is None:
            return
        if not note.sources:
            self.say(said.not_merged)
            return
        from diskussion_tui.tui.dialogs.reader import Reader

        view = replace(self.view(pages.TEXT_WIDTH), marked=())
        title = said.originals(merging.leaves_of(self.workshop.session, note))
        self.app.push_screen(
            Reader(title, lambda width: pages.original_rows(view, note, width), self.words, "o")
        )

    def _sign(self, note: Note) -> str:
        kind = self.workshop.workbook.kind(note.kind)
        return kind.sign if kind else "•"

    # ---- what has been said already ------------------------------------------------------------------------------

    @on(Capture.Changed, "#capture")
    def _on_typed_something(self) -> None:
        if not self._looks_for_likeness:
            self._looks_for_likeness = True
            self.call_after_refresh(self._look_for_likeness)

    def _look_for_likeness(self) -> None:
        """Find what is like the line as it is now. An index that is not up to date is brought there first, bit by bit."""
        if not self.is_composed:
            return
        if not self.similar.take_in(self.workshop.session, _AT_A_TIME):
            self.call_after_refresh(self._look_for_likeness)
            return
        self._looks_for_likeness = False
        writing = self.doing.does != "wording" and self.takes_notes
        keep = self.likeness.note if self.likeness else ""
        found = self.similar.likest(self.capture.text, self.doing.note, keep) if writing else None
        if (found and (found.note, found.opposite)) != (
            self.likeness and (self.likeness.note, self.likeness.opposite)
        ):
            self.likeness = found
            self.show_hint()
