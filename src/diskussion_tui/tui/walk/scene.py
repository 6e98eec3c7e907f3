"""The scene of the walk: what stands on its screen, where in the workbook it is, and how that is drawn.

Apart from `stage.py`, which changes these things: everything here only reads them and draws.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from textual import getters

from diskussion_tui.base.text import clean
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.language.tags import completed, half_typed, owners_of, tags_of
from diskussion_tui.domain.session.conclusions import SORTS, conclusion
from diskussion_tui.domain.session.records import Conclusion, Note
from diskussion_tui.tui import chrome
from diskussion_tui.tui.footers import Where, footer_commands
from diskussion_tui.tui.rows import clipped, row_length
from diskussion_tui.tui.session_screen import SessionScreen
from diskussion_tui.tui.toolkit.fixed_layout import SideBySide
from diskussion_tui.tui.walk import hints, pages
from diskussion_tui.tui.widgets.capture import Capture
from diskussion_tui.tui.widgets.notes_board import NotesBoard
from diskussion_tui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.geometry import Size
    from textual.widget import Widget

    from diskussion_tui.domain.analysis.filters import Filtered
    from diskussion_tui.domain.analysis.open_actions import Action
    from diskussion_tui.domain.session.records import ConclusionKind
    from diskussion_tui.domain.session.similar import Likeness
    from diskussion_tui.domain.workbook.steps import Step
    from diskussion_tui.domain.workbook.workbook import Kind
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.rows import Row
    from diskussion_tui.workshop.workshop import Workshop

RAIL_FROM, BESIDE_FROM, BOTH_FROM = 110, 140, 170
"""From how many columns the steps stand as a rail, the picture beside the question instead, and both."""
_TABLE_NAME = 12
"""How many cells of a table's name stand before the capture line."""
RAIL, BESIDE = 34, 56
"""How wide those are, as in the style sheet."""


@dataclass(frozen=True, slots=True)
class Doing:
    """What Enter in the capture line does. `stash` is what stood in the line before."""

    does: Literal["note", "edit", "wording", "conclusion", "dissent"] = "note"
    note: str = ""
    stash: str = ""


