"""When the program itself has an error: what was said is saved, and it is told in words."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, NoReturn

import pytest

from diskussion_tui.tui.walk.tools.look import Look
from diskussion_tui.workshop.disk import Disk
from tests.support.people import facilitator, leading, on_disk

if TYPE_CHECKING:
    from pathlib import Path


async def _meets_an_error(sessions: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with leading(sessions, at="A.1", said=["sagt före felet"]) as me:
        monkeypatch.setattr(Look, "cues", lambda _self: 1 // 0)
        await me.presses("f8")


async def test_an_error_of_the_program_ends_it_in_words_with_everything_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(ZeroDivisionError):
        await _meets_an_error(tmp_path, monkeypatch)
    assert "sagt före felet" in on_disk(tmp_path)
    assert not list((tmp_path / ".live").glob("*.toml"))
    said = capsys.readouterr().err
    assert "Något gick fel i programmet" in said
    assert "Traceback" not in said


async def test_a_file_asked_for_that_cannot_be_opened_is_explained_over_home(tmp_path: Path) -> None:
    wrong = tmp_path / "fel.toml"
    wrong.write_text("schema_version = 1\n")
    async with facilitator(tmp_path, open_path=wrong) as me:
        me.sees("fel.toml", "Den är orörd.")
        await me.presses("escape")
        me.sees("Ny diskussion")
    assert wrong.read_text() == "schema_version = 1\n"


def _refuses(*_given: object) -> NoReturn:
    raise OSError(errno.EIO, "")


async def test_a_practice_that_cannot_begin_does_not_make_practice_of_the_next_discussion(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with facilitator(tmp_path) as me:
        monkeypatch.setattr(Disk, "open", _refuses)
        await me.presses("ö", "escape")
        monkeypatch.undo()
        await me.begins("Ekerö")
        me.misses("Övning")
        me.sees("✓ sparat")
