"""The page for who has never seen the program: a newcomer does what it says, in its order, and sees what it shows."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from diskussion_tui.store.session.reading import read_session
from tests.support.people import Facilitator, facilitator, session_file

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = Path(__file__).parents[2] / "docs" / "snabbstart.md"
DOES = re.compile(
    r"(?:Skriv|skriv) «(?P<typed>[^»]+)»|(?:Tryck|, )\s*`(?P<key>[^`]+)`|```\n(?P<shown>.*?)```", re.DOTALL
)
KEYS = {
    "Enter": "enter",
    "PgDn": "pagedown",
    "PgUp": "pageup",
    "Tab": "tab",
    "Ctrl+Z": "ctrl+z",
    "F1": "f1",
    "Ctrl+Q": "ctrl+q",
}


def told() -> Iterator[tuple[str, str]]:
    """What the page says to type, to press, and what is seen then, in its order."""
    page = PAGE.read_text(encoding="utf-8").partition("## 1.")[2]
    for found in DOES.finditer(page):
        for sort, said in found.groupdict().items():
            if said:
                yield sort, said


def sees(me: Facilitator, shown: str) -> None:
    """Each line of a block stands on the screen, whatever stands around it."""
    screen = [" ".join(line.split()) for line in me.screen()]
    for line in filter(None, (" ".join(one.split()) for one in shown.splitlines())):
        assert any(line in one for one in screen), f"{line!r} is not on the screen:\n{me.text()}"


async def test_who_follows_the_page_sees_what_it_shows(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        for sort, said in told():
            if sort == "typed":
                await me.types(said)
            elif sort == "key":
                await me.presses(KEYS[said])
            else:
                sees(me, said)
        assert me.app.return_code == 0
    assert [note.text for note in read_session(session_file(tmp_path)).session.notes()] == [
        "Tandvården saknas i bilden",
        "Fax mellan sjukhus och kommun",
    ]


def test_the_page_needs_six_keys_and_says_each_of_them() -> None:
    table = PAGE.read_text(encoding="utf-8").partition("## 1.")[0]
    named = re.findall(r"^\| `([^`]+)` \|", table, re.MULTILINE)
    assert len(named) == 6
    assert {said for sort, said in told() if sort == "key"} <= set(named)


def test_the_page_is_one_page() -> None:
    assert len(PAGE.read_text(encoding="utf-8").splitlines()) <= 95
