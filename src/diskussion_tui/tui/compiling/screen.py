"""A compilation: pages of numbers, each of which can be chosen and opened.

Counting goes on beside the screen, which says how far it has come; Esc leaves at any time, and what was counted too late is let go
of. Nothing here changes a discussion. What an analyst adds, quotes and a text of their own, is kept at once.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from diskussion_tui.base.text import clean_line, clean_note
from diskussion_tui.reports.compilation import Labels
from diskussion_tui.reports.compilation_moved import moved_rows
from diskussion_tui.tui.commands import bindings
from diskussion_tui.tui.compiling import head, wishes
from diskussion_tui.tui.compiling.behind import Behind
from diskussion_tui.tui.compiling.page import PAGES, Laid, Shown, laid_out
from diskussion_tui.tui.parts.bars import progress_row
from diskussion_tui.tui.row_screen import RowScreen
from diskussion_tui.tui.rows import Block, text_rows
from diskussion_tui.workshop.compiling import UnreadableCompilationError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.binding import BindingType

    from diskussion_tui.domain.analysis.compilation_cells import Cell, Ref
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.compiling.counting import Counting
    from diskussion_tui.tui.compiling.page import PageName
    from diskussion_tui.tui.compiling.reporting import Withheld
    from diskussion_tui.tui.compiling.who import Who
    from diskussion_tui.tui.rows import Row
    from diskussion_tui.tui.toolkit.beside import Task
    from diskussion_tui.tui.toolkit.input_queue import InputQueue
    from diskussion_tui.workshop.coding_queue import Queue
    from diskussion_tui.workshop.compiling import Made

T = TypeVar("T")
TICK = 0.2
"""Seconds between two looks at how far counting has come."""
TASK = "compiling"


class Compiled(RowScreen[Laid]):
    """A compilation by its name. `counting` counts and keeps it, beside the screen; `who` says who codes."""

    PLACES = ("compiling",)
    THING = "compilation"
    DOING = "compiling"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("compiling"),
        ("left", "sideways(-1)"),
        ("right", "sideways(1)"),
        ("pagedown", "move(8)"),
        ("pageup", "move(-8)"),
        ("shift+tab", "turn(-1)"),
    ]

    def __init__(self, words: Texts, counting: Counting, who: Who) -> None:
        super().__init__(words)
        self._counting, self._who = counting, who
        self._under_way: Task[Made] | None = None
        self._wrong: tuple[str, ...] = ()
        self.of: Shown | None = None
        self.page: PageName = "overview"
        self._column = ""
        self._set_for: object = None
        self._sets_out = False

    def on_mount(self) -> None:
        """Count, and say how far that has come."""
        super().on_mount()
        self.ticks = self.set_interval(TICK, self.show_progress, pause=True)
        self._count(self._counting.begin)

    # ---- counting ------------------------------------------------------------------------------------------------

    def _count(self, work: Callable[[], Made]) -> None:
        if self.counts:
            return
        self.of, self._wrong, self.laid = None, (), ()
        self._under_way = task = self._beside(work, lambda: self._counted(task))
        self.ticks.resume()
        self.show()

    def _beside(self, work: Callable[[], T], then: Callable[[], None]) -> Task[T]:
        return cast("InputQueue", self.app).beside(work, TASK, then)

    @property
    def counts(self) -> bool:
        """Whether counting is going on."""
        return self._under_way is not None

    def _counted(self, task: Task[Made]) -> None:
        if task is not self._under_way or not self.is_mounted:
            return
        self._under_way = None
        self.ticks.pause()
        try:
            self._take(task.result())
        except (OSError, ValueError, LookupError, UnreadableCompilationError) as error:
            self._wrong = self._counting.sentences(error, self.words)
        self.show()

    def _take(self, made: Made) -> None:
        workbook = self._counting.workbook
        self.of = Shown(made, Labels(made.of, workbook, self.words), workbook, self.words)
        self._set_for = None

    def show_progress(self) -> None:
        """How far counting has come."""
        if self._under_way is None:
            return
        done, of = self._counting.progress
        said, width = self.words.compiling, self.app.size.width
        told = said.counted_so_far.format(n=done, all=of) if of else said.counting
        rows: tuple[Row, ...] = (progress_row(done, of, width, told),)
        self.board.show(([Block(rows)],))

    # ---- coding ----------------------------------------------------------------------------------------------------

    async def do_code_notes(self) -> None:
        """Code the notes that are counted, once it is known who does; what is read for that is read beside the screen."""
        if self.of is None or self._sets_out:
            return
        from diskussion_tui.workshop.coding_queue import desk_in

        made, workbook, now = self.of.made, self._counting.workbook, self._counting.now
        coder = await self._who.told(made.folder, self)
        if not coder:
            return
        self._sets_out = True
        self.say(self.words.coding.setting_out)
        task = self._beside(
            lambda: desk_in(made.folder, coder, made.of.notes.values(), workbook.id if workbook else "", now),
            lambda: self._code(task, made.kept.name),
        )

    def _code(self, task: Task[Queue], name: str) -> None:
        from diskussion_tui.tui.coding.screen import Coding

        self._sets_out = False
        if not self.is_mounted:
            return
        workbook = self._counting.workbook
        signs = {one.id: one.sign for one in workbook.kinds} if workbook else {}
        coding = Coding(task.result(), clean_line(name), signs, self.words)
        self.app.push_screen(coding, lambda _: self._count(self._counting.begin))

    # ---- showing -------------------------------------------------------------------------------------------------

    def reword(self, words: Texts) -> None:
        """Say everything in another language."""
        self.words = words
        if self.of:
            self._take(self.of.made)
        self.show()

    def show(self) -> None:
        """The page, or how far counting has come, or what is wrong."""
        if not self.is_composed:
            return
        self._show_header()
        if self.of:
            self._set()
        elif self._wrong:
            width = min(76, self.app.size.width - 6)
            rows = tuple(row for text in self._wrong for row in text_rows(text, width, "text", "  ", "  "))
            self.board.show(([Block(rows)],))
        else:
            self.show_progress()
        self.show_line()

    def _set(self) -> None:
        """Set the page anew where anything of it is otherwise, and mark the number that is chosen."""
        width = self.app.size.width - 4
        if self.of and self._set_for != (self.page, width, self.of):
            self._set_for = (self.page, width, self.of)
            self.laid = laid_out(self.of, self.page, width)
        self.look_again()
        if not self.chosen and (first := next((one.id for one in self.laid if one.id), "")):
            self.board.select(first, scroll=False)
            self._set()

    def show_page(self) -> None:
        """Draw the rows, once they are counted."""
        if self.of:
            super().show_page()

    def _show_header(self) -> None:
        made, width = self.of.made if self.of else None, self.app.size.width
        self.header.show(
            head.rows(self._counting.name, self.page, made, self.words, width, counts=self.counts)
        )

    # ---- choosing ------------------------------------------------------------------------------------------------

    @property
    def cell(self) -> Cell | None:
        """The number that is chosen: in its row, that of the column one has gone to last, else the first."""
        cells = self.chosen.cells if self.chosen else ()
        return next((one for one in cells if one.column == self._column), cells[0] if cells else None)

    @property
    def chosen_column(self) -> str:
        """The column of the number that is chosen."""
        return self.cell.column if self.cell else ""

    @property
    def note(self) -> Ref | None:
        """The note that is chosen, None where it is none."""
        ref = self.chosen.ref if self.chosen else None
        return ref if self.of and ref in self.of.made.of.notes else None

    def moved(self) -> None:
        """Another row is chosen, or another number."""
        self._set()
        super().moved()

    def action_sideways(self, by: int) -> None:
        """The number to the right or to the left, stopping at the ends."""
        self.say("")
        cells = self.chosen.cells if self.chosen else ()
        if self.cell:
            at = cells.index(self.cell) + by
            self._column = cells[max(0, min(at, len(cells) - 1))].column
            self.moved()

    def action_turn(self, by: int) -> None:
        """Another page."""
        self._go_to(PAGES[(PAGES.index(self.page) + by) % len(PAGES)])

    def _go_to(self, page: PageName) -> None:
        self.page, self._column = page, ""
        self.say("")
        self.board.select("")
        self.board.start_over()
        self.show()

    # ---- what can be done ----------------------------------------------------------------------------------------

    def do_next_page(self) -> None:
        """The next page."""
        self.action_turn(1)

    def do_open_number(self) -> None:
        """What lies behind the number that is chosen; the note itself where one is."""
        if self.of is None or self.chosen is None:
            return
        if self.chosen.ref:
            ref = self.chosen.ref
            self.post_message(wishes.Read(self.of.made.paths[ref.discussion], ref.record))
        elif self.cell and self.cell.behind:
            self.app.push_screen(Behind(self.of, self.cell, self._quote), lambda _: self.show())
        else:
            self.say(self.words.compiling.nothing_behind)

    def do_show_compass(self) -> None:
        """The compass as a map."""
        self._go_to("compass")

    def do_show_themes(self) -> None:
        """Themes and tags."""
        self._go_to("themes")

    def do_show_quotes(self) -> None:
        """Quotes and the analyst's own text."""
        self._go_to("quotes")

    def do_show_growth(self) -> None:
        """How it grew, month by month."""
        self._go_to("months")

    def do_verify(self) -> None:
        """What has moved since it was kept."""
        if self.of is None:
            return
        of, words = self.of, self.words
        rows = tuple(moved_rows(of.made.kept, of.made.of, of.made.moved, of.made.missing, of.workbook, words))

        def set_rows(width: int) -> tuple[Row, ...]:
            return tuple(row for text in rows for row in text_rows(text, min(76, width)))

        self.read(words.commands.verify.title, set_rows, "verify")

    def do_count_anew(self) -> None:
        """Count from the files, and keep what comes of it."""
        self._count(self._counting.anew)

    def do_quote_note(self) -> None:
        """Choose the note as a quote, or no longer."""
        if self.note and self._quote(self.note):
            self.show()
            quoted = bool(self.of and self.note in self.of.made.kept.quotes)
            self.say(self.words.compiling.quoted if quoted else self.words.compiling.unquoted)

    def _quote(self, ref: Ref) -> Shown | None:
        """Keep a note as a quote, or take it out; what is shown then."""
        if self.of is None:
            return None
        kept = self.of.made.kept
        quotes = tuple(one for one in kept.quotes if one != ref)
        self._keep(quotes=quotes if ref in kept.quotes else (*quotes, ref))
        return self.of

    async def do_own_text(self) -> None:
        """Write the text that stands first."""
        from diskussion_tui.tui.dialogs.writing import Writing

        if self.of is None:
            return
        said, text = self.words.compiling, self.of.made.kept.text
        answer = await self.ask(Writing(said.text_title, said.text_label, text, self.words))
        if answer is not None:
            self._keep(text=clean_note(answer).strip())
            self.show()

    async def do_report_compilation(self) -> None:
        """Write it to be handed out, for those who work with it or for others, beside what is kept of it."""
        from diskussion_tui.tui.compiling.reporting import offered
        from diskussion_tui.tui.dialogs.chooser import Chooser

        if (of := self.of) is None:
            return
        said = self.words.compiling
        chosen = await self.ask(Chooser(said.report_title, offered(self.words), self.words))
        if not chosen:
            return
        self._report(of, chosen)

    def _report(self, of: Shown, chosen: str, reason: str = "") -> None:
        """Write it beside the screen."""
        from diskussion_tui.tui.compiling.reporting import report_of

        self.say(self.words.compiling.writing)
        look = self.app.look
        work = report_of(of, chosen, self._counting.today, look, reason)
        task = self._beside(work, lambda: self._reported(task, of, chosen))

    def _reported(self, task: Task[Path | Withheld | str], of: Shown, chosen: str) -> None:
        """Say where the report is, or why it is nowhere; for what seems to be personal data a reason is asked for."""
        from diskussion_tui.tui.compiling.reporting import Withheld

        try:
            found = task.result()
        except OSError as error:
            found = self.words.compiling.cannot_keep.format(why=self.words.reasons.of_error(error))
        if isinstance(found, Withheld):
            if self.is_mounted:
                self.tell(self._asks_why(of, chosen, found.texts))
        elif isinstance(found, str):
            self.say(found, "warning")
        else:
            file = "/".join(found.parts[-3:])
            self.say(self.words.compiling.written_to.format(file=clean_line(file)))

    async def _asks_why(self, of: Shown, chosen: str, telling: int) -> None:
        """Ask why it goes out all the same, and write it with the reason in it."""
        from diskussion_tui.tui.handing_out import reason_for

        if reason := await reason_for(self, telling):
            self._report(of, chosen, reason)

    def _keep(self, **altered: object) -> None:
        """Keep the analyst's own words, beside the screen; what cannot be kept is said, and not shown as if it were."""
        if self.of is None:
            return
        before = self.of.made
        now = replace(before, kept=replace(before.kept, **altered))  # type: ignore[arg-type]
        self._take(now)
        self._beside(lambda: self._counting.keep(now), lambda: self._kept(before))

    def _kept(self, before: Made) -> None:
        """Say what could not be kept."""
        if self.is_mounted and self.of and (error := self._counting.unkept):
            self._take(before)
            self.show()
            self.say(
                self.words.compiling.cannot_keep.format(why=self.words.reasons.of_error(error)), "warning"
            )

    def do_leave_compilation(self) -> None:
        """Close the line that finds, else go back to where one came from."""
        if not self.close_line():
            self._under_way = None
            self.dismiss(None)

    def do_help(self) -> None:
        """Every key that works here, and what each table counts."""
        words = self.words
        self.read(words.dialogs.help_title, lambda width: head.help_rows(words, width), "help")
