"""What a workbook will look like: each step as the walk shows it, and as the room reads it, drawn by the screens themselves.

The walk is led from step to step without a terminal, and what it has drawn is taken down. So a preview can show nothing that the
evening will not. At a terminal one leafs through it with the keys of the walk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.app import App
from textual.binding import Binding
from textual.geometry import Size
from textual.screen import Screen

from diskussion_tui.base.value import dataclass
from diskussion_tui.tui.commands import with_keys
from diskussion_tui.tui.themes import DARK, PROJECTOR, themes
from diskussion_tui.tui.toolkit.idle import idle
from diskussion_tui.tui.toolkit.monochrome import bearing_no_style
from diskussion_tui.tui.toolkit.painted import Painted, painted
from diskussion_tui.tui.view import step_name
from diskussion_tui.tui.walk.screen import Walk
from diskussion_tui.tui.wall.layouts import wall_rows
from diskussion_tui.tui.wall.stage import Stage
from diskussion_tui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.pilot import Pilot
    from textual.strip import Strip

    from diskussion_tui.domain.workbook.steps import Step
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.rows import Row
    from diskussion_tui.workshop.rehearsal import Rehearsal


@dataclass(frozen=True, slots=True)
class Seen:
    """A step as it was drawn: on the laptop that leads, and on the wall."""

    step: Step
    name: str
    screen: tuple[Strip, ...]
    wall: tuple[Strip, ...]


def seen(rehearsal: Rehearsal, words: Texts, size: tuple[int, int], steps: Sequence[Step]) -> list[Seen]:
    """Some steps of a discussion as they are drawn on a screen of so many columns and rows, each taking its minutes."""
    app = _Preview(rehearsal, with_keys(words), steps)
    app.run(headless=True, size=size, auto_pilot=app.look_at_all)
    return app.seen


class _Room(Screen[None]):
    """The window for the room, which shows what it is handed."""

    CSS = "_Room { background: $ground; color: $ink; } _Room #wall { height: 1fr; }"

    def compose(self) -> ComposeResult:
        """One sheet over all of the window."""
        yield Sheet(id="wall")


class _Look(App[None]):
    """The program's look without the program: its themes, and nothing that opens or saves."""

    ENABLE_COMMAND_PALETTE = False
    CSS = "Screen { background: $ground; color: $ink; }"

    def __init__(self) -> None:
        super().__init__()
        self._filters = bearing_no_style(self._filters)
        for theme in themes():
            self.register_theme(theme)
        self.theme = DARK


class _Preview(_Look):
    """The screens that are looked at, one after the other."""

    def __init__(self, rehearsal: Rehearsal, words: Texts, steps: Sequence[Step]) -> None:
        super().__init__()
        self.seen: list[Seen] = []
        self._rehearsal, self._words, self._steps = rehearsal, words, steps

    async def look_at_all(self, _pilot: Pilot[object]) -> None:
        """Lead to each step in turn, and take down what is drawn."""
        workshop = self._rehearsal.workshop
        walk = Walk(workshop, self._words)
        await self.push_screen(walk)
        screens: list[tuple[Strip, ...]] = []
        rows: list[tuple[Row, ...]] = []
        for step in workshop.steps:
            walk.place.go_to(step.id)
            workshop.flush()
            if step in self._steps:
                await idle(self)
                screens.append(painted(walk))
                rows.append(wall_rows(Stage.at(workshop, self._words, step, self.size)))
            self._rehearsal.passes(step.minutes)
        walls = await self._walls(rows)
        shown = [step for step in workshop.steps if step in self._steps]
        self.seen = [
            Seen(step, step_name(step, self._words), screen, wall)
            for step, screen, wall in zip(shown, screens, walls, strict=True)
        ]
        self.exit()

    async def _walls(self, pages: Sequence[tuple[Row, ...]]) -> list[tuple[Strip, ...]]:
        """Pages for the room as they are drawn, in black and white as there."""
        self.theme = PROJECTOR
        room = _Room()
        await self.push_screen(room)
        drawn = []
        for rows in pages:
            room.query_one(Sheet).show(rows)
            await idle(self)
            drawn.append(painted(room))
        return drawn


class Leafing(_Look):
    """A preview leafed through as one walks: a step further or back, and what the room reads of it."""

    CSS = """
    Screen { background: $ground; color: $ink; }
    #page { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown,enter,space,right", "turn(1)"),
        Binding("pageup,left", "turn(-1)"),
        Binding("f5,tab", "flip", priority=True),
        Binding("escape,q,ctrl+c", "quit"),
    ]

    caption = getters.query_one("#caption", Sheet)
    page = getters.query_one("#page", Painted)
    keys = getters.query_one("#keys", Sheet)

    def __init__(self, found: Sequence[Seen], words: Texts, size: tuple[int, int]) -> None:
        super().__init__()
        self._found, self._words, self._of = found, words, size
        self._at, self._wall = 0, False
        self._window = Size(*size)

    def compose(self) -> ComposeResult:
        """What is shown, the page, and the keys."""
        yield Sheet(id="caption")
        yield Painted(id="page")
        yield Sheet(id="keys")

    def on_resize(self, event: events.Resize) -> None:
        """Use the room there is."""
        self._window = event.size
        self._show()

    def action_turn(self, by: int) -> None:
        """Go to another step; beyond either end is the end."""
        self._at = max(0, min(self._at + by, len(self._found) - 1))
        self._show()

    def action_flip(self) -> None:
        """What the room reads, or what stands on the laptop again."""
        self._wall = not self._wall
        self._show()

    def _show(self) -> None:
        """Draw the page, and around it what it is and which keys there are, where there is room for them."""
        one, said, (columns, rows) = self._found[self._at], self._words.workbook, self._of
        caption = said.on_wall if self._wall else said.on_screen
        told = caption.format(step=one.step.id, name=one.name, columns=columns, rows=rows)
        fits = self._window.width >= columns and self._window.height >= rows
        keys = said.leaf if fits else said.too_small.format(columns=columns, rows=rows)
        room = self._window.height - rows
        self.caption.show((((told, "muted"),),) if room > 1 else ())
        self.keys.show((((keys, "muted" if fits else "warning"),),) if room > 0 or not fits else ())
        self.page.show(one.wall if self._wall else one.screen)
