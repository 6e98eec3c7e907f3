"""Frames in fewer bytes: the terminal shows the same, and less is sent."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.drivers.headless_driver import HeadlessDriver
from textual.strip import Strip

from diskussion_tui.tui.app import DiskussionApp
from diskussion_tui.tui.toolkit.ansi_minify import minified, thin

if TYPE_CHECKING:
    from collections.abc import Sequence

COLOURS = st.sampled_from(
    [None, "#e7edf2", "#0f151b", "#8a98a6", "red", "bright_blue", "color(208)", "default"]
)
STYLES = st.builds(
    Style,
    color=COLOURS,
    bgcolor=COLOURS,
    bold=st.booleans(),
    dim=st.booleans(),
    italic=st.booleans(),
    underline=st.booleans(),
    reverse=st.booleans(),
    strike=st.booleans(),
)
TEXTS = st.sampled_from(["", " ", "    ", "Hemsjukvård", "− ", "B  Vårdmöten", "[0m", "1;31m"])
ROWS = st.lists(st.lists(st.tuples(TEXTS, STYLES), max_size=5), min_size=1, max_size=5)
COLUMNS, LINES = 60, 8


def frame(rows: Sequence[Sequence[tuple[str, Style]]], colours: ColorSystem = ColorSystem.TRUECOLOR) -> str:
    """A frame as Textual writes one: a move before every row, every span with its whole style and a reset."""
    said = []
    for y, row in enumerate(rows, 1):
        strip = Strip([Segment(text, style) for text, style in row])
        spans = [strip.render_style(s.style, s.text, color_system=colours) for s in strip if s.style]
        said.append(f"\x1b[{y};3H{''.join(spans)}")
    return "\r\n".join(said) + "\x1b[1;2H"


def shown(written: str) -> list[list[tuple[object, ...]]]:
    """What a terminal shows: of a blank that nothing is drawn through, only its ground."""
    screen = pyte.Screen(COLUMNS, LINES)
    pyte.Stream(screen).feed(written)
    lines = []
    for y in range(LINES):
        line: list[tuple[object, ...]] = []
        for x in range(COLUMNS):
            cell = screen.buffer[y][x]
            plain = cell.data == " " and not (cell.reverse or cell.underscore or cell.strikethrough)
            line.append((" ", cell.bg) if plain else tuple(cell))
        lines.append(line)
    return [*lines, [(screen.cursor.x, screen.cursor.y, screen.cursor.attrs)]]


@given(ROWS, st.sampled_from([ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT, ColorSystem.STANDARD]))
def test_the_terminal_shows_the_same(rows: list[list[tuple[str, Style]]], colours: ColorSystem) -> None:
    """Whatever the styles, and whichever way colours are said, every cell and the cursor are the same."""
    whole = frame(rows, colours)
    assert shown(thin(whole)) == shown(whole)


@given(ROWS)
def test_it_is_never_longer(rows: list[list[tuple[str, Style]]]) -> None:
    """No frame grows by it."""
    whole = frame(rows)
    assert len(thin(whole)) <= len(whole)


def test_a_row_of_a_list_takes_half() -> None:
    """Date, name, three counts and a state on one ground: the ground is said once."""
    ground = "#0f151b"
    inks = ["#8a98a6", "#e7edf2", "#e7edf2", "#f0a07a", "#7cc4ff", "#8fd694", "#8a98a6"]
    texts = ["2026-11-22  ", "Ekerö", "            ", "−2 ", "›3 ", "+1 ", "utkast"]
    row = [(text, Style(color=ink, bgcolor=ground)) for text, ink in zip(texts, inks, strict=True)]
    whole = frame([row])
    assert len(thin(whole)) < 0.6 * len(whole)
    assert thin(whole).count("48;2;") == 1


@pytest.mark.parametrize("written", ["\x1b[?2026h", "\x1b]0;Diskussion\x07", "\x1b[2J", "Hej!\n", ""])
def test_what_has_no_style_is_handed_on(written: str) -> None:
    """Modes, titles and plain words go through as they are."""
    assert thin(written) == written


def test_a_style_that_is_not_known_is_handed_on_whole() -> None:
    """A style this does not know how to take back is ended by a reset."""
    whole = "\x1b[53;31mover\x1b[0m\x1b[31mred\x1b[0m"
    assert thin(whole) == "\x1b[53;31mover\x1b[0;31mred\x1b[0m"


def test_escape_codes_in_a_note_have_nothing_to_act_on() -> None:
    """What the screen draws holds no escape, and numbers that look like one are only text."""
    row = [("[31m röd ", Style(color="#e7edf2")), ("1;31m", Style(color="#8a98a6"))]
    assert shown(thin(frame([row]))) == shown(frame([row]))


def test_the_program_writes_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """The driver that the program asks for thins what it is given; on Windows frames come in pieces and stay as they are."""
    written: list[str] = []
    monkeypatch.setattr(HeadlessDriver, "write", lambda _self, data: written.append(data))
    driver = minified(HeadlessDriver)
    driver.write(driver.__new__(driver), "\x1b[31mett\x1b[0m\x1b[31mtvå\x1b[0m")
    assert written == ["\x1b[31metttvå\x1b[0m"]
    app = DiskussionApp.__new__(DiskussionApp)
    assert app.get_driver_class().__name__ == "Thin"
    monkeypatch.setattr(sys, "platform", "win32")
    assert app.get_driver_class().__name__ != "Thin"