class Scene(SessionScreen):
    """A discussion in view."""

    PLACES = ("walk",)

    header = getters.query_one("#header", Sheet)
    rail = getters.query_one("#rail", Sheet)
    board = getters.query_one("#board", NotesBoard)
    beside = getters.query_one("#beside", Sheet)
    write = getters.query_one("#write", SideBySide)
    prompt = getters.query_one("#prompt", Sheet)
    capture = getters.query_one("#capture", Capture)
    footer = getters.query_one("#footer", Sheet)

    def __init__(self, workshop: Workshop, words: Texts, *, practising: bool = False) -> None:
        super().__init__()
        self.workshop = workshop
        self.words = words
        self.practising = practising
        self.doing = Doing()
        self.marked: tuple[str, ...] = ()
        self.used: set[str] = set()
        self.hinted: hints.Hint = ("", "")
        self.group = ""
        self.earlier: tuple[Action, ...] = ()
        self.filtered: Filtered | None = None
        self.likeness: Likeness | None = None
        self.big = False
        self._number = 0
        self._kind = ""
        self._kind_before = ""
        self._drawn: object = None
        self.draft_timer_runs = False

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

    @property
    def step(self) -> Step:
        """The step in view."""
        return self.workshop.steps[self._number]

    @property
    def takes_notes(self) -> bool:
        """Whether something can be written here and now."""
        return bool(self.step.question) and not (self.workshop.session.final or self.workshop.read_only)

    @property
    def concludes(self) -> bool:
        """Whether conclusions are written here and now."""
        return self.step.role == "end" and not (self.workshop.session.final or self.workshop.read_only)

    @property
    def writes(self) -> bool:
        """Whether the capture line is there: for notes, or for conclusions."""
        return self.takes_notes or self.concludes

    @property
    def sort(self) -> ConclusionKind:
        """The sort of conclusion that is being reworded, or written."""
        one = conclusion(self.workshop.session, self.doing.note) if self.doing.does == "conclusion" else None
        if one:
            return one.kind
        return next((kind for kind in SORTS if kind == self._kind), SORTS[0])

    @property
    def drafted_kind(self) -> str:
        """What is being written into, as a draft keeps it: a kind, or a sort of conclusion."""
        return self.sort if self.concludes and self.doing.does == "note" else self.kind

    @property
    def offered(self) -> str:
        """The tag or owner, with its sign, that goes on from what is typed; empty where there is none."""
        row, column = self.capture.cursor_location
        half = half_typed(self.capture.document.get_line(row)[:column]) if self.writes else None
        if half is None:
            return ""
        session = self.workshop.session
        texts = [note.text for note in session.current(Note)]
        made = session.current(Conclusion)
        texts += [one.text for one in made]
        if half.sign == "#":
            used = [tag for text in texts for tag in tags_of(text)]
        else:
            used = [one.action.owner for one in self.earlier] + [one.owner for one in made]
            used += [owner for text in texts for owner in owners_of(text)]
        best = completed(half, filter(None, used))
        return f"{half.sign}{best}" if best else ""

    @property
    def among_notes(self) -> bool:
        """Whether keys go to the notes rather than into the line."""
        return self.focused is self.board

    @property
    def at_rivals(self) -> bool:
        """Whether the chosen note has versions that stand against each other."""
        return bool(self.board.selected and self.workshop.session.rivals(self.board.selected))

    @property
    def at_merged(self) -> bool:
        """Whether the chosen note was merged from others."""
        note = self.workshop.session.note(self.board.selected)
        return bool(note and note.sources)

    @property
    def kind(self) -> str:
        """The kind being written into, empty where the question asks for none."""
        question = self.step.question
        if question is None or question.asks != "kinds":
            return ""
        kinds = self.workshop.workbook.kinds
        return self._kind if self.workshop.workbook.kind(self._kind) else kinds[0].id

    # ---- drawing -------------------------------------------------------------------------------------------------

    def show_all(self) -> None:
        """Draw everything."""
        if not self.is_composed:
            return
        self._arrange()
        self._show_header()
        self.show_page()
        self._show_prompt()
        self.show_hint()
        self._show_footer()

    def show_page(self) -> None:
        """Draw the step's page."""
        self._drawn = session = self.workshop.session
        found = (session.note(one) for one in self.marked)
        self.marked = tuple(note.id for note in found if note and note.in_force)
        self.board.marks = bool(self.marked)
        view = self.view(self._page_width())
        page = pages.big_page(view, self.step) if self.big else pages.page(view, self.step)
        self.board.show(page.columns, page.lead)

    def view(self, width: int) -> pages.View:
        """What pages are drawn from."""
        return pages.View(
            self.workshop.workbook,
            self.workshop.session,
            self.words,
            width,
            self.kind,
            clean(str(self.workshop.path)),
            self.workshop.now().date(),
            self.earlier,
            self.filtered,
            self.marked,
        )

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
        super().set_focus(widget, scroll_visible, from_app_focus)
        if self.is_composed:
            self._show_footer()
            self.show_hint()

    def on_resize(self, event: events.Resize) -> None:
        """Set everything for the room there is."""
        if event.size != self.fitted:
            self.fit(event.size)
            self.show_all()

    def fit(self, size: Size) -> None:
        """Have the rail and the picture beside the question where there is room for them."""
        super().fit(size)
        self.set_class(RAIL_FROM <= size.width < BESIDE_FROM or size.width >= BOTH_FROM, "-rail")
        self.set_class(size.width >= BESIDE_FROM, "-beside")

    def _page_width(self) -> int:
        width = self.app.size.width - 5  # margins, and the board's last column
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
        self.write.fold(folded=not self.writes)
        self.capture.can_focus = self.writes
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
        self.capture.taken_off_by = "!" if self.doing.does == "dissent" else ""

    def _show_rail(self) -> None:
        if self.has_class("-rail"):
            self.rail.show(pages.rail_rows(self.view(RAIL - 2), self.workshop.steps, self.step.id, RAIL - 2))

    def _show_header(self) -> None:
        width = self.app.size.width
        view = self.view(width)
        head = self.workshop.session.head
        left: Row = ((f"{self.workshop.workbook.short_title}  ·  ", "muted"), (head.name, "heading"))
        clock = chrome.clock_row(self.workshop, self.words)
        if self.workshop.session.final:
            clock = ((self.words.terms.final, "accent"),)
        if row_length((*left, *clock)) > width - 6:
            left = ((head.name, "heading"),)
        saving = chrome.saving_row(self.workshop, self.words, practising=self.practising)
        progress = pages.progress_row(view, self.workshop.steps, self.step.id)
        self.header.show(chrome.header_rows(left, clock, progress, saving, width))

    def _show_prompt(self) -> None:
        self._arm()
        words, words_of = self.words.walk, self.words.conclusions
        edited = self.workshop.session.note(self.doing.note)
        kind = self.workshop.workbook.kind(edited.kind if edited else self.kind)
        if self.doing.does == "edit":
            sign, tone = (f"{kind.sign} ", f"badge-{kind.role}") if kind else ("", "badge-accent")
            row: Row = ((f" {sign}{words.prompt_edit} ", tone), (" ", "text"))
        elif self.doing.does == "dissent":
            row = ((f" ! {self.words.rounds.prompt_dissent} ", "badge-warning"), (" ", "text"))
        elif self.doing.does == "wording":
            row = ((f" {words.prompt_wording} ", "badge-accent"), (" ", "text"))
        elif self.doing.does == "conclusion":
            named = words_of.prompt_edit.format(sort=words_of.sort(self.sort))
            row = ((f" {words_of.sign(self.sort)} {named} ", "badge-accent"), (" ", "text"))
        elif self.concludes:
            label = words_of.sort(self.sort)
            row = (
                (f" {words_of.sign(self.sort)} {label[:1].upper()}{label[1:]} ", "badge-accent"),
                (" ", "text"),
            )
        elif kind:
            row = _badge(kind)
        else:
            row = ((f" {words.prompt_note} ", "accent"),)
        if self.group and self.doing.does == "note" and self.takes_notes:
            row = (*row, *clipped(((self.group, "muted"),), _TABLE_NAME), (" ", "text"))
        room = max((row_length(_badge(one)) for one in self.workshop.workbook.kinds), default=0)
        self.prompt.styles.width = max(
            room, row_length(row)
        )  # wherever the kind turns, the words stay in place
        self.prompt.show((row,))

    def show_hint(self) -> None:
        """Draw the line under the capture line."""
        self.set_class(self.workshop.saving.state == "refused", "-refused")
        super().show_hint()

    def line(self) -> tuple[str, str]:
        """What the line says: found once for each time it is drawn."""
        self.hinted = hints.hint(self)
        return self.hinted

    def _show_footer(self) -> None:
        where = Where(
            self.step,
            first=self._number == 0,
            last=self._number == len(self.workshop.steps) - 1,
            writing=self.writes,
            concluding=self.doing.does == ("note" if self.concludes else "conclusion"),
            at_conclusion=conclusion(self.workshop.session, self.board.selected) is not None,
            among_notes=self.among_notes,
            at_task=self.doing.does != "note",
            rivals=self.at_rivals,
            dissenting=self.doing.does == "dissent",
            merged=self.at_merged,
            marked=bool(self.marked),
        )
        verdict = self.step.question is not None and self.step.question.asks == "verdict"
        titles = {"turn": self.words.walk.turn_verdict} if verdict else {}
        if where.concluding or where.at_conclusion:
            said = self.words.conclusions
            titles = {"turn": said.turn, "kind_note": said.turn, "star_note": said.done}
        if where.among_notes and where.writing:
            titles["compass"] = self.words.placing.footer
        shown = footer_commands(where)
        self.footer.show(chrome.footer_rows(shown, self.words, self.app.size.width, titles))


def _badge(kind: Kind) -> Row:
    """A kind as it stands before the capture line."""
    return ((f" {kind.sign} {kind.label} ", f"badge-{kind.role}"), (" ", "text"))
