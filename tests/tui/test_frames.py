"""What a key has painted: each line once, and nothing laid out anew where everything stays in its place."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from textual._compositor import Compositor, LayoutUpdate
from textual.screen import Screen
from textual.widget import Widget

from diskussion_tui.tui.walk.screen import Walk
from diskussion_tui.tui.widgets.board import Board
from diskussion_tui.tui.widgets.sheet import Sheet
from tests.support.people import facilitator

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.geometry import Region
    from textual.strip import Strip

    from tests.support.people import Facilitator


@contextmanager
def drawn(of: type[Widget]) -> Iterator[Counter[tuple[str | None, int]]]:
    """How often each line of each such widget is drawn."""
    lines: Counter[tuple[str | None, int]] = Counter()
    draw = of.render_line

    def render_line(widget: Widget, y: int) -> Strip:
        lines[widget.id, y] += 1
        return draw(widget, y)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(of, "render_line", render_line)
        yield lines


@contextmanager
def laid_out() -> Iterator[list[Screen[object]]]:
    """The screens that are laid out, each as often as it is."""
    screens: list[Screen[object]] = []
    lay_out = Screen._refresh_layout

    def refresh_layout(screen: Screen[object], *arguments: object, **named: object) -> None:
        screens.append(screen)
        lay_out(screen, *arguments, **named)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Screen, "_refresh_layout", refresh_layout)
        yield screens


@contextmanager
def painted_whole() -> Iterator[list[Compositor]]:
    """As many as there are paintings of the whole screen, whatever is different on it."""
    paintings: list[Compositor] = []
    paint = Compositor.render_full_update

    def render_full_update(compositor: Compositor, *arguments: object, **named: object) -> LayoutUpdate:
        paintings.append(compositor)
        return paint(compositor, *arguments, **named)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Compositor, "render_full_update", render_full_update)
        yield paintings


async def begins(me: Facilitator) -> None:
    """Begin a discussion."""
    await me.types("Ekerö")
    await me.presses("enter")


async def test_a_step_paints_every_line_of_its_page_once(tmp_path: Path) -> None:
    """From the start to the end and back, with pages that write and pages that are only read between them."""
    async with facilitator(tmp_path) as me:
        await begins(me)
        for key in [*["pagedown"] * 20, *["pageup"] * 20]:
            with drawn(Board) as lines, laid_out() as screens, painted_whole() as whole:
                await me.presses(key)
            assert lines, key
            assert set(lines.values()) == {1}, (me.text(), lines)
            assert len(screens) <= 1, me.text()
            assert not whole, me.text()


async def test_between_two_questions_nothing_is_laid_out_anew(tmp_path: Path) -> None:
    """The head of the page, the kinds and the line to write in stand where they stood."""
    async with facilitator(tmp_path) as me:
        await begins(me)
        await me.presses("pagedown", "pagedown", "pagedown")
        for key in ("pagedown", "pageup", "pagedown", "tab", "tab", "tab"):
            with laid_out() as screens:
                await me.presses(key)
            assert not screens, (key, me.text())


async def test_going_among_the_notes_leaves_the_rest_of_the_screen_alone(tmp_path: Path) -> None:
    """Textual would paint the whole screen because the cursor went elsewhere."""
    async with facilitator(tmp_path) as me:
        await begins(me)
        await me.presses("pagedown", "pagedown", "pagedown", "pagedown")
        await me.types("Fax")
        await me.presses("enter")
        with drawn(Sheet) as sheets, drawn(Board) as lines:
            await me.presses("up")
        assert isinstance(me.app.screen, Walk)
        assert {name for name, _ in sheets} <= {"footer", "hint", "header"}
        assert ("header", 0) not in sheets
        assert len(lines) == 1, "only the note that was chosen"


async def test_a_move_in_a_list_asks_no_other_widget_for_its_lines(tmp_path: Path) -> None:
    """Textual has every widget give all of its lines for one that is different."""
    async with facilitator(tmp_path) as me:
        for name in ("Ekerö", "Järva"):
            await me.begins(name)
            await me.presses("ctrl+o")
        await me.presses("down", "down", "down")
        asked: Counter[str | None] = Counter()
        give = Widget.render_lines

        def render_lines(widget: Widget, crop: Region) -> list[Strip]:
            asked[widget.id] += 1
            return give(widget, crop)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Widget, "render_lines", render_lines)
            await me.presses("down")
        assert "list" in asked
        assert not asked.keys() & {"header", "menu", "search", "search-label", "footer"}
