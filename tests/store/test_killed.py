"""A program that is really killed, again and again in one discussion, has every note that it was told was saved."""

from __future__ import annotations

import itertools
import os
import random
import signal
import subprocess
import sys
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pytest

from diskussion_tui.store.files import paths
from diskussion_tui.store.files.fs import Fs
from diskussion_tui.store.session.session_writer import SessionWriter
from tests.support.builders import Group
from tests.support.disk import QuickFs

if TYPE_CHECKING:
    from collections.abc import Iterator

KILLS = 25
ROUNDS = 40
ROOT = Path(__file__).parents[2]


@contextmanager
def nursery() -> Iterator[tuple[IO[str], IO[str]]]:
    """The process whose children are killed: what it is told and what it tells."""
    command = [sys.executable, "-m", "tests.support.nursery"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
        cwd=ROOT,
        env=environment,
    )
    assert process.stdin
    assert process.stdout
    with process.stdin, process.stdout:
        yield process.stdin, process.stdout
        process.stdin.close()
        assert process.wait() == 0


def _killed_after(place: Path, acknowledged: int, told: IO[str], tells: IO[str]) -> tuple[Path, list[str]]:
    """Let a child lead until it has told of so many notes, then kill it; its file, and all that it has told."""
    told.write(f"{place}\n")
    child, path, saved = 0, place, []
    for line in tells:
        word, _, what = line.strip().partition(" ")
        if word == "dead":
            break
        if word == "child":
            child = int(what)
        elif word == "file":
            path = Path(what)
        elif word == "saved":
            saved.append(what)
        if word != "child" and len(saved) >= acknowledged and child:
            os.kill(child, signal.SIGKILL)
            child = 0
    return path, saved


def test_every_note_told_as_saved_is_there_once_after_each_of_many_kills(tmp_path: Path):
    chance = random.Random(20260512)
    place, saved = tmp_path, list[str]()
    with nursery() as (told, tells):
        for number in range(KILLS):
            place, more = _killed_after(place, chance.randint(0, 16), told, tells)
            saved += more
            session_writer = SessionWriter.open(Fs(), place, "den som ser efter")
            found = Counter(note.id for note in session_writer.session.notes())
            assert session_writer.found.faults == ()
            assert [note for note in saved if found[note] != 1] == []
            texts = {note.text for note in session_writer.session.notes()}
            assert texts <= {"fax\nmellan sjukhus", "köer", "bort med faxen"}
            if number % 4 == 3:
                session_writer.close()
            else:
                session_writer.abandon()
    assert len(saved) > KILLS


@pytest.mark.parametrize("hours", [0, -3], ids=["clocks alike", "one clock three hours behind"])
def test_two_programs_that_write_and_tidy_at_once_end_with_every_note_of_both_once(
    tmp_path: Path, hours: int
):
    group = Group("anna")
    session_writer = SessionWriter.create(QuickFs(), tmp_path, "Samtal", group.session, "anna")
    session_writer.append((group.saying("före"),))
    session_writer.close()
    saved = []
    with nursery() as (told, tells), nursery() as (also_told, also_tells):
        told.write(f"{session_writer.path}\t0 {ROUNDS}\n")
        also_told.write(f"{session_writer.path}\t{hours} {ROUNDS}\n")
        for one in (tells, also_tells):
            lines = list(itertools.takewhile(lambda line: line != "dead\n", one))
            assert "closed\n" in lines
            saved += [line.split()[1] for line in lines if line.startswith("saved ")]
    assert len(saved) == len(set(saved)) == 2 * ROUNDS
    last = SessionWriter.open(Fs(), session_writer.path, "skriv-slut")
    found = Counter(note.id for note in last.session.notes())
    assert [note for note in saved if found[note] != 1] == []
    assert len(found) == 2 * ROUNDS + 1
    assert all(note.text == "före" or note.text.endswith("!") for note in last.session.notes())
    assert last.found.faults == ()
    last.close()
    assert list((tmp_path / paths.LIVE).iterdir()) == []
