"""A command whose folder does not answer says so, and gives up in the end; one that is merely slow does neither."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.cli.kit import watchdog
from diskussion_tui.cli.kit.refusal import GAVE_UP
from diskussion_tui.cli.kit.resting import resting, rests
from diskussion_tui.cli.kit.watchdog import GIVES_UP, Watchdog

if TYPE_CHECKING:
    from tests.support.shell import Shell


class Looker:
    """Somebody who looks on, with a clock and a processor that are handed in."""

    def __init__(self, patience: float = GIVES_UP) -> None:
        self.now = self.used = 0.0
        self.told: list[str] = []
        self.dog = Watchdog(
            patience,
            lambda: self.told.append("waits"),
            lambda: self.told.append("gives up"),
            lambda: self.now,
            lambda: self.used,
        )

    def after(self, seconds: float, *, answered: bool = False) -> list[str]:
        """So long on a machine with nothing else to do: every look comes on time."""
        self.used += 0.001 if answered else 0.0
        while seconds > 0 and "gives up" not in self.told:
            self.late(min(seconds, watchdog.LOOK))
            seconds -= watchdog.LOOK
        return self.told

    def late(self, seconds: float) -> list[str]:
        """One look that comes after so long: nobody here got the processor sooner."""
        self.now += seconds
        self.dog.look()
        return self.told


def test_after_a_second_without_an_answer_it_is_said_once_what_is_waited_for() -> None:
    me = Looker()
    assert me.after(0.9) == []
    assert me.after(0.2) == me.after(5) == ["waits"]


def test_after_half_a_minute_without_an_answer_it_gives_up_unless_told_otherwise() -> None:
    assert Looker().after(31) == ["waits", "gives up"]
    assert Looker(patience=60).after(31) == ["waits"]
    assert Looker(patience=2).after(2.5) == ["waits", "gives up"]


def test_a_share_that_answers_again_and_again_is_only_slow() -> None:
    me = Looker()
    for _ in range(1000):
        me.after(0.5, answered=True)
    assert me.told == []


def test_a_machine_on_which_nobody_gets_the_processor_is_no_folder_that_does_not_answer() -> None:
    me = Looker()
    assert me.late(40) == []
    assert me.after(0.25, answered=True) == []
    for _ in range(3):
        me.late(9)
    assert me.told == ["waits"]  # by and by it is said; nothing is given up


def test_whoever_types_or_reads_may_take_their_time() -> None:
    me = Looker()
    with resting():
        assert me.after(1000) == []
    assert me.after(0.5) == []


@pytest.mark.parametrize("command", ["line", "key-in"])
def test_who_is_asked_for_a_name_at_the_prompt_may_take_their_time(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    waited: list[bool] = []

    class Slow:
        def hear(self, _prompt: str, _begun: str = "") -> None:
            waited.append(rests())

    module = "line" if command == "line" else "key_in"
    monkeypatch.setattr(f"diskussion_tui.cli.lead.{module}.ears", Slow)
    assert shell.runs(command).code == 0
    assert waited == [True]


def test_a_command_over_a_folder_that_never_answers_ends_with_a_code_of_its_own(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[int] = []
    never = threading.Event()

    def leave(code: int) -> None:
        ended.append(code)
        never.set()

    monkeypatch.setattr(watchdog.ending, "leave", leave)
    monkeypatch.setattr(watchdog, "LOOK", 0.01)
    monkeypatch.setattr("diskussion_tui.store.library.lying.session_files", lambda _: never.wait(60) and [])
    said = shell.runs("list", "--patience", "0.05")
    assert ended[0] == GAVE_UP
    assert "har inte svarat" in said.err


def test_a_patience_that_is_no_number_is_refused(shell: Shell) -> None:
    said = shell.runs("list", "--patience", "evigt")
    assert said.code == 2
    assert "evigt" in said.err
