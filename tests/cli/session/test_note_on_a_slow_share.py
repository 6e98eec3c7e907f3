"""`diskussion note` on a share on which every call takes its time: few calls one after the other, however many discussions."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest

from diskussion_tui.cli.kit import changing
from diskussion_tui.store.files import fs, ground, lock, parallel, rights
from diskussion_tui.store.library import lying
from diskussion_tui.store.session import journal
from diskussion_tui.store.session.reading import read_session
from tests.store.files.test_fs import Calls
from tests.support.builders import texts_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.shell import Shell

BESIDE = ("reader", "closer")
"""The threads that make calls for which nobody waits one after the other."""
MOST = 10
"""Calls one after the other that ask a share something; the rest of two seconds is the program's own."""


class Waits(Calls):
    """Which calls are waited for one after the other."""

    def _seen(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        remembered = super()._seen(name, real)

        def call(*args: Any, **also: Any) -> Any:
            beside = threading.current_thread().name in BESIDE
            return real(*args, **also) if beside else remembered(*args, **also)

        return call


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Callable[[], Waits]:
    """From when this is called on every disk counts as slow; what is waited for is remembered."""

    def begin() -> Waits:
        waits = Waits()
        monkeypatch.setattr(parallel.Ahead, "quick", lambda _self: False)
        monkeypatch.setattr(changing, "TIDYING", 1e-9)
        for module in (lying, journal, ground):
            monkeypatch.setattr(module, "SLOW", -1.0)
        for module in (fs, ground, rights, lock):
            monkeypatch.setattr(module, "os", waits)
        return waits

    return begin


def _asked(waits: Waits) -> list[tuple[str, str]]:
    """The calls that a share answers: opening a folder that has just been seen, and changing nothing, asks it nothing."""
    return [one for one in waits.made if one[0] != "open" or one[1].endswith(".toml")]


@pytest.mark.parametrize("discussions", [3, 30])
@pytest.mark.parametrize("way", ["name", "path", "name again"])
def test_a_note_waits_for_few_answers_however_many_discussions_there_are(
    shell: Shell, slow: Callable[[], Waits], discussions: int, way: str
) -> None:
    paths = [shell.creates(f"Mottagning {chr(0x61 + number % 26)}{number}") for number in range(discussions)]
    called = str(paths[0]) if way == "path" else "Mottagning a0"
    if way == "name again":  # its journal is still there: nobody has written the file anew
        slow()
        assert shell.runs("note", called, "-q", "B.1", "Ett").code == 0
    waits = slow()
    said = shell.runs("note", called, "-q", "B.1", "Fax")
    assert said.code == 0
    assert "skrivs om nästa gång diskussionen öppnas" in said.err
    assert len(_asked(waits)) <= MOST, waits.made
    assert texts_of(read_session(paths[0]).session)[-1] == "Fax"


def test_on_a_slow_share_the_note_stays_in_the_journal_and_the_next_who_opens_it_writes_the_file(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = shell.creates("Ekerö")
    with monkeypatch.context() as patch:
        patch.setattr(changing, "TIDYING", 1e-9)
        assert shell.runs("note", "Ekerö", "-q", "B.1", "Fax").code == 0
    assert "Fax" not in path.read_text(encoding="utf-8")
    assert _live(path) == [".toml"]  # no lock and nothing half made is left
    shell.opens(path).close()
    assert "Fax" in path.read_text(encoding="utf-8")
    assert _live(path) == []


def _live(path: Path) -> list[str]:
    return [one.suffix for one in path.with_name(".live").iterdir()]


def test_on_a_quick_disk_the_file_has_the_note_when_the_command_is_over(shell: Shell) -> None:
    path = shell.creates("Ekerö")
    said = shell.runs("note", "Ekerö", "-q", "B.1", "Fax")
    assert (said.code, said.err) == (0, "")
    assert "Fax" in path.read_text(encoding="utf-8")
