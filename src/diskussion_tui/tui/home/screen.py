"""Home: go on, begin, practise, and all past discussions below with a search as you type and a preview.

The list is one board whose first blocks are the things to do: the arrows run through both. What it draws is set in `page.py`,
what it asks of the folder in `looking.py`: all of that beside the screen, whatever the disk does.

A search is answered before the letter is drawn, so that both come in one frame, where the notes are at hand. Where files
must be read first, or there are very many notes, the letter stands there meanwhile.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.containers import Horizontal
from textual.message import Message

from diskussion_tui.tui import chrome
from diskussion_tui.tui.base_screen import BaseScreen
from diskussion_tui.tui.commands import bindings, footer, keys_in
from diskussion_tui.tui.home import page
from diskussion_tui.tui.home.looking import Looking
from diskussion_tui.tui.rows import Block, Row, spread, text_rows
from diskussion_tui.tui.widgets.board import Board
from diskussion_tui.tui.widgets.field import Field
from diskussion_tui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.geometry import Size

    from diskussion_tui.base.pulse import Pulse
    from diskussion_tui.domain.workbook.outline import Outline
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.workshop.folder import Entry, Folder, Hits

TICK = 0.5
"""Seconds between two looks at whether something is waited for."""
PREVIEW_FROM = 110
"""From how many columns the chosen discussion's notes stand beside the list."""
_GO_ON, _NEW, _PRACTISE = "do:go-on", "do:new", "do:practise"
_BESIDE_THING, _BESIDE_REASON = 4, 24
"""Cells that are taken beside a thing to do, and beside why one would."""


