"""The walk: a discussion being led, step by step, on one screen.

It shows the step's page, takes what is typed, and turns it into changes of the workshop. The page itself is set by
`pages`; what is done with a note is in `note_actions`, what opens over the walk in `looking`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on

from diskussion_tui.base.text import list_items
from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.changes import RefusedError, TooLongError
from diskussion_tui.tui.commands import bindings
from diskussion_tui.tui.dialogs.ask import Ask
from diskussion_tui.tui.walk.filtering import Filtering
from diskussion_tui.tui.walk.guiding import Guiding
from diskussion_tui.tui.walk.last_time import LastTime
from diskussion_tui.tui.walk.looking import Looking
from diskussion_tui.tui.walk.masking import Masking
from diskussion_tui.tui.walk.merging import Merging
from diskussion_tui.tui.walk.note_actions import NoteActions
from diskussion_tui.tui.walk.placing import Placing
from diskussion_tui.tui.walk.planning import Planning
from diskussion_tui.tui.walk.prioritising import Prioritising
from diskussion_tui.tui.walk.scene import Doing
from diskussion_tui.tui.widgets.capture import Capture
from diskussion_tui.tui.widgets.notes_board import NotesBoard

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import BindingType

    from diskussion_tui.domain.session.session import Change
    from diskussion_tui.texts.catalogue import Texts

_DRAFT_AFTER = 0.3
_ASK_FROM = 4
"""From how many lines on a pasted list is asked about first."""


class Walk(
    Guiding, Merging, LastTime, Placing, Filtering, Prioritising, NoteActions, Planning, Looking, Masking
):
    """A discussion being led. Ends, answering None, when its user goes home."""

    CSS_PATH = "walk.tcss"
    AUTO_FOCUS = "#capture"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("walk"), ("escape", "leave_task")]

    # ---- writing -------------------------------------------------------------------------------------------------

    @on(Capture.Sent)
    def _on_sent(self, event: Capture.Sent) -> None:
        question, doing = self.step.question, self.doing
        if not self.writes:
            return
        if doing.does == "dissent":
            self.save_dissent(event.text)
        elif doing.does == "edit" and self._fits(event.text):
            self.change(changes.revise, doing.note, event.text)
            self._end_task()
            self.board.select(doing.note if self.board.holds(doing.note) else "")  # emptied, it is withdrawn
        elif doing.does == "edit":
            return  # told why; the words stay in the line
        elif self.concluding:
            self.send_conclusion(event.text)
        elif doing.does == "wording" and question:
            self.change(changes.set_wording, question.id, event.text)
            self._end_task()
        elif event.text.strip():
            self._take_down([event.text])
        else:
            self.capture.put("")

    def _take_down(self, texts: list[str]) -> bool:
        """Put notes under the question in view; the line is emptied once they are taken in. Whether they were."""
        if self.step.question is None:
            return False
        try:
            change = self.workshop.add_notes(self.step.question.id, texts, self.kind, group=self.group)
        except RefusedError as error:
            self.explain(error)
            return False
        self.workshop.timing.go_on()
        self.capture.put("")
        self.keep_draft()
        self.say("")
        if change:
            self.board.bring_into_view(change.versions[-1].id)
        return True

    @on(Capture.Listed)
    def _on_listed(self, event: Capture.Listed) -> None:
        items = list(list_items(event.text))
        if not self.takes_notes or self.doing.does != "note":
            if self._fits(event.text):
                self.capture.insert(event.text)
        elif len(items) < _ASK_FROM:
            self._paste(items, event.text, yes=True)
        else:
            ask = Ask(
                self.words.dialogs.paste_question(len(items)),
                self.words.dialogs.paste_explained,
                self.words,
                safe=True,
            )
            self.app.push_screen(ask, lambda yes: self._paste(items, event.text, yes=bool(yes)))

    def _paste(self, items: list[str], text: str, *, yes: bool) -> None:
        if not yes:
            if self._fits(text):
                self.capture.put(text)
        elif self._take_down(items):
            self.tell_of_pasted(items)

    @on(Capture.KindKey)
    @on(NotesBoard.KindKey)
    def _on_kind_key(self, event: Capture.KindKey | NotesBoard.KindKey) -> None:
        question = self.step.question
        kind = next(kind for kind in self.workshop.workbook.kinds if kind.key == event.key)
        if question is None or question.asks != "kinds":
            return
        if isinstance(event, NotesBoard.KindKey):
            self.change(changes.set_kind, self.board.selected, kind.id)
        else:
            self._kind_before = self.kind
            self._pick(kind.id)

    @on(Capture.Bullet)
    def _on_bullet(self) -> None:
        question = self.step.question
        if question and question.asks == "kinds":
            self._pick(self._kind_before)

    @on(Capture.Turn)
    def _on_turn(self, event: Capture.Turn) -> None:
        question = self.step.question
        if event.by > 0 and self.complete():
            return
        if self.concluding:
            self.turn_sort(event.by)
            return
        if question is None or not self.takes_notes or self.doing.does == "dissent":
            return
        workbook = self.workshop.workbook
        if question.asks == "kinds":
            ids = [kind.id for kind in workbook.kinds]
            edited = self.workshop.session.note(self.doing.note)
            if edited and edited.kind in ids:
                self.change(changes.set_kind, edited.id, ids[(ids.index(edited.kind) + event.by) % len(ids)])
                self._show_prompt()
                return
            self._pick(ids[(ids.index(self.kind) + event.by) % len(ids)])
        elif question.asks == "verdict":
            given = self.workshop.session.verdict(question.id)
            ids = ["", *(verdict.id for verdict in workbook.verdicts)]
            place = ids.index(given) if given in ids else 0
            self.change(changes.set_verdict, question.id, ids[(place + event.by) % len(ids)])

    def _pick(self, kind: str) -> None:
        self._kind = kind
        self.keep_draft()
        self.show_page()
        self._show_prompt()

    @on(Capture.TooLong)
    def _on_too_long(self, event: Capture.TooLong) -> None:
        self.explain(TooLongError(event.length))

    @on(Capture.Changed)
    def _on_typed(self) -> None:
        self.say("")
        if not self.draft_timer_runs:
            self.draft_timer_runs = True
            self.set_timer(_DRAFT_AFTER, self.keep_draft)

    # ---- tasks of the capture line -------------------------------------------------------------------------------

    def action_wording(self) -> None:
        """Word the group's own question."""
        question = self.step.question
        if question is None or question.asks != "own" or not self.takes_notes:
            self.say(self.words.walk.no_wording_here)
            return
        self.doing = Doing("wording", stash=self.capture.text)
        self.capture.put(self.workshop.session.wording(question.id))
        self.to_line()
        self._show_prompt()

    def action_leave_task(self) -> None:
        """Esc: leave editing, wording, the big picture or the filter."""
        if self.doing.does == "dissent":
            self.leave_dissent()
        elif self.doing.does != "note":
            self._give_up()
        elif self.big:
            self.action_big()
        elif self.filtered:
            self.show_all_notes()

    def _give_up(self) -> None:
        """Leave things as they were. A first wording stays in the line: it may have been meant as a note."""
        first = self.doing.does == "wording" and not self._worded(self.step.id)
        kept = [self.doing.stash, self.capture.text] if first else [self.doing.stash]
        self.capture.put("\n".join(text for text in kept if text))
        self.doing = Doing()
        self.say("")
        self.show_all()

    # ---- the discussion as a whole -------------------------------------------------------------------------------

    def go_back(self, take_back: Callable[[], Change | None], yes: str, no: str) -> None:
        """Take something back; a discussion that is final or open again with that is entered anew."""
        final = self.workshop.session.final
        super().go_back(take_back, yes, no)
        if self.workshop.session.final != final:
            said = self.said
            self._enter(fresh=False)
            self.say(*said)

    def action_finish(self) -> None:
        """Make the discussion final, or open it again."""
        if self.workshop.read_only:
            self.say("")
        elif self.workshop.session.final:
            self._set_final(final=False)
        else:
            said = self.words.dialogs
            ask = Ask(said.finish_question, said.finish_explained, self.words, safe=True)
            self.app.push_screen(ask, lambda yes: self._set_final(final=True) if yes else None)

    def _set_final(self, *, final: bool) -> None:
        if final:
            self.workshop.timing.stop()
        if self.change(changes.set_state, "fastställd" if final else "utkast") is None:
            return
        self._enter(fresh=False)
        self.say(self.words.walk.finished if final else self.words.walk.reopened)

    def action_big(self) -> None:
        """What the room reads, and back."""
        self.big = not self.big
        self.set_class(self.big, "-big")
        self.show_all()

    def action_go_home(self) -> None:
        """Close the discussion and show all."""
        self.keep_draft()
        self.dismiss(None)

    def reword(self, words: Texts) -> None:
        """Say everything in another language."""
        self.words = words
        self.show_all()
