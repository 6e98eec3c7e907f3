"""An evening at the prompt: where one is, what is typed there, and what is said back.

It has one discussion and the one workshop that every change goes through. A line that is typed is words or a command; the commands
are functions in the modules beside it, each handed the evening and what followed the command's name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Concatenate, NamedTuple, ParamSpec

from diskussion_tui.domain.session.conclusions import SORTS
from diskussion_tui.domain.session.refusals import FinalError, InShell, RefusedError
from diskussion_tui.domain.session.similar import Similar
from diskussion_tui.domain.session.summary import is_worded
from diskussion_tui.domain.workbook.steps import called, parks_at, step_named, written_at
from diskussion_tui.line import writing
from diskussion_tui.line.commands import DOES
from diskussion_tui.line.news import News
from diskussion_tui.line.places import arrive, name_of
from diskussion_tui.line.practising import Practice
from diskussion_tui.line.refusals import NotDoneError
from diskussion_tui.line.understanding import MARK, Understanding

if TYPE_CHECKING:
    from collections.abc import Callable

    from diskussion_tui.domain.analysis.open_actions import Action
    from diskussion_tui.domain.session.changes import Stamp
    from diskussion_tui.domain.session.records import ConclusionKind
    from diskussion_tui.domain.session.session import Change, Session
    from diskussion_tui.domain.workbook.steps import Step
    from diskussion_tui.domain.workbook.workbook import Kind, Question, Workbook
    from diskussion_tui.line.speech import Speech
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.workshop.workshop import Workshop

P = ParamSpec("P")
_SHORTEST_FIRST = 24
"""So many letters of a table's name stand in the prompt."""


class Asked(NamedTuple):
    """Something that is done once it has been said yes to."""

    do: Callable[[], None]


