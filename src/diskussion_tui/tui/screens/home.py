"""Home: go on, begin, practise, and all past discussions below with a search as you type and a preview.

It lists what the files' heads say, so that its first frame waits for no validation. The list is one board whose first
blocks are the things to do: the arrows run through both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.containers import Horizontal
from textual.message import Message

from diskussion_tui.tui import chrome
from diskussion_tui.tui.commands import bindings, commands
from diskussion_tui.tui.ink import Block, Row, clipped, row_length, spread, text_rows
from diskussion_tui.tui.screens.sized import Sized
from diskussion_tui.tui.widgets.board import Board
from diskussion_tui.tui.widgets.field import Field
from diskussion_tui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    import datetime as dt

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from diskussion_tui.content.glance import Glance
    from diskussion_tui.store.library import Entry, Hit, Library
    from diskussion_tui.texts.catalogue import Texts

PREVIEW_FROM = 110
"""From how many columns the chosen discussion's notes stand beside the list."""
_GO_ON, _NEW, _PRACTISE = "do:go-on", "do:new", "do:practise"
_NOTES_IN_HIT = 3
_NAME_COLUMN = 34
_BESIDE_NAME = 44
"""What date, parts, counts and state take beside the name."""


class Home(Sized):
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
        ("ctrl+f", "search"),
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
        """A past discussion is wanted."""

        entry: Entry

    class New(Message):
        """A new discussion is wanted."""

    class Background(Message):
        """The workbook's background is wanted."""

    class Practise(Message):
        """Practice is wanted."""

    @dataclass
    class Found(Message):
        """A search has come to its end."""

        wanted: str
        hits: tuple[Hit, ...]

    def __init__(self, library: Library, glance: Glance, words: Texts, today: dt.date) -> None:
        super().__init__()
        self.words = words
        self._unfinished: Entry | None = None
        self._library = library
        self._glance = glance
        self._today = today
        self._hits: tuple[Hit, ...] = ()
        self._selected = _NEW

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
        self.preview.can_focus = False
        self.refresh_list()

    def refresh_list(self) -> None:
        """Look again at what there is, and start from the unfinished discussion."""
        self._library.refresh()
        self._unfinished = self._latest_draft()
        self._selected = _GO_ON if self._unfinished else _NEW
        self._search()

    def reword(self, words: Texts) -> None:
        """Say everything in another language."""
        self.words = words
        self._show()

    def on_resize(self, event: events.Resize) -> None:
        """Set everything for the room there is."""
        self.fit(event.size)
        self.set_class(event.size.width >= PREVIEW_FROM, "-preview")
        self._show()

    # ---- moving and choosing -------------------------------------------------------------------------------------

    def action_move(self, lines: int) -> None:
        """Up and down, from the things to do into the list and back."""
        order = [*self._things, *self.list.ids]
        if not order:
            return
        place = order.index(self._selected) if self._selected in order else 0
        self._select(order[max(0, min(place + lines, len(order) - 1))])

    def action_open(self) -> None:
        """Do what is chosen."""
        if self._selected == _NEW:
            self.post_message(self.New())
        elif self._selected == _PRACTISE:
            self.post_message(self.Practise())
        elif entry := self._unfinished if self._selected == _GO_ON else self._entry(self._selected):
            self.post_message(self.Open(entry))

    def action_new(self) -> None:
        """Begin a new discussion."""
        self.post_message(self.New())

    def action_practise(self) -> None:
        """Practise on the example."""
        self.post_message(self.Practise())

    def action_background(self) -> None:
        """Read the background."""
        self.post_message(self.Background())

    def action_help(self) -> None:
        """Every key that works here."""
        from diskussion_tui.tui.dialogs.reader import Reader  # noqa: PLC0415 - not before it is wanted
        from diskussion_tui.tui.help import help_rows  # noqa: PLC0415 - not before it is wanted

        def rows(width: int) -> tuple[Row, ...]:
            return help_rows(self.words, None, width, ("home",))

        self.app.push_screen(Reader(self.words.dialogs.help_title, rows, self.words, "f1"))

    def action_search(self) -> None:
        """Type what to search for."""
        self.field.focus()

    def action_leave_search(self) -> None:
        """Esc: empty the search, then leave it."""
        if self.field.value:
            self.field.value = ""
        self.list.focus()

    def action_refresh(self) -> None:
        """Read the folder again."""
        self.refresh_list()

    @on(Board.Picked, "#list")
    def _on_picked(self, event: Board.Picked) -> None:
        if self._selected == event.id:
            self.action_open()
        else:
            self._select(event.id)

    @on(Field.Submitted)
    def _on_submitted(self) -> None:
        if self._selected in self.list.ids:
            self.action_open()
        elif self.list.ids:
            self._select(self.list.ids[0])

    @on(Field.Changed)
    def _on_typed(self) -> None:
        self._search()

    # ---- searching -----------------------------------------------------------------------------------------------

    def _search(self) -> None:
        wanted = self.field.value.strip()
        if wanted:
            self._look_for(wanted)
        else:
            self._take(self._library.search(""))

    @work(thread=True, exclusive=True, group="search", exit_on_error=False)
    def _look_for(self, wanted: str) -> None:
        self.post_message(self.Found(wanted, self._library.search(wanted)))

    @on(Found)
    def _on_found(self, event: Found) -> None:
        if event.wanted == self.field.value.strip():
            self._take(event.hits)
            if self.list.ids:
                self._select(self.list.ids[0])

    def _take(self, hits: tuple[Hit, ...]) -> None:
        self._hits = hits
        self._show()
        if self._selected not in {*self._things, *self.list.ids}:
            self._select(self._things[0])  # what was chosen is no longer in the list

    # ---- showing -------------------------------------------------------------------------------------------------

    @property
    def _things(self) -> tuple[str, ...]:
        return (_GO_ON, _NEW, _PRACTISE) if self._unfinished else (_NEW, _PRACTISE)

    def _latest_draft(self) -> Entry | None:
        """The draft that was last worked on: sought once a look at the folder, not for every key among ten thousand."""
        drafts = [
            entry
            for entry in self._library.entries
            if entry.state == "utkast" and not entry.fault and entry.modified
        ]
        return max(
            drafts, key=lambda entry: entry.modified.timestamp() if entry.modified else 0.0, default=None
        )

    def _entry(self, block_id: str) -> Entry | None:
        return next((hit.entry for hit in self._hits if str(hit.entry.path) == block_id), None)

    def _select(self, thing: str) -> None:
        self._selected = thing
        self.list.select(thing if thing in self.list.ids else "")
        if thing not in self.list.ids:
            self.list.scroll_to_line(0)
        self._show_menu()
        self._show_preview()

    def _show(self) -> None:
        if not self.is_mounted:
            return
        width = self.app.size.width
        words = self.words
        left: Row = ((f"{words.home.title}  ·  ", "heading"), (self._glance.title, "text"))
        total = words.terms.sessions(len(self._library.entries))
        self.header.show(
            ((("  ", "text"), *spread(left, ((total, "muted"),), width - 4)), chrome.rule(width))
        )
        self.label.show((((f"{words.home.search}  ", "muted"),),))
        self.field.placeholder = words.home.search_hint
        self._show_list(width)
        self._show_menu()
        self._show_count()
        self._show_preview()
        names = ("open", "new", "practise", "search", "help", "quit")
        found = {command.id: command for command in commands("home")}
        self.footer.show(chrome.footer_rows([found[name] for name in names], words, width))

    def _show_menu(self) -> None:
        words = self.words.home
        command = {item.id: item.shown_key(self.words) for item in commands("home")}
        rows: list[Row] = [()]
        if entry := self._unfinished:
            rows.append(self._thing(_GO_ON, words.go_on, "", self._where_left(entry)))
        rows.append(self._thing(_NEW, words.new, command["new"], words.new_reason))
        rows.append(self._thing(_PRACTISE, words.practise, command["practise"], words.practise_reason))
        rows.append(())
        self.menu.show(tuple(rows))

    def _thing(self, thing: str, title: str, key: str, reason: str) -> Row:
        chosen = thing == self._selected
        row = (
            ("▸ " if chosen else "  ", "accent"),
            (title.ljust(15), "heading" if chosen else "text"),
            (f"{key:<4}" if key else "", "accent"),
            (reason, "muted"),
        )
        return clipped(row, self.app.size.width - 4)

    def _show_count(self) -> None:
        wanted = self.field.value.strip()
        row: Row = ()
        if wanted:
            notes = sum(len(hit.notes) for hit in self._hits)
            said = self.words.home.found.format(
                notes=self.words.terms.notes(notes), sessions=self.words.terms.sessions(len(self._hits))
            )
            row = ((said, "muted"),)
        self.count.styles.width = row_length(row) + 2  # with the blanks before it
        self.count.show((row,))

    def _show_list(self, width: int) -> None:
        cells = ((width - 4) * 3 // 5 if self.has_class("-preview") else width - 4) - 1
        blocks = [Block(self._entry_rows(hit, cells), str(hit.entry.path)) for hit in self._hits]
        if not blocks:
            said = self.words.home.none_found if self.field.value.strip() else self.words.home.none_yet
            blocks = [Block(((), *text_rows(said, cells, "muted")))]
        self.list.show((blocks,))
        self.list.select(self._selected if self._selected in self.list.ids else "", scroll=False)

    def _entry_rows(self, hit: Hit, width: int) -> tuple[Row, ...]:
        entry = hit.entry
        if entry.fault:
            sentence = self.words.faults.of(entry.fault)
            return (clipped(((f"  ? {entry.name}  ", "warning"), (sentence, "muted")), width),)
        room = max(10, min(_NAME_COLUMN, width - _BESIDE_NAME))
        name = clipped(((entry.name, "text"),), room)
        padding = room - row_length(name)
        state = self.words.terms.final if entry.state == "fastställd" else self.words.terms.draft
        counts = [(f"{kind.sign}{entry.kinds.get(kind.id, 0):<2} ", kind.role) for kind in self._glance.kinds]
        row: Row = (
            (f"  {entry.date}  ", "muted"),
            *name,
            (" " * (padding + 2), "text"),
            (f"{_parts(entry.parts):<5}", "muted"),
            *counts,
            (f" {state}", "muted"),
        )
        found = [
            clipped(
                (
                    ("       ", "text"),
                    (f"{self._sign(kind)} ", self._tone(kind)),
                    (text.replace("\n", " "), "text"),
                    (f"  {'●' * min(hands, 5)}", "muted"),
                ),
                width,
            )
            for kind, text, hands in hit.notes[:_NOTES_IN_HIT]
        ]
        return (clipped(row, width), *found)

    def _show_preview(self) -> None:
        if not self.has_class("-preview"):
            return
        entry = self._unfinished if self._selected == _GO_ON else self._entry(self._selected)
        width = max(20, self.preview.size.width - 3)
        if entry is None:
            self.preview.show(())
            return
        rows: list[Row] = [
            *text_rows(entry.name, width, "heading"),
            ((f"{entry.date}  {self.words.terms.notes(entry.notes)}", "muted"),),
            (),
        ]
        for kind, text, hands in self._library.notes_of(entry):
            sign = self._sign(kind)
            rows += text_rows(text, width, "text", f"{sign} ", "  ")
            if hands:
                rows.append(((f"  ● {hands}", self._tone(kind)),))
        if entry.fault:
            rows += text_rows(self.words.faults.of(entry.fault), width, "warning")
        self.preview.show(((Block(tuple(rows)),),))

    def _sign(self, kind: str) -> str:
        return next((one.sign for one in self._glance.kinds if one.id == kind), "•")

    def _tone(self, kind: str) -> str:
        return next((one.role for one in self._glance.kinds if one.id == kind), "muted")

    def _where_left(self, entry: Entry) -> str:
        """Name, when and at which question, and how much there is."""
        at = self.words.home.at_question.format(id=entry.step.replace(".", " ")) if "." in entry.step else ""
        said = [part for part in (self._when(entry), at, self.words.terms.notes(entry.notes)) if part]
        while len(said) > 1 and len(entry.name) + len(" · ".join(said)) > self.app.size.width - 24:
            said.pop()
        return f"{entry.name}   {' · '.join(said)}"

    def _when(self, entry: Entry) -> str:
        at = entry.modified
        if at is None:
            return ""
        days = (self._today - at.date()).days
        day = {0: self.words.home.today, 1: self.words.home.yesterday}.get(days, at.date().isoformat())
        return f"{day} {at:%H:%M}"


def _parts(parts: tuple[str, ...]) -> str:
    """`A–E` for everything between, the parts one by one otherwise."""
    if (
        len(parts) > 1
        and all(len(part) == 1 for part in parts)
        and ord(parts[-1]) - ord(parts[0]) == len(parts) - 1
    ):
        return f"{parts[0]}–{parts[-1]}"
    return "".join(parts)
