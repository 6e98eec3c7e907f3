"""What goes on at the prompt while nobody types, and how it ends."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.line import leading
from diskussion_tui.line.ears import BrokenOffError
from tests.support.prompt import at_prompt

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Listening:
    """Hears what is given it in turn; what can be called is called first, and may break the line off."""

    edits = True
    left = ""
    tells: Callable[[str], object] | None = None

    def __init__(self, *lines: str | Callable[[], str]) -> None:
        self.lines = list(lines)

    def hear(self, prompt: str, begun: str = "") -> str | None:  # noqa: ARG002 - whoever listens is told it
        if not self.lines:
            return None
        line = self.lines.pop(0)
        return line if isinstance(line, str) else f"{begun}{line()}"


def test_the_clock_is_looked_at_while_nobody_types(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked = threading.Event()
    monkeypatch.setattr(leading, "BEAT", 0.01)

    def thinks() -> str:
        assert looked.wait(60)
        return "Fax"

    with at_prompt(tmp_path) as me:
        monkeypatch.setattr(me.evening.workshop.timing, "tick", looked.set)
        leading.lead(me.evening, Listening(thinks))
        assert [note.text for note in me.session.parked()] == ["Fax"]
        assert me.evening.over


def test_a_line_that_is_broken_off_stands_in_the_next(tmp_path: Path) -> None:
    def breaks_off() -> str:
        raise BrokenOffError("Halvvägs ")

    with at_prompt(tmp_path) as me:
        leading.lead(me.evening, Listening(breaks_off, lambda: "framme"))
        assert [note.text for note in me.session.parked()] == ["Halvvägs framme"]


def test_whatever_ends_it_the_discussion_is_closed(tmp_path: Path) -> None:
    def hangs_up() -> str:
        raise SystemExit(0)

    with at_prompt(tmp_path) as me:
        with pytest.raises(SystemExit):
            leading.lead(me.evening, Listening("Fax", hangs_up))
        assert me.evening.over
        assert [note.text for note in me.session.parked()] == ["Fax"]


def test_what_stands_in_the_line_is_on_disk_before_enter(tmp_path: Path) -> None:
    with at_prompt(tmp_path) as me:
        hears = Listening()

        def types() -> str:
            assert hears.tells
            hears.tells("Halvv")
            draft = me.session.latest_draft()
            assert draft
            assert draft.text == "Halvv"
            return "Halvvägs"

        hears.lines.append(types)
        leading.lead(me.evening, hears)
        assert [note.text for note in me.session.parked()] == ["Halvvägs"]
        draft = me.session.latest_draft()
        assert draft
        assert draft.text == ""
