"""When the program itself has an error: what was said is saved, and it is told in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.people import facilitator, on_disk

if TYPE_CHECKING:
    from pathlib import Path


async def _meets_an_error(sessions: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with facilitator(sessions) as me:
        await me.begins("Ekerö")
        await me.goes_to("A.1")
        await me.says("sagt före felet")
        monkeypatch.setattr(type(me.stage), "action_cues", lambda _self: 1 // 0)
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
