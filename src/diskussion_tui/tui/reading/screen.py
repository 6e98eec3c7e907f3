"""The reading page: one calm scroll through a discussion, with a line to find in it. It reads once and writes nothing.

Nobody leads from here by mistake: letters go into the line that finds, and leading is a command of its own. What it shows is what
was read when it was opened.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import events, on

from diskussion_tui.domain.session.merging import standing
from diskussion_tui.tui import chrome
from diskussion_tui.tui.commands import bindings
from diskussion_tui.tui.finding_screen import FindingScreen
from diskussion_tui.tui.parts.finding import found_in, with_marks
from diskussion_tui.tui.reading.page import PART, WIDEST, Pages, set_page
from diskussion_tui.tui.rows import Row, spread
from diskussion_tui.tui.view import Aim
from diskussion_tui.tui.widgets.board import Board
from diskussion_tui.workshop.report import source_at

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from textual.binding import BindingType

    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.base_screen import Story
    from diskussion_tui.tui.reading.page import Read


class Reading(FindingScreen):
    """A discussion to read, at a note where one is given. `find` are words that are looked for from the beginning.

    `wanted` is what leading it is wanted for once the page is closed, None where it is not; `compares` says that it is to be
    compared with others then.
    """

    PLACES = ("reading",)
    THING = "page"
    DOING = "page"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("reading"),
        ("down", "scroll(1)"),
        ("up", "scroll(-1)"),
        ("pagedown", "page(1)"),
        ("pageup", "page(-1)"),
        ("home", "edge(0)"),
        ("end", "edge(1)"),
        ("right", "step(1)"),
        ("left", "step(-1)"),
        ("tab", "part(1)"),
        ("shift+tab", "part(-1)"),
    ]

    def __init__(self, of: Read, path: Path, *, note: str = "", find: str = "") -> None:
        super().__init__(find)
        self.words = of.words
        self.of = of
        self.wanted: Aim | None = None
        self.compares = False
        self._path, self._first = path, note
        self._pages = Pages((), ())
        self._width = 0

    def on_mount(self) -> None:
        """Show the page from its beginning, or the note that is wanted."""
        super().on_mount()
        if self._first:
            self.call_after_refresh(self.go_to, self._first)

    def on_resize(self, event: events.Resize) -> None:
        """Set everything for the room there is; what stood first stays in view."""
        if event.size != self.fitted:
            self.fit(event.size)
            chosen = self.board.selected
            self.show()
            if chosen:
                self.board.bring_into_view(chosen)

    def reword(self, words: Texts) -> None:
        """Say everything in another language."""
        self.words, self.of = words, replace(self.of, words=words)
        self._width = 0
        self.show()

    # ---- scrolling -----------------------------------------------------------------------------------------------

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.board.scroll_lines(lines)

    def action_page(self, pages: int) -> None:
        """Scroll by pages."""
        self.board.scroll_pages(pages)

    def action_edge(self, end: int) -> None:
        """Go to the beginning or the end."""
        if end:
            self.board.scroll_to_end()
        else:
            self.board.scroll_to_line(0)

    def action_part(self, by: int) -> None:
        """Go to the next part, or the one before."""
        tops = [self._top_of(place.block) for place in self._pages.places]
        ahead = [top for top in tops if (top > self.board.top if by > 0 else top < self.board.top)]
        if ahead:
            top = ahead[0] if by > 0 else ahead[-1]
            self.board.select(self._pages.blocks[self._pages.places[tops.index(top)].block].id, scroll=False)
            self.board.scroll_to_line(top)
        else:
            self.action_edge(int(by > 0))

    def action_step(self, by: int) -> None:
        """Choose the next thing that was said, or the one before; from what is in view, where what was chosen is not."""
        chosen = self.board.selected
        tops = {block.id: self._top_of(number) for number, block in enumerate(self._pages.blocks) if block.id}
        seen = range(self.board.top, self.board.top + self.board.room)
        if chosen in tops and tops[chosen] in seen:
            self.board.step(by)
        elif below := [one for one, top in tops.items() if top in seen]:
            self.board.select(below[0 if by > 0 else -1])
        self.show_line()

    @on(Board.Picked)
    def _on_picked(self, event: Board.Picked) -> None:
        if self.board.selected == event.id:
            self.do_unfold()
        else:
            self.board.select(event.id)
            self.show_line()

    # ---- looking closer ------------------------------------------------------------------------------------------

    @property
    def foldable(self) -> bool:
        """Whether what is chosen can be folded, or anything where nothing is chosen."""
        return bool(self._foldable)

    @property
    def _foldable(self) -> list[str]:
        """The ids of what can be folded of what is chosen; with nothing chosen every trail of a merged note."""
        chosen = self.board.selected
        if chosen.startswith(PART):
            return [chosen]
        ids = [chosen] if chosen else self.board.ids
        notes = (self.of.session.note(one) for one in ids)
        return [note.id for note in notes if note and note.sources]

    def do_unfold(self) -> None:
        """Show what a merged note came of, or a part of which only the heading is seen; or fold it again."""
        ids = self._foldable
        if not self.board.selected:
            unfolded = self.of.unfolded
            ids = [one for one in ids if one not in unfolded] or [one for one in ids if one in unfolded]
        for one in ids:
            self.of = self.of.turned(one)
        self._set_anew()

    def do_history(self) -> None:
        """When and by whom each thing came: of the note that is chosen, else of all."""
        from diskussion_tui.domain.story.history import history_of, history_of_note
        from diskussion_tui.reports.history import history

        session, note, words = self.of.session, self._chosen_note, self.words
        entries = history_of_note(session, note) if note else history_of(session)

        def rows(width: int) -> tuple[Row, ...]:
            told = history(session, entries, words, min(width, WIDEST), note)
            return tuple(((line, "text"),) for line in told.split("\n"))

        self.read(words.reading.history_title, rows, "history")

    def do_replay(self) -> None:
        """See how the discussion grew."""
        from diskussion_tui.tui.reading.replay import Growth

        self.app.push_screen(Growth(self.of))

    def do_compare(self) -> None:
        """Compare it with others."""
        self.compares = True
        self.dismiss(None)

    async def do_jump(self) -> None:
        """Choose a part to go to."""
        from diskussion_tui.tui.dialogs.chooser import Choice, Chooser

        places = self._pages.places
        offered = [
            Choice(str(number), f"{place.id}  {place.name}" if place.id else place.name, titled=True)
            for number, place in enumerate(places)
        ]
        chosen = await self.ask(Chooser(self.words.dialogs.jump_title, offered, self.words))
        if chosen:
            self.board.scroll_to_line(self._top_of(places[int(chosen)].block))

    def _top_of(self, block: int) -> int:
        return sum(len(one.rows) for one in self._pages.blocks[:block])

    # ---- finding -------------------------------------------------------------------------------------------------

    @property
    def find_prompt(self) -> str:
        """What the line is called."""
        return self.words.reading.find_prompt

    def seek(self, words: tuple[str, ...]) -> Sequence[str]:
        """The places with every word; what is folded is found too."""
        if self.of.whole != bool(words):
            self.of = replace(self.of, whole=bool(words))
            self._pages = set_page(self.of, self._width - 4)
        return found_in(self._pages.blocks, words)

    def show_page(self) -> None:
        """Draw the page, with the words marked that are looked for."""
        self.board.show((with_marks(self._pages.blocks, self.sought),))

    def nearest(self, spots: Sequence[str]) -> str:
        """The first place that was found from what is in view on, else the first of all."""
        tops = {block.id: self._top_of(number) for number, block in enumerate(self._pages.blocks) if block.id}
        below = (one for one in spots if tops[one] >= self.board.top)
        return next(below, spots[0])

    def go_to(self, spot: str) -> None:
        """Choose a place; a note that was merged into another is found there, where its words stand."""
        if not self.board.holds(spot) and (into := standing(self.of.session, spot)):
            spot = into.id
        if self.board.holds(spot):
            self.board.select(spot)
        self.show_line()

    # ---- leaving -------------------------------------------------------------------------------------------------

    def do_leave_reading(self) -> None:
        """Close the line, else go back to where one came from."""
        if not self.close_line():
            self.dismiss(None)

    def do_lead_on(self) -> Story | None:
        """Lead the discussion; where it is final, ask first."""
        if self.of.session.final:
            return self._open_again()
        self._lead(Aim(self._chosen_note, self.sought))
        return None

    async def _open_again(self) -> None:
        from diskussion_tui.tui.dialogs.ask import Ask

        said = self.words.dialogs
        if await self.ask(Ask(said.reopen_question, said.reopen_explained, self.words)):
            self._lead(Aim(self._chosen_note, self.sought, reopen=True))

    @property
    def _chosen_note(self) -> str:
        note = self.of.session.note(self.board.selected)
        return note.id if note else ""

    def _lead(self, aim: Aim) -> None:
        self.wanted = aim
        self.dismiss(None)

    def do_report(self) -> Story:
        """Hand it out as a report."""
        from diskussion_tui.tui.handing_out import hand_out

        return hand_out(self, source_at(self._path, self.of.session, self.of.workbook), self.of.today)

    # ---- showing -------------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Set the page where the room is another, and draw everything."""
        if not self.is_composed:
            return
        width = self.app.size.width
        if width != self._width:
            self._width = width
            self._pages = set_page(self.of, width - 4)
            self.look_again()
        self._show_header()
        self.show_line()

    def _set_anew(self) -> None:
        """Set the page once something is folded otherwise; what is in view stays where it was."""
        self._pages = set_page(self.of, self._width - 4)
        self.look_again()
        self.show_line()

    def _show_header(self) -> None:
        head, said, width = self.of.session.head, self.words, self.app.size.width
        left: Row = ((f"{head.name}  ·  ", "heading"), (head.date.isoformat(), "text"))
        state = said.terms.final if self.of.session.final else said.terms.draft
        right: Row = ((f"{state} · {said.reading.only_read}", "muted"),)
        self.header.show(((("  ", "text"), *spread(left, right, width - 4)), chrome.rule(width)))
