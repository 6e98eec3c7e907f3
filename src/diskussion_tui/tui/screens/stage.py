"""The stage of the walk: what it holds, where in the workbook it stands, and how that is shown.

The screen's parts build on it: `note_actions` (what is done with a note), `looking` (what opens over it) and `walk` (what is
typed). They share this one state, so none of them needs to know the others.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Concatenate, Literal, ParamSpec

from textual import getters, on
from textual.containers import Horizontal, Vertical
from textual.message import Message

from diskussion_tui.domain import changes
from diskussion_tui.domain.changes import RefusedError, TooLongError
from diskussion_tui.domain.steps import Step, step_named
from diskussion_tui.domain.text import clean
from diskussion_tui.tui import chrome, pages
from diskussion_tui.tui.dialogs.chooser import Choice
from diskussion_tui.tui.footers import Where, footer_commands
from diskussion_tui.tui.ink import row_length, text_rows
from diskussion_tui.tui.screens.sized import Sized
from diskussion_tui.tui.widgets.capture import Capture
from diskussion_tui.tui.widgets.notes_board import NotesBoard
from diskussion_tui.tui.widgets.sheet import Sheet
from diskussion_tui.workshop.workshop import ReadOnlyError

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult

    from diskussion_tui.domain.changes import Stamp
    from diskussion_tui.domain.session import Change, Session
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.ink import Row
    from diskussion_tui.workshop.saver import Event
    from diskussion_tui.workshop.workshop import Workshop

P = ParamSpec("P")
RAIL_FROM, BESIDE_FROM, BOTH_FROM = 110, 140, 170
"""From how many columns the steps stand as a rail, the picture beside the question instead, and both."""
RAIL, BESIDE = 34, 56
"""How wide those are, as in the style sheet."""
_CLOCK_EVERY = 5.0
"""Seconds between two looks at the clock; nothing is drawn unless a minute has passed."""


@dataclass(frozen=True, slots=True)
class Doing:
    """What Enter in the capture line does. `stash` is what stood in the line before."""

    does: Literal["note", "edit", "wording"] = "note"
    note: str = ""
    stash: str = ""


class Stage(Sized):
    """A discussion in view."""

    PLACES = ("walk",)

    header = getters.query_one("#header", Sheet)
    rail = getters.query_one("#rail", Sheet)
    lead = getters.query_one("#lead", Sheet)
    board = getters.query_one("#board", NotesBoard)
    beside = getters.query_one("#beside", Sheet)
    prompt = getters.query_one("#prompt", Sheet)
    capture = getters.query_one("#capture", Capture)
    hint = getters.query_one("#hint", Sheet)
    footer = getters.query_one("#footer", Sheet)

    @dataclass
    class SaverSaid(Message):
        """The workshop's saver has something to tell, brought over from its thread."""

        event: Event

    def __init__(self, workshop: Workshop, words: Texts, *, practising: bool = False) -> None:
        super().__init__()
        self.workshop = workshop
        self.words = words
        self.practising = practising
        self.doing = Doing()
        self.big = False
        self._number = 0
        self._kind = ""
        self._kind_before = ""
        self._said: tuple[str, str] = ("", "muted")
        self._drawn: object = None
        self.draft_timer_runs = False

    def compose(self) -> ComposeResult:
        """Header, rail, page, picture beside it, capture line, hint, footer."""
        yield from self.too_small()
        yield Sheet(id="header")
        with Horizontal(id="middle"):
            yield Sheet(id="rail")
            with Vertical(id="page"):
                yield Sheet(id="lead")
                yield NotesBoard(id="board")
            yield Sheet(id="beside")
        with Horizontal(id="write"):
            yield Sheet(id="prompt")
            yield Capture(id="capture")
        yield Sheet(id="hint")
        yield Sheet(id="footer")

    def on_mount(self) -> None:
        """Open where the discussion was left, with the half-typed line."""
        self.workshop.on_event = self._on_saver_thread
        self.workshop.listen(self._on_workshop)
        draft = None if self.practising else self.workshop.last_draft()
        step = step_named(self.workshop.steps, draft.step) if draft else None
        self._number = self.workshop.steps.index(step) if step else 0
        self._kind = draft.kind if draft and draft.kind else ""
        if draft and draft.text:
            self.capture.put(draft.text)
        self._enter(fresh=False)
        if draft and draft.note:
            self.begin_edit(draft.note, draft.edited)
        self._tell_what_was_found(half_typed=bool(draft and (draft.text or draft.note)))
        self.set_interval(_CLOCK_EVERY, self._show_header)

    @property
    def step(self) -> Step:
        """The step in view."""
        return self.workshop.steps[self._number]

    @property
    def takes_notes(self) -> bool:
        """Whether something can be written here and now."""
        return bool(self.step.question) and not (self.workshop.session.final or self.workshop.read_only)

    @property
    def at_rivals(self) -> bool:
        """Whether the chosen note has versions that stand against each other."""
        return bool(self.board.selected and self.workshop.session.rivals(self.board.selected))

    @property
    def kind(self) -> str:
        """The kind being written into, empty where the question asks for none."""
        question = self.step.question
        if question is None or question.asks != "kinds":
            return ""
        kinds = self.workshop.workbook.kinds
        return self._kind if self.workshop.workbook.kind(self._kind) else kinds[0].id

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
        question = self.step.question
        if question and question.asks == "own" and self.takes_notes and not self._worded(question.id):
            half_typed = self.capture.text if fresh else ""
            self.doing = Doing("wording", stash=half_typed)  # a note walked along with is not their question
            if half_typed:
                self.capture.put("")
        self.workshop.enter(self.step.id, self.kind, self.capture.text or self.doing.stash)
        self.board.select("")
        self.board.scroll_home(animate=False)
        self.show_all()
        if self.takes_notes:
            self.capture.focus()
        else:
            self.board.focus()

    def _worded(self, question: str) -> bool:
        session = self.workshop.session
        return bool(session.wording(question) or session.notes_of(question))

    def _leave_task(self) -> None:
        """Walk away from what the line was used for: an edit is left, a question that was being worded is kept."""
        if self.doing.does == "edit":
            self.capture.put(self.doing.stash)
        elif self.doing.does == "wording":
            question = self.step.question
            if question and self.capture.text.strip():
                self.change(changes.set_wording, question.id, self.capture.text)
            self.capture.put(self.doing.stash)
        self.doing = Doing()

    # ---- changing -----------------------------------------------------------------------------------------------

    def change(
        self,
        make: Callable[Concatenate[Session, Stamp, P], Change | None],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Change | None:
        """Make a change, and say it in words where it cannot be made."""
        try:
            return self.workshop.do(make, *args, **kwargs)
        except RefusedError as error:
            self.explain(error)
            return None

    def explain(self, error: RefusedError) -> None:
        """Say why a change was not made, and what to do."""
        if isinstance(error, ReadOnlyError):
            self.say("")  # which leaves the line to what is said of a discussion that is only read
        elif isinstance(error, TooLongError):
            self.say(self.words.walk.too_long.format(n=error.length), "warning")
        else:
            self.say(self.words.walk.final_hint, "warning")

    def keep_draft(self) -> None:
        """Remember where we stand and what is half typed; what waits behind an empty line counts as that."""
        self.draft_timer_runs = False
        stash = self.doing.stash
        if self.doing.does == "edit":
            self.workshop.keep_draft(self.step.id, self.kind, stash, (self.doing.note, self.capture.text))
        else:
            self.workshop.keep_draft(self.step.id, self.kind, self.capture.text or stash)

    def begin_edit(self, note_id: str, text: str = "") -> None:
        """Put a note in the capture line, or `text` as what it has become; what stood there comes back afterwards."""
        note = self.workshop.session.note(note_id)
        if note is None or note.gone or not self.takes_notes:
            return
        self.doing = Doing("edit", note_id, self.capture.text)
        self.capture.put(text or note.text)
        self.capture.focus()
        self.show_all()
        self.say(self.words.walk.edit_hint)

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

    # ---- showing -------------------------------------------------------------------------------------------------

    def say(self, text: str, tone: str = "muted") -> None:
        """Say something in the line under the capture line, until the next key that is typed."""
        self._said = (text, tone)
        self._show_hint()

    def show_all(self) -> None:
        """Draw everything."""
        if not self.is_mounted:
            return
        self._arrange()
        self._show_header()
        self.show_page()
        self._show_prompt()
        self._show_hint()
        self._show_footer()

    def show_page(self) -> None:
        """Draw the step's page."""
        self._drawn = self.workshop.session
        view = self.view(self._page_width())
        page = pages.big_page(view, self.step) if self.big else pages.page(view, self.step)
        self.lead.show(page.lead)
        self.lead.display = bool(page.lead)
        self.board.show(page.columns)

    def view(self, width: int) -> pages.View:
        """What pages are drawn from."""
        return pages.View(
            self.workshop.workbook,
            self.workshop.session,
            self.words,
            width,
            self.kind,
            clean(str(self.workshop.path)),
        )

    def on_descendant_focus(self) -> None:
        """The keys that help depend on where the focus is."""
        self._show_footer()

    def on_resize(self, event: events.Resize) -> None:
        """Set everything for the room there is."""
        width = event.size.width
        self.fit(event.size)
        self.set_class(RAIL_FROM <= width < BESIDE_FROM or width >= BOTH_FROM, "-rail")
        self.set_class(width >= BESIDE_FROM, "-beside")
        self.show_all()

    def _on_saver_thread(self, event: Event) -> None:
        self.post_message(self.SaverSaid(event))

    @on(SaverSaid)
    def _on_saver(self, message: SaverSaid) -> None:
        self.workshop.take(message.event)

    def _on_workshop(self) -> None:
        if not self.is_mounted:
            return
        self._show_header()
        if self._drawn is not self.workshop.session:
            self.show_page()
            self._show_rail()
        self._show_hint()

    def _page_width(self) -> int:
        width = self.app.size.width - 5  # margins, and the scroll bar's column, which is kept free
        if self.has_class("-rail"):
            width -= RAIL
        if self._shows_beside():
            width -= BESIDE
        return max(20, width)

    def _shows_beside(self) -> bool:
        return (
            self.has_class("-beside")
            and self.step.section is not None
            and self.step.role != "picture"
            and not self.big
        )

    def _arrange(self) -> None:
        self.query_one("#write").display = self.takes_notes
        self.beside.display = self._shows_beside()
        if self._shows_beside() and self.step.section:
            view = replace(self.view(BESIDE - 4), kind="")
            picture = pages.page(view, replace(self.step, role="picture"))
            self.beside.show(
                (
                    *picture.lead,
                    *(row for column in picture.columns for block in column for row in block.rows),
                )
            )
        self._show_rail()

    def _arm(self) -> None:
        """Have the kinds' keys pick kinds where the question asks for them, and be letters like any elsewhere."""
        question = self.step.question
        asked = question is not None and question.asks == "kinds"
        keys = frozenset(kind.key for kind in self.workshop.workbook.kinds) if asked else frozenset()
        self.board.kind_keys = keys
        self.capture.kind_keys = keys if self.doing.does == "note" else frozenset()

    def _show_rail(self) -> None:
        if self.has_class("-rail"):
            self.rail.show(pages.rail_rows(self.view(RAIL - 2), self.workshop.steps, self.step.id, RAIL - 2))

    def _show_header(self) -> None:
        width = self.app.size.width
        view = self.view(width)
        head = self.workshop.session.head
        left: Row = ((f"{self.workshop.workbook.short_title}  ·  ", "muted"), (head.name, "heading"))
        clock = chrome.clock_row(self.step, self.workshop.clock(self.step.id), self.words)
        if self.workshop.session.final:
            clock = ((self.words.terms.final, "accent"),)
        if row_length((*left, *clock)) > width - 6:
            left = ((head.name, "heading"),)
        saving = chrome.saving_row(self.workshop, self.words, practising=self.practising)
        progress = pages.progress_row(view, self.workshop.steps, self.step.id)
        self.header.show(chrome.header_rows(left, clock, progress, saving, width))

    def _show_prompt(self) -> None:
        self._arm()
        words = self.words.walk
        edited = self.workshop.session.note(self.doing.note)
        kind = self.workshop.workbook.kind(edited.kind if edited else self.kind)
        if self.doing.does == "edit":
            sign, tone = (f"{kind.sign} ", f"badge-{kind.role}") if kind else ("", "badge-accent")
            row: Row = ((f" {sign}{words.prompt_edit} ", tone), (" ", "text"))
        elif self.doing.does == "wording":
            row = ((f" {words.prompt_wording} ", "badge-accent"), (" ", "text"))
        elif kind:
            row = ((f" {kind.sign} {kind.label} ", f"badge-{kind.role}"), (" ", "text"))
        else:
            row = ((f" {words.prompt_note} ", "accent"),)
        self.prompt.styles.width = row_length(row)
        self.prompt.show((row,))

    def _show_hint(self) -> None:
        refused = self.workshop.saving.state == "refused"
        self.set_class(refused, "-refused")
        text, tone = ("", "") if refused else self._said
        if not text and self.at_rivals:
            text, tone = self.words.walk.versions_hint, "muted"
        if not text:
            text, tone = chrome.saving_hint(self.workshop, self.words)
        if not text and self.doing.does == "wording":
            text, tone = self.words.walk.wording_hint, "muted"
        elif not text and self.workshop.session.final:
            text, tone = self.words.walk.final_hint, "muted"
        width = max(10, self.app.size.width - 5)
        self.hint.show(text_rows(text, width, tone) if text else ((),))

    def _show_footer(self) -> None:
        where = Where(
            self.step,
            first=self._number == 0,
            last=self._number == len(self.workshop.steps) - 1,
            writing=self.takes_notes,
            among_notes=self.board.has_focus,
            at_task=self.doing.does != "note",
            rivals=self.at_rivals,
        )
        verdict = self.step.question is not None and self.step.question.asks == "verdict"
        titles = {"turn": self.words.walk.turn_verdict} if verdict else {}
        shown = footer_commands(where)
        self.footer.show(chrome.footer_rows(shown, self.words, self.app.size.width, titles))

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
