"""The window for the room: it follows whoever leads, shows what the room should read, and changes nothing.

What it finds comes as values from a thread that looks (`workshop/following.py`); a share that hangs stops no key and no clock.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import getters

from diskussion_tui.base.text import clean_line
from diskussion_tui.domain.plan.room import leading, step_led, time_of
from diskussion_tui.domain.workbook.steps import steps_of
from diskussion_tui.tui.base_screen import BaseScreen
from diskussion_tui.tui.commands import bindings
from diskussion_tui.tui.rows import text_rows
from diskussion_tui.tui.wall.layouts import calm_rows, wall_rows
from diskussion_tui.tui.wall.stage import Stage
from diskussion_tui.tui.widgets.sheet import Sheet
from diskussion_tui.workshop.following import Follower, Sight

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.environment import Environment
    from diskussion_tui.tui.rows import Row

_CLOCK_EVERY = 5.0
"""Seconds between two looks at the clock; nothing is drawn unless a minute has passed."""
_SAID = 6.0
"""Seconds that it is said which discussion is followed."""
_HUNG_AFTER = 4.0
"""Seconds without an answer of the disk after which that is said."""


class Wall(BaseScreen):
    """What the room reads. `path` is the discussion; where it is None, the one that is being led."""

    PLACES = ("wall",)
    CSS_PATH = "wall.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("wall")]

    sheet = getters.query_one("#wall", Sheet)

    def __init__(
        self,
        environment: Environment,
        words: Texts,
        path: Path | None,
        call_soon: Callable[[Callable[[], None]], object],
    ) -> None:
        super().__init__()
        self.words = words
        self._world = environment
        self._path = path
        self._soon = call_soon
        self._sight = Sight()
        self._turned = 0
        self._at: tuple[str, str] = ("", "")
        self._says_name = False
        self.follower: Follower | None = None

    def compose(self) -> ComposeResult:
        """One sheet over all of the window."""
        yield from self.too_small()
        yield Sheet(id="wall")

    def on_mount(self) -> None:
        """Begin to follow."""
        self.fit(self.app.size)
        workbook = self._world.read_workbook(self.words).workbook
        if workbook is None:
            return  # the shell has said why, before there was a screen
        self.workbook = workbook
        self.steps = steps_of(workbook)
        world = self._world
        self.follower = Follower(world.places, self._path, workbook, world.now, self._tell, world.steady)
        self.show_page()
        self.set_interval(_CLOCK_EVERY, self.show_page)
        if world.follows_by_itself:
            self.follower.start()

    def on_unmount(self) -> None:
        """Follow no more."""
        if self.follower:
            self.follower.stop()

    # ---- what is heard -------------------------------------------------------------------------------------------

    def _tell(self, sight: Sight) -> None:
        self._soon(partial(self._hear, sight))

    def _hear(self, sight: Sight) -> None:
        """Something is different."""
        before, self._sight = self._sight.session, sight
        if sight.session and (before is None or before.id != sight.session.id) and not self._path:
            self._says_name = True
            self.set_timer(_SAID, self._has_said_name)
        self.show_page()

    def _has_said_name(self) -> None:
        self._says_name = False
        self.show_page()

    def on_resize(self, event: events.Resize) -> None:
        """Set everything for the room there is."""
        self.fit(event.size)
        self.show_page()

    def reword(self, words: Texts) -> None:
        """Say everything in another language."""
        self.words = words
        self.show_page()

    def do_room_back(self) -> None:
        """A page back, in this window."""
        self._turned += 1
        self.show_page()

    def do_room_on(self) -> None:
        """A page on."""
        self._turned -= 1
        self.show_page()

    # ---- drawing -------------------------------------------------------------------------------------------------

    def show_page(self) -> None:
        """Draw what the room should read now."""
        if self.is_composed and self.follower:
            self.sheet.show(self._rows())

    def _rows(self) -> tuple[Row, ...]:
        columns, rows = self.app.size
        said, sight = self.words.wall, self._sight
        if sight.session is None:
            waits = sight.trouble == "waiting"
            title = said.waiting_title if waits else said.title
            return calm_rows(
                title, said.waiting if waits else f"{self._trouble()} {said.leave}", columns, rows
            )
        trouble = self._trouble()
        below = text_rows(trouble, columns - 2, "muted", " ", " ") if trouble else ()
        return (*wall_rows(self._stage(sight.session, rows - len(below))), *below)

    def _stage(self, session: Session, rows: int) -> Stage:
        draft, step, now = leading(session), step_led(session, self.steps), self._world.now()
        shows, back = (draft.shows, draft.back) if draft else ("", 0)
        if self._at != (step.id, shows):
            self._at, self._turned = (step.id, shows), 0
        name = self.words.wall.follows.format(name=clean_line(session.head.name)) if self._says_name else ""
        return Stage(
            self.workbook,
            session,
            self.words,
            step,
            time_of(session, self.steps, step, now),
            now,
            self.app.size.width,
            rows,
            shows,
            back + self._turned,
            said=name,
        )

    def _trouble(self) -> str:
        """What is wrong, in words; empty where all is well."""
        said, trouble = self.words.wall, self._sight.trouble
        if self.follower and self._world.follows_by_itself and self.follower.pulse.still_for() > _HUNG_AFTER:
            return said.hung
        if trouble == "refused":
            return said.refused.format(why=self.words.reasons.of(self._sight.why))
        told = {
            "gone": said.gone,
            "removed": said.removed,
            "unreadable": said.unreadable,
            "other": said.other,
        }
        return told.get(trouble, "")
