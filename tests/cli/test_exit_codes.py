"""What a command's exit code promises a script: 0 only where what was asked for is on disk, and gone where it is to be gone."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.store.files.fs import Fs
from diskussion_tui.store.session.reading import read_session

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.shell import Shell

CHANGING: tuple[tuple[str, ...], ...] = (
    ("note", "ekerö", "-q", "B.1", "Brev"),
    ("mark", "ekerö", "FAX", "--star"),
    ("park", "ekerö", "FAX"),
    ("conclude", "ekerö", "--action", "Ring"),
    ("place", "ekerö", "FAX", "Geriatrik"),
    ("rank", "ekerö", "B", "--dots", "3"),
    ("plan", "ekerö", "--minutes", "A.1=9"),
    ("merge", "ekerö", "FAX", "PÄRMAR"),
    ("split", "ekerö", "MERGED"),
    ("personal", "ekerö", "--mask"),
)
"""Every command that changes a discussion, each with something that it can do."""
SAID = "Ring 070-174 06 05"


@pytest.fixture
def ekero(shell: Shell) -> Path:
    """A discussion with two notes that can be merged, two that are, and one with a name in it."""
    path = shell.creates("Ekerö")
    workshop = shell.opens(path)
    workshop.add_notes("B.1", ["Fax", "Pärmar", "Köer", "Kön", SAID])
    assert workshop.close() == ""
    ids = _ids(path)
    assert shell.runs("merge", "ekerö", ids["KÖER"], ids["KÖN"]).code == 0
    return path


def _ids(path: Path) -> dict[str, str]:
    session = read_session(path).session
    merged = next((note.id for note in session.notes() if note.sources), "")
    return {note.text.upper(): note.id for note in session.notes()} | {"MERGED": merged}


def _given(path: Path, words: tuple[str, ...]) -> list[str]:
    ids = _ids(path)
    return [ids.get(word, word) for word in words]


def _full(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("words", CHANGING, ids=lambda words: words[0])
def test_a_change_that_the_disk_refuses_is_told_and_the_code_is_1(
    shell: Shell, ekero: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    given, before = _given(ekero, words), read_session(ekero).session
    with monkeypatch.context() as patch:
        patch.setattr(Fs, "write", _full)
        said = shell.runs(*given)
    assert (said.code, said.out) == (1, "")
    assert "disken är full" in said.err
    assert read_session(ekero).session == before


@pytest.mark.parametrize("words", CHANGING, ids=lambda words: words[0])
def test_a_change_that_is_on_disk_is_0(shell: Shell, ekero: Path, words: tuple[str, ...]) -> None:
    before = read_session(ekero).session
    assert shell.runs(*_given(ekero, words)).code == 0
    assert read_session(ekero).session != before


def test_a_discussion_that_cannot_be_begun_is_told_and_the_code_is_1(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Fs, "write", _full)
    said = shell.runs("new", "Ekerö")
    assert (said.code, said.out) == (1, "")
    assert "disken är full" in said.err


def test_words_that_a_purge_could_not_reach_are_named_and_the_code_is_1(
    shell: Shell, ekero: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = shell.folder / ".live" / f"{ekero.stem}.undanlagd"
    copy.write_bytes(ekero.read_bytes())
    with monkeypatch.context() as patch:
        real = Fs.remove
        patch.setattr(Fs, "remove", lambda fs, path: _full() if path == copy else real(fs, path))
        said = shell.runs("purge", "ekerö", "--note", _ids(ekero)[SAID.upper()], "--yes", "--yes")
    assert said.code == 1
    assert f"  {copy}" in said.err
