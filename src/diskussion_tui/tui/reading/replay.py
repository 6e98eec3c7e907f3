"""How a discussion grew: its page as it was after each change, with the clock time and how far one has come. It only reads."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import events, getters

from diskussion_tui.base.clock import moment
from diskussion_tui.domain.session.merging import ends_of
from diskussion_tui.domain.session.records import BY_HAND, Conclusion, Note, Vote
from diskussion_tui.domain.story.replay import Replay
from diskussion_tui.reports.history import in_short
from diskussion_tui.tui import chrome
from diskussion_tui.tui.base_screen import BaseScreen
from diskussion_tui.tui.commands import bindings, footer
from diskussion_tui.tui.reading.page import Pages, set_page
from diskussion_tui.tui.rows import Row, clipped, row_length, spread
from diskussion_tui.tui.widgets.board import Board
from diskussion_tui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from diskussion_tui.domain.story.history import Entry
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.reading.page import Read

MANY = 10
"""Changes that a page forward or back passes."""


class Growth(BaseScreen):
    """A discussion change by change. It begins where the page that it came from is: at the end."""

    CSS_PATH = "replay.tcss"
    PLACES = ("replay",)
    AUTO_FOCUS = "#page"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("replay"),
        ("pagedown", f"step({MANY})"),
        ("pageup", f"step({-MANY})"),
        ("down", "scroll(1)"),
        ("up", "scroll(-1)"),
    ]

    header = getters.query_one("#header", Sheet)
    scrubber = getters.query_one("#scrubber", Sheet)
    board = getters.query_one("#page", Board)
    footer = getters.query_one("#footer", Sheet)

    def __init__(self, of: Read) -> None:
        super().__init__()
        self.words, self._of = of.words, replace(of, whole=True)
        self._replay = Replay(of.session)
        self.step = len(self._replay)
        self._pages = Pages((), ())

    def compose(self) -> ComposeResult:
        """Header, what has just been done and how far that is, the page as it was then, footer."""
        yield from self.too_small()
        yield Sheet(id="header")
        yield Sheet(id="scrubber")
        yield Board(id="page")
        yield Sheet(id="footer")

    def on_mount(self) -> None:
        """Show it as it is now."""
        self.fit(self.app.size)
        self._show()

    def on_resize(self, event: events.Resize) -> None:
        """Set everything for the room there is."""
        if event.size != self.fitted:
            self.fit(event.size)
            self._show()

    def reword(self, words: Texts) -> None:
        """Say everything in another language."""
        self.words, self._of = words, replace(self._of, words=words)
        self._show()

    @property
    def changes(self) -> int:
        """How many changes there are."""
        return len(self._replay)

    # ---- going through it ----------------------------------------------------------------------------------------

    def action_step(self, by: int) -> None:
        """So many changes on, or back."""
        self._go(self.step + by)

    def action_scroll(self, lines: int) -> None:
        """Scroll the page."""
        self.board.scroll_lines(lines)

    def do_replay_on(self) -> None:
        """The next change."""
        self._go(self.step + 1)

    def do_replay_back(self) -> None:
        """The one before."""
        self._go(self.step - 1)

    def do_replay_first(self) -> None:
        """To the beginning."""
        self._go(0)

    def do_replay_last(self) -> None:
        """To the end."""
        self._go(self.changes)

    def do_leave_replay(self) -> None:
        """Back to the page as it is."""
        self.dismiss(None)

    def do_help(self) -> None:
        """Every key that works here."""
        from diskussion_tui.tui.help import help_rows

        words = self.words
        self.read(words.dialogs.help_title, lambda width: help_rows(words, None, width, ("replay",)), "help")

    def on_key(self, event: events.Key) -> None:
        """Letters do nothing here."""
        if event.is_printable:
            event.stop()

    def _go(self, step: int) -> None:
        step = max(0, min(step, self.changes))
        if step != self.step:
            self.step = step
            self._show()

    # ---- showing -------------------------------------------------------------------------------------------------

    @property
    def _entry(self) -> Entry | None:
        return self._replay.entries[self.step - 1] if self.step else None

    def _show(self) -> None:
        if not self.is_composed:
            return
        width, said = self.app.size.width, self.words
        then = replace(self._of, session=self._replay.at(self.step))
        self._pages = set_page(then, width - 4)
        self.board.show((self._pages.blocks,))
        self._show_changed(then)
        left: Row = ((f"{then.session.head.name}  ·  ", "heading"), (said.reading.replay_title, "text"))
        right: Row = ((said.terms.notes(len(then.session.notes())), "muted"),)
        self.header.show(((("  ", "text"), *spread(left, right, width - 4)), chrome.rule(width)))
        self.scrubber.show((*self._told(width), chrome.rule(width)))
        self.footer.show(chrome.footer_rows(footer(self, "replay", said), width))

    def _show_changed(self, then: Read) -> None:
        """Choose what the change was about, so that it is in view."""
        versions = [part.version for part in self._entry.parts] if self._entry else []
        ids = [one.note if isinstance(one, Vote) else one.id for one in versions]
        stand = [note.id for note in ends_of(then.session, ids)]
        ids = [*stand, *(one.id for one in versions if isinstance(one, Conclusion))]
        ids += [f"?{one.question}" for one in versions if isinstance(one, Note)]
        chosen = next((one for one in ids if self.board.holds(one)), "")
        self.board.select(chosen)
        if not self.step:
            self.board.scroll_to_line(0)

    def _told(self, width: int) -> tuple[Row, ...]:
        """What was done, when and by whom; and a line that shows how far that is."""
        said, entry = self.words.reading, self._entry
        if entry is None:
            first: Row = ((said.replay_begin, "muted"),)
        else:
            by_hand = entry.writer == BY_HAND
            clock = "" if by_hand else f"{moment(entry.at)}  "
            who = self.words.history.by_hand if by_hand else entry.writer
            what = in_short(
                self._replay.at(self.step), entry.parts, self.words, self.words.walk.undone_others
            )
            first = spread(((clock, "accent"), (what, "text")), (clipped(((who, "muted"),), 24)), width - 4)
        return ((("  ", "text"), *first), (("  ", "text"), *self._line(width - 4)))

    def _line(self, width: int) -> Row:
        count = f"  {self.words.reading.replay_at.format(n=self.step, of=self.changes)}"
        room = max(4, width - row_length(((count, "muted"),)) - 1)
        done = room * self.step // max(1, self.changes)
        return (("━" * done, "accent"), ("●", "accent"), ("─" * (room - done), "muted"), (count, "muted"))
