"""Home: type to find or to begin. All past discussions stand below with what was found in them, and a preview beside.

Letters go into the line, whatever is chosen; Enter does what is chosen: with a name in the line that is beginning a discussion of
it, unless one goes down to what was found. What is drawn is set in `page.py`, what is asked of the folder in `looking.py`, beside
the screen. A search is answered before the letter is drawn, so that both come in one frame, where the notes are at hand.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.containers import Horizontal

from diskussion_tui.base.text import clean_line
from diskussion_tui.reports.names import Names
from diskussion_tui.tui import chrome
from diskussion_tui.tui.commands import bindings, command, footer
from diskussion_tui.tui.home import page, wishes
from diskussion_tui.tui.home.asked import Asked
from diskussion_tui.tui.home.choices import GO_ON, NEW, PRACTISE, FoundRows, moved
from diskussion_tui.tui.home.chosen import Chosen
from diskussion_tui.tui.home.looking import Looking
from diskussion_tui.tui.home.searching import Searching
from diskussion_tui.tui.rows import Block, text_rows
from diskussion_tui.tui.widgets.board import Board
from diskussion_tui.tui.widgets.field import Field
from diskussion_tui.tui.widgets.keyed_field import KeyedField
from diskussion_tui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.geometry import Size

    from diskussion_tui.base.pulse import Pulse
    from diskussion_tui.domain.workbook.outline import Outline
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.base_screen import Story
    from diskussion_tui.tui.home.choices import FoundRow
    from diskussion_tui.workshop.folder import Entry, Folder, Hits

TICK = 0.5
"""Seconds between two looks at whether something is waited for."""
PREVIEW_FROM = 110
"""From how many columns the chosen discussion's notes stand beside the list."""


