"""A compilation for anybody names nobody whom the program knows of the discussions in it: not in a text, a row, its name or its file's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.support.shell import Shell

NAMES = ("gunilla", "perssonsdotter", "torkel", "åke")
NAME = "Våren med Gunilla Perssonsdotter"


@pytest.fixture
def spring(shell: Shell) -> Shell:
    """A compilation called after who led it, of one discussion that nobody quotes, whose unit is called after who took notes."""
    shell.runs("new", "Ekerö")
    shell.runs("details", "Ekerö", "--facilitator", "Gunilla Perssonsdotter och Åke Örn")
    shell.runs("details", "Ekerö", "--facilitator", "Ny Ledare", "--note-taker", "Torkel Antecknarsson")
    shell.runs("details", "Ekerö", "--unit", "Torkels enhet")
    shell.runs("note", "Ekerö", "-q", "B.2", "-k", "avveckla", "Fax #Torkel")
    shell.runs("compile", NAME)
    (file,) = shell.folder.rglob("sammanstallning.toml")
    said = file.read_text(encoding="utf-8")
    text = 'text = "Perssonsdotter, Gunilla höll inte med Åkes bord"\nthreshold'
    file.write_text(said.replace("threshold", text, 1), encoding="utf-8")
    return shell


@pytest.mark.parametrize("form", [("--json",), ("--csv",), ()])
def test_no_name_is_told_in_a_compilation_for_anybody(spring: Shell, form: tuple[str, ...]) -> None:
    assert "Torkel" in spring.runs("compile", NAME, "--json").out
    said = spring.runs("compile", NAME, "--publish", *form)
    assert said.code == 0, said.err
    assert [one for one in NAMES if one in said.out.lower()] == []


def test_nor_in_its_documents_or_what_they_are_called(spring: Shell) -> None:
    said = spring.runs("compile", NAME, "--publish", "--to", "md,html")
    assert said.code == 0, said.err
    for suffix in ("md", "html"):
        (file,) = spring.folder.rglob(f"*.{suffix}")
        told = f"{file.name} {file.read_text(encoding='utf-8')}".lower()
        assert [one for one in NAMES if one in told] == []