class Evening:
    """A discussion being led. `over` once it has been closed.

    `earlier` finds the open actions of the group's earlier discussions, `opened` opens one that is final and so far only read.
    `half_typed` waits for the next line: where that `edits` it stands there again, elsewhere it waits in the file as it was. It
    is on disk while it waits. `used` are the commands that did something; `practice` guides whoever practises.
    """

    def __init__(
        self,
        workshop: Workshop,
        words: Texts,
        speech: Speech,
        *,
        practising: bool = False,
        earlier: Callable[[], tuple[Action, ...]] = tuple,
        opened: Callable[[], Workshop] | None = None,
    ) -> None:
        self.workshop, self.words, self.speech = workshop, words, speech
        self.practising = practising
        self.over = False
        self.group = ""
        self.sort: ConclusionKind = SORTS[0]
        self.half_typed = ""
        self.edits = False
        self.last_note = ""
        self.listed: dict[str, tuple[str, ...]] = {}
        self.similar = Similar()
        self.understanding = Understanding(words)
        self.used: set[str] = set()
        self.practice: Practice | None = None
        self._earlier, self._opened = earlier, opened
        self._known_earlier: tuple[Action, ...] | None = None
        self._number = 0
        self._kinds: dict[str, str] = {}
        self._unworded: set[str] = set()
        self._asked: Asked | None = None
        self._begun = False
        self._news = News(self)

    # ---- where one is --------------------------------------------------------------------------------------------

    @property
    def session(self) -> Session:
        """The discussion as it is now."""
        return self.workshop.session

    @property
    def workbook(self) -> Workbook:
        """What the group is led through."""
        return self.workshop.workbook

    @property
    def step(self) -> Step:
        """The step one is at."""
        return self.workshop.steps[self._number]

    @property
    def question(self) -> Question | None:
        """What is typed here becomes a note of this question."""
        return written_at(self.workshop.steps, self.step)

    @property
    def parks(self) -> bool:
        """Whether what is typed here is put aside."""
        return parks_at(self.step)

    @property
    def concludes(self) -> bool:
        """Whether what is typed here becomes a conclusion, and numbers mean conclusions."""
        return self.step.role == "end"

    @property
    def kind(self) -> Kind | None:
        """The kind that is written; None where notes have none."""
        question = self.question
        if question is None or question.asks != "kinds":
            return None
        return self.workbook.kind(self._kinds.get(self.step.id, "")) or self.workbook.kinds[0]

    @property
    def words_question(self) -> bool:
        """Whether what is typed here is the group's own question, which it has not worded yet."""
        question = self.step.question
        own = question is not None and question.asks == "own" and self.step.id not in self._unworded
        return own and not self.session.final and not is_worded(self.session, self.step.id)

    @property
    def earlier(self) -> tuple[Action, ...]:
        """What the group took on in earlier discussions, looked for when it is first asked after."""
        if self._known_earlier is None:
            self._known_earlier = self._earlier()
        return self._known_earlier

    def write_kind(self, kind: str) -> None:
        """Write another kind from now on at this step."""
        self._kinds[self.step.id] = kind
        self.keep_place()

    def go_to(self, step: Step) -> None:
        """Be at another step, and say what is asked there."""
        self._number = self.workshop.steps.index(step)
        self.workshop.enter(step.id, self._drafted_kind, self.half_typed)
        arrive(self)

    def leave_unworded(self) -> None:
        """Note without a question of one's own."""
        self._unworded.add(self.step.id)

    def keep_place(self) -> None:
        """Leave on disk where one is, for whoever goes on after a crash."""
        self.workshop.keep_draft(self.step.id, self._drafted_kind, self.half_typed, group=self.group)

    @property
    def _drafted_kind(self) -> str:
        return self.sort if self.concludes else self.kind.id if self.kind else ""

    def prompt(self) -> str:
        """What stands before the line: where one is and what is written there, in words."""
        words, step = self.words, self.step
        if self._asked:
            return words.line.yes_no
        where = {
            "start": words.line.at_start,
            "compass": words.line.at_compass,
            "end": words.line.at_end.format(sort=words.conclusions.sort(self.sort)),
            "picture": words.line.at_picture.format(
                part=step.part, step=called(self.question.id if self.question else "")
            ),
        }.get(step.role, name_of(step, words))
        parts = [where, self.kind.label.lower() if self.kind else ""]
        if self.words_question:
            parts = [where, words.commands.wording.title]
        if self.group and not self.concludes:
            parts.append(self.group[:_SHORTEST_FIRST])
        if self.session.final or self.workshop.read_only:
            parts = [where.partition(",")[0], words.line.at_final]
        return f"{', '.join(filter(None, parts))}: "

    # ---- beginning, typing, ending -------------------------------------------------------------------------------

    def begin(self) -> None:
        """Say where one is: at the beginning, or where the discussion was left."""
        said, draft = self.words.line, None if self.practising else self.workshop.last_draft()
        self.speech.say(self.session.head.name, said.practising if self.practising else "", self.welcome)
        if self.workshop.read_only:
            self.speech.say(said.read_only)
        if draft:
            self._take_up(draft.step, draft.kind)
            self.half_typed, self.group = "\n".join(filter(None, (draft.text, draft.edited))), draft.group
        self._news.look()
        self._arrive()
        self._begun = True
        if self.practising:
            self.practice = Practice(self)
            self.practice.say()
        if self.half_typed:  # where it stands in the line it is heard there
            self.speech.say(said.half_in_line if self.edits else said.half_typed.format(text=self.half_typed))

    @property
    def welcome(self) -> str:
        """How it is done, said at the beginning."""
        return self.words.line.welcome

    def _arrive(self) -> None:
        self.go_to(self.step)

    def _take_up(self, step_id: str, kind: str) -> None:
        step = step_named(self.workshop.steps, step_id)
        if step is None:
            return
        self._number = self.workshop.steps.index(step)
        if self.concludes:
            self.sort = next((sort for sort in SORTS if sort == kind), SORTS[0])
        elif kind:
            self._kinds[step.id] = kind
        if self._number:
            self.speech.say(self.words.line.taken_up.format(step=name_of(step, self.words)))

    def take(self, typed: str) -> None:
        """Do what a typed line means, and say what came of it."""
        self.half_typed = "" if self.edits else self.half_typed
        try:
            if not (self._asked and self._answered(typed)):
                self._do(typed)
        except NotDoneError as error:
            self.speech.say(*error.sentences)
        if not self.over:
            self._keep_half()
            self._settle()
            if self.practice:
                self.practice.look_on()

    def half(self, begun: str) -> None:
        """Somebody is typing, and this is what stands in the line so far."""
        if not self._asked:
            self.half_typed = begun
            self._keep_half()

    def cut_off(self, begun: str) -> None:
        """No more comes. What stood in the line is no note and no command: it is kept for the next time, and told."""
        if self.edits and not self._asked:
            self.half_typed = begun
        elif begun.strip() and not self._asked:
            self.half_typed = "\n".join(filter(None, (self.half_typed, begun)))
        if begun.strip() and self.half_typed and self.workshop.writable and not self.practising:
            self.speech.say(self.words.line.half_kept.format(text=begun))
        self.close()

    def _keep_half(self) -> None:
        """Have what waits in the line on disk, no more and no less."""
        if self._begun:
            self.keep_place()

    def interrupted(self, begun: str) -> None:
        """Somebody has broken off the line; what stood in it is kept for the next prompt."""
        self.half_typed = begun if self.edits else self.half_typed
        self._asked = None
        self.keep_place()
        self.speech.say(self.words.line.interrupted)

    def overheard(self) -> None:
        """Say what others wrote, what the clock has come to, and how saving goes, each once."""
        self.workshop.flush(0)
        self._news.tell()

    def _do(self, typed: str) -> None:
        meant = self.understanding.meant(typed)
        if not meant.command:
            writing.write(self, meant.text)
            return
        command = self.understanding.commands[meant.command]
        if meant.text and not command.follows:
            raise NotDoneError(self.words.line.nothing_follows.format(command=command.word))
        DOES[meant.command](self, meant.text)
        self.used.add(meant.command)

    def _settle(self) -> None:
        """Give the disk its moment, and say where it does not take what was said."""
        self.workshop.flush(writing.PATIENCE)
        self._news.tell_saving()

    # ---- asking --------------------------------------------------------------------------------------------------

    def ask(self, question: str, do: Callable[[], None]) -> None:
        """Ask before something is done that is not easily undone."""
        self.speech.say(question)
        self._asked = Asked(do)

    def _answered(self, typed: str) -> bool:
        """Take the answer; whether the line was one. Whatever is neither yes nor no is what it would be anywhere."""
        asked, self._asked = self._asked, None
        said, answer = self.words.line, typed.strip().casefold().rstrip(MARK)
        if asked and answer in said.yes:
            asked.do()
            return True
        self.speech.say(said.not_done)
        return answer in ("", *said.no)

    # ---- changing ------------------------------------------------------------------------------------------------

    def change(
        self,
        make: Callable[Concatenate[Session, Stamp, P], Change | None],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Change | None:
        """Make a change. Raises `NotDoneError` where it cannot be made."""
        return self.made(lambda: self.workshop.do(make, *args, **kwargs))

    def made(self, make: Callable[[], Change | None]) -> Change | None:
        """What `make` does with the workshop. Raises `NotDoneError` with the sentence of what refuses it."""
        try:
            change = make()
        except FinalError:
            raise NotDoneError(self.words.line.final) from None
        except RefusedError as error:
            at = InShell(self.words.line.final, self.words.line.not_saved, str(self.workshop.path))
            raise NotDoneError(error.in_shell(self.words, at)) from None
        self._news.ours(change)
        return change

    def lead_on(self) -> None:
        """Have it open to be changed, where it was only read so far. Raises `NotDoneError`."""
        if self.workshop.writer or self._opened is None:
            return
        try:
            self.workshop = self._opened()
        except OSError as error:
            why = self.words.reasons.of_error(error)
            raise NotDoneError(self.words.line.not_saved.format(why=why)) from None
        self._news = News(self)
        self._news.look()

    def close(self) -> None:
        """Save, let go, and say so, or what could not be saved."""
        self.over = True
        self._keep_half()
        self.workshop.flush(writing.PATIENCE)
        refused = self.workshop.saving.why if self.workshop.saving.state == "refused" else ""
        why = self.workshop.close()
        said, reasons = self.words.line, self.words.reasons
        if refused and why:
            self.speech.say(said.not_saved.format(why=reasons.of(why)))
        elif self.workshop.refuge:
            self.speech.say(
                said.elsewhere.format(folder=self.workshop.refuge, why=reasons.of(self.workshop.saving.why))
            )
        else:
            self.speech.say(said.practising if self.practising else said.over)
