"""A disk that is slow, or never answers, holds neither the screen nor the keys, and nobody in the program."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.store.library import lying
from diskussion_tui.tui import patience
from diskussion_tui.tui.home import looking
from diskussion_tui.workshop.disk import Disk
from tests.support.people import Clock, facilitator, leading

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Hurried(Clock):
    """A clock on which a second goes by whenever somebody looks at it."""

    def steady(self) -> float:
        self.measured += 1
        return self.measured


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Opening is soon said to be waited for, as outside of the tests."""
    monkeypatch.setattr(patience, "UNSAID", 0.3)


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Until this is set no folder answers."""
    answers, listed = threading.Event(), lying.session_files
    monkeypatch.setattr(lying, "session_files", lambda folder: answers.wait() and listed(folder))
    monkeypatch.setattr(looking, "IN_A_FRAME", 0.0)
    yield answers
    answers.set()


async def test_home_over_a_folder_that_never_answers_says_so_and_hears_every_key(
    tmp_path: Path, answer: threading.Event
) -> None:
    async with facilitator(tmp_path, clock=Hurried(), size=(100, 30)) as me:
        me.sees("Ny diskussion", f"Väntar på mappen {tmp_path}", "Programmet fortsätter vänta")
        await me.types("fax")
        me.sees("fax")
        await me.presses("escape", "escape", "down")
        me.sees("▸ Öva")
        await me.presses("ctrl+q")
        assert me.app.return_code == 0
    assert not answer.is_set()


@pytest.mark.parametrize(
    ("keys", "chosen"), [((), "▸ Fortsätt"), (("down",), "▸ Öva"), (("J", "ä"), "▸ Ny diskussion")]
)
async def test_rows_come_when_the_folder_answers_and_nothing_that_was_chosen_moves(
    tmp_path: Path, answer: threading.Event, keys: tuple[str, ...], chosen: str
) -> None:
    answer.set()
    async with leading(tmp_path, "Ekerö"):
        pass
    answer.clear()
    async with facilitator(tmp_path, clock=Hurried()) as me:
        me.misses("Ekerö")
        me.sees("▸ Ny diskussion")
        await me.presses(*keys)
        answer.set()
        await me.awaits("Inga träffar" if keys == ("J", "ä") else "1 diskussion")
        await me.waits()
        me.sees(chosen)
        me.misses("Väntar på")


@pytest.mark.usefixtures("impatient")
async def test_opening_what_never_answers_can_be_given_up_for_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with leading(tmp_path, "Ekerö"):
        pass
    answers, opens = threading.Event(), Disk.open
    async with facilitator(tmp_path, clock=Hurried()) as me:
        with monkeypatch.context() as hung:
            hung.setattr(Disk, "open", lambda *given: answers.wait() and opens(*given))
            await me.presses("enter")
            me.sees("Väntar på mappen", "Esc slutar vänta")
            await me.presses("escape")
            me.sees("Ny diskussion")
        assert me.app.workshop is None
        await me.begins("Norr")
        me.sees("Norr", "✓ sparat")
        answers.set()


@pytest.mark.usefixtures("impatient")
async def test_leaving_while_something_is_opened_ends_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with leading(tmp_path, "Ekerö"):
        pass
    answers = threading.Event()
    async with facilitator(tmp_path, clock=Hurried()) as me:
        monkeypatch.setattr(Disk, "open", lambda *_: answers.wait())
        await me.presses("enter")
        me.sees("Väntar på mappen")
        await me.presses("ctrl+q")
        assert me.app.return_code == 0
    answers.set()


@pytest.mark.usefixtures("impatient")
async def test_what_has_been_read_of_a_discussion_can_be_read_while_it_does_not_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with leading(tmp_path, "Ekerö", at="B.2", said=["Fax mellan sjukhus"]):
        pass
    answers = threading.Event()
    async with facilitator(tmp_path, clock=Hurried()) as me:
        await me.types("fax")
        monkeypatch.setattr(Disk, "open", lambda *_: answers.wait())
        await me.presses("down", "enter")
        me.sees("Väntar på mappen", "F2 visar de anteckningar")
        await me.presses("f2")
        me.sees("Fax mellan sjukhus")
    answers.set()


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("given_up", [False, True], ids=["answered", "given up"])
async def test_what_is_typed_while_the_folder_is_waited_for_is_nobodys_command_and_stands_in_the_line_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given_up: bool
) -> None:
    async with leading(tmp_path, "Ekerö", at="B.2", said=["Fax"]):
        pass
    answers, opens = threading.Event(), Disk.open
    async with facilitator(tmp_path, clock=Hurried()) as me:
        monkeypatch.setattr(Disk, "open", lambda *given: answers.wait() and opens(*given))
        await me.presses("enter")
        me.sees("Väntar på mappen")
        await me.types(" hemsjukvårdx")
        await me.presses("backspace", "enter")
        me.sees("Väntar på mappen", "”hemsjukvård”")
        if given_up:
            await me.presses("escape")
            me.sees("› hemsjukvård", "”hemsjukvård”")
            assert me.app.workshop is None
        else:
            answers.set()
            await me.awaits("− 1 Fax")
            await me.waits()
            assert me.stage.capture.text == "hemsjukvård"
            assert me.notes("B.2") == ["Fax"]
    answers.set()
