"""Who writes is the same person on the same machine, whatever that is called, and nobody else."""

from __future__ import annotations

import os
import platform
import shutil
import stat
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.store.files.fs import Fs
from diskussion_tui.store.session import identity as who
from diskussion_tui.store.session.identity import Identity, identity, keep

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def at_the_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with a number and a name of its own."""
    is_machine(monkeypatch, "4c4c4544003957108052b4c04f384833", "kontoret.lan")


def is_machine(monkeypatch: pytest.MonkeyPatch, number: str, name: str) -> None:
    monkeypatch.setattr(who, "machine_number", lambda: number)
    is_called(monkeypatch, name)


def is_called(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(platform, "node", lambda: name)


def kept_in(home: Path) -> list[Path]:
    return sorted(home.rglob("skribent*"))


def test_the_writer_is_the_same_at_every_start_and_says_nothing_personal():
    found = identity().writer
    assert found == identity().writer == keep(Fs()).writer == identity().writer
    assert who._ID.fullmatch(found)
    assert "kontoret" not in found


def test_a_machine_that_gets_another_name_has_the_same_writer(monkeypatch: pytest.MonkeyPatch):
    before = keep(Fs()).writer
    is_called(monkeypatch, "dhcp-10-0-0-7.hotell.example")
    assert identity().writer == before


def test_so_it_has_where_nothing_can_be_kept(monkeypatch: pytest.MonkeyPatch, fence: Path):
    (fence / "data").write_text("här är ingen mapp")
    before = keep(Fs()).writer
    is_called(monkeypatch, "hemma")
    assert keep(Fs()).writer == before
    assert not kept_in(fence)


def test_who_has_written_before_is_known_by_the_names_that_the_machine_had_and_has(
    monkeypatch: pytest.MonkeyPatch,
):
    under_the_old_rule = who._by_name()[0]
    keep(Fs())
    is_called(monkeypatch, "hemma")
    assert under_the_old_rule in identity().earlier
    assert who._by_name()[0] in identity().earlier


def test_a_name_that_a_network_made_longer_is_known_by_its_first_part(monkeypatch: pytest.MonkeyPatch):
    is_called(monkeypatch, "anteckningsdator")
    before = who._by_name()[0]
    is_called(monkeypatch, "anteckningsdator.wifi.region.example")
    assert before in identity().earlier


def test_looking_writes_nothing(fence: Path):
    identity()
    assert not kept_in(fence)


def test_what_is_kept_is_for_nobody_else_to_read(fence: Path):
    keep(Fs())
    (kept,) = kept_in(fence)
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_keeping_again_adds_nothing_but_an_id_that_was_found(fence: Path):
    first = keep(Fs())
    (kept,) = kept_in(fence)
    before = kept.read_bytes()
    assert keep(Fs(), also=first.writer) == first
    assert kept.read_bytes() == before
    assert "skriv-ab12" in keep(Fs(), also="skriv-ab12").earlier
    assert identity().writer == first.writer


def test_a_home_that_is_copied_to_another_machine_has_another_writer_there(
    monkeypatch: pytest.MonkeyPatch, fence: Path, tmp_path: Path
):
    first = keep(Fs())
    copy = tmp_path / "kopia"
    shutil.copytree(fence, copy)
    is_machine(monkeypatch, "ffeeddccbbaa99887766554433221100", "nya-datorn")
    monkeypatch.setenv("XDG_DATA_HOME", str(copy / "data"))
    second = keep(Fs())
    assert first.writer not in (second.writer, *second.earlier)
    assert len(kept_in(copy)) == 2


def test_two_machines_of_one_image_are_two_writers_although_they_have_one_name(
    monkeypatch: pytest.MonkeyPatch, fence: Path
):
    first = identity()
    is_machine(monkeypatch, "ffeeddccbbaa99887766554433221100", "kontoret.lan")
    assert identity().writer not in (first.writer, *first.earlier)
    assert not kept_in(fence)


def test_a_home_on_a_server_is_a_writer_at_each_machine_and_the_same_one_again(
    monkeypatch: pytest.MonkeyPatch,
):
    first = keep(Fs())
    is_machine(monkeypatch, "ffeeddccbbaa99887766554433221100", "sal-2")
    second = keep(Fs())
    is_machine(monkeypatch, "4c4c4544003957108052b4c04f384833", "sal-1")
    assert identity().writer == first.writer != second.writer


def test_two_accounts_of_one_machine_are_two_writers_also_in_one_home(monkeypatch: pytest.MonkeyPatch):
    first = identity().writer
    monkeypatch.setattr(os, "getuid", lambda: 4711, raising=False)
    assert identity().writer != first


def test_two_homes_of_one_account_are_two_writers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    first = keep(Fs()).writer
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert keep(Fs()).writer != first


def test_a_home_that_is_moved_has_the_same_writer(
    monkeypatch: pytest.MonkeyPatch, fence: Path, tmp_path: Path
):
    first = keep(Fs()).writer
    shutil.copytree(fence, tmp_path / "hem")
    monkeypatch.setenv("HOME", str(tmp_path / "hem"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "hem" / "data"))
    assert identity().writer == first


def test_a_machine_without_a_number_keeps_a_writer_that_is_made_up_once(monkeypatch: pytest.MonkeyPatch):
    is_machine(monkeypatch, "", "kontoret")
    first = keep(Fs()).writer
    is_called(monkeypatch, "hemma")
    assert keep(Fs()).writer == identity().writer == first


def test_a_machine_without_a_number_where_nothing_can_be_kept_goes_by_its_name(
    monkeypatch: pytest.MonkeyPatch, fence: Path
):
    (fence / "data").write_text("här är ingen mapp")
    is_machine(monkeypatch, "", "kontoret")
    assert keep(Fs()).writer == who._by_name()[0]


def test_of_two_programs_that_begin_at_once_both_have_the_first_ones_id(fence: Path):
    first = keep(Fs()).writer
    (kept,) = kept_in(fence)
    who._append(Fs(), kept, ["skriv-234567"])
    assert identity().writer == first
    assert "skriv-234567" in identity().earlier


def test_what_somebody_has_put_into_the_file_is_passed_over(fence: Path):
    first = keep(Fs()).writer
    (kept,) = kept_in(fence)
    kept.write_bytes(b"\xff\x00 hej\nskriv-\n../skriv-abcd\n" + kept.read_bytes())
    assert identity().writer == first


@pytest.mark.parametrize("told", ["", "uninitialized", "\n"])
def test_an_image_that_is_yet_to_get_its_number_has_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, told: str
):
    (tmp_path / "machine-id").write_text(told)
    monkeypatch.setattr(who, "_NUMBERS", (str(tmp_path / "nothing"), str(tmp_path / "machine-id")))
    assert who._number_in_files() == ""
    (tmp_path / "machine-id").write_text("4c4c4544003957108052b4c04f384833\n")
    assert who._number_in_files() == "4c4c4544003957108052b4c04f384833"


def test_the_own_file_says_more_than_a_journal_and_that_more_than_words():
    me = Identity("skriv-new", ("skriv-old", "skriv-older"))
    assert me.among(["x", "skriv-older"], ["skriv-old"], ["skriv-new"]) == "skriv-older"
    assert me.among([], ["skriv-old"], ["skriv-new"]) == "skriv-old"
    assert me.among(["skriv-old", "skriv-new"], [], []) == "skriv-new"
    assert me.among(["x"], [], ["y"]) == "skriv-new"
    assert me.others("skriv-old") == ("skriv-new", "skriv-older")


def test_a_home_whose_name_no_text_can_hold_has_a_writer_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("HOME", os.fsdecode(os.fsencode(tmp_path) + b"/\xff"))
    assert who._ID.fullmatch(identity().writer)
    is_machine(monkeypatch, "", "kontor\udcff")
    assert who._ID.fullmatch(identity().writer)
