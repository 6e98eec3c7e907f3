"""What is refused is told of by the name that somebody gave, never by one of the program's own for a file in the making."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.store.files.fs import Fs

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.shell import Shell


@pytest.mark.parametrize("name", ["bok.qdc", "bok.qdpx", "bok.csv", "bok.xlsx"])
def test_an_export_into_no_folder_says_which(shell: Shell, tmp_path: Path, name: str) -> None:
    shell.creates("Ekerö")
    shell.runs("compile", "Våren")
    said = shell.runs("code", "Våren", "--export", str(tmp_path / "ingen" / name))
    assert said.code == 2
    assert f"Mappen {tmp_path / 'ingen'} finns inte" in said.err
    assert ".ny" not in said.err


@pytest.mark.parametrize(
    "given",
    [
        ("report", "ekerö", "--to", "md", "--out"),
        ("form", "--out"),
        ("archive", "ekerö", "--out"),
    ],
    ids=lambda given: given[0],
)
def test_a_folder_that_is_none_is_called_as_it_was_given(
    shell: Shell, tmp_path: Path, given: tuple[str, ...]
) -> None:
    shell.creates("Ekerö")
    file = tmp_path / "fil.txt"
    file.write_text("mitt", encoding="utf-8")
    said = shell.runs(*given, str(file))
    assert said.code != 0
    assert str(file) in said.err
    assert ".live" not in said.err


@pytest.mark.parametrize("call", ["open_new", "write", "sync"])
def test_a_disk_that_refuses_is_told_with_the_name_of_what_was_to_be_written(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    shell.creates("Ekerö")
    shell.runs("compile", "Våren")

    def refuses(_self: Fs, given: object, *_rest: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(given))

    monkeypatch.setattr(Fs, call, refuses)
    for arguments, name in (
        (("code", "Våren", "--export", str(tmp_path / "bok.qdc")), "bok.qdc"),
        (("compile", "Våren", "--to", "md"), "Våren.md"),
        (("report", "ekerö", "--to", "md", "--out", str(tmp_path / "ut")), ".md"),
    ):
        said = shell.runs(*arguments)
        assert said.code != 0
        assert name in said.err
        assert ".ny" not in said.err
