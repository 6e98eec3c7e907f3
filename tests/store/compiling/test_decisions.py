"""Decisions on disk: nothing that was called saved is lost, nobody writes another's file, and copying a file takes it in."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from diskussion_tui.domain.analysis import codebook
from diskussion_tui.domain.analysis.coding import clear, decide
from diskussion_tui.store.compiling.codebook_file import FILE, book_bytes, book_in
from diskussion_tui.store.compiling.decisions import coder_name, decision_files, decisions_in
from diskussion_tui.store.compiling.reading import read_coding
from diskussion_tui.store.files.fs import Fs
from diskussion_tui.workshop.coding import Desk
from tests.support.coder import deciding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diskussion_tui.domain.analysis.coding import Coding
    from diskussion_tui.domain.session.changes import Stamp
    from diskussion_tui.domain.session.records import Version

ROOT = Path(__file__).parents[3]


def making(name: str, coding: Coding, stamp: Stamp) -> Iterable[Version]:
    return codebook.make(
        coding.book, stamp, name.lower(), name, when="När det\ngäller [fax]", words="fax, papper"
    )


def put(desk: Desk, note: str, theme: str) -> None:
    desk.do(partial(deciding, desk.coder, note, theme))


def test_what_is_decided_is_there_the_next_day(tmp_path: Path):
    desk = Desk.at(tmp_path / "våren", "Maja Ström")
    desk.do(partial(making, "Fax"))
    put(desk, "n1", "fax")
    desk.do(lambda coding, stamp: decide(coding, stamp, desk.coder, ["n2"], []))
    assert desk.close() == ""
    read = read_coding(tmp_path / "våren")
    assert (read.coding.themes_of("n1"), read.coding.themes_of("n2")) == (("fax",), ())
    assert read.coding.book.themes == desk.coding.book.themes
    assert [one.name for one in decision_files(tmp_path / "våren")] == ["beslut.maja-ström.toml"]
    again = Desk.at(tmp_path / "våren", "Maja Ström")
    again.undo()
    again.close()
    assert read_coding(tmp_path / "våren").coding.themes_of("n2") is None


def test_looking_at_a_desk_writes_nothing(tmp_path: Path):
    desk = Desk.at(tmp_path / "våren", "maja")
    assert not desk.can_undo
    assert desk.close() == ""
    assert list(tmp_path.iterdir()) == []


def test_a_torn_end_survives_and_what_comes_after_it_too(tmp_path: Path):
    desk = Desk.at(tmp_path, "maja")
    for note in ("n1", "n2"):
        put(desk, note, "fax")
    desk.close()
    (path,) = decision_files(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(whole[:-30])
    begun = Desk.at(tmp_path, "maja")
    assert begun.coding.decision("n2", "maja") is None
    put(begun, "n3", "fax")
    begun.close()
    read = read_coding(tmp_path)
    assert set(read.coding.decided) == {"n1", "n3"}
    assert not read.faults


def test_a_block_that_was_damaged_costs_that_block_and_is_told(tmp_path: Path):
    desk = Desk.at(tmp_path, "maja")
    for note in ("n1", "n2", "n3"):
        put(desk, note, "fax")
    desk.close()
    (path,) = decision_files(tmp_path)
    path.write_bytes(path.read_bytes().replace(b'note = "n2"', b'note = "nX"'))
    read = read_coding(tmp_path)
    assert set(read.coding.decided) == {"n1", "n3"}
    assert [(name, fault.code) for name, fault in read.faults] == [(path.name, "damaged_block")]


def test_a_colleagues_file_that_is_copied_there_is_taken_in(tmp_path: Path):
    mine, theirs = tmp_path / "mitt", tmp_path / "hennes"
    for folder, coder, theme in ((mine, "maja", "Fax"), (theirs, "sven", "Journal")):
        desk = Desk.at(folder, coder)
        desk.do(partial(making, theme))
        put(desk, "n1", theme.lower())
        desk.close()
    shutil.copy(theirs / "beslut.sven.toml", mine)
    coding = read_coding(mine).coding
    assert coding.coders == ("maja", "sven")
    assert coding.disputed("n1")
    assert [one.name for one in coding.book.themes] == ["Fax", "Journal"]


def test_two_programs_of_one_coder_write_to_a_file_each(tmp_path: Path):
    first, second = Desk.at(tmp_path, "maja"), Desk.at(tmp_path, "maja")
    put(first, "n1", "fax")
    put(second, "n2", "fax")
    assert (first.close(), second.close()) == ("", "")
    assert len(decision_files(tmp_path)) in {1, 2}  # the first may have closed already
    assert set(read_coding(tmp_path).coding.decided) == {"n1", "n2"}


def test_a_file_of_a_later_format_is_told_and_not_guessed_at(tmp_path: Path):
    desk = Desk.at(tmp_path, "maja")
    put(desk, "n1", "fax")
    desk.close()
    (path,) = decision_files(tmp_path)
    from diskussion_tui.store.session.blocks import seal

    path.write_bytes(seal(b"# schema 9\n") + path.read_bytes().split(b"\n", 2)[2])
    read = read_coding(tmp_path)
    assert read.newer == (path.name,)
    assert not read.coding.decided


def test_a_disk_that_refuses_keeps_the_decision_and_says_why(tmp_path: Path):
    class Full(Fs):
        full = True

        def sync(self, handle: int) -> None:
            if self.full:
                raise OSError(28, "full")
            super().sync(handle)

    fs = Full()
    desk = Desk.at(tmp_path, "maja", fs=fs)
    put(desk, "n1", "fax")
    while desk.saving == "saving":
        pass
    assert (desk.saving, desk.why) == ("refused", "ENOSPC")
    fs.full = False
    put(desk, "n2", "fax")
    assert desk.close() == ""
    assert set(read_coding(tmp_path).coding.decided) == {"n1", "n2"}


def test_the_code_book_that_it_begins_with_is_written_down_with_the_first_decision(tmp_path: Path):
    starter = book_in(b'workbook = "v"\n[[themes]]\nid = "fax"\nname = "Fax"\nwords = ["fax"]\n').themes
    desk = Desk.at(tmp_path, "maja", starter, workbook="v")
    assert [one.name for one in desk.coding.book.themes] == ["Fax"]
    assert not (tmp_path / FILE).exists()
    put(desk, "n1", "fax")
    desk.close()
    assert book_in((tmp_path / FILE).read_bytes()).themes == starter
    assert read_coding(tmp_path).coding.book.themes == starter


def test_a_code_book_written_by_hand_is_read_and_what_is_wrong_in_it_is_told():
    read = book_in(b'[[themes]]\nname = "Fax"\nwords = "fax, telefax"\nhue = 1\n[[themes]]\nid = "x"\n')
    assert [(one.id, one.words) for one in read.themes] == [("Fax", ("fax", "telefax"))]
    assert [fault.code for fault in read.faults] == ["unknown_key", "bad_record"]
    assert book_in(book_bytes(read.themes)).themes == read.themes
    assert book_in(b"= 1").faults
    assert book_in(b"\xff").faults[0].code == "not_utf8"


def test_whatever_bytes_stand_there_are_told_of_and_never_raise():
    for data in (b"", b"hello", b"[[decisions]]\nid=1\n", bytes(range(256))):
        read = decisions_in(data)
        assert not read.versions
        assert bool(read.faults) == bool(data)


def test_a_coders_name_becomes_a_file_name_and_no_path():
    assert coder_name("../Maja Ström\n") == "maja-ström"
    assert coder_name("🙂") == ""


def test_a_program_that_is_killed_has_every_decision_that_it_was_told_was_saved(tmp_path: Path):
    told: set[str] = set()
    for begins in "abc":
        command = [sys.executable, "-m", "tests.support.coder", str(tmp_path), begins]
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment
        ) as program:
            assert program.stdout
            for line in program.stdout:
                told.add(line.strip())
                if line.strip() == f"{begins}25":
                    program.send_signal(signal.SIGKILL)
            program.wait()
        assert told <= set(read_coding(tmp_path).coding.decided)
    assert len(told) >= 78
    desk = Desk.at(tmp_path, "maja")
    desk.do(lambda coding, stamp: clear(coding, stamp, "maja", ["a0"]))
    desk.close()
    assert read_coding(tmp_path).coding.decision("a0", "maja") is None
