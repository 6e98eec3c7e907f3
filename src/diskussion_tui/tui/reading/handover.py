"""The end of a discussion is a hand-over: what came of it in short, where it lies, and what to do with it now.

Words that are typed here are for the walk to write. Where they cannot be, since the discussion is final, the Enter behind them is
the end of a sentence and does nothing but say so.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, ClassVar

from textual import events, getters, on

from diskussion_tui.base.text import clean_line
from diskussion_tui.domain.session.conclusions import ACTION
from diskussion_tui.domain.session.records import Conclusion
from diskussion_tui.domain.session.told import most_supported, parts_of
from diskussion_tui.reports.exporting import is_ready
from diskussion_tui.tui import chrome
from diskussion_tui.tui.commands import bindings, footer
from diskussion_tui.tui.over_walk import OverWalk
from diskussion_tui.tui.parts.conclusions import conclusion_block
from diskussion_tui.tui.reading.page import counts_block, note_rows, read_of
from diskussion_tui.tui.rows import Block, clipped, text_rows
from diskussion_tui.tui.widgets.board import Board
from diskussion_tui.tui.widgets.sheet import Sheet
from diskussion_tui.workshop.report import formats_beside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.base_screen import Story
    from diskussion_tui.tui.reading.page import Read
    from diskussion_tui.workshop.workshop import Workshop

MOST_OF_A_PART = 3
_WIDEST = 76
_IN = "  "


def _choices() -> tuple[str, ...]:
    """What one can do, the first of it chosen: a PDF where one can be made here."""
    return (*(("pdf",) if is_ready("pdf") else ()), "every", "hand_out", "copy", "following")


def page_blocks(of: Read, width: int) -> tuple[Block, ...]:
    """What came of a discussion: how much was said, what most agree with in each part, the actions, where the file is."""
    width = max(24, min(width, _WIDEST))
    said = of.words.handover
    return tuple(
        chain(
            (counts_block(of, width),),
            _raised(of, width),
            _actions(of, width),
            (
                Block(
                    (
                        ((f"{_IN}{said.file}", "heading"),),
                        *text_rows(of.file, width, "text", _IN * 2, _IN * 2),
                    )
                ),
            ),
        )
    )


def _raised(of: Read, width: int) -> Iterator[Block]:
    for part in parts_of(of.session, of.workbook):
        if raised := most_supported(part.notes, MOST_OF_A_PART):
            yield Block((clipped(((f"{_IN}{part.id}  {part.heading}", "heading"),), width),))
            for note in raised:
                yield Block(note_rows(of, note, width))
            yield Block(((),))


def _actions(of: Read, width: int) -> Iterator[Block]:
    actions = [one for one in of.session.current(Conclusion) if one.kind == ACTION]
    if actions:
        yield Block((((f"{_IN}{of.words.handover.actions}", "heading"),),))
        yield from (Block(conclusion_block(one, of.words, width, of.today).rows) for one in actions)
        yield Block(((),))


class HandOver(OverWalk):
    """What to do now that the discussion has come to its end. `goes_home` says that the first screen is to come next."""

    CSS_PATH = "handover.tcss"
    PLACES = ("handover",)
    AUTO_FOCUS = "#choices"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("handover"),
        ("down", "move(1)"),
        ("up", "move(-1)"),
        ("pagedown", "page(1)"),
        ("pageup", "page(-1)"),
    ]

    header = getters.query_one("#header", Sheet)
    board = getters.query_one("#page", Board)
    choices = getters.query_one("#choices", Board)
    footer = getters.query_one("#footer", Sheet)

    def __init__(self, workshop: Workshop, words: Texts) -> None:
        super().__init__()
        self.workshop, self.words = workshop, words
        self.goes_home = False
        self._unheard = False

    def compose(self) -> ComposeResult:
        """Header, what came of it, what to do, a line to say what was done, footer."""
        yield from self.too_small()
        yield Sheet(id="header")
        yield Board(id="page")
        yield Board(id="choices")
        yield Sheet(id="hint")
        yield Sheet(id="footer")

    def on_mount(self) -> None:
        """Show it, the first thing to do chosen."""
        self.fit(self.app.size)
        self.board.can_focus = False
        self._show()
        self.choices.select(_choices()[0])

    def on_resize(self, event: events.Resize) -> None:
        """Set everything for the room there is."""
        if event.size != self.fitted:
            self.fit(event.size)
            self._show()

    def reword(self, words: Texts) -> None:
        """Say everything in another language."""
        self.words = words
        self._show()

    def action_move(self, lines: int) -> None:
        """Choose what to do."""
        self._unheard = False
        self.choices.stride(lines)

    def action_page(self, pages: int) -> None:
        """Scroll what came of it."""
        self.board.scroll_pages(pages)

    @on(Board.Picked, "#choices")
    def _on_picked(self, event: Board.Picked) -> None:
        if self.choices.selected == event.id:
            self.action_do("choose")
        else:
            self.choices.select(event.id)

    def on_key(self, event: events.Key) -> None:
        """What is typed is something said: back to the walk with it, where words can be written."""
        if event.is_printable:
            event.stop()
            self.leave_with(typed=event.character or "")
            if not self.typed:
                self._unheard = True
                self.say(self.words.handover.no_line)

    # ---- doing ---------------------------------------------------------------------------------------------------

    def do_choose(self) -> Story | None:
        """Do what is chosen; what ends a sentence that nobody took down chooses nothing."""
        if self._unheard:
            self._unheard = False
            self.say(self.words.handover.nothing_done)
            return None
        chosen = self.choices.selected
        if chosen in {"pdf", "every"}:
            return self._write(("pdf",) if chosen == "pdf" else formats_beside(self.workshop.session))
        if chosen == "copy":
            from diskussion_tui.reports.formats.text import text
            from diskussion_tui.reports.report import report

            told = text(report(self.workshop.session, self.workshop.workbook, self.words))
            self.app.copy_to_clipboard(f"{told}\n")
            self.say(self.words.handover.copied)
        elif chosen == "hand_out":
            from diskussion_tui.tui.handing_out import hand_out
            from diskussion_tui.workshop.report import source_of

            return hand_out(self, source_of(self.workshop), self.workshop.now().date())
        elif chosen == "following":
            self.goes_home = True
            self.dismiss(None)
        return None

    async def _write(self, formats: tuple[str, ...]) -> None:
        """Write reports beside the discussion, and say where they are, or why they could not be."""
        from diskussion_tui.reports.profile import INTERNAL
        from diskussion_tui.tui.handing_out import written
        from diskussion_tui.workshop.report import export_of, source_of

        said, source = self.words.handover, source_of(self.workshop)
        self.say(said.writing)
        export = export_of(source, self.words, INTERNAL)
        files = await written(self, source, export, formats, lambda why: self.say(why, "warning"))
        if files:
            first, *more = files
            told = said.written.format(file=clean_line(str(first)))
            self.say(f"{told} {said.more(len(more))}" if more else told, "accent")

    def do_leave_handover(self) -> None:
        """Back to the discussion."""
        self.dismiss(None)

    # ---- showing -------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        if not self.is_composed:
            return
        workshop, said, width = self.workshop, self.words.handover, self.app.size.width
        head = workshop.session.head
        left = ((f"{said.done if workshop.session.final else said.so_far}  ", "heading"), (head.name, "text"))
        self.header.show((clipped(((_IN, "text"), *left), width), chrome.rule(width)))
        file = clean_line(str(workshop.path))
        of = read_of(workshop.session, workshop.workbook, self.words, file, workshop.now().date())
        self.board.show((page_blocks(of, width - 4),))
        rows = tuple((one, getattr(said, one)) for one in _choices())
        self.choices.show(
            ([Block((clipped(((f"{_IN}{text}", "text"),), width - 4),), one) for one, text in rows],)
        )
        self.show_hint()
        self.footer.show(chrome.footer_rows(footer(self, "handover", self.words), width))
