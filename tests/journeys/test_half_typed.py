"""What is half typed survives every way out of where it was typed: as words of what they were meant for, or as a line to go on with."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.support.people import facilitator, leading, on_disk, session_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.support.people import Facilitator

HALF, WAITS = "halvskrivet", "väntar"
TASKS: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "a note": ("A.2", (), ()),
    "an edit": ("A.2", ("Fax",), ("up", "enter", "end")),
    "the own question": ("A.3", (), ("f3",)),
    "the own question again": ("A.3", ("Vems röst?",), ("f3", "end")),
    "an objection": ("A.2", ("Fax",), ("up", "!")),
    "a conclusion": ("slut", (), ()),
    "a conclusion's other words": ("slut", ("Ringa",), ("up", "enter", "end")),
}
"""What may be half typed: at which step, after which words, and how one gets to it."""
WAYS_OUT = {
    "the next step": ("pagedown",),
    "another step": ("ctrl+g", "B", "enter"),
    "the big picture": ("f5",),
    "the language": ("ctrl+l",),
    "home": ("ctrl+o",),
    "quitting": ("ctrl+q",),
}


async def _half_types(me: Facilitator, task: str, waiting: str = "") -> None:
    step, said, keys = TASKS[task]
    await me.goes_to(step)
    await me.says(*said)
    await me.types(waiting)
    await me.presses(*keys)
    await me.types(f" {HALF}")


@pytest.mark.parametrize("way", WAYS_OUT)
@pytest.mark.parametrize("task", TASKS)
async def test_no_way_out_loses_what_is_half_typed(tmp_path: Path, task: str, way: str) -> None:
    async with leading(tmp_path) as me:
        await _half_types(me, task)
        for key in WAYS_OUT[way]:
            await (me.types(key) if key == "B" else me.presses(key))
        if way not in {"home", "quitting"}:
            assert HALF in _everything(me)
    assert HALF in on_disk(tmp_path)
    async with facilitator(tmp_path, open_path=session_file(tmp_path)) as again:
        assert HALF in _everything(again)


@pytest.mark.parametrize("way", ["the next step", "home", "quitting"])
@pytest.mark.parametrize("task", [task for task, (_, _, keys) in TASKS.items() if keys])
async def test_nor_does_any_lose_what_waits_behind_it(tmp_path: Path, task: str, way: str) -> None:
    async with leading(tmp_path) as me:
        await _half_types(me, task, WAITS)
        await me.presses(*WAYS_OUT[way])
    async with facilitator(tmp_path, open_path=session_file(tmp_path)) as again:
        assert HALF in _everything(again)
        assert WAITS in _everything(again)


@pytest.mark.parametrize("task", [task for task, (_, _, keys) in TASKS.items() if keys])
async def test_escape_gives_back_what_waited(tmp_path: Path, task: str) -> None:
    async with leading(tmp_path) as me:
        await _half_types(me, task, WAITS)
        await me.presses("escape")
        assert WAITS in me.stage.capture.text


@pytest.mark.parametrize("task", TASKS)
async def test_what_is_half_typed_is_on_disk_without_a_further_key(
    tmp_path: Path, task: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("diskussion_tui.tui.walk.line._DRAFT_AFTER", 0.001)
    home, crashed = tmp_path / "hem", tmp_path / "kraschad"
    async with leading(home) as me:
        await _half_types(me, task)
        await _until_on_disk(me, home)
        shutil.copytree(home, crashed)
    async with facilitator(crashed, open_path=session_file(crashed)) as again:
        assert HALF in _everything(again)


@pytest.mark.parametrize("empties", [("enter",), ("backspace",) * 20], ids=["sent", "deleted"])
async def test_a_line_that_was_emptied_does_not_come_back_after_a_crash(
    tmp_path: Path, empties: Sequence[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("diskussion_tui.tui.walk.line._DRAFT_AFTER", 0.001)
    home, crashed = tmp_path / "hem", tmp_path / "kraschad"
    async with leading(home) as me:
        await _half_types(me, "a note")
        await _until_on_disk(me, home)
        await me.presses(*empties)
        while (draft := me.session.latest_draft()) and draft.text:
            await me.waits()
        shutil.copytree(home, crashed)
    async with facilitator(crashed, open_path=session_file(crashed)) as again:
        assert again.stage.capture.text == ""


async def _until_on_disk(me: Facilitator, folder: Path) -> None:
    while HALF not in on_disk(folder):
        await me.waits()


def _everything(me: Facilitator) -> str:
    """The line, what waits behind it, and all that has been said."""
    said = [str(version) for versions in me.session.versions.values() for version in versions[-1:]]
    return "\n".join([me.stage.capture.text, me.stage.line.task.stash, *said])
