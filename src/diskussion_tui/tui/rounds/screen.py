"""A section's rounds of prioritising: notes on a list, a digit for each, and what came out.

Digits are what a round is for. Any other letter is something said: it leaves the round, which waits, and stands in the line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, ParamSpec

from rich.cells import cell_len
from textual import getters
from textual.containers import Vertical

from diskussion_tui.base.text import sentence_case
from diskussion_tui.domain.session import rounds
from diskussion_tui.tui import chrome
from diskussion_tui.tui.commands import bindings, footer
from diskussion_tui.tui.dialogs.chooser import Choice, Chooser
from diskussion_tui.tui.help import help_rows
from diskussion_tui.tui.over_walk import OverWalk
from diskussion_tui.tui.parts.rounds import count_row, round_name
from diskussion_tui.tui.rounds import page
from diskussion_tui.tui.rounds.calling import Calling
from diskussion_tui.tui.rounds.giving import Giving
from diskussion_tui.tui.rows import row_length
from diskussion_tui.tui.view import View
from diskussion_tui.tui.wall.ranking import to_count
from diskussion_tui.tui.wall.stage import Stage
from diskussion_tui.tui.widgets.board import Board
from diskussion_tui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from diskussion_tui.domain.session.records import Method, Round
    from diskussion_tui.domain.session.refusals import RefusedError
    from diskussion_tui.domain.session.session import Change
    from diskussion_tui.domain.workbook.workbook import Section
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.declaring import Footer
    from diskussion_tui.tui.rows import Row, Span
    from diskussion_tui.workshop.workshop import Workshop

P = ParamSpec("P")
_OFFERED = 10
"""Up to so many dots a person are offered."""


class Ranking(OverWalk):
    """The rounds of a section, one of them in view."""

    CSS_PATH = "rounds.tcss"
    AUTO_FOCUS = "#ranking"
    PLACES = ("ranking",)
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("ranking"),
        ("tab,right", "other_round(1)"),
        ("shift+tab,left", "other_round(-1)"),
        ("up", "move(-1)"),
        ("down", "move(1)"),
        ("pageup", "move(-8)"),
        ("pagedown", "move(8)"),
    ]

    header = getters.query_one("#header", Sheet)
    board = getters.query_one("#ranking", Board)
    footer = getters.query_one("#footer", Sheet)

    def __init__(
        self, workshop: Workshop, words: Texts, section: Section, left_at: tuple[str, str] = ("", "")
    ) -> None:
        """`left_at` is a round and the note that was chosen in it when it was left: that is gone on with."""
        super().__init__()
        self.left_at = left_at
        self.workshop = workshop
        self.words = words
        self._section = section
        self._round = ""
        self._big = False
        self._giving = Giving(self)
        self._calling = Calling(self)

    def compose(self) -> ComposeResult:
        """Header, the notes, hint, footer."""
        yield from self.too_small()
        yield Sheet(id="header")
        with Vertical(id="middle"):
            yield Board(id="ranking")
        yield Sheet(id="hint")
        yield Sheet(id="footer")

    def on_mount(self) -> None:
        """Show the round that is going on, else the latest; where there is none ask how to prioritise."""
        self.workshop.listen(self._on_workshop)
        every = rounds.rounds_in(self.workshop.session, self._section.id)
        going_on = [one for one in every if not one.closed]
        if every:
            left, note = self.left_at
            self._show_round((going_on or every)[-1].id)
            if left == self._round and note in self.board.ids:
                self.board.select(note)
        else:
            self.tell(self.do_new_round())

    def on_unmount(self) -> None:
        """Hear no more; the room sees the step again."""
        self.workshop.show_room("")
        self.workshop.unlisten(self._on_workshop)

    def leave_with(self, *, typed: str = "", pasted: str = "") -> None:
        """Leave with something said, the place in the list kept for when one comes back."""
        self.left_at = self._round, self.board.selected
        super().leave_with(typed=typed, pasted=pasted)

    def on_resize(self, event: events.Resize) -> None:
        """Set everything for the room there is."""
        self.fit(event.size)
        self.show_all()

    def reword(self, words: Texts) -> None:
        """Say everything in another language."""
        self.words = words
        self.said = ("", "muted")
        self.show_all()

    # ---- the round in view ---------------------------------------------------------------------------------------

    @property
    def of(self) -> Round | None:
        """The round in view, as it is now."""
        return rounds.round_named(self.workshop.session, self._round)

    @property
    def puts_in_order(self) -> bool:
        """Whether notes get a place rather than dots."""
        return self.of is not None and self.of.method == "ordning"

    @property
    def several(self) -> bool:
        """Whether the section has other rounds."""
        return len(rounds.rounds_in(self.workshop.session, self._section.id)) > 1

    async def do_new_round(self) -> None:
        """Ask how to prioritise, and begin; the choice before stands first."""
        said = self.words.rounds
        method, each = rounds.last_choice(self.workshop.session)
        each_of = {n: said.each(n) for n in range(1, _OFFERED + 1)}
        dots = [Choice(f"{n}", sentence_case(text), also=str(n)) for n, text in each_of.items()]
        choices = [*dots, Choice("ordning", said.begins_order)]
        usual = "ordning" if method == "ordning" else str(min(each, _OFFERED))
        chooser = Chooser(f"{said.ask}  ·  {self._section.id}", choices, self.words, usual)
        self._begin(await self.ask(chooser) or "")

    def _begin(self, chosen: str) -> None:
        if not chosen:
            if self.of is None:
                self.dismiss(None)
            return
        method: Method = "ordning" if chosen == "ordning" else "prickar"
        each = 0 if method == "ordning" else int(chosen)
        begun = self.change(rounds.begin_round, self.workshop.ids.new(), self._section.id, method, each)
        if begun:
            self._show_round(begun.versions[0].id)

    def action_other_round(self, by: int = 1) -> None:
        """Another of the section's rounds."""
        ids = [one.id for one in rounds.rounds_in(self.workshop.session, self._section.id)]
        if self._round in ids:
            self._show_round(ids[(ids.index(self._round) + by) % len(ids)])

    def do_finish_round(self) -> None:
        """Close the round and show what came out."""
        if self.change(rounds.close_round, self._round):
            self._show_round(self._round)
            self.say(self.words.rounds.finished)

    def do_reopen_round(self) -> None:
        """Open a round that was closed."""
        if self.change(rounds.reopen_round, self._round):
            self._show_round(self._round)
            self.say(self.words.rounds.reopened)

    def do_leave_round(self) -> None:
        """Leave the big picture, or go back to the discussion."""
        if self._big:
            self.do_big()
        else:
            self.left_at = self._round, self.board.selected
            self.dismiss(None)

    # ---- counting ------------------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """A digit gives dots or a place, a plus is ten more; whatever else prints is something said."""
        if self._calling.takes(event) or not event.is_printable or event.key == "space":
            return
        event.stop()
        event.prevent_default()
        typed = event.character or ""
        if not self._giving.takes(typed):
            self.leave_with(typed=f"{self._giving.as_words()}{typed}")

    def do_menu(self) -> None:
        """What can be done with the round, and the note that is chosen. A blank right behind digits waits for what follows it."""
        if self._giving.takes_blank():
            self.say(self.words.rounds.dots_or_words)
        else:
            self.open_menu("ranked")

    def do_called_dots(self) -> None:
        """Give dots by the numbers that are called out."""
        self._calling.begin()

    def do_rank_up(self) -> None:
        """Move the note up in the order; one without a place comes last in it."""
        self._giving.move_in_order(-1)

    def do_rank_down(self) -> None:
        """Move the note down in the order; the last one leaves it."""
        self._giving.move_in_order(1)

    def action_move(self, lines: int) -> None:
        """Choose another note, stopping at the ends."""
        self._giving.forget()
        self.board.stride(lines)
        self.say("")

    def on_board_picked(self, event: Board.Picked) -> None:
        """A click chooses."""
        self._giving.forget()
        self.board.select(event.id)

    # ---- changing ------------------------------------------------------------------------------------------------

    def explain(self, error: RefusedError) -> None:
        """Say why a change was not made; where none can be, the line says so as long as that lasts."""
        if self.workshop.writable:
            super().explain(error)
        else:
            self.say("")

    def go_back(self, take_back: Callable[[], Change | None], yes: str, no: str) -> None:
        """Take something back; a number that was being typed is not gone on with."""
        self._giving.forget()
        super().go_back(take_back, yes, no)

    # ---- drawing -------------------------------------------------------------------------------------------------

    def do_big(self) -> None:
        """What the room reads, and back."""
        self._big = not self._big
        self.set_class(self._big, "-big")
        self.show_all()

    def do_room_back(self) -> None:
        """Turn the big picture on the wall a page back."""
        self.workshop.turn_room(1)

    def do_room_on(self) -> None:
        """Turn it a page on."""
        self.workshop.turn_room(-1)

    def do_help(self) -> None:
        """Every key of a round."""
        words, workbook = self.words, self.workshop.workbook
        title = words.dialogs.help_title
        self.read(title, lambda width: help_rows(words, workbook, width, ("ranking",)), "help")

    def _on_workshop(self) -> None:
        if not self.is_composed:
            return
        every = rounds.rounds_in(self.workshop.session, self._section.id)
        if self._round and self.of is None and every:
            self._show_round(every[-1].id)
        elif self._round and self.of is None:
            self._round = ""
            self.dismiss(None)
        else:
            self.show_all()

    def _show_round(self, round_id: str) -> None:
        """Show a round from its beginning."""
        self._round, self.said = round_id, ("", "muted")
        self._giving.forget()
        self._calling.typed = None
        self.workshop.show_room(round_id)
        self.board.select("")
        self.show_all()
        self.board.scroll_to_line(0)

    def show_all(self) -> None:
        """Draw everything."""
        of = self.of
        if not self.is_composed or of is None:
            return
        width = self.app.size.width
        if self._big:
            step = next(one for one in self.workshop.steps if one.section is self._section)
            stage = Stage.at(self.workshop, self.words, step, self.app.size)
            self.board.show((to_count(stage, of, self._section.heading),))
        else:
            view = View(self.workshop.workbook, self.workshop.session, self.words, max(20, width - 5))
            self.board.show((page.ranking_blocks(view, of),))
        if not self.board.selected and self.board.ids:
            self.board.select(self.board.ids[0], scroll=False)
        self._show_header(of, width)
        self.show_hint()
        self._show_footer(of, width)

    def _show_header(self, of: Round, width: int) -> None:
        session, words = self.workshop.session, self.words
        state, tone = (words.rounds.closed, "muted") if of.closed else (words.rounds.open, "accent")
        count = count_row(session, of, words)
        self.header.show(
            chrome.header_rows(
                ((f"{of.section}  ", "accent"), (self._section.heading, "heading")),
                chrome.saving_row(self.workshop, words),
                _named(round_name(session, of, words), (f" · {state}", tone), width - row_length(count) - 6),
                count,
                width,
            )
        )

    def hinted(self) -> tuple[str, str]:
        """What the line under the list says."""
        of, said = self.of, self.words.rounds
        if of is None:
            return self.said
        usual = (
            said.closed_hint if of.closed else said.order_hint if of.method == "ordning" else said.dots_hint
        )
        if self.workshop.session.final or self.workshop.read_only:
            usual = said.read_only_hint
        if self.workshop.saving.state == "refused":
            return chrome.saving_hint(self.workshop, self.words)
        if self._calling.typed is not None and not self.said[0]:
            return self._calling.said(self.words, max(10, self.app.size.width - 5)), "text"
        return self.said if self.said[0] else (usual, "muted")

    def _show_footer(self, of: Round, width: int) -> None:
        doing: Footer = "closed" if of.closed else "order" if of.method == "ordning" else "dots"
        self.footer.show(chrome.footer_rows(footer(self, doing, self.words), width))


def _named(name: str, state: Span, room: int) -> Row:
    """What a round is called and whether it goes on, which is never what there is no room for."""
    while cell_len(name) + cell_len(state[0]) > room and "·" in name:
        name = name.rpartition("·")[0].rstrip()
    return ((name, "text"), state)
