"""Two screens, the shell and a synchroniser on one discussion at once: every note once, and everybody sees everybody's."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.terminal import Key
from diskussion_tui.store.session.reading import read_session
from tests.support.builders import texts_of
from tests.support.desk import Desk, go_to, leave

pytestmark = pytest.mark.xdist_group("terminal")


def from_the_shell(desk: Desk, text: str) -> None:
    """Take down a note with `diskussion note`."""
    program = Path(sys.executable).with_name("diskussion")
    given = [program, "note", "Ekerö", "--question", "B.2", "--kind", "nyutveckla", text]
    subprocess.run([*given, "--sessions", desk.sessions], env=desk.env, check=True, capture_output=True)


def test_two_screens_the_shell_and_a_synchroniser_share_a_discussion_and_lose_nothing(desk: Desk) -> None:
    said: list[str] = []
    with desk.starts("start", "Ekerö") as anna:
        anna.wait_for("PgDn nästa")
        with desk.starts("start", "Ekerö") as bo:
            bo.wait_for("PgDn nästa")
            for screen in (anna, bo):
                go_to(screen, "B2", "Vad i dagens vårdstruktur")
            for number in range(2):
                for screen, name in ((anna, "Anna"), (bo, "Bo")):
                    said.append(f"{name}s nummer {number}")
                    screen.send(said[-1] + Key.ENTER)
                said.append(f"Skalets nummer {number}")
                from_the_shell(desk, said[-1])
                for path in desk.sessions.glob("*.toml"):
                    if number % 2:  # a conflict's name, and the file comes anew in its place
                        path.rename(path.with_name(f"{path.stem} (konflikt {number}).toml"))
            for screen in (anna, bo):
                for text in said:
                    screen.wait_for(text)
            leave(bo)
        leave(anna)
    files = sorted(desk.sessions.glob("*.toml"))
    for path in files:
        assert sorted(texts_of(read_session(path).session)) == sorted(said)
    with desk.starts("start", "Ekerö") as again:
        again.wait_for("PgDn nästa")
        leave(again)
    listed = subprocess.run(
        [Path(sys.executable).with_name("diskussion"), "list", "--sessions", desk.sessions],
        env=desk.env,
        check=True,
        capture_output=True,
        text=True,
    )
    assert listed.stdout.count("Ekerö") == 1


def test_the_window_on_the_wall_follows_another_program_and_is_left_as_one_leaves_any(desk: Desk) -> None:
    with desk.starts("start", "Ekerö") as anna:
        anna.wait_for("PgDn nästa")
        with desk.starts("storbild") as wall:
            wall.wait_for("Vårdens struktur")
            go_to(anna, "B2", "Vad i dagens vårdstruktur")
            wall.wait_for("AVVECKLA")
            anna.send("Fax mellan sjukhus och kommun" + Key.ENTER)
            wall.wait_for("1  Fax mellan sjukhus")
            anna.send("en halv mening")
            anna.wait_for("en halv mening")
            anna.send(Key.PAGE_DOWN)
            wall.wait_for("B 3")
            assert not wall.shows("halv")
            leave(wall)
        leave(anna)


def test_the_window_on_the_wall_has_its_english_name_and_waits_where_nothing_is_led(desk: Desk) -> None:
    with desk.starts("wall", "--lang", "en") as wall:
        wall.wait_for("The discussion has not begun yet")
        leave(wall)
    assert not desk.sessions.exists()
