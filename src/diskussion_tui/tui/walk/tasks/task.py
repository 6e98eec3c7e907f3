"""What every task of the capture line is asked, and what most of them answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from diskussion_tui.domain.session import changes

if TYPE_CHECKING:
    from diskussion_tui.domain.session.records import Task as DraftTask
    from diskussion_tui.tui.rows import Row
    from diskussion_tui.tui.walk.hints import Hint
    from diskussion_tui.tui.walk.screen import Walk

NOTHING: Hint = ("", "muted")
_TURNED = frozenset({"verdict", "reflection"})
"""The questions without kinds where Tab turns something: the verdict, or the pages of what is read beside."""


class Drafted(NamedTuple):
    """What a draft keeps of a task: what waits in the line, which record is worked on with what words, and how."""

    text: str
    edit: tuple[str, str] = ("", "")
    task: DraftTask = ""


class Task:
    """What the line is used for. `note` is the record that is worked on; `stash` is what stood in the line before."""

    usual: ClassVar[bool] = False
    """Whether this is what the line is for when nothing else has been asked for."""
    concludes: ClassVar[bool] = False
    """Whether what is typed becomes words of a conclusion."""
    takes_lists: ClassVar[bool] = False
    """Whether a pasted list becomes a note a line."""
    finds_likeness: ClassVar[bool] = True
    """Whether what is typed may have been said already."""

    def __init__(self, walk: Walk, note: str = "", stash: str = "") -> None:
        self.walk = walk
        self.note = note
        self.stash = stash

    # ---- what is asked of it -------------------------------------------------------------------------------------

    def prompt(self) -> Row:
        """What stands before the line."""
        raise NotImplementedError

    def opening(self) -> str:
        """What is said as the task begins."""
        return ""

    def hint(self) -> Hint:
        """What the line of hints says of the task."""
        return NOTHING

    def reading(self) -> Hint:
        """What is understood of the words being typed."""
        return NOTHING

    def send(self, text: str) -> None:
        """Enter."""
        raise NotImplementedError

    def typed(self) -> None:
        """Something was typed."""

    @property
    def turns(self) -> bool:
        """Whether Tab turns anything."""
        question = self.walk.step.question
        return bool(self.walk.place.kind) or (question is not None and question.asks in _TURNED)

    def turn_title(self) -> str:
        """What Tab turns, where it is not the kind."""
        question, said = self.walk.step.question, self.walk.words.walk
        titles = {"verdict": said.turn_verdict, "reflection": said.turn_beside}
        return titles.get(question.asks, "") if question else ""

    def turn(self, by: int) -> None:
        """Tab and Shift+Tab: the next of whatever the question offers, or the one before."""
        question = self.walk.step.question
        if question is not None and question.asks == "reflection":
            self.walk.board.turn_last(by)
        if not self.walk.takes_notes:
            return
        if self.walk.place.kind:
            self.turn_kind(by)
        elif question is not None and question.asks == "verdict":
            self._turn_verdict(question.id, by)

    def turn_kind(self, by: int) -> None:
        """Another kind for what is typed next."""
        ids = [kind.id for kind in self.walk.workshop.workbook.kinds]
        self.walk.line.pick(ids[(ids.index(self.walk.place.kind) + by) % len(ids)])

    def leave(self) -> None:
        """Esc: leave things as they were."""
        self.walk.line.end_task(self.kept_at_leaving())

    def walk_away(self) -> None:
        """Another step is walked to."""
        self.walk.capture.put(self.stash)

    def drafted(self) -> Drafted:
        """What a draft keeps: an edit with its words; what stood in the line before waits behind it."""
        return Drafted(self.stash, (self.note, self.walk.capture.text))

    @property
    def drafted_kind(self) -> str:
        """What is being written into, as a draft keeps it."""
        return self.walk.place.kind

    def kept_at_leaving(self) -> str:
        """What stands in the line after Esc."""
        return self.stash

    def _turn_verdict(self, question: str, by: int) -> None:
        given = self.walk.session.verdict(question)
        ids = ["", *(verdict.id for verdict in self.walk.workshop.workbook.verdicts)]
        place = ids.index(given) if given in ids else 0
        self.walk.change(changes.set_verdict, question, ids[(place + by) % len(ids)])