class Home(Searching, Chosen):
    """The first screen. Posts what its user wants; the app does it. `today` says which day it is."""

    CSS_PATH = "home.tcss"
    PLACES = ("home",)
    AUTO_FOCUS = "#line"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("home"),
        ("down", "move(1)"),
        ("up", "move(-1)"),
        ("pagedown", "move(10)"),
        ("pageup", "move(-10)"),
    ]

    header = getters.query_one("#header", Sheet)
    menu = getters.query_one("#menu", Sheet)
    prompt = getters.query_one("#prompt", Sheet)
    line = getters.query_one("#line", KeyedField)
    list = getters.query_one("#list", Board)
    preview = getters.query_one("#preview", Board)
    footer = getters.query_one("#footer", Sheet)

    def __init__(
        self, folder: Folder, outline: Outline, words: Texts, today: Callable[[], dt.date], pulse: Pulse
    ) -> None:
        super().__init__()
        self.words = words
        self._unfinished: Entry | None = None
        self._noted: tuple[Entry, ...] = ()
        self.folder = folder
        self.looking = Looking(self, folder, pulse)
        self._said_waiting = ""
        self.glance = outline
        self._today = today
        self.rows = FoundRows(folder.search(""))
        self._names = Names(())
        self.asked = Asked()
        self._selected = NEW
        self._by_hand = False
        self._previewed: object = None

    def compose(self) -> ComposeResult:
        """Header, line, things to do, list and preview, footer."""
        yield from self.too_small()
        yield Sheet(id="header")
        with Horizontal(id="line-row"):
            yield Sheet(id="prompt")
            yield KeyedField(keys=frozenset(" "), id="line")
        yield Sheet(id="menu")
        with Horizontal(id="past"):
            yield Board(id="list")
            yield Board(id="preview")
        yield Sheet(id="footer")

    def on_mount(self) -> None:
        """List what is there."""
        self.fit(self.app.size)
        self.list.can_focus = self.preview.can_focus = False
        # Not by the message that the line sends: the letter would be drawn before it comes, and the list a frame later.
        self.watch(self.line, "value", self._typed, init=False)
        self.ticks = self.set_interval(TICK, self.look_at_clock, pause=True)
        self.do_refresh()

    def do_refresh(self) -> None:
        """Look again at what there is, and start from the unfinished discussion. What takes long is shown when it comes."""
        self.looking.look(self._looked)
        if self.looking.at_the_folder:
            self._show()

    def come_back(self) -> None:
        """Begin anew after a discussion: what was typed on the way to it is over."""
        self.line.empty()
        self._selected = self._things[0]
        self.do_refresh()

    def on_screen_resume(self) -> None:
        """What was opened over home is closed: what it was found by stands there still, and typing replaces it."""
        if self.is_composed and self.typed:
            self.line.select_all()

    def _looked(self, *, at_once: bool) -> None:
        """Show what a look at the folder saw; what came late moves no row that somebody has chosen or named."""
        if not self.is_composed:
            return  # home has closed meanwhile
        self._take_note()
        self._previewed = None
        if at_once or (self._selected == NEW and not self.typed):
            self._selected = self._things[0]
        self.said = self.looking.away(self.words) or self.said
        self.search()
        self._show()
        self.looking.watch()

    def _take_note(self) -> None:
        """Remember of the folder what every key asks for, however many discussions there are."""
        self._noted = entries = self.folder.entries
        self._unfinished = page.latest_draft(entries)
        places = self.folder.places
        self._names = Names((entry.name for entry in entries), places.name_of, places.names)

    @on(wishes.Named)
    def look_at_clock(self) -> None:
        """Show what is known so far, and what is waited for where the disk has not answered for a while."""
        if self.looking.at_the_folder and self.folder.entries != self._noted:
            self._take_note()
            self.take(self.folder.named(self.typed))
        if self.looking.waits(self.words) != self._said_waiting:
            self._show()
            if self.asked.held:
                self.take(self.folder.named(self.typed))  # whoever waits for a slow disk goes by the names
        if not self.looking.under_way:
            self.ticks.pause()

    def reword(self, words: Texts) -> None:
        """Say everything in another language."""
        self.words = words
        self._show()

    def on_resize(self, event: events.Resize) -> None:
        """Set everything for the room there is."""
        before = self.fitted
        self.fit(event.size)
        if before != event.size or self.has_class("-preview"):  # which had no width yet when it was set
            self._show()

    def fit(self, size: Size) -> None:
        """Have the preview where there is room for it."""
        super().fit(size)
        self.set_class(size.width >= PREVIEW_FROM, "-preview")

    def action_move(self, lines: int) -> None:
        """Up and down, from the things to do into the list and back."""
        if self.asked.holds(partial(self.action_move, lines)):
            return
        self._by_hand = True
        self._select(moved(self._things, self.rows, self._selected, lines))

    def do_open(self) -> Story | None:
        """Do what is chosen."""
        if self.asked.held and self.asked.holds(partial(self.action_do, "open")):
            return None
        if self._selected == NEW:
            from diskussion_tui.tui.home.asking import begin

            return begin(self, self.folder.entries, self._today())
        if self._selected == PRACTISE:
            self.post_message(wishes.Practise())
        elif self._selected == GO_ON and self._unfinished:
            self.open(self._unfinished, lead=True)
        elif row := self.rows.row_of(self._selected):
            self._open_found(row)
        return None

    def _open_found(self, row: FoundRow) -> None:
        """Open a discussion at the note that is chosen, else at the first one that was found in it."""
        note = page.note_at(row.hit, row.note or 0) if row.hit.count else None
        found = " ".join(row.hit.words) if note else ""
        self.open(row.hit.entry, note=note.id if note else "", find=found, read=row.note is not None)

    def open(
        self, entry: Entry, *, lead: bool = False, read: bool = False, note: str = "", find: str = ""
    ) -> None:
        """Go on with a draft of today, or with any where that is what was chosen; what is final or old is read, and so is a note."""
        known = partial(self._read_known, entry) if self.looking.known(entry) is not None else None
        goes_on = lead or (page.goes_on(entry, self._today()) and not read)
        self.post_message(wishes.Open(entry, goes_on, note, find, known))

    def _read_known(self, entry: Entry) -> None:
        notes, said, glance = self.looking.known(entry) or (), self.words, self.glance
        self.read(said.home.title, lambda width: page.preview_rows(entry, notes, said, glance, width), "")

    def do_clear(self) -> None:
        """Empty the line, so that all is listed again; where it is empty, take the marks away."""
        if not self.typed:
            self.unmark()
        self.line.value = ""

    @on(Board.Picked, "#list")
    def _on_picked(self, event: Board.Picked) -> None:
        if self._selected == event.id:
            self.action_do("open")
        else:
            self._select(event.id)

    @on(Field.Submitted)
    def _on_submitted(self) -> None:
        self.action_do("open")

    @on(KeyedField.Pressed)
    def do_home_menu(self) -> None:
        """What can be done with the discussion that is chosen."""
        self.open_menu("discussion")

    # ---- searching -----------------------------------------------------------------------------------------------

    def _typed(self) -> None:
        """Another letter: Enter begins a discussion again, until one goes down to what was found, or asks by a field."""
        self._selected, self._by_hand, self.said = self._things[0], False, ""
        self.asked.forget()
        self.counting = True
        self.search()
        self.show_menu()
        self._show_footer()

    @on(wishes.Found)
    def _on_found(self, event: wishes.Found) -> None:
        if event.asked == self.asked.last:
            if not self.folder.has_index:
                self._take_note()  # opening may have told of another
            self.counting = self.seeking.counting = event.more
            self.take(event.hits, more=event.more)
            self.show_menu()

    @on(wishes.Changed)
    def _on_changed(self) -> None:
        self.looking.look_again(self._looked_again)

    @on(wishes.Indexed)
    def _on_indexed(self) -> None:
        """The index has come further: what is asked is asked again where there is more to find."""
        if self.typed and self.is_composed and not self.looking.searching:
            self.search()
        self._show_header()

    def _looked_again(self) -> None:
        if self.is_composed:
            self._take_note()
            self._previewed = None
            self.search()
            self._show()

    def take(self, hits: Hits, *, more: bool = False) -> None:
        """Show what was found; what was chosen of it stays so. Where `more` comes it is counted then."""
        self.rows = FoundRows(hits)
        if self.typed and not more and not self.looking.at_the_folder:
            self.seeking.take(hits)
        self._show_header()
        self._show_list()
        if self._selected not in self._things and not self.rows.has(self._selected):
            self._select(self._things[0])  # what was chosen is no longer in the list
        elif hits and self.typed and not self._by_hand and self.seeking.query.asks_by_fields:
            self._select(self.rows.id_at(min(1, hits.counts[0])))  # no discussion is called `slag:avveckla`
        else:
            self._show_preview()
        self.asked.answered()

    @property
    def _things(self) -> tuple[str, ...]:
        if self.typed:
            return (NEW,)
        return (GO_ON, NEW, PRACTISE) if self._unfinished else (NEW, PRACTISE)

    @property
    def entry(self) -> Entry | None:
        """The discussion that is chosen."""
        return self._unfinished if self._selected == GO_ON else self.rows.entry_of(self._selected)

    @property
    def listed(self) -> Sequence[Entry]:
        """Every discussion there is."""
        return self.folder.entries

    def show_marks(self) -> None:
        """Draw the list and the header with the marks there are now."""
        self._show_header()
        self._show_list()
        self._show_footer()

    def _select(self, thing: str) -> None:
        before, self._selected = self._selected, thing
        found = self.rows.has(thing)
        self.list.select(thing if found else "")
        if not found:
            self.list.scroll_to_line(0)
        if {before, thing} & {*self._things}:
            self.show_menu()
        self._show_preview()

    def _show(self) -> None:
        if not self.is_composed:
            return
        self.prompt.show((((f"{self.words.home.prompt} ", "accent"),),))
        self.line.placeholder = self.words.home.line_hint
        self._said_waiting = self.looking.waits(self.words)
        self._show_header()
        self._show_list()
        self.show_menu()
        self._show_preview()
        self._show_footer()

    def _show_header(self) -> None:
        """Which workbook it is; how much a search has found, else how many discussions there are, or what is waited for."""
        words, told = self.words, self.told_found
        if self.looking.at_the_folder:
            told = self._said_waiting or words.waiting.reading
        if self.looking.indexed and not self.looking.at_the_folder:
            told = page.indexed_words(self.looking.indexed, told, words)
        if self.marks:
            told = f"{words.comparing.marked(len(self.marks))} · {told}"
        self.header.show(page.header_rows(self.glance.title, told, words, self.app.size.width))

    def _show_footer(self) -> None:
        self.footer.show(chrome.footer_rows(footer(self, "home", self.words), self.app.size.width))

    def show_menu(self) -> None:
        """Show the things to do, the counts of a search above them, and what there is to tell below."""
        said = page.Menu(self._things, self._selected, clean_line(self.line.value), self._unfinished)
        width = self.app.size.width
        rows = page.menu_rows(said, self.words, self._today(), width)
        if self.typed and not self.looking.at_the_folder:
            counts = self.seeking.rows(self.words, command("narrow").shown_key(self.words), width - 4)
            rows = (*counts, *rows[1:])
        self.menu.show((*rows[:-1], *page.told_rows(self.said, self.rows.hits, self.words, width - 4)))

    def _show_list(self) -> None:
        width = self.app.size.width
        cells = ((width - 4) * 3 // 5 if self.has_class("-preview") else width - 4) - 1
        if self.rows.hits:
            marked = self.marks.shown
            self.list.show(
                (page.list_column(self.rows, self.words, self.glance, cells, self._names, marked),)
            )
        else:
            words = self.words
            waits = (self._said_waiting or words.waiting.reading) if self.looking.at_the_folder else ""
            if self.typed and (self.looking.indexed or self.seeking.counting) and not waits:
                waits = words.home.searching  # what is not read yet may have it
            self.list.show(([Block(page.nothing_listed(self.words, waits, self.typed, cells))],))
        self.list.select(self._selected if self.rows.has(self._selected) else "", scroll=False)

    def _show_preview(self) -> None:
        if not self.has_class("-preview"):
            return
        entry = self.entry
        width = max(20, self.preview.size.width - 3)
        if self._previewed == (wanted := (entry, width, self.words)):
            return  # the first of what each letter of a search finds is mostly the same
        self._previewed = wanted
        if entry is None:
            self.preview.show(())
            return
        notes = self.looking.notes_of(entry, self._show_preview)
        rows = page.preview_rows(entry, notes or (), self.words, self.glance, width)
        if notes is None:
            self._previewed = None
            rows += text_rows(self.words.waiting.notes_later, width, "muted")
        self.preview.show(((Block(rows),),))
