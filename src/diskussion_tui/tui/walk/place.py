"""Where in the walk we are: the step in view, the kind being written into, what can be written, and walking on from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.session.records import Answer, Conclusion, Note
from diskussion_tui.domain.session.summary import is_worded
from diskussion_tui.domain.workbook.steps import END, parks_at, step_named, written_at
from diskussion_tui.tui.walk.tasks.wording import WordingTask

if TYPE_CHECKING:
    from diskussion_tui.domain.session.records import Record
    from diskussion_tui.domain.workbook.steps import Step
    from diskussion_tui.domain.workbook.workbook import Question
    from diskussion_tui.tui.walk.screen import Walk


class Place:
    """A step of the walk. `number` is its place among all, `chosen_kind` the kind or sort that was turned to in it, which it has again when one comes back."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk
        self.number = 0
        self.chosen_kind = ""
        self._kinds: dict[str, str] = {}

    @property
    def step(self) -> Step:
        """The step in view."""
        return self.walk.workshop.steps[self.number]

    @property
    def question(self) -> Question | None:
        """What is typed here becomes a note of this question."""
        return written_at(self.walk.workshop.steps, self.step)

    @property
    def parks(self) -> bool:
        """Whether what is typed here is put aside for later, since the step is about no question."""
        return parks_at(self.step)

    @property
    def is_open(self) -> bool:
        """Whether anything in the discussion can be changed by writing."""
        return not (self.walk.session.final or self.walk.workshop.read_only)

    @property
    def kind(self) -> str:
        """The kind being written into, empty where the question asks for none."""
        question, workbook = self.question, self.walk.workshop.workbook
        if question is None or question.asks != "kinds":
            return ""
        return self.chosen_kind if workbook.kind(self.chosen_kind) else workbook.kinds[0].id

    def start(self, step_id: str, kind: str) -> None:
        """Begin at a step, at the first where there is none of that id."""
        step = step_named(self.walk.workshop.steps, step_id)
        self.number = self.walk.workshop.steps.index(step) if step else 0
        self.chosen_kind = kind

    # ---- walking -------------------------------------------------------------------------------------------------

    def turn(self, by: int) -> None:
        """A step further on, or back; within the summary, which is long, a page as long as there is one that way."""
        board = self.walk.board
        if self.step.role == "end" and not self.walk.big and not (board.at_end if by > 0 else board.at_begin):
            board.scroll_pages(by)
        else:
            self.go_by(by)

    def go_by(self, steps: int) -> None:
        """So many steps further on, or back; beyond either end is the end."""
        self._go_to(max(0, min(self.number + steps, len(self.walk.workshop.steps) - 1)))

    def go_to(self, step_id: str) -> None:
        """Walk to a step by its id; stay where there is none of that id."""
        step = step_named(self.walk.workshop.steps, step_id)
        if step:
            self._go_to(self.walk.workshop.steps.index(step))

    def go_to_note(self, note: Note) -> None:
        """Walk to the step of a note and choose it there."""
        self.go_to(note.question)
        self.walk.choosing.choose(note.id)

    def show_note(self, note: Note, sought: tuple[str, ...] = ()) -> None:
        """Walk to the step of a note and choose it, if it is among the answers; a parked one is not.

        Words that were looked for are marked in it until something else is chosen.
        """
        self.go_to(note.question)
        if note.parked:
            self.walk.say(self.walk.words.conclusions.parked)
        elif self.walk.board.holds(note.id):
            if sought:
                self.walk.hit = (note.id, sought)
                self.walk.show_page()
            self.walk.choosing.choose(note.id)

    def show_record(self, record: Record) -> None:
        """Go to the step that a record is seen in, and have it in view; stay where what is typed goes there anyhow."""
        step = ""
        if isinstance(record, Note) and not record.parked:
            step = record.question
        elif isinstance(record, Answer):
            step = record.id
        elif isinstance(record, Conclusion) and not self._taken_along(record):
            step = END
        if step and not (self.question and self.question.id == step):
            self.go_to(step)
        self.walk.board.bring_into_view(record.id)

    def _taken_along(self, one: Conclusion) -> bool:
        """Whether it is an action since last time, and seen as that on the page in view."""
        return self.step.role == "start" and any(one.id == earlier.action.id for earlier in self.walk.earlier)

    def enter(self, *, fresh: bool = True) -> None:
        """Show the step from its beginning; `fresh` if one comes from another, or else takes up where one was."""
        walk = self.walk
        if fresh:
            self.chosen_kind = self._kinds.get(self.step.id, "")
            walk.filtered = None
        if self._wants_wording():
            half_typed = walk.capture.text if fresh else ""
            walk.line.use_for(WordingTask(walk, stash=half_typed))  # what walks along is not their question
            if half_typed:
                walk.capture.put("")
        task = walk.line.task
        walk.workshop.enter(self.step.id, task.drafted_kind, walk.capture.text or task.stash)
        walk.board.select("")
        walk.board.start_over()
        walk.show_all()
        walk.to_line()

    def _go_to(self, number: int) -> None:
        if number != self.number:
            self.walk.line.walk_away()
            self._kinds[self.step.id] = self.chosen_kind
            self.number = number
            self.walk.say("")
            self.enter()

    def _wants_wording(self) -> bool:
        question = self.step.question
        own = question is not None and question.asks == "own" and self.walk.takes_notes
        return own and not is_worded(self.walk.session, self.step.id)
