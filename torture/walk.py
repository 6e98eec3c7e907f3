"""A random walk of many thousand steps over every screen: keys, pastes, the mouse, the window, the terminal, the languages.

The walk goes in legs. Each begins a discussion of its own, is left and opened again halfway, and can be walked again by its
seed alone. A leg that breaks is told with its last steps, and the next one goes on. It is in one process, without a
terminal: what it looks for is an error of ours, and a difference between what is shown, the file and the journal.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events

from diskussion_tui.content.source import default_workbook
from diskussion_tui.domain.session.records import Draft
from diskussion_tui.store.session.reading import read_session
from diskussion_tui.tui.home.screen import Home
from diskussion_tui.tui.walk.screen import Walk
from diskussion_tui.tui.walk.tasks.edit import EditTask
from diskussion_tui.tui.walk.tasks.wording import WordingTask
from diskussion_tui.workshop.workshop import Workshop
from tests.support.builders import shown, workbook_in
from tests.support.people import Clock, facilitator
from torture.wanderer import Wanderer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.screen import Screen

    from diskussion_tui.domain.session.records import Record
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.tui.app import DiskussionApp
    from diskussion_tui.tui.view import Aim
    from tests.support.people import Facilitator

LEG = 1_000
"""Steps of a leg; long ones make long files, which only slow the walk down."""
_LOOK_EVERY = 50
_LAST = 40
_A_MOMENT = 0.001
_BREATH = 8
"""So many steps at most go by before all of what they set off is waited for."""

_WHIMS: tuple[tuple[str, ...], ...] = (
    ("ctrl+o", "escape", *"fax"),
    ("ctrl+o", "escape", *"ö", "down", "down", "enter"),
    ("ctrl+o", "down", "enter"),
    ("ctrl+o", "escape", "f10"),
    ("ctrl+o", "escape", "f12", "f6", "down", "space", "space", "ctrl+z"),
    ("ctrl+o", "escape", "f12", *"ring", "escape", "enter", "escape", "f11", "down", "enter"),
    ("ctrl+o", "escape", *"Nacka", "enter", "down", "enter"),
    ("ctrl+o", "escape", "f5", "up", "up", "enter"),
    ("escape", "ctrl+g", *"a2", "enter", "-", *"faxen", "enter"),
    ("escape", "ctrl+g", *"b3", "enter", "f3", *"varför", "enter"),
    ("escape", "ctrl+g", *"c1", "enter", "tab", *"nja", "enter"),
    ("escape", "ctrl+g", *"ea", "enter", *"tungt", "enter", "up", "f", "down", "enter"),
    ("escape", "ctrl+g", *"slut", "enter"),
    ("escape", "escape", "ctrl+g", *"kompass", "enter"),
    ("escape", "escape", "ctrl+g", *"b", "enter"),
    ("escape", "escape", "escape", "ctrl+n", "escape"),
    ("escape", "up", "enter", *" mer", "enter"),
    ("escape", "up", "delete", "ctrl+r", "enter"),
    ("escape", "up", "space", "k", "1", "2", "space", "space", "!", "tab"),
    ("escape", "up", "space", "!", *"nej", "enter"),
    ("escape", "up", "space", "space", "up", "space", "space", "space", "m", "enter"),
    ("escape", "up", "space", "d", "enter"),
    ("escape", "up", "space", "o", "escape"),
    ("escape", "up", "f2", *"aku", "enter"),
    ("escape", "up", "space", "p", "f7", "enter"),
    ("escape", "up", "space", "s", "enter"),
    ("escape", "f12", "enter", "3", "2", "enter", "escape"),
    ("escape", "f12", "down", "enter", "shift+up", "1", "enter", "space", "r", "escape"),
    ("escape", "f9", "5", "t", "k", "h", "b", *"Fika", "tab", *"10", "enter", "escape"),
    ("escape", "f9", "s", *"21:00", "enter", "space", "ctrl+z", "escape"),
    ("escape", "f6", "1", "escape"),
    ("escape", "ctrl+s", *"Bord 2", "enter"),
    ("escape", *"070-123 45 67", "ctrl+d", "enter"),
    ("escape", "ctrl+g", *"slut", "enter", "tab", *"Ring @Anna senast 1/12", "enter", "up", "space", "g"),
    ("escape", "f5", "pagedown", "pagedown", "f5"),
    ("escape", "ctrl+p", *"fastst", "enter", "j", "enter"),
    ("escape", "ctrl+f", *"fax", "enter"),
    ("escape", "ctrl+n", "down", *"Stora salen", "ctrl+s"),
    ("escape", "ctrl+p", *"tema", "enter"),
    ("escape", "f1", "pagedown", "end", "f1"),
    ("escape", "f8"),
    ("escape", "f9", "down", "space", "5", "t", "k", "h", "escape"),
    ("escape", "f2"),
    ("escape", "f4"),
    ("escape", "ctrl+b"),
    ("ctrl+l",),
    ("ctrl+t",),
)
"""What somebody does who wants something: so that no screen is left to luck alone."""


class Wayfarer(Wanderer):
    """A wanderer who also has a mouse, whims, and a terminal that is put aside. Counts what was done and seen."""

    def __init__(self, me: Facilitator, seed: str, seen: Seen) -> None:
        super().__init__(me, seed)
        self.seen = seen
        self._opens, me.app.discussions.lead = me.app.discussions.lead, self._opened

    def _opened(self, workshop: Workshop, aim: Aim | None = None) -> None:
        """Remember every discussion that is opened: one may be left again before the next look."""
        self._opens(workshop, aim)
        self.remembers()

    async def walks(self, steps: int) -> None:
        """Do so many things; every few of them wait, every so often look."""
        for step in range(steps):
            before = len(self.done)
            self.does_something()
            if step % self.chance.randint(1, _BREATH) == 0:
                await self.me.pilot._wait_for_screen()
            self.seen.steps.update(map(_kind, self.done[before:]))
            self.seen.screens[_named(self.me.app.screen)] += 1
            assert self.me.app._exception is None, "an error of ours"
            assert self.me.app.is_running, f"the program has ended by itself: {_ending(self.me.app)}"
            if step % _LOOK_EVERY == 0:
                await self._looks()
            self.remembers()
        await self._looks()

    async def _looks(self) -> None:
        app = self.me.app
        while app._typed or app._waiting:
            await asyncio.sleep(_A_MOMENT)
            assert app._exception is None, "an error of ours"
        await self.me.waits()
        self.remembers()
        self.all_is_well()
        workshop = self.me.app.workshop
        if workshop and workshop.saving.state == "saved":
            self.seen.looks += 1
            assert _lasting(workshop.session) == _lasting(read_session(workshop.path).session), (
                "not what is on disk"
            )

    def does_something(self) -> None:
        """Do what a wanderer does, or use the mouse, follow a whim, put the terminal aside."""
        luck = self.chance.random()
        if self.me.app.screen.has_class("-small") and luck < 0.1:
            self.drags(80, 24)
        elif luck < 0.84:
            super().does_something()
        elif luck < 0.91:
            self._clicks()
        elif luck < 0.95:
            self._scrolls()
        elif luck < 0.955:
            self._puts_aside()
        else:
            for key in self.chance.choice(_WHIMS):
                self.presses(key)

    def _clicks(self) -> None:
        x, y = self._somewhere()
        self.done.append(f"click {x},{y}")
        for kind in (events.MouseDown, events.MouseUp):
            self.me.points(kind, x, y, 1)

    def _scrolls(self) -> None:
        x, y = self._somewhere()
        down = self.chance.random() < 0.5
        self.done.append(f"scroll {'down' if down else 'up'} {x},{y}")
        self.me.points(events.MouseScrollDown if down else events.MouseScrollUp, x, y, 0)

    def _puts_aside(self) -> None:
        """Leave the terminal for another window or the shell, and come back, as its driver tells it."""
        self.done.append("suspend")
        app = self.me.app
        app.post_message(events.AppBlur())
        app.app_suspend_signal.publish(app)
        app.app_resume_signal.publish(app)
        app.post_message(events.AppFocus())
        app.refresh(layout=True)

    def _somewhere(self) -> tuple[int, int]:
        size = self.me.app.size
        return self.chance.randrange(max(1, size.width)), self.chance.randrange(max(1, size.height))


@dataclass(slots=True)
class Broken:
    """A leg that broke: its seed, at which step, what was said, and the last steps before."""

    seed: str
    step: int
    said: str
    last: tuple[str, ...]


@dataclass(slots=True)
class Seen:
    """What was done and seen in a run."""

    steps: Counter[str] = field(default_factory=Counter)
    screens: Counter[str] = field(default_factory=Counter)
    looks: int = 0
    walked: int = 0
    broken: list[Broken] = field(default_factory=list)


def _ending(app: DiskussionApp) -> str:
    """Say what is known of why a program ended: its exit code, what it said, and which screens were open."""
    said = [str(one) for one in app._exit_renderables]
    return f"code {app.return_code}, said {said}, {[_named(screen) for screen in app.screen_stack]}"


async def leg(seed: str, steps: int, folder: Path, seen: Seen) -> None:
    """Walk one leg: begin a discussion, walk half, leave, open it again, walk on, and compare with the disk."""
    clock = Clock()
    led: dict[Path, Workshop] = {}
    path = None
    for half in ("a", "b"):
        wayfarer = None
        try:
            async with facilitator(folder, clock=clock, open_path=path) as me:
                wayfarer = Wayfarer(me, seed + half, seen)
                if path is None:
                    await me.begins("Ekerö")
                    await me.goes_to("A.2")
                    await me.says("Fax", "Dubbla remisser")
                wayfarer.remembers()
                path = next(iter(wayfarer.led), None)
                await wayfarer.walks(steps // 2)
                led |= wayfarer.led
            _opens_the_same(led)
        except Exception:  # noqa: BLE001 - whatever it is, it is what the walk is for, and it is told
            done = wayfarer.done if wayfarer else []
            seen.broken.append(Broken(seed + half, len(done), traceback.format_exc(), tuple(done[-_LAST:])))
            print("\n".join(_told(seen.broken[-1])), flush=True)
            return
        finally:
            seen.walked += steps // 2


def _opens_the_same(led: dict[Path, Workshop]) -> None:
    """Check that each discussion that was led opens as it was left."""
    for path, workshop in led.items():
        again = Workshop.open(path, workbook_in(default_workbook()))
        again.close()
        assert shown(again.session) == shown(workshop.session), f"{path.name} does not open as it was left"


def _lasting(session: Session) -> set[Record]:
    """Return every version but the drafts, of which only the newest is kept."""
    every = (version for versions in session.versions.values() for version in versions)
    return {version for version in every if not isinstance(version, Draft)}


def _kind(done: str) -> str:
    """Return which kind of step something done was."""
    if "x" in done and done.replace("x", "").isdigit():
        return "resize"
    if " " in done and len(done) > 1:
        return done.split(" ", 1)[0]
    return {"paste": "paste", "wait": "wait", "suspend": "suspend"}.get(
        done, "letter" if len(done) == 1 else "key"
    )


def _named(screen: Screen[object]) -> str:
    """Return which screen is in view, and in which of its states."""
    name = type(screen).__name__
    if not screen.is_mounted:
        return f"{name}, opening"
    if isinstance(screen, Home):
        return f"{name}, searching" if screen.typed else name
    if not isinstance(screen, Walk):
        return name
    states = {
        "too small": screen.has_class("-small"),
        "big": screen.big,
        "final": screen.workshop.session.final,
        "practice": screen.practising,
        "edit": isinstance(screen.line.task, EditTask),
        "wording": isinstance(screen.line.task, WordingTask),
        "among notes": screen.board.has_focus,
    }
    state = next((state for state, holds in states.items() if holds), screen.step.role)
    return f"{name}, {state}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Walk, and say what was seen; 1 where something broke."""
    given = _parser().parse_args(arguments)
    seed = given.seed or str(int(time.time()))
    seen, begun = Seen(), time.monotonic()
    with tempfile.TemporaryDirectory(prefix="walk-") as place:
        _fence(Path(place))
        seeds = [given.leg] if given.leg else [f"{seed}.{n}" for n in range(-(-given.steps // LEG))]
        for one in seeds:
            folder = Path(place) / one
            folder.mkdir()
            asyncio.run(leg(one, min(LEG, given.steps), folder, seen))
            _tell(seen)
            if given.minutes and time.monotonic() - begun > given.minutes * 60:
                break
    print(_table(seed, seen, time.monotonic() - begun))
    return 1 if seen.broken else 0


def _fence(place: Path) -> None:
    """Keep the settings and files of whoever runs this out of it."""
    os.environ["HOME"] = str(place)
    os.environ.update(
        {f"XDG_{kind}_HOME": str(place / kind.lower()) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
    )


def _table(seed: str, seen: Seen, seconds: float) -> str:
    rows: list[tuple[str, object]] = [
        ("seed", seed),
        ("steps", seen.walked),
        ("steps a second", round(seen.walked / max(seconds, 0.1))),
        ("looks at the disk", seen.looks),
        *seen.steps.most_common(),
        ("screens", len(seen.screens)),
        *((f"  {name}", count) for name, count in sorted(seen.screens.items())),
        ("BROKEN LEGS", len(seen.broken)),
    ]
    width = max(len(name) for name, _ in rows)
    told = [f"{name:<{width}}  {value}" for name, value in rows]
    told += [f"    python -m torture.walk --leg {broken.seed[:-1]}" for broken in seen.broken]
    return "\n".join(told)


def _told(broken: Broken) -> list[str]:
    again = f"BROKEN at step {broken.step}; again: python -m torture.walk --leg {broken.seed[:-1]}"
    return ["", again, broken.said, f"the last steps: {' '.join(map(repr, broken.last))}", ""]


def _tell(seen: Seen) -> None:
    if sys.stderr.isatty():
        print(f"\r\x1b[K{seen.walked} steps, {len(seen.broken)} broken", end="", file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m torture.walk", description=__doc__.splitlines()[0])
    parser.add_argument(
        "steps", nargs="?", type=int, default=100_000, help="how many steps to walk (100,000)"
    )
    parser.add_argument("--seed", help="walk the same way again")
    parser.add_argument("--minutes", type=float, help="stop after so many minutes")
    parser.add_argument("--leg", metavar="SEED", help="walk one leg again, by the seed that was told")
    return parser


if __name__ == "__main__":
    sys.exit(main())
