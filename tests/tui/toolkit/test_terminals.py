"""Each terminal's keys do what they say, whole and torn; whatever else it sends does nothing.

What each sends stands in `tests/data/terminals`, a row a key: written down from what the terminals are documented to send, and,
in the tables that say so, recorded from the terminals themselves.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from diskussion_tui.tui.toolkit.input_parser import TORN_SILENCE
from diskussion_tui.tui.toolkit.terminal import tell_alt_enter
from tests.tui.toolkit.test_input_bytes import ESCAPE_SILENCE, Line

TABLE = sorted(Path(__file__).parents[2].joinpath("data", "terminals").glob("*.txt"))
NAMED = {"e": "\x1b", "r": "\r", "n": "\n", "t": "\t", "a": "\a", "\\": "\\"}


def _bytes(written: str) -> bytes:
    """A row's second part: `\\e` is Escape, `\\x11` a byte by its number."""
    return re.sub(
        r"\\(?:x([0-9a-f]{2})|(.))", lambda one: chr(int(one[1], 16)) if one[1] else NAMED[one[2]], written
    ).encode()


def rows() -> list[tuple[str, bytes, list[str]]]:
    found = []
    for file in TABLE:
        for row in file.read_text(encoding="utf-8").splitlines()[1:]:
            name, sent, heard = row.split(" | ")
            meant = (
                [_bytes(heard).decode()]
                if heard.startswith('"')
                else heard.replace("-", "", heard == "-").split()
            )
            found.append((f"{file.stem}: {name}", _bytes(sent), meant))
    return found


ROWS = rows()


@pytest.fixture(autouse=True, scope="module")
def as_the_program_starts() -> None:
    tell_alt_enter()


def test_all_the_terminals_stand_in_the_table() -> None:
    assert {file.stem for file in TABLE} == {
        *("xterm", "kitty", "windows-terminal", "iterm2"),
        *("tmux-extended-keys", "putty", "linux-console", "foot"),
        *(f"recorded-{one}" for one in ("xterm", "xterm-modifyotherkeys", "kitty", "putty", "vte")),
        *(f"recorded-{one}" for one in ("tmux", "tmux-extended-keys")),
    }
    assert len(ROWS) > 300


@pytest.mark.parametrize(("name", "sent", "heard"), ROWS, ids=[name for name, *_ in ROWS])
def test_what_a_terminal_sends_says_what_it_means(name: str, sent: bytes, heard: list[str]) -> None:
    del name
    assert _heard(Line().sends(sent)) == heard
    if not sent.startswith(b"\x1b\x1b"):  # which in two reads is Escape, and then the key
        assert _heard(Line().sends(*(bytes([byte]) for byte in sent))) == heard  # with no time between


def test_torn_anywhere_and_late_none_is_a_letter_or_a_digit() -> None:
    for name, sent, heard in ROWS:
        if (
            not sent.startswith(b"\x1b")
            or heard[:1] == ["escape"]
            or sent.count(b"\x1b") > 1
            or name.endswith("of the keypad")
        ):
            continue
        for place in range(1, len(sent)):
            said = Line().sends(sent[:place]).rests(TORN_SILENCE / 2).sends(sent[place:], b"x")
            keys = _heard(said)
            assert keys in (["escape", *heard, "x"], [*heard, "x"], ["escape", "x"]) or _is_alt(sent, keys), (
                name,
                place,
            )


def test_escape_and_an_arrow_a_moment_later_are_two_keys_and_together_they_are_alt_and_the_arrow() -> None:
    assert _heard(Line().sends(b"\x1b\x1b[A")) == ["alt+up"]
    assert _heard(Line().sends(b"\x1b", b"\x1b[A")) == ["escape", "up"]
    assert _heard(Line().sends(b"\x1b\x1b")) == ["escape", "escape"]


def _is_alt(sent: bytes, keys: list[str]) -> bool:
    """Whether it is a key with Alt, cut behind its Escape: that is Escape, and the key by itself."""
    return len(sent.decode()) == 2 and keys[0] == "escape"


def _heard(line: Line) -> list[str]:
    return line.rests(ESCAPE_SILENCE).heard
