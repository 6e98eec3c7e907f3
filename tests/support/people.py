"""The people who use the program, as drivers: what they press, type and see, in their own words.

Built on Textual's pilot but without its sleeps: after every key the driver waits until every widget has handled what it was
sent, and, where something is saved in the background, until the disk has it. Nothing waits for time to pass.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from textual import events
from textual.color import Color
from textual.keys import _character_to_key

from diskussion_tui.base.settings import Settings
from diskussion_tui.content.outline import outline
from diskussion_tui.content.reader import read_workbook
from diskussion_tui.content.source import default_workbook, example_folder
from diskussion_tui.texts import words
from diskussion_tui.tui.app import DiskussionApp
from diskussion_tui.tui.environment import Environment
from diskussion_tui.tui.themes import themes
from diskussion_tui.tui.walk.screen import Walk
from diskussion_tui.tui.wall.screen import Wall

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping, Sequence

    from textual.pilot import Pilot

    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.workshop.timing import Timing

STARTS = dt.datetime(2026, 5, 12, 18, 0, tzinfo=dt.timezone(dt.timedelta(hours=2)))
INKS = {
    "ink": "·",
    "muted": "m",
    "cool": "c",
    "accent": "a",
    "warm": "w",
    "fresh": "f",
    "bright": "b",
    "ground": "g",
}
"""What stands for an ink where colours are kept; a large letter is bold."""
GROUNDS = {"ground": " ", "row": "▒"}
SMALL_WORKBOOK = Path(default_workbook().parent, "src/diskussion_tui/content/shipped/keep-change-new.toml")


@dataclass
class Clock:
    """A clock that stands still until somebody lets time pass. `steady` is what is measured with, whatever the wall shows."""

    time: dt.datetime = STARTS
    measured: float = 1000.0

    def steady(self) -> float:
        """Seconds since some moment."""
        return self.measured

    def __call__(self) -> dt.datetime:
        return self.time

    def passes(self, *, minutes: float = 0, seconds: float = 0) -> None:
        """Let time pass."""
        self.time += dt.timedelta(minutes=minutes, seconds=seconds)
        self.measured += 60 * minutes + seconds

    def is_set(self, *, hours: float) -> None:
        """Somebody sets the clock on the wall."""
        self.time += dt.timedelta(hours=hours)


@dataclass
class Facilitator:
    """Somebody who leads a discussion at a terminal."""

    app: DiskussionApp
    pilot: Pilot[int]
    clock: Clock = field(default_factory=Clock)

    async def presses(self, *keys: str) -> None:
        """Press keys by name: `enter`, `pagedown`, `ctrl+g`, `ö`."""
        for key in keys:
            name = _character_to_key(key) if len(key) == 1 else key
            character = key if len(key) == 1 else {"space": " ", "tab": "\t", "enter": "\r"}.get(key)
            self._send(events.Key(name, character))
            await self.waits()

    async def types(self, text: str) -> None:
        """Type a text, key by key, and wait once at its end."""
        for character in text:
            self._send(events.Key(_character_to_key(character), character))
        await self.waits()

    async def says(self, *notes: str) -> None:
        """Type notes, each with Enter behind it."""
        for note in notes:
            await self.types(note)
            await self.presses("enter")

    async def pastes(self, text: str) -> None:
        """Paste a text."""
        self._send(events.Paste(text))
        await self.waits()

    async def clicks(self, text: str, times: int = 1) -> None:
        """Click where a text stands last on the screen, so many times in a row without waiting."""
        y, x = max((y, line.find(text)) for y, line in enumerate(self.screen()) if text in line)
        for _ in range(times):
            self.points(events.MouseDown, x, y, 1)
            self.points(events.MouseUp, x, y, 1)
        await self.waits()

    async def drags(self, begins: str, ends: str) -> None:
        """Draw the mouse from the first letter of a text to the last letter of another, both where they stand last."""
        lines = list(enumerate(self.screen()))
        y, x = max((y, line.find(begins)) for y, line in lines if begins in line)
        last, end = max((y, line.find(ends) + len(ends) - 1) for y, line in lines if ends in line)
        self.points(events.MouseDown, x, y, 1)
        self.points(events.MouseMove, end, last, 1)
        self.points(events.MouseUp, end, last, 1)
        await self.waits()

    def points(self, kind: type[events.MouseEvent], x: int, y: int, button: int) -> None:
        """Do something with the mouse, and wait for nothing."""
        self._send(kind(None, x, y, 0, 0, button, False, False, False, x, y))

    async def talks(self, minutes: int) -> None:
        """Let the group talk, the program looking at its clock as it does."""
        for _ in range(minutes):
            self.clock.passes(minutes=1)
            self.stage.look_at_clock()
        await self.waits()

    async def wakes(self, minutes: int) -> None:
        """Open the lid of the laptop again after so many minutes."""
        self.clock.passes(minutes=minutes)
        self.stage.look_at_clock()
        await self.waits()

    async def goes_to(self, step: str) -> None:
        """Jump to a step by its id."""
        await self.presses("ctrl+g")
        await self.types(step)
        await self.presses("enter")

    async def finishes(self) -> None:
        """Make the discussion final, or open it again, from the palette, and mean it; leave the page that hands it over."""
        await self.presses("ctrl+p")
        await self.types("fastställ")
        await self.presses("enter", "j", "enter")
        if "Klart." in self.text():
            await self.presses("escape")

    async def begins(self, name: str) -> None:
        """Begin a new discussion from home."""
        await self.types(name)
        await self.presses("enter")

    async def resizes(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        await self.pilot.resize_terminal(columns, rows)
        await self.waits()

    async def waits(self) -> None:
        """Wait for the program's own word that it rests, and until what was said is saved."""
        await self.app.idle()
        workshop = self.app.workshop
        if workshop is not None:
            was = workshop.saving.state
            workshop.flush()  # also what is half typed, of which nothing is said
            if was != "saved":
                await self.app.idle()

    async def awaits(self, text: str) -> None:
        """Wait until a text stands on the screen, whatever else is still under way."""
        async with asyncio.timeout(20):
            while text not in self.text():  # noqa: ASYNC110 - the screen is painted by whoever has the next turn
                await asyncio.sleep(0)

    def screen(self) -> list[str]:
        """The lines on the screen, without the blanks at their ends."""
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    def painted(self) -> list[str]:
        """The lines on the screen, each with its inks under it, a letter a cell, and under these any other ground."""
        paper = {Color.parse(value).rich_color: name for name, value in self._paper().items()}
        rows = []
        for strip in self.app.screen._compositor.render_strips():
            inks = grounds = ""
            for text, style, _ in strip:
                ink = INKS.get(paper.get(style.color, "") if style and style.color else "", "?")
                ground = GROUNDS.get(paper.get(style.bgcolor, "") if style and style.bgcolor else "", "█")
                for character in text:
                    cells = cell_len(character)
                    blank = character == " "
                    inks += (" " if blank else ink.upper() if style and style.bold else ink) * cells
                    grounds += ground * cells
            rows += [strip.text.rstrip(), *filter(None, (inks.rstrip(), grounds.rstrip()))]
        return rows

    def _paper(self) -> dict[str, str]:
        """The colours of the theme that is on, those last whose names are to be told where two are the same."""
        theme = next(one for one in themes() if one.name == self.app.theme)
        return {name: theme.variables[name] for name in ("warning", *INKS, *GROUNDS) if name}

    def text(self) -> str:
        """The whole screen as text."""
        return "\n".join(self.screen())

    def sees(self, *texts: str) -> None:
        """Check that texts stand on the screen."""
        shown = self.text()
        for text in texts:
            assert text in shown, f"{text!r} is not on the screen:\n{shown}"

    def misses(self, *texts: str) -> None:
        """Check that texts do not stand on the screen."""
        shown = self.text()
        for text in texts:
            assert text not in shown, f"{text!r} is on the screen:\n{shown}"

    @property
    def session(self) -> Session:
        """The discussion that is open."""
        assert self.app.workshop is not None
        return self.app.workshop.session

    @property
    def timing(self) -> Timing:
        """The clock of the discussion that is open."""
        assert self.app.workshop is not None
        return self.app.workshop.timing

    @property
    def stage(self) -> Walk:
        """The walk's screen, whatever is open over it."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, Walk))

    @property
    def step(self) -> str:
        """The id of the step in view."""
        return self.stage.step.id

    @property
    def chosen(self) -> str:
        """The text of the note that is chosen."""
        note = self.session.note(self.stage.board.selected)
        assert note is not None
        return note.text

    def notes(self, question: str, kind: str | None = None) -> list[str]:
        """The texts of the notes under a question."""
        return [note.text for note in self.session.notes_of(question, kind)]

    def _send(self, event: events.Event) -> None:
        event.set_sender(self.app)
        driver = self.app._driver
        assert driver is not None
        driver.send_message(event)


@asynccontextmanager
async def facilitator(
    sessions: Path,
    *,
    size: tuple[int, int] = (80, 24),
    lang: str = "sv",
    workbook: Path | None = None,
    theme: str = "",
    open_path: Path | None = None,
    reads: bool = False,
    clock: Clock | None = None,
    refuge: Path | None = None,
    settings: Settings | None = None,
    unheeded: int = 0,
    own_keys: Mapping[str, str] | None = None,
    remember: Callable[[str, str], None] | None = None,
    also: Sequence[Path] = (),
) -> AsyncIterator[Facilitator]:
    """Start the program for somebody, and end it as they would, everything saved."""
    file, clock = workbook or default_workbook(), clock or Clock()
    environment = Environment(
        sessions,
        example_folder(),
        outline(file),
        lambda texts: read_workbook(file, texts),
        clock,
        refuge,
        clock.steady,
        settings=settings or Settings(),
        unheeded=unheeded,
        own_keys=own_keys,
        remember=remember,
        also=tuple(also),
    )
    app = DiskussionApp(environment, words(lang), open_path=open_path, reads=reads)
    async with app.run_test(size=size) as pilot:
        app.theme = theme or app.theme
        me = Facilitator(app, pilot, clock)
        await me.waits()
        yield me
        app.close_discussion()


@asynccontextmanager
async def leading(
    sessions: Path, name: str = "Ekerö", *, at: str = "", said: Sequence[str] = (), **given: Any
) -> AsyncIterator[Facilitator]:
    """Somebody who has begun a discussion, gone to a step and taken something down there: how most journeys begin."""
    async with facilitator(sessions, **given) as me:
        await me.begins(name)
        if at:
            await me.goes_to(at)
        if said:
            await me.says(*said)
        yield me


@dataclass
class Room(Facilitator):
    """Those who sit in the room and read the window on the wall; `looks` stands for the thread that looks by itself."""

    async def looks(self) -> None:
        """See what has happened."""
        assert isinstance(self.app.screen, Wall)
        assert self.app.screen.follower
        self.app.screen.follower.look()
        await self.waits()


@asynccontextmanager
async def before_the_wall(
    sessions: Path,
    path: Path | None = None,
    *,
    size: tuple[int, int] = (80, 24),
    lang: str = "sv",
    theme: str = "projector",
    clock: Clock | None = None,
    refuge: Path | None = None,
    by_itself: bool = False,
) -> AsyncIterator[Room]:
    """A room with the window on its wall, which follows the discussion in `path`, or the one that is led."""
    file, clock = default_workbook(), clock or Clock()
    environment = Environment(
        sessions,
        example_folder(),
        outline(file),
        lambda texts: read_workbook(file, texts),
        clock,
        refuge,
        clock.steady,
        follows_by_itself=by_itself,
    )
    app = DiskussionApp(environment, words(lang), follows=(path,))
    async with app.run_test(size=size) as pilot:
        app.theme = theme
        room = Room(app, pilot, clock)
        await room.waits()
        yield room


def session_file(sessions: Path) -> Path:
    """The one session file of a folder."""
    (file,) = (path for path in sessions.iterdir() if path.suffix == ".toml")
    return file


def on_disk(sessions: Path) -> str:
    """Everything that is on disk of the discussions of a folder, tidy or journaled."""
    return "".join(path.read_text() for path in sorted(sessions.rglob("*.toml")))
