"""Settings on the screen: what was chosen with a key is there at the next start, and time that is up is told as was wished."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.base.settings import Settings
from diskussion_tui.store.files.fs import Fs
from diskussion_tui.store.files.settings_file import put_setting
from diskussion_tui.tui.walk.alarm import Alarm
from tests.support.people import facilitator, leading

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.people import Facilitator


def told(me: Facilitator) -> list[str]:
    """What is told beside the page; the tests' screens show none of it."""
    return [one.message for one in me.app._notifications]


async def test_theme_and_language_that_were_chosen_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "config" / "settings.toml"
    async with facilitator(tmp_path / "a", remember=partial(put_setting, Fs(), path)) as me:
        assert not path.exists()
        await me.presses("ctrl+t", "ctrl+l", "ctrl+t")
    assert path.read_text(encoding="utf-8") == 'theme = "projector"\nlanguage = "en"\n'


async def test_the_program_begins_in_the_theme_that_is_set(tmp_path: Path) -> None:
    async with facilitator(tmp_path, settings=Settings(theme="light")) as me:
        assert me.app.theme == "light"
        await me.presses("ctrl+t")
        assert me.app.theme == "projector"


async def test_a_choice_that_cannot_be_kept_holds_and_is_told_of(tmp_path: Path) -> None:
    def refuses(_key: str, _value: str) -> None:
        raise PermissionError(13, "Permission denied")

    async with facilitator(tmp_path, remember=refuses) as me:
        await me.presses("ctrl+t")
        assert me.app.theme == "light"
        await me.waits()
        assert told(me) == ["Valet gäller nu men går inte att spara till nästa start: rättighet saknas."]


async def test_settings_that_are_wrong_are_told_of_at_the_start(tmp_path: Path) -> None:
    async with facilitator(tmp_path, unheeded=2) as me:
        await me.waits()
        assert told(me)[0].startswith("2 fel i inställningarna. Filen är orörd.")


async def test_who_i_am_stands_in_a_new_discussion(tmp_path: Path) -> None:
    async with leading(tmp_path, settings=Settings(facilitator="sektionschefen", unit="Norr")) as me:
        head = me.session.head
        assert (head.facilitator, head.unit, head.rev) == ("sektionschefen", "Norr", 1)
        me.sees("Verksamhet: Norr")


@pytest.mark.parametrize(("how", "rings"), [("inget", 0), ("ljud", 1)])
async def test_the_bell_rings_once_when_the_time_of_a_step_is_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str, rings: int
) -> None:
    async with leading(tmp_path, at="B.1", settings=Settings(time_up=how)) as me:  # type: ignore[arg-type]
        heard: list[int] = []
        monkeypatch.setattr(me.app, "bell", lambda: heard.append(1))
        await me.talks(minutes=2)
        before = len(heard)
        await me.talks(minutes=20)
        assert (before, len(heard)) == (0, rings)
        await me.goes_to("B.2")
        await me.goes_to("B.1")
        await me.talks(minutes=2)
        assert len(heard) == rings


async def test_the_top_line_flashes_and_is_as_before_after_a_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with leading(tmp_path, at="B.1", settings=Settings(time_up="blink")) as me:
        timers: list[float] = []
        monkeypatch.setattr(me.stage, "set_timer", lambda seconds, _then: timers.append(seconds))
        await me.talks(minutes=2)
        assert not me.stage.alarm.flashing
        dim = me.stage.header._rows[0]
        await me.talks(minutes=20)
        assert me.stage.alarm.flashing
        lit = me.stage.header._rows[0]
        assert {tone for _text, tone in lit} == {"badge-warning"}
        assert timers == [1.0]
        me.stage.alarm._go_out()
        await me.waits()
        assert {tone for _text, tone in me.stage.header._rows[0]} != {"badge-warning"}
        assert dim != lit


async def test_more_time_rings_anew_when_that_is_up_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with leading(tmp_path, at="B.1", settings=Settings(time_up="ljud")) as me:
        heard: list[int] = []
        monkeypatch.setattr(Alarm, "_tell", lambda _alarm: heard.append(1))
        await me.talks(minutes=20)
        await me.presses("f9", *["right"] * 4, "escape")
        await me.talks(minutes=25)
        assert len(heard) == 2
