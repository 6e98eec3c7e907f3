"""A file that is hurt in its middle: whatever can be read of it counts, and nobody is left to believe that this was all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.shell import Shell


@pytest.fixture
def hurt(shell: Shell, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    """The file of one of three discussions with a block that cannot be read, with an index of them and without."""
    if request.param:
        monkeypatch.setattr("diskussion_tui.store.library.remembered.FEWEST", 1)
    for name in ("Norr", "Söder", "Öster"):
        path = shell.creates(name)
        for text in ("fax", "brev"):
            shell.runs("note", name, "-q", "B.2", "-k", "avveckla", f"{text} i {name}")
    shell.runs("find", "fax")
    path.write_text(
        path.read_text(encoding="utf-8").replace('text = "fax i Öster"', 'text = "fax'), encoding="utf-8"
    )
    return path


with_and_without = pytest.mark.parametrize("hurt", [False, True], indirect=True, ids=["files", "index"])


@with_and_without
def test_compile_verify_and_find_say_that_a_file_could_not_be_read_whole(shell: Shell, hurt: Path) -> None:
    for _ in range(2):
        for command in (("compile", "K"), ("find", "brev")):
            said = shell.runs(*command)
            assert "1 fil har delar som inte gick att läsa" in said.err, command
            assert hurt.name in said.err
    said = shell.runs("verify", "K")
    assert said.code == 1
    assert "1 fil har delar som inte gick att läsa" in said.out
    assert shell.runs("find", "fax", "--count").out == "2\n"


def test_what_is_forged_of_a_discussion_is_found_as_a_forged_number_is(shell: Shell) -> None:
    shell.creates("Norr")
    shell.runs("note", "norr", "-q", "B.2", "-k", "avveckla", "fax")
    shell.runs("compile", "K")
    (kept,) = shell.folder.rglob("sammanstallning.toml")
    honest = kept.read_text(encoding="utf-8")
    for wrong in (
        honest.replace("notes = 1", "notes = 900", 1),
        honest.replace('name = "Norr"', 'name = "Söder"'),
        re.sub(r"(?m)^date = .*$", "date = 2001-01-01", honest),
    ):
        assert wrong != honest
        kept.write_text(wrong, encoding="utf-8")
        said = shell.runs("verify", "K")
        assert said.code == 1
        assert "Samma fil, men sammanställningen säger annat om den" in said.out
    kept.write_text(honest, encoding="utf-8")
    assert shell.runs("verify", "K").code == 0


@pytest.mark.parametrize(
    "given",
    [
        ("code", "K", "--import", "finnsinte.csv"),
        ("archive", "--verify", "finnsinte.zip"),
        ("dispose", "norr", "--decision", "1", "--archive", "finnsinte.zip"),
    ],
)
def test_a_file_that_was_named_and_is_not_there_is_told_of_as_that(
    shell: Shell, given: tuple[str, ...]
) -> None:
    shell.creates("Norr")
    shell.runs("compile", "K")
    said = shell.runs(*given)
    assert said.code == 2
    assert f"Filen {given[-1]} finns inte." in said.err
    assert "rättigheter" not in said.err
