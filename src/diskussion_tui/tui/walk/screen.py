"""The walk: a discussion being led, step by step, on one screen.

The screen draws, and hands on what it hears: what is typed to its *line* and the task that has it, what is done among the notes to
*choosing* and the item that is chosen, what a command asks for to a *tool* (`verbs`). Pages, header and hints are set by
`pages`, `drawing` and `hints`, which only read it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on

from diskussion_tui.base.text import clean
from diskussion_tui.tui import chrome
from diskussion_tui.tui.commands import bindings, footer
from diskussion_tui.tui.toolkit.fixed_layout import SideBySide
from diskussion_tui.tui.walk import drawing, hints, pages
from diskussion_tui.tui.walk.alarm import Alarm
from diskussion_tui.tui.walk.choosing import Choosing
from diskussion_tui.tui.walk.found import found_at_opening, found_of_clock
from diskussion_tui.tui.walk.hearing import Hearing
from diskussion_tui.tui.walk.line import Line
from diskussion_tui.tui.walk.place import Place
from diskussion_tui.tui.walk.situation import Situation, doing
from diskussion_tui.tui.walk.tools.kit import Tools
from diskussion_tui.tui.walk.tools.last_time import LastTime
from diskussion_tui.tui.walk.verbs import VERBS
from diskussion_tui.tui.widgets.capture import Capture
from diskussion_tui.tui.widgets.notes_board import NotesBoard
from diskussion_tui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.geometry import Size
    from textual.widget import Widget

    from diskussion_tui.base.settings import TimeUp
    from diskussion_tui.domain.analysis.filters import Filtered
    from diskussion_tui.domain.analysis.open_actions import Action
    from diskussion_tui.domain.session.session import Change, Session
    from diskussion_tui.domain.workbook.steps import Step
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.base_screen import Story
    from diskussion_tui.workshop.workshop import Workshop

_CLOCK_EVERY = 5.0
"""Seconds between two looks at the clock; nothing is drawn unless a minute has passed."""


class Walk(Hearing):
    """A discussion being led. Ends, answering None, when its user goes home."""

    PLACES = ("walk",)
    WRITTEN_UNDER = True
    CSS_PATH = "walk.tcss"
    AUTO_FOCUS = "#capture"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("walk"), ("escape", "leave_task")]

    header = getters.query_one("#header", Sheet)
    rail = getters.query_one("#rail", Sheet)
    board = getters.query_one("#board", NotesBoard)
    beside = getters.query_one("#beside", Sheet)
    prompt = getters.query_one("#prompt", Sheet)
    capture = getters.query_one("#capture", Capture)
    footer = getters.query_one("#footer", Sheet)

    def __init__(
        self, workshop: Workshop, words: Texts, *, practising: bool = False, time_up: TimeUp = "inget"
    ) -> None:
        super().__init__()
        self.workshop = workshop
        self.words = words
        self.practising = practising
        self.place = Place(self)
        self.line = Line(self)
        self.choosing = Choosing(self)
        self.marked: tuple[str, ...] = ()
        self.folded: frozenset[str] = frozenset()
        self.hit: tuple[str, tuple[str, ...]] = ("", ())
        self.filtered: Filtered | None = None
        self.earlier: tuple[Action, ...] = ()
        self.big = False
        self.used: set[str] = set()
        self._drawn: object = None
        self.alarm = Alarm(self, time_up)
        self.tools = Tools(self)

    def compose(self) -> ComposeResult:
        """Header, rail, page, picture beside it, capture line, hint, footer."""
        yield from self.too_small()
        yield Sheet(id="header")
        if self.practising:
            yield Sheet(id="guide")
        with SideBySide(id="middle"):
            yield Sheet(id="rail")
            yield NotesBoard(id="board")
            yield Sheet(id="beside")
        with SideBySide(id="write"):
            yield Sheet(id="prompt")
            yield Capture(id="capture")
        yield Sheet(id="hint")
        yield Sheet(id="footer")

    def on_mount(self) -> None:
        """Open where the discussion was left, with the half-typed line."""
        self.fit(self.app.size)
        self.workshop.listen(self._on_workshop)
        half_typed = self.line.go_on_with(None if self.practising else self.workshop.last_draft())
        self.say(*found_at_opening(self.workshop, self.words.walk, half_typed=half_typed))
        self._tell_of_clock()
        self.set_interval(_CLOCK_EVERY, self.look_at_clock)
        if not self.practising:
            self.tools.last_time.look()

    # ---- where we are --------------------------------------------------------------------------------------------

    @property
    def session(self) -> Session:
        """The discussion as it is now."""
        return self.workshop.session

    @property
    def step(self) -> Step:
        """The step in view."""
        return self.place.step

    @property
    def takes_notes(self) -> bool:
        """Whether notes can be written here and now."""
        return self.place.question is not None and self.place.is_open

    @property
    def concludes(self) -> bool:
        """Whether conclusions are written here and now."""
        return self.step.role == "end" and self.place.is_open

    @property
    def writes(self) -> bool:
        """Whether what is typed can be kept: everywhere, unless the discussion is final or only to be read."""
        return self.place.is_open

    def view(self, width: int) -> pages.View:
        """What pages are drawn from."""
        return pages.View(
            self.workshop.workbook,
            self.session,
            self.words,
            width,
            self.place.kind,
            clean(str(self.workshop.path)),
            self.workshop.now().date(),
            self.earlier,
            self.filtered,
            self.marked,
            self.folded,
            self.hit,
        )

    # ---- what happens beside -------------------------------------------------------------------------------------

    @on(LastTime.Remembered)
    def _on_remembered(self, message: LastTime.Remembered) -> None:
        self.earlier = message.actions
        if self.earlier and self.step.role == "start":
            self.show_page()

    def on_screen_resume(self, _event: events.ScreenResume) -> None:
        """Something that was opened over the walk is closed again: the cursor is back where keys go."""
        if self.focused is self.capture:
            self.app.cursor_position = self.capture.cursor_screen_offset
        elif self.choosing.is_among:
            self.board.select(self.board.selected, scroll=False)
        self.tools.guide.look_on()

    def _on_workshop(self) -> None:
        if not self.is_composed:
            return
        self.show_header()
        if self._drawn is not self.session:
            self.show_page()
            self._show_rail()
        self.show_hint()
        self.tools.guide.look_on()

    # ---- the discussion as a whole -------------------------------------------------------------------------------

    def go_back(self, take_back: Callable[[], Change | None], yes: str, no: str) -> Change | None:
        """Take something back and go where it was; a discussion that is final or open again with that is entered anew."""
        final = self.session.final
        made = super().go_back(take_back, yes, no)
        said = self.said
        if self.session.final != final:
            self.place.enter(fresh=False)
        elif made:
            self.place.show_record(made.versions[0])
        self.say(*said)
        return made

    def go_home(self) -> None:
        """Close the discussion and show all."""
        self.keep_draft()
        self.dismiss(None)

    def write(self, text: str) -> None:
        """Write in the line what was typed while something was read."""
        self.choosing.write(text)

    def paste(self, text: str) -> None:
        """Put in the line what was pasted while something was read."""
        self.choosing.paste(text)

    def action_leave_task(self) -> None:
        """Esc: leave what the line is used for, else the big picture or the filter."""
        self.line.task.leave()

    def keep_draft(self) -> None:
        """Remember where we stand and what is half typed."""
        self.line.keep_draft()

    def look_at_clock(self) -> None:
        """See how the time goes; nothing is drawn unless something is different."""
        self.workshop.timing.tick()
        self._tell_of_clock()
        self.alarm.look()
        (self.show_page if self.big else self.show_header)()

    def _tell_of_clock(self) -> None:
        """Tell in one quiet line what was found of the clock."""
        said, matters = found_of_clock(self.workshop.timing, self.words.plan)
        if said and (matters or not self.said[0]):
            self.say(said)

    # ---- drawing -------------------------------------------------------------------------------------------------

    def reword(self, words: Texts) -> None:
        """Say everything in another language."""
        self.words = words
        self.show_all()

    def on_resize(self, event: events.Resize) -> None:
        """Set everything for the room there is."""
        if event.size != self.fitted:
            self.fit(event.size)
            self.show_all()

    def fit(self, size: Size) -> None:
        """Have the rail where there is room for it."""
        super().fit(size)
        self.set_class(drawing.has_rail(size.width), "-rail")

    def toggle_big(self) -> None:
        """What the room reads, and back."""
        self.big = not self.big
        self.set_class(self.big, "-big")
        self.capture.veil(self.tools.masking.veiled if self.big else None)
        self.show_all()

    def show_all(self) -> None:
        """Draw everything."""
        if not self.is_composed:
            return
        self._arrange()
        self.show_header()
        self.show_page()
        self.show_prompt()
        self.show_hint()
        self.show_footer()
        self.tools.guide.look_on()

    def _arrange(self) -> None:
        """Have what the step needs in view: the picture beside the page, the rail."""
        beside = drawing.has_beside(self)
        self.beside.display = beside
        if beside:
            self.beside.show(drawing.beside(self))
        self._show_rail()

    def _show_rail(self) -> None:
        if self.has_class("-rail"):
            self.rail.show(drawing.rail(self))

    def show_header(self) -> None:
        """Draw the lines above the page."""
        self.header.show(drawing.header(self))

    def show_page(self) -> None:
        """Draw the step's page."""
        self._drawn = self.session
        found = (self.session.note(one) for one in self.marked)
        self.marked = tuple(note.id for note in found if note and note.in_force)
        self.board.marks = bool(self.marked)
        page = drawing.page(self)
        self.board.show(page.columns, page.lead, page.heads, page.widths, page.front)

    def show_prompt(self) -> None:
        """Draw what stands before the line, and give the kinds their keys where the question asks for them."""
        task = self.line.task
        asked = self.writes and bool(self.place.kind)
        keys = frozenset(kind.key.lower() for kind in self.workshop.workbook.kinds if asked)
        self.capture.kind_keys, self.capture.now = keys if task.usual else frozenset(), self.workshop.now
        row = task.prompt()
        self.prompt.styles.width = drawing.prompt_width(self, row)
        self.prompt.show((row,))

    def hinted(self) -> hints.Hint:
        """What the line of hints says. In the big picture it is there only where it warns."""
        said = hints.hint(self)
        warned = self.tools.masking.hint()
        self.set_class(self.workshop.saving.state == "refused", "-refused")
        self.set_class(bool(warned[0]) and said == warned, "-personal")
        return said

    def show_footer(self) -> None:
        """Draw the keys that help here."""
        keys = footer(self.situation, doing(self), self.words)
        self.footer.show(chrome.footer_rows(keys, self.app.size.width))

    def to_line(self) -> None:
        """Have keys go into the line."""
        self.set_focus(self.capture)

    def to_notes(self) -> None:
        """Have keys go to the notes."""
        self.set_focus(self.board)

    def set_focus(
        self,
        widget: Widget | None,
        scroll_visible: bool = True,  # noqa: FBT001, FBT002 - Textual's signature
        from_app_focus: bool = False,  # noqa: FBT001, FBT002 - Textual's signature
    ) -> None:
        """Go to the line or among the notes. The keys that help, and what is said of marked notes, depend on where one is."""
        if widget is self.board and not self.board.selected:
            widget = self.capture  # among the notes there is always one chosen: keys never go nowhere
        super().set_focus(widget, scroll_visible, from_app_focus)
        if widget is self.capture:
            self.board.select("")
        if self.is_composed:
            self.show_footer()
            self.show_hint()

    # ---- commands ------------------------------------------------------------------------------------------------

    def verb(self, command_id: str) -> Callable[[], Story | None]:
        """Who does what a command asks for."""
        return lambda: VERBS[command_id](self)

    @property
    def situation(self) -> Situation:
        """Where its user is, as conditions of commands see it."""
        return Situation(self)