class Home(BaseScreen):
    """The first screen. Posts what its user wants; the app does it."""

    CSS_PATH = "home.tcss"
    PLACES = ("home",)
    AUTO_FOCUS = "#list"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("home"),
        ("down", "move(1)"),
        ("up", "move(-1)"),
        ("pagedown", "move(10)"),
        ("pageup", "move(-10)"),
        ("escape", "leave_search"),
        ("ctrl+f", "do('search')"),
    ]

    header = getters.query_one("#header", Sheet)
    menu = getters.query_one("#menu", Sheet)
    field = getters.query_one("#search", Field)
    label = getters.query_one("#search-label", Sheet)
    count = getters.query_one("#search-count", Sheet)
    list = getters.query_one("#list", Board)
    preview = getters.query_one("#preview", Board)
    footer = getters.query_one("#footer", Sheet)

    @dataclass
    class Open(Message):
        """A past discussion is wanted. `known` shows what of it has been read already, None where nothing has."""

        entry: Entry
        known: Callable[[], None] | None = None

    class Named(Message):
        """The names of the discussions are known, the rest takes its time."""

    class New(Message):
        """A new discussion is wanted."""

    class Background(Message):
        """The workbook's background is wanted."""

    class Practise(Message):
        """Practice is wanted."""

    @dataclass
    class Found(Message):
        """A search on a thread has come to its end, or the list is settled. `asked` says which."""

        asked: int
        hits: Hits

    def __init__(self, folder: Folder, outline: Outline, words: Texts, today: dt.date, pulse: Pulse) -> None:
        super().__init__()
        self.words = words
        self._unfinished: Entry | None = None
        self._folder = folder
        self._looking = Looking(self, folder, pulse)
        self._said_waiting = ""
        self._glance = outline
        self._today = today
        self._hits: Hits = folder.search("")
        self._asked = 0
        self._selected = _NEW
        self._previewed: object = None

    def compose(self) -> ComposeResult:
        """Header, things to do, search, list and preview, footer."""
        yield from self.too_small()
        yield Sheet(id="header")
        yield Sheet(id="menu")
        with Horizontal(id="search-row"):
            yield Sheet(id="search-label")
            yield Field(id="search")
            yield Sheet(id="search-count")
        with Horizontal(id="past"):
            yield Board(id="list")
            yield Board(id="preview")
        yield Sheet(id="footer")

    def on_mount(self) -> None:
        """List what is there."""
        self.fit(self.app.size)
        self.preview.can_focus = False
        # Not by the message that the field sends: the letter would be drawn before it comes, and the list a frame later.
        self.watch(self.field, "value", self._search, init=False)
        self.ticks = self.set_interval(TICK, self.look_at_clock, pause=True)
        self.refresh_list()

    def refresh_list(self) -> None:
        """Look again at what there is, and start from the unfinished discussion. What takes long is shown when it comes."""
        self._looking.look(self._looked)
        if self._looking.at_the_folder:
            self._show()

    def _looked(self, *, at_once: bool) -> None:
        """Show what a look at the folder saw; what came late does not move what is chosen under somebody's finger."""
        self._unfinished = page.latest_draft(self._folder.entries)
        self._previewed = None
        if at_once:
            self._selected = _GO_ON if self._unfinished else _NEW
        self._search()
        self._show()

    @on(Named)
    def look_at_clock(self) -> None:
        """Show what is known so far, and what is waited for where the disk has not answered for a while."""
        if self._looking.at_the_folder:
            self._take(self._folder.named(self.field.value.strip()))
        if self._looking.waits(self.words) != self._said_waiting:
            self._show()
        if not self._looking.under_way:
            self.ticks.pause()

    def reword(self, words: Texts) -> None:
        """Say everything in another language."""
        self.words = words
        self._show()

    def on_resize(self, event: events.Resize) -> None:
        """Set everything for the room there is."""
        before = self.fitted
        self.fit(event.size)
        beside = self.has_class("-preview")  # which had no width yet when it was set
        if beside or before != event.size:
            self._show()

    def fit(self, size: Size) -> None:
        """Have the preview where there is room for it."""
        super().fit(size)
        self.set_class(size.width >= PREVIEW_FROM, "-preview")

    # ---- moving and choosing -------------------------------------------------------------------------------------

    def action_move(self, lines: int) -> None:
        """Up and down, from the things to do into the list and back."""
        things = self._things
        last = len(things) + len(self._hits) - 1
        place = max(0, min(self._place(self._selected) + lines, last))
        self._select(things[place] if place < len(things) else self._hits.id_at(place - len(things)))

    def do_open(self) -> None:
        """Do what is chosen."""
        if self._selected == _NEW:
            self.post_message(self.New())
        elif self._selected == _PRACTISE:
            self.post_message(self.Practise())
        elif entry := self._chosen:
            known = partial(self._read_known, entry) if self._looking.known(entry) is not None else None
            self.post_message(self.Open(entry, known))

    def _read_known(self, entry: Entry) -> None:
        notes, said, glance = self._looking.known(entry) or (), self.words, self._glance
        self.read(said.home.title, lambda width: page.preview_rows(entry, notes, said, glance, width), "")

    def do_new(self) -> None:
        """Begin a new discussion."""
        self.post_message(self.New())

    def do_practise(self) -> None:
        """Practise on the example."""
        self.post_message(self.Practise())

    def do_background(self) -> None:
        """Read the background."""
        self.post_message(self.Background())

    def do_help(self) -> None:
        """Every key that works here."""
        from diskussion_tui.tui.help import help_rows

        words = self.words
        self.read(words.dialogs.help_title, lambda width: help_rows(words, None, width, ("home",)), "help")

    def do_search(self) -> None:
        """Type what to search for."""
        self.field.focus()

    def action_leave_search(self) -> None:
        """Esc: empty the search, then leave it."""
        if self.field.value:
            self.field.value = ""
        self.list.focus()

    def do_refresh(self) -> None:
        """Read the folder again."""
        self.refresh_list()

    @on(Board.Picked, "#list")
    def _on_picked(self, event: Board.Picked) -> None:
        if self._selected == event.id:
            self.do_open()
        else:
            self._select(event.id)

    @on(Field.Submitted)
    def _on_submitted(self) -> None:
        if self._is_found(self._selected):
            self.do_open()
        elif self._hits:
            self._select(self._hits.id_at(0))

    # ---- searching -----------------------------------------------------------------------------------------------

    def _search(self) -> None:
        wanted, folder = self.field.value.strip(), self._folder
        self._asked += 1  # what an earlier search still finds is too late
        if self._looking.at_the_folder:
            self._take(folder.named(wanted), first=bool(wanted))
            return
        if not wanted or folder.at_hand:
            self._take(folder.search(wanted), first=bool(wanted))
        if not (folder.at_hand if wanted else folder.settled):
            # The letter, and the list as far as it is known, are drawn before files are read.
            self.call_after_refresh(self._begin, wanted, self._asked)

    def _begin(self, wanted: str, asked: int) -> None:
        if asked == self._asked:
            self._looking.search(wanted, asked, lambda: asked == self._asked)

    @on(Found)
    def _on_found(self, event: Found) -> None:
        if event.asked == self._asked:
            self._unfinished = page.latest_draft(self._folder.entries)  # opening may have told of another
            self._take(event.hits, first=bool(self.field.value.strip()))
            self._show_menu()

    def _take(self, hits: Hits, *, first: bool = False) -> None:
        """Show what was found, its `first` chosen where that is wanted."""
        self._hits = hits
        self._show_count()
        self._show_list()
        if first and hits:
            self._select(hits.id_at(0))
        elif self._selected not in self._things and not self._is_found(self._selected):
            self._select(self._things[0])  # what was chosen is no longer in the list
        else:
            self._show_preview()

    # ---- showing -------------------------------------------------------------------------------------------------

    @property
    def _things(self) -> tuple[str, ...]:
        return (_GO_ON, _NEW, _PRACTISE) if self._unfinished else (_NEW, _PRACTISE)

    @property
    def _chosen(self) -> Entry | None:
        return self._unfinished if self._selected == _GO_ON else self._hits.entry_of(self._selected)

    def _is_found(self, thing: str) -> bool:
        return self._hits.place_of(thing) is not None

    def _place(self, thing: str) -> int:
        found = self._hits.place_of(thing)
        if found is not None:
            return len(self._things) + found
        return self._things.index(thing) if thing in self._things else 0

    def _select(self, thing: str) -> None:
        before, self._selected = self._selected, thing
        found = self._is_found(thing)
        self.list.select(thing if found else "")
        if not found:
            self.list.scroll_to_line(0)
        if {before, thing} & {*self._things}:
            self._show_menu()
        self._show_preview()

    def _show(self) -> None:
        if not self.is_composed:
            return
        width = self.app.size.width
        words = self.words
        left: Row = ((f"{words.home.title}  ·  ", "heading"), (self._glance.title, "text"))
        total = words.terms.sessions(len(self._folder.entries))
        self._said_waiting = self._looking.waits(self.words)
        if self._looking.at_the_folder:
            total = self._said_waiting or words.waiting.reading
        self.header.show(
            ((("  ", "text"), *spread(left, ((total, "muted"),), width - 4)), chrome.rule(width))
        )
        self.label.show((((f"{words.home.search}  ", "muted"),),))
        self.field.placeholder = words.home.search_hint
        self._show_list()
        self._show_menu()
        self._show_count()
        self._show_preview()
        self.footer.show(chrome.footer_rows(footer(self, "home", words), width))

    def _show_menu(self) -> None:
        words, width = self.words.home, self.app.size.width
        keys = keys_in(self.words)
        rows: list[Row] = [()]

        def thing(which: str, title: str, key: str, reason: str) -> Row:
            return page.thing_row(title, key, reason, width - _BESIDE_THING, chosen=which == self._selected)

        if entry := self._unfinished:
            left = page.where_left(entry, self.words, self._today, width - _BESIDE_REASON)
            rows.append(thing(_GO_ON, words.go_on, "", left))
        rows.append(thing(_NEW, words.new, keys["new"], words.new_reason))
        rows.append(thing(_PRACTISE, words.practise, keys["practise"], words.practise_reason))
        rows.append(())
        self.menu.show(tuple(rows))

    def _show_count(self) -> None:
        sought = bool(self.field.value.strip())
        row = page.found_row(self._hits, self.words, self.count.size.width) if sought else ()
        self.count.show((row,))

    def _show_list(self) -> None:
        width = self.app.size.width
        cells = ((width - 4) * 3 // 5 if self.has_class("-preview") else width - 4) - 1
        if self._hits:
            self.list.show((page.list_column(self._hits, self.words, self._glance, cells),))
        else:
            sought = bool(self.field.value.strip())
            said = page.nothing_listed(
                self.words, self._said_waiting, looking=self._looking.at_the_folder, sought=sought
            )
            self.list.show(([Block(((), *text_rows(said, cells, "muted")))],))
        self.list.select(self._selected if self._is_found(self._selected) else "", scroll=False)

    def _show_preview(self) -> None:
        if not self.has_class("-preview"):
            return
        entry = self._chosen
        width = max(20, self.preview.size.width - 3)
        if self._previewed == (wanted := (entry, width, self.words)):
            return  # the first of what each letter of a search finds is mostly the same
        self._previewed = wanted
        if entry is None:
            self.preview.show(())
            return
        notes = self._looking.notes_of(entry, self._show_preview)
        rows = page.preview_rows(entry, notes or (), self.words, self._glance, width)
        if notes is None:
            self._previewed = None
            rows += text_rows(self.words.waiting.notes_later, width, "muted")
        self.preview.show(((Block(rows),),))
