"""The essential journeys in a real terminal that shows no colours, few of them, or little else: all is there, and reads as well."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pytest

from benchmarks.terminal import Key, ctrl
from tests.support.desk import go_to, leave

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from benchmarks.terminal import Terminal
    from tests.support.desk import Desk

pytestmark = pytest.mark.xdist_group("terminal")

INKS = re.compile(rb"\x1b\[([\d;]+)m")


GREY = re.compile(rb"[34]8;2;(\d+);\1;\1(?!\d)")


class Window(NamedTuple):
    """A terminal: its size, what it says of itself, and whether it may be sent some inks."""

    size: tuple[int, int]
    says: Mapping[str, str]
    shows: Callable[[bytes], bool]


def _only_greys(inks: bytes) -> bool:
    return not re.search(rb"(?:^|;)(?:[349][1-6]|10[1-6]|[34]8;)", GREY.sub(b"", inks))


WINDOWS = {
    "no colours": Window((80, 24), {"NO_COLOR": "1"}, _only_greys),
    "256 colours": Window(
        (80, 24), {"TERM": "xterm-256color", "COLORTERM": ""}, lambda inks: b"8;2;" not in inks
    ),
    "60x18": Window((60, 18), {}, lambda _inks: True),
}


@pytest.mark.parametrize("name", WINDOWS)
def test_an_evening_is_led_shown_ended_and_read_again(desk: Desk, name: str) -> None:
    window = WINDOWS[name]
    with desk.starts(size=window.size, says=window.says) as terminal:
        _leads(terminal)
        _shows_the_room(terminal)
        _ends(terminal)
        _reads_and_hands_over(terminal)
        leave(terminal)
        assert [inks for inks in INKS.findall(terminal.output) if not window.shows(inks)] == []
    found = desk.reads()
    assert found["session"]["state"] == "fastställd"
    in_force = {note["text"]: note for note in found["notes"] if not note.get("merged_into")}
    assert set(in_force) == {"Fax mellan sjukhus", "Listning på team", "Digital vårdcentral"}
    assert in_force["Listning på team"]["supporters"] == 4
    assert [one["kind"] for one in found["conclusions"]] == ["slutsats"]


def _leads(terminal: Terminal) -> None:
    """A discussion is begun, four notes of three kinds are taken down; hands, merging and concluding by number."""
    terminal.wait_for("▸ Ny diskussion")
    terminal.send("Ekerö" + Key.ENTER)
    terminal.wait_for("PgDn nästa")
    go_to(terminal, "B.2", " B  ")
    for number, text in enumerate(
        ("-Fax mellan sjukhus", "Faxen mellan sjukhus", ">Listning på team", "+Digital vårdcentral"), 1
    ):
        terminal.send(text + Key.ENTER)
        terminal.wait_for(f" {number} {text.lstrip('->+')[:8]}")
    terminal.send(ctrl("k") + "3 4" + Key.ENTER)
    terminal.wait_for("4 håller med")
    terminal.send(ctrl("k") + Key.TAB + "1 2" + Key.ENTER)
    terminal.wait_for("Enter")
    terminal.send(Key.ENTER)
    terminal.wait_gone("Faxen")
    terminal.send(ctrl("k") + Key.SHIFT_TAB + "1" + Key.ENTER)
    terminal.wait_for("Ändra slutsats")
    terminal.send(Key.ENTER)
    terminal.wait_gone("Ändra slutsats")


def _shows_the_room(terminal: Terminal) -> None:
    """The big picture names the kinds in words, and holds what has been said."""
    terminal.send(Key.F5)
    for text in ("− AVVECKLA  1", "3  Listning på team ●●●●", "+ NYUTVECKLA  1"):
        terminal.wait_for(text)
    terminal.send(Key.F5)
    terminal.wait_for("✓ sparat")


def _ends(terminal: Terminal) -> None:
    """The discussion is made final on purpose, and what came of it stands there."""
    terminal.send(ctrl("p") + "fastst" + Key.ENTER)
    terminal.wait_for("▸ Nej")
    terminal.send("j" + Key.ENTER)
    for text in ("Klart.  Ekerö", "▸ Rapport som ", "› Listning på team  ●●●●"):
        terminal.wait_for(text)
    terminal.send(Key.ESCAPE)
    terminal.wait_for("Diskussionen är fastställd och sparad.")


def _reads_and_hands_over(terminal: Terminal) -> None:
    """Home finds a note by a word of it, Enter reads it where it stands, and what came of it is a key away."""
    terminal.send(ctrl("o"))
    terminal.wait_for("1 diskussion")
    terminal.send("listning")
    terminal.wait_for("B 2 › Listning på team")
    terminal.send(Key.DOWN + Key.ENTER)
    terminal.wait_for("bara läsning")
    terminal.wait_until(
        lambda: any("▸" in row and "Listning på team" in row for row in terminal.screen()), "not at its note"
    )
    terminal.send(Key.ESCAPE)
    terminal.wait_for("Enter välj")
