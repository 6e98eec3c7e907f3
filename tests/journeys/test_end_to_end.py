"""The installed program in a real terminal: keys go in as bytes, what is read is what was painted and what is on disk."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from benchmarks.terminal import Key, Terminal, ctrl
from diskussion_tui.texts import LANGUAGES
from tests.support.desk import Desk, go_to, leave

ROOT = Path(__file__).parents[2]
SECTIONS = "ABCD"
FIELDS = ("E.A", "E.B", "E.C", "E.D", "E.helheten")
ROUNDS = 6
MAX_BEFORE_KILL = 9

pytestmark = pytest.mark.xdist_group("terminal")


def begin(terminal: Terminal, name: str) -> None:
    """From home: a name, Enter."""
    terminal.wait_for("▸ Ny diskussion")
    terminal.send(name + Key.ENTER)
    terminal.wait_for("PgDn nästa")


def saved(terminal: Terminal) -> None:
    """Wait until the header says that all is saved, and nothing is on its way."""
    terminal.wait_for("✓ sparat")


def comes_back_from_the_hand_over(terminal: Terminal) -> None:
    """What came of a discussion that was just made final is shown; Esc is back in it, where it says so."""
    terminal.wait_for("Klart.")
    terminal.send(Key.ESCAPE)
    terminal.wait_for("Diskussionen är fastställd och sparad.")


def test_an_evening_is_led_with_the_keyboard_alone_and_stands_whole_in_the_file(desk: Desk) -> None:
    with desk.starts() as terminal:
        begin(terminal, "Vårdcentralen Ekerö")
        terminal.send(Key.PAGE_DOWN)
        terminal.wait_for("Kompass")
        for section in SECTIONS:
            terminal.send(Key.PAGE_DOWN)
            terminal.wait_for(f" {section}  ")
            terminal.send(Key.PAGE_DOWN + Key.TAB + f"{section}: håller" + Key.ENTER)
            terminal.wait_for(f"• 1 {section}: håller")
            terminal.wait_for("● stämmer")
            terminal.send(Key.PAGE_DOWN)
            for number, (key, text) in enumerate((("-", "fax"), (">", "hemsjukvård"), ("+", "buss")), 1):
                terminal.send(f"{key}{section} {text}{Key.ENTER}")
                terminal.wait_for(f" {number} {section} {text}")
            terminal.send(Key.PAGE_DOWN + f"Vad glömde vi i {section}?" + Key.ENTER)
            terminal.wait_for(f" 3  Vad glömde vi i {section}?")
            terminal.send(f"Anhöriga i {section}{Key.ENTER}")
            terminal.wait_for(f"• 1 Anhöriga i {section}")
        for field in FIELDS:
            terminal.send(Key.PAGE_DOWN + f"viktigast: {field}" + Key.ENTER)
            terminal.wait_for(f"• 1 viktigast: {field}")
        terminal.send(Key.PAGE_DOWN)
        terminal.wait_for("Sammanfattning")
        terminal.wait_for("25 anteckningar")
        terminal.send(Key.DOWN + Key.ENTER)
        terminal.wait_for("Fastställa diskussionen?")
        terminal.wait_for("Nej")
        terminal.send("j" + Key.ENTER)
        comes_back_from_the_hand_over(terminal)
        terminal.send(ctrl("o"))
        terminal.wait_for("1 diskussion")
        terminal.wait_for("fastställd")
        leave(terminal)
    found = desk.reads()
    assert desk.file().name.startswith("Diskussionsstöd_Vårdcentralen-Ekerö_")
    assert (found["session"]["name"], found["session"]["state"]) == ("Vårdcentralen Ekerö", "fastställd")
    answers = {answer["id"]: answer for answer in found["answers"]}
    assert {id_: answer["verdict"] for id_, answer in answers.items() if "verdict" in answer} == {
        f"{section}.1": "stammer" for section in SECTIONS
    }
    assert {id_: answer["wording"] for id_, answer in answers.items() if "wording" in answer} == {
        f"{section}.3": f"Vad glömde vi i {section}?" for section in SECTIONS
    }
    wanted = [(f"{section}.1", "", f"{section}: håller") for section in SECTIONS]
    wanted += [
        (f"{section}.2", kind, f"{section} {text}")
        for section in SECTIONS
        for kind, text in (("avveckla", "fax"), ("vidareutveckla", "hemsjukvård"), ("nyutveckla", "buss"))
    ]
    wanted += [(f"{section}.3", "", f"Anhöriga i {section}") for section in SECTIONS]
    wanted += [(field, "", f"viktigast: {field}") for field in FIELDS]
    assert sorted(wanted) == sorted(
        (note["question"], note.get("kind", ""), note["text"]) for note in found["notes"]
    )
    assert found["overview"]["kinds"] == {"avveckla": 4, "vidareutveckla": 4, "nyutveckla": 4}


def test_keys_typed_at_once_from_the_first_frame_are_not_lost(desk: Desk) -> None:
    with desk.starts() as terminal:
        terminal.wait_for("Ny diskussion")
        walk = Key.PAGE_DOWN * 3
        terminal.send(f"Snabb grupp{Key.ENTER}{walk}Första ordet{Key.ENTER}Andra ordet{Key.ENTER}")
        terminal.wait_for("• 1 Första ordet")
        terminal.wait_for("• 2 Andra ordet")
        leave(terminal)
    assert desk.notes() == ["Första ordet", "Andra ordet"]
    assert desk.reads()["session"]["name"] == "Snabb grupp"


def test_keys_typed_while_the_program_is_still_starting_are_not_lost(desk: Desk) -> None:
    with desk.starts() as terminal:
        terminal.send(f"Otålig grupp{Key.ENTER}")
        terminal.wait_for("Otålig grupp")
        terminal.wait_for("PgDn nästa")
        leave(terminal)
    assert desk.reads()["session"]["name"] == "Otålig grupp"


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_note_that_was_shown_as_saved_is_there_after_a_kill_at_any_moment(desk: Desk, seed: int) -> None:
    chance = random.Random(seed)
    acknowledged = 0
    with desk.starts("start", "Ekerö") as terminal:
        terminal.wait_for("PgDn nästa")
        go_to(terminal, "A.1", " 1  ")
        for number in range(chance.randint(1, MAX_BEFORE_KILL)):
            terminal.send(f"sak {number} från rummet{Key.ENTER}")
            if chance.random() < 0.7:
                terminal.wait_for(f"• {number + 1} sak {number} från")
                saved(terminal)
                acknowledged = number + 1
        terminal.send("och så en till som ingen hann"[: chance.randrange(20)])
        terminal.kill()
        assert terminal.exit_code() == -signal.SIGKILL
    with desk.starts("start", "Ekerö") as terminal:
        terminal.wait_for("PgDn nästa")
        leave(terminal)
    notes = desk.notes()
    assert notes[:acknowledged] == [f"sak {number} från rummet" for number in range(acknowledged)]
    assert notes == [f"sak {number} från rummet" for number in range(len(notes))]


def test_alt_enter_gives_a_new_line_inside_a_note(desk: Desk) -> None:
    with desk.starts("start", "Ekerö") as terminal:
        terminal.wait_for("PgDn nästa")
        go_to(terminal, "A.1", " 1  ")
        terminal.send("första raden")
        terminal.send(Key.ALT_ENTER)
        terminal.send(f"andra raden{Key.ENTER}")
        terminal.wait_for("• 1 första raden")
        terminal.wait_for("    andra raden")
        leave(terminal)
    assert desk.notes() == ["första raden\nandra raden"]


def test_a_half_typed_note_walks_along_and_does_not_become_the_groups_question(desk: Desk) -> None:
    with desk.starts("start", "Ekerö") as terminal:
        terminal.wait_for("PgDn nästa")
        go_to(terminal, "A.2", " 2  ")
        terminal.send(f"halvskri{Key.PAGE_DOWN}")
        terminal.wait_for("Er egen fråga")
        terminal.wait_gone("halvskri")
        terminal.send(Key.PAGE_UP)
        terminal.wait_for("halvskri")
        terminal.send(ctrl("o"))
        terminal.wait_for("▸ Fortsätt")
        terminal.send(Key.ENTER)
        terminal.wait_for("halvskri")
        leave(terminal)
    assert "wording" not in str(desk.reads().get("answers", ()))


def test_undoing_the_end_of_a_discussion_opens_it_for_writing(desk: Desk) -> None:
    with desk.starts("start", "Ekerö") as terminal:
        terminal.wait_for("PgDn nästa")
        go_to(terminal, "A.1", " 1  ")
        terminal.send(f"ett{Key.ENTER}{ctrl('p')}fastst{Key.ENTER}j{Key.ENTER}")
        comes_back_from_the_hand_over(terminal)
        terminal.send(ctrl("z"))
        terminal.wait_for("Ångrat:")
        terminal.send(f"två{Key.ENTER}")
        terminal.wait_for("• 2 två")
        leave(terminal)
    assert desk.notes() == ["ett", "två"]
    assert desk.reads()["session"].get("state", "utkast") == "utkast"


def test_a_pasted_list_arrives_as_one_note_a_line(desk: Desk) -> None:
    with desk.starts("start", "Ekerö") as terminal:
        terminal.wait_for("PgDn nästa")
        go_to(terminal, "A.2", " 2  ")
        terminal.paste("• fax\r• pärmar\r• köer\r")
        terminal.wait_for("3 anteckningar inklistrade")
        leave(terminal)
    assert desk.notes() == ["fax", "pärmar", "köer"]


def test_the_wheel_holds_all_that_the_program_needs_and_runs_outside_the_checkout(desk: Desk) -> None:
    built, installed = desk.place / "dist", desk.place / "installed"
    _run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", built], desk, at=ROOT)
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as opened:  # a wheel of pure Python is installed by unpacking it
        names = opened.namelist()
        opened.extractall(installed)
    shipped = "diskussion_tui/content/shipped"
    others = ("content.toml", "keep-change-new.toml", "biblioteket.toml", "handbok/snabbstart.html")
    assert {f"{shipped}/{name}" for name in others} <= set(names)
    assert {f"diskussion_tui/content/starts/{language}.toml" for language in LANGUAGES} <= set(names)
    assert [name for name in names if name.startswith(f"{shipped}/exempel/") and name.endswith(".toml")]
    assert [name for name in names if name.endswith(".tcss")]
    assert not [name for name in names if name.startswith(("tests", "benchmarks"))]
    where = "import diskussion_tui; print(diskussion_tui.__file__)"
    program = [sys.executable, "-m", "diskussion_tui"]
    assert _run([sys.executable, "-c", where], desk, installed).startswith(str(installed))
    assert "inga problem" in _run([*program, "check"], desk, installed)
    assert "Patientens behov 2040" in _run([*program, "show"], desk, installed)
    first = Path(_run([*program, "handbok", "--print-path"], desk, installed).strip())
    assert first.is_relative_to(installed)
    assert "<h1>Handbok</h1>" in first.read_text(encoding="utf-8")


def _run(command: list[str | Path], desk: Desk, installed: Path | None = None, at: Path | None = None) -> str:
    """Run a command away from the checkout, or `at` a folder; what it said. With `installed`, Python finds the program there."""
    env = {**os.environ, **({**desk.env, "PYTHONPATH": str(installed)} if installed else {})}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=at or desk.place,
        env=env,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert not done.returncode, done.stdout + done.stderr
    return done.stdout + done.stderr
