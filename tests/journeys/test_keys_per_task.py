"""How many keys each task costs somebody who leads an evening, beyond the words and numbers that are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session.conclusions import by_section
from tests.support.people import facilitator, leading

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tests.support.people import Facilitator

WORD = '"'
"""What a word or number to be typed begins with; all else is a key by its name."""
SAID = ["Fax mellan sjukhus", "Köer", "Pärmar", "Faxen mellan sjukhusen"]


async def _does(me: Facilitator, done: Sequence[str]) -> int:
    """Do it; how many keys it cost."""
    for one in done:
        await (me.types(one[1:]) if one.startswith(WORD) else me.presses(one))
    return sum(not one.startswith(WORD) for one in done)


def _hands(me: Facilitator, text: str) -> int:
    return next(note.supporters for note in me.session.notes_of("B.2") if note.text == text)


def _chosen(me: Facilitator) -> str:
    note = me.session.note(me.stage.board.selected)
    return note.text if note else ""


def _concluded(me: Facilitator) -> list[int]:
    return [len(one.notes) for _section, found in by_section(me.session, ["B"]) for one in found]


TASKS: dict[str, tuple[Sequence[str], int, Callable[[Facilitator], bool]]] = {
    "the next note": (['"Brev', "enter"], 1, lambda me: "Brev" in me.notes("B.2", "avveckla")),
    "a note of another kind": (['"+', '"Brev', "enter"], 1, lambda me: "Brev" in me.notes("B.2", "nyutveckla")),
    "the hands of the third": (['"', "ctrl+k", '"3 12', "enter"], 4, lambda me: _hands(me, SAID[2]) == 12),
    "the hands of the last": (["up", '"4'], 3, lambda me: _hands(me, SAID[-1]) == 4),
    "other words for the last": (
        ["up", "enter", '" och brev', "enter"], 3, lambda me: f"{SAID[-1]} och brev" in me.notes("B.2")),
    "another kind for the last": (["up", "space", '">'], 3, lambda me: me.notes("B.2", "vidareutveckla") == [SAID[-1]]),
    "moving the last to D 1": (["up", "ctrl+x", '"d1', "enter"], 5, lambda me: me.notes("D.1") == [SAID[-1]]),
    "withdrawing the last": (["up", "delete"], 2, lambda me: me.notes("B.2") == SAID[:-1]),
    "undoing": (["ctrl+z"], 1, lambda me: me.notes("B.2") == SAID[:-1]),
    "merging two by number": (["ctrl+k", "tab", '"1 4', "enter", "enter"], 4, lambda me: len(me.notes("B.2")) == 3),
    "merging with the likeliest": (
        ["up", "ctrl+e", "enter", "enter"], 4, lambda me: len(me.notes("B.2")) == 3),
    "concluding from two": (
        ["ctrl+k", "shift+tab", '"1 3', "enter", "enter"], 5, lambda me: _concluded(me) == [2]),
    "the end": (
        ["f9", "space", "s", '"22:00', "enter"], 5, lambda me: bool(me.session.head.ends)),
    "a break now": (["f9", "ctrl+b", "enter"], 3, lambda me: "Paus · 15 min kvar" in me.text()),
    "stopping the clock": (["ctrl+a"], 1, lambda me: not me.timing.running),
    "the big picture": (["f5"], 1, lambda me: "AVVECKLA" in me.text()),
    "finding a note of the discussion": (
        ["ctrl+f", '"pärm', "enter"], 3, lambda me: _chosen(me) == "Pärmar"),
}  # fmt: skip


@pytest.mark.parametrize("task", TASKS)
async def test_a_task_costs_no_more_keys_than_it_may(tmp_path: Path, task: str) -> None:
    done, most, is_done = TASKS[task]
    async with leading(tmp_path, at="B.2", said=SAID) as me:
        assert not is_done(me)
        assert await _does(me, done) <= most
        assert is_done(me), me.text()


async def test_from_home_to_writing_is_a_name_and_enter(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        assert await _does(me, ['"Ekerö', "enter"]) == 1
        assert await _does(me, ['"Något att minnas', "enter"]) == 1
        assert await _does(me, ["pagedown", "pagedown", '"Stämmer', "enter"]) <= 6
        assert me.notes("A.1") == ["Stämmer"]


async def test_from_a_hit_at_home_to_its_note_is_one_key(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B.2", said=SAID):
        pass
    async with facilitator(tmp_path) as me:
        await _does(me, ['"köer'])
        for _ in range(6):
            if not any("▸" in line and "− Köer" in line for line in me.screen()):
                await me.presses("down")
        assert await _does(me, ["enter"]) == 1
        me.sees("▸   − Köer")
