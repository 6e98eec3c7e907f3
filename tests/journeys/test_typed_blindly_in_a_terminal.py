"""Somebody who types without looking, in a real terminal: sentences at any moment, and not one of them does anything but stand there.

Nobody waits for the program here but until it has read what was typed: what a key sets off is the program's to wait for.
"""

from __future__ import annotations

import fcntl
import os
import random
import struct
import termios
from typing import TYPE_CHECKING

import pytest

from benchmarks.terminal import Key, ctrl

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from benchmarks.terminal import Terminal
    from tests.support.desk import Desk
from tests.support.blindly import stands_in

pytestmark = pytest.mark.xdist_group("terminal")

SEED = 13
SENTENCES = 200
SWEDISH = (
    "avveckla bort centralen dubbla enkelt faxen gemensam hemma ingen journal kan ljus mobila nattetid ofta"
)
MORE = "parkera quiz rum saknas tid under vård webben xylofon yngre zon åker äldre öppet ja nej"
ENGLISH = "yes no merge quit delete park undo finish share hands open close jump keep one two"
WORDS = (*SWEDISH.split(), *MORE.split(), *ENGLISH.split())
SIGNS = ("-", ">", "+", "- ", "> ", "+ ")
"""What chooses a kind where a question asks for kinds, and elsewhere stands in the note."""
FIRST = ("12 ", "7", "1. ", "10 procent ", "#vård ", "@anna ", "!", "?", "/", "*")
STEPS = ("start", "kompass", "a", "a1", "a2", "a3", "b", "b2", "c3", "d1", "ea", "ehelheten", "slut")
PAGES = (Key.F1, Key.F2, Key.F4, Key.F5, Key.F8, Key.F9, ctrl("b"), ctrl("k"))
MOVES = (
    (Key.PAGE_DOWN,),
    (Key.PAGE_UP,),
    (Key.UP,),
    (Key.UP, Key.UP),
    (Key.UP, Key.LEFT),
    (Key.UP, Key.ENTER),
    (Key.DOWN,),
    (Key.TAB,),
    (Key.F9, Key.DOWN),
    (Key.F12, Key.ENTER),
    (Key.F12, Key.ENTER),
    (Key.F12, Key.ENTER, Key.DOWN),
    (),
)
"""The last but one begin a round, or go on with it, where there is something to prioritise."""
DIALOGS = (
    *((one,) for one in (ctrl("g"), ctrl("p"), ctrl("n"), ctrl("f"), ctrl("r"), Key.F6, Key.F7)),
    (ctrl("p"), "fastställ", Key.ENTER),
)
"""What has a line of its own, or none, or asks, and is left with Esc: what is typed there is nobody's note."""
IN_NO_MENU = "nejhelleracceleban"
"""Letters that no menu of a note names: each is answered with a word."""
AT_MOST = 240.0
"""Seconds that the program may work on what was typed ahead of it, however busy the machine is."""
ESCAPE = "\x1b[27u"
"""Esc as terminals say it that do not leave open whether more follows."""


def test_two_hundred_sentences_typed_blindly_are_all_there_and_did_nothing_else(desk: Desk) -> None:
    chance, meant = random.Random(SEED), list[str]()
    with desk.starts("start", "Ekerö") as terminal:
        terminal.wait_for("PgDn nästa")
        typist = _Typist(terminal)
        typist.types("det första som sägs", Key.ENTER)
        for number in range(SENTENCES):
            said = " ".join([*chance.sample(WORDS, chance.randrange(2, 6)), f"nr{number}."])
            if _types_somewhere(typist, chance, said):
                meant.append(said)
        typist.types(ctrl("q"))
        assert terminal.exit_code(AT_MOST) == 0
    found = desk.reads()
    texts = list(_texts(found))
    assert [said for said in meant if not any(stands_in(said, text) for text in texts)] == []
    assert len(meant) > SENTENCES / 2
    _nothing_was_done(found)
    assert found["rounds"]  # somebody has been there


class _Typist:
    """Hands, and no eyes: types on as soon as what was typed has been read, one key a read as from a keyboard."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._line = os.open(terminal.line, os.O_RDONLY | os.O_NOCTTY | os.O_NONBLOCK)

    def types(self, *keys: str) -> None:
        for key in keys:
            self._terminal.send(key)
            self._terminal.wait_until(lambda: not self._unread, "the program reads no more")

    @property
    def _unread(self) -> int:
        """Bytes that have been typed and that the program has not read."""
        return struct.unpack("i", fcntl.ioctl(self._line, termios.FIONREAD, b"\0" * 4))[0]


def _types_somewhere(typist: _Typist, chance: random.Random, said: str) -> bool:
    """Go somewhere, open something or choose something, and type; whether that is to be found again."""
    first = (
        chance.choice(FIRST)
        if chance.random() < 0.3
        else chance.choice(SIGNS)
        if chance.random() < 0.3
        else ""
    )
    enter = [Key.ENTER] if chance.random() < 0.7 else []
    where = chance.random()
    if where < 0.15:
        typist.types(*chance.choice(DIALOGS), first + said, *enter, ESCAPE)
        return False
    if where < 0.2:
        typist.types(ctrl("g"), "a1", Key.ENTER, Key.UP, " ", IN_NO_MENU, ESCAPE)
    elif where < 0.4:
        typist.types(ctrl("g"), chance.choice(STEPS), Key.ENTER)
    elif where < 0.55:
        typist.types(chance.choice(PAGES))
    else:
        typist.types(*chance.choice(MOVES))
    typist.types(first + said, *enter)
    return True


def _texts(found: Mapping[str, Any]) -> Iterator[str]:
    """All that stands in the file as somebody's words: notes, conclusions, the group's own questions, what is half typed."""
    for table in ("notes", "conclusions", "answers", "drafts"):
        for one in found.get(table, ()):
            yield from (str(one.get(field, "")) for field in ("text", "wording", "edited"))


def _nothing_was_done(found: Mapping[str, Any]) -> None:
    """Nothing is gone, marked, counted, merged, placed or parked but what was said before the questions; the evening's times stand."""
    assert (found["session"]["name"], found["session"].get("state", "utkast")) == ("Ekerö", "utkast")
    done = ("gone", "supporters", "star", "dissent", "places", "sources", "merged_into")
    for note in found["notes"]:
        assert not any(note.get(field) for field in done), note
        assert not note.get("parked") or note["question"] == "A.1", note
    assert not any(one.get("gone") or one.get("done") for one in found.get("conclusions", ()))
    assert not any(vote["points"] for vote in found.get("votes", ())), found["votes"]
    assert "plan" not in found
