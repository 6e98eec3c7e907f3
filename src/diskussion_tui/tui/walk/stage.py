"""The stage of the walk: the discussion in view, and walking, changing and editing in it.

The screen's parts build on it: `note_actions` (what is done with a note), `looking` (what opens over it) and `walk` (what is
typed). They share this one state, so none of them needs to know the others. How it is drawn is `scene.py`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ParamSpec

from textual import on
from textual.message import Message

from diskussion_tui.base.text import MAX_NOTE
from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.changes import RefusedError, TooLongError
from diskussion_tui.domain.session.merging import MergedElsewhereError
from diskussion_tui.domain.workbook.steps import Step, step_named
from diskussion_tui.tui.dialogs.chooser import Choice
from diskussion_tui.tui.walk import pages
from diskussion_tui.tui.walk.scene import Doing, Scene
from diskussion_tui.workshop.workshop import ReadOnlyError

if TYPE_CHECKING:
    from diskussion_tui.domain.session.records import Draft, Task
    from diskussion_tui.workshop.saving.saver import Event

P = ParamSpec("P")
_CLOCK_EVERY = 5.0
"""Seconds between two looks at the clock; nothing is drawn unless a minute has passed."""


class Stage(Scene):
    """A discussion being led."""

    @dataclass
    class SaverSaid(Message):
        """The workshop's saver has something to tell, brought over from its thread."""

        event: Event

    def on_mount(self) -> None:
        """Open where the discussion was left, with the half-typed line."""
        self.fit(self.app.size)
        self.workshop.on_event = self._on_saver_thread
        self.workshop.listen(self._on_workshop)
        draft = None if self.practising else self.workshop.last_draft()
        step = step_named(self.workshop.steps, draft.step) if draft else None
        self._number = self.workshop.steps.index(step) if step else 0
        self._kind = draft.kind if draft and draft.kind else ""
        self.group = draft.group if draft else ""
        if draft and draft.text:
            self.capture.put(draft.text)
        self._enter(fresh=False)
        if draft and draft.note:
            self._go_on_with(draft)
        self._tell_what_was_found(half_typed=bool(draft and (draft.text or draft.note)))
        self.tell_of_clock()
        self.set_interval(_CLOCK_EVERY, self.look_at_clock)

    def look_at_clock(self) -> None:
        """See how the time goes; nothing is drawn unless something is different."""
        self.workshop.timing.tick()
        self.tell_of_clock()
        self._show_header()

    def _go_on_with(self, draft: Draft) -> None:
        """Take up what was being written about a note."""
        if draft.task:
            self.begin_dissent(draft.note, draft.edited)
        else:
            self.begin_edit(draft.note, draft.edited)

    # ---- walking -------------------------------------------------------------------------------------------------

    def action_next_step(self) -> None:
        """The next step of the walk."""
        self.go_to(self._number + 1)

    def action_previous_step(self) -> None:
        """The step before."""
        self.go_to(self._number - 1)

    def go_to(self, number: int) -> None:
        """Walk to a step by its place; beyond either end is the end."""
        number = max(0, min(number, len(self.workshop.steps) - 1))
        if number == self._number:
            return
        self._leave_task()
        self._number = number
        self.say("")
        self._enter()

    def _enter(self, *, fresh: bool = True) -> None:
        if fresh:
            self._kind = ""
            self.filtered = None
        question = self.step.question
        if question and question.asks == "own" and self.takes_notes and not self._worded(question.id):
            half_typed = self.capture.text if fresh else ""
            self.doing = Doing("wording", stash=half_typed)  # a note walked along with is not their question
            if half_typed:
                self.capture.put("")
        self.workshop.enter(self.step.id, self.drafted_kind, self.capture.text or self.doing.stash)
        self.board.select("")
        self.board.scroll_to_line(0)
        self.show_all()
        if self.writes:
            self.to_line()
        else:
            self.to_notes()

    def show_all_notes(self) -> None:
        """Take the filter off."""
        self.filtered = None
        self.show_all()
        self.say(self.words.filtering.off)

    def _worded(self, question: str) -> bool:
        session = self.workshop.session
        return bool(session.wording(question) or session.notes_of(question))

    def _leave_task(self) -> None:
        """Walk away from what the line was used for: an edit is left, a question that was being worded is kept."""
        if self.doing.does in {"edit", "conclusion"}:
            self.capture.put(self.doing.stash)
        elif self.doing.does == "dissent":
            if self.capture.text.strip():
                self.change(changes.word_dissent, self.doing.note, self.capture.text)
            self.capture.put(self.doing.stash)
        elif self.doing.does == "wording":
            question = self.step.question
            if question and self.capture.text.strip():
                self.change(changes.set_wording, question.id, self.capture.text)
            self.capture.put(self.doing.stash)
        self.doing = Doing()

    # ---- changing -----------------------------------------------------------------------------------------------

    def explain(self, error: RefusedError) -> None:
        """Say why a change was not made, and what to do."""
        if isinstance(error, ReadOnlyError):
            self.say("")  # which leaves the line to what is said of a discussion that is only read
        elif isinstance(error, MergedElsewhereError):
            self.say(self.words.merging.elsewhere, "warning")
        elif isinstance(error, TooLongError):
            self.say(self.words.walk.too_long.format(n=error.length), "warning")
        else:
            self.say(self.words.walk.final_hint, "warning")

    def keep_draft(self) -> None:
        """Remember where we stand and what is half typed; what waits behind an empty line counts as that."""
        self.draft_timer_runs = False
        stash = self.doing.stash
        tasks: dict[str, Task] = {"edit": "", "conclusion": "", "dissent": "avvikande"}
        edits, text = self.doing.does in tasks, stash
        edit = (self.doing.note, self.capture.text) if edits else ("", "")
        if not edits:
            text = self.capture.text or stash
        task = tasks.get(self.doing.does, "")
        self.workshop.keep_draft(self.step.id, self.drafted_kind, text, edit, task, group=self.group)

    def begin_edit(self, note_id: str, text: str = "") -> None:
        """Put a note in the capture line, or `text` as what it has become; what stood there comes back afterwards."""
        note = self.workshop.session.note(note_id)
        if note is None or note.gone or not self.writes:
            return
        self.doing = Doing("edit", note_id, self.capture.text)
        self.capture.put(text or note.text)
        self.to_line()
        self.show_all()
        self.say(self.words.walk.edit_hint)

    def begin_dissent(self, note_id: str, text: str | None = None) -> None:
        """Put a note's dissenting opinion in the capture line, or `text` as what it has become."""
        note = self.workshop.session.note(note_id)
        if note is None or note.gone or not self.writes:
            return
        self.doing = Doing("dissent", note_id, self.capture.text)
        self.capture.put(note.objection if text is None else text)
        self.to_line()
        self.keep_draft()
        self.say("")
        self.show_all()

    def _end_task(self) -> None:
        """Done with what the line was used for; what stood there before comes back."""
        self.capture.put(self.doing.stash)
        self.doing = Doing()
        self.keep_draft()
        self.say("")
        self.show_all()

    def _fits(self, text: str) -> bool:
        """Whether a text can be a note; told in words where it is too long."""
        if len(text) > MAX_NOTE:
            self.explain(TooLongError(len(text)))
        return len(text) <= MAX_NOTE

    def choice(self, step: Step) -> Choice:
        """A step as something to choose: its id with what it asks, or its heading; found by either."""
        heading = pages.step_name(step, self.words)
        question = step.question
        title = heading
        if question and question.asks != "reflection":
            own = self.workshop.session.wording(question.id)
            title = own or question.text or self.words.terms.own_question
        named = f"{step.id}  {title}" if step.part else title
        return Choice(step.id, named, "", f"{step.id.replace('.', '')} {heading}")

    def tell_of_clock(self) -> None:
        """Tell in one quiet line what was found of the clock."""
        what, seconds = self.workshop.timing.found
        self.workshop.timing.found = ("", 0)
        said = self.words.plan
        if what == "gap":
            self.say(said.gap(seconds // 60))
        elif what and not self.said[0]:
            self.say(said.anew if what == "anew" else said.stands)

    # ---- hearing -------------------------------------------------------------------------------------------------

    def _on_saver_thread(self, event: Event) -> None:
        self.post_message(self.SaverSaid(event))

    @on(SaverSaid)
    def _on_saver(self, message: SaverSaid) -> None:
        self.workshop.take(message.event)

    def _on_workshop(self) -> None:
        if not self.is_composed:
            return
        self._show_header()
        if self._drawn is not self.workshop.session:
            self.show_page()
            self._show_rail()
        self.show_hint()

    def _tell_what_was_found(self, *, half_typed: bool) -> None:
        found, words = self.workshop.found, self.words.walk
        said = [words.recovered(found.recovered)] if found.recovered else []
        if found.from_files:
            said.append(words.from_files(found.from_files))
        if half_typed:
            said.append(words.draft_back)
        if found.faults:
            said = [words.faults_found(len(found.faults)), *said]
        if said:
            self.say(" ".join(said), "warning" if found.faults else "muted")
