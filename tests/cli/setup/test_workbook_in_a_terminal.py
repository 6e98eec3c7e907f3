"""Somebody makes a workbook at a real terminal: the installed program, a pseudo-terminal, real keys and real files."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from benchmarks.terminal import Key, ctrl
from tests.support.desk import Desk

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.xdist_group("terminal")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_slip_is_told_of_while_it_is_being_put_right(desk: Desk) -> None:
    file = desk.place / "hafte.toml"
    with desk.starts("workbook", "new", "hafte.toml") as terminal:
        assert terminal.exit_code() == 0
    whole = file.read_text(encoding="utf-8")
    with desk.starts("workbook", "check", "hafte.toml", "--watch") as terminal:
        terminal.wait_for("Inga problem.")
        file.write_text(whole.replace("minutes = 12", 'minutes = "tolv"'), encoding="utf-8")
        terminal.wait_for("här ska stå ett heltal")
        assert "1 problem" in terminal.text()
        file.write_text(whole, encoding="utf-8")
        terminal.wait_for("Inga problem.")
        terminal.wait_gone("heltal")
        terminal.resize(60, 18)
        terminal.wait_for("Inga problem.")
        terminal.send(ctrl("c"))
        assert terminal.exit_code() == 0


def test_ctrl_c_gives_the_terminal_back_and_says_how_it_stands(desk: Desk) -> None:
    (desk.place / "hafte.toml").write_text("schema_version = 1\n", encoding="utf-8")
    with desk.starts("workbook", "check", "hafte.toml", "--watch") as terminal:
        terminal.wait_for("lägg till id")
        terminal.send(ctrl("c"))
        assert terminal.exit_code() == 1
        assert terminal.output.count(b"\x1b[?1049h") == terminal.output.count(b"\x1b[?1049l") == 1
        assert terminal.output.rpartition(b"\x1b[?25")[2].startswith(b"h"), "and the cursor"
        assert "nyckeln saknas" in terminal.text()


def test_a_watching_program_that_is_ended_from_outside_gives_the_terminal_back(desk: Desk) -> None:
    with desk.starts("workbook", "check", "--watch") as terminal:
        terminal.wait_for("Inga problem.")
        terminal.kill(signal.SIGTERM)
        assert terminal.exit_code() == 0
        assert terminal.output.count(b"\x1b[?1049h") == terminal.output.count(b"\x1b[?1049l") == 1


def test_a_preview_is_leafed_through_and_left(desk: Desk) -> None:
    with desk.starts("workbook", "preview", "biblioteket", "--step", "A", "--step", "A.2") as terminal:
        terminal.wait_for("Ett rum där ingen måste köpa något")
        terminal.send(Key.PAGE_DOWN)
        terminal.wait_for("vill stanna?")
        terminal.send("\t")
        terminal.wait_for("TA REDA PÅ")
        terminal.send("q")
        assert terminal.exit_code() == 0
        assert terminal.output.count(b"\x1b[?1049h") == terminal.output.count(b"\x1b[?1049l") == 1
