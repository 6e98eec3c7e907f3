"""The capture line as the walk uses it: for its usual task, or for another one that was asked for and gives it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import MAX_NOTE
from diskussion_tui.domain.session.refusals import TooLongError
from diskussion_tui.tui.walk.tasks.conclusion import ConclusionTask
from diskussion_tui.tui.walk.tasks.draft import taken_up
from diskussion_tui.tui.walk.tasks.note import NoteTask
from diskussion_tui.tui.walk.tasks.numbers import NumbersTask
from diskussion_tui.tui.walk.tasks.wording import WordingTask

if TYPE_CHECKING:
    from diskussion_tui.domain.language.pasting import Pasted
    from diskussion_tui.domain.session.records import Draft
    from diskussion_tui.tui.walk.screen import Walk
    from diskussion_tui.tui.walk.tasks.task import Task

_DRAFT_AFTER = 0.3
"""Seconds after a key that what is half typed is remembered."""


class Line:
    """What the line is used for, and by which table; what is half typed is never long unknown to the disk."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk
        self.group = ""
        self._notes, self._conclusions = NoteTask(walk), ConclusionTask(walk)
        self._asked_for: Task | None = None
        self._draft_waits = False

    @property
    def task(self) -> Task:
        """What the line is used for."""
        return self._asked_for or self.usual

    @property
    def usual(self) -> NoteTask | ConclusionTask:
        """What it is used for when nothing else has been asked for."""
        return self._conclusions if self.walk.step.role == "end" else self._notes

    @property
    def notes(self) -> NoteTask | None:
        """Taking down notes, where that is what it is used for."""
        return self._notes if self.task is self._notes and self.walk.takes_notes else None

    # ---- using it for something ----------------------------------------------------------------------------------

    def begin(self, task: Task, text: str) -> None:
        """Use the line for something else, with a text in it; what stood there comes back afterwards."""
        if not self.walk.writes:
            return
        task.stash = self.walk.capture.text
        self.use_for(task)
        self.walk.capture.put(text)
        self.walk.to_line()
        self.keep_draft()
        self.walk.show_all()
        self.walk.say(task.opening())

    def begin_wording(self) -> None:
        """Word the group's own question."""
        self.begin(WordingTask(self.walk), self.walk.session.wording(self.walk.step.id))

    def begin_numbers(self) -> None:
        """Work on notes by the numbers that the room calls out."""
        self.begin(NumbersTask(self.walk), "")

    def use_for(self, task: Task) -> None:
        """Use the line for something else from now on."""
        self._asked_for = task

    def end_task(self, text: str, *, keep: bool = False) -> None:
        """Use the line as usual again, with a text in it; with `keep` that is remembered at once."""
        self.walk.capture.put(text)
        self._asked_for = None
        if keep:
            self.keep_draft()
        self.walk.say("")
        self.walk.show_all()

    def walk_away(self) -> None:
        """Another step is walked to. What can no longer be kept where it was meant stays in the line."""
        text = self.walk.capture.text
        self.task.walk_away()
        if self._asked_for and not self.walk.writes:
            self.walk.capture.put("\n".join(filter(None, (self._asked_for.stash, text))))
        self._asked_for = None

    def pick(self, kind: str) -> None:
        """Write into a kind from now on."""
        self.walk.place.chosen_kind = kind
        self.keep_draft()
        self.walk.show_page()
        self.walk.show_prompt()

    def fits(self, text: str) -> bool:
        """Whether a text can be a note; told in words where it is too long."""
        if len(text) > MAX_NOTE:
            self.walk.explain(TooLongError(len(text)))
        return len(text) <= MAX_NOTE

    def send(self, text: str) -> None:
        """Enter. What cannot be kept stays in the line, and why is said."""
        if self.walk.writes:
            self.walk.tools.room.newest()
            self.task.send(text)
        elif text.strip():
            self.walk.say(self.walk.words.walk.final_kept if self.walk.session.final else "", "warning")

    def paste_list(self, text: str, pasted: Pasted) -> None:
        """A list was pasted: notes, where they are taken down, else a text of several lines."""
        if self.notes:
            self.walk.tell(self.notes.paste(text, pasted))
        elif self.fits(text):
            self.walk.capture.insert(text)

    def send_lines(self, pasted: Pasted, left: str) -> None:
        """Lines that came all at once: each is sent, and what is left of them is half typed."""
        if self.notes and pasted.notes:
            self.notes.paste_down(pasted)
        else:
            for note in pasted.notes:
                self.send(note)
        self.walk.capture.insert(left)

    # ---- what is half typed --------------------------------------------------------------------------------------

    def typed(self) -> None:
        """Something was typed: it is remembered soon."""
        self.task.typed()
        if not self._draft_waits:
            self._draft_waits = True
            self.walk.set_timer(_DRAFT_AFTER, self.keep_draft)

    def keep_draft(self) -> None:
        """Remember where we stand and what is half typed; what waits behind an empty line counts as that."""
        self._draft_waits = False
        text, edit, task = self.task.drafted()
        step, kind = self.walk.step.id, self.task.drafted_kind
        self.walk.workshop.keep_draft(step, kind, text, edit, task, group=self.group)

    def go_on_with(self, draft: Draft | None) -> bool:
        """Go on where a discussion was left; whether something half typed came back."""
        if draft is None:
            self.walk.place.enter(fresh=False)
            return False
        self.walk.place.start(draft.step, draft.kind)
        self.group = draft.group
        if draft.text:
            self.walk.capture.put(draft.text)
        self.walk.place.enter(fresh=False)
        if task := taken_up(self.walk, draft):
            self.begin(task, draft.edited)
        return bool(draft.text or draft.note)
