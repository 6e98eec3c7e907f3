"""A key that asks something is answered by what is typed next, however fast that comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.keys import _character_to_key

from tests.support.people import leading

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.people import Facilitator


def bursts(me: Facilitator, *keys: str) -> None:
    """Send keys all at once, as a terminal does that was kept waiting."""
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 else key
        me._send(events.Key(name, key if len(key) == 1 else {"enter": "\r", "tab": "\t"}.get(key)))


async def test_letters_right_after_the_key_go_into_what_it_opens(tmp_path: Path) -> None:
    async with leading(tmp_path) as me:
        bursts(me, "ctrl+g", *"b2", "enter", *"Fax mellan sjukhus", "enter", *"ti")
        await me.waits()
        assert me.step == "B.2"
        assert me.notes("B.2") == ["Fax mellan sjukhus"]
        assert me.stage.capture.text == "ti"


async def test_question_after_question_is_answered_in_one_burst(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B.2", said=["Fax", "Faxen"]) as me:
        bursts(
            me,
            *("up", "space", "space"),
            *("up", "space", "space"),
            *("space", "m", "enter"),
            *("space", "d", "enter"),
            *("escape", "escape"),
            *("ctrl+s", *"Bord 7", "enter"),
            *(*"Brev", "enter"),
        )
        await me.waits()
        assert sorted(me.notes("B.2")) == ["Brev", "Fax", "Faxen"]
        assert next(note.group for note in me.session.notes() if note.text == "Brev") == "Bord 7"


@pytest.mark.parametrize("chosen", ["gå till", "körschema"])
async def test_what_the_palette_opens_takes_what_is_typed_after_it(tmp_path: Path, chosen: str) -> None:
    async with leading(tmp_path, at="A.1") as me:
        bursts(me, "ctrl+p", *chosen, "enter", *("c", "2", "enter") if chosen == "gå till" else ("escape",))
        await me.waits()
        assert me.app.screen is me.stage
        assert me.stage.capture.text == ""
