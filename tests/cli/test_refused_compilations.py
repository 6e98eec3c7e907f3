"""Why a compilation cannot be made, found or read is said in words, in both languages, with what it is about and its exit code."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.cli.kit.compilations import refusing
from diskussion_tui.cli.kit.refusal import Refused
from diskussion_tui.domain.analysis.query.parsing import parse
from diskussion_tui.store.compiling.taking import Faulty
from diskussion_tui.texts import LANGUAGES, words
from diskussion_tui.workshop.compiling import (
    NameTakenError,
    NoSuchCompilationError,
    UnnamedError,
    UnreadableCompilationError,
    WrongQueryError,
)
from tests.support.kept import page_looks_as_kept

if TYPE_CHECKING:
    from tests.support.shell import Shell


def _wrong(text: str) -> WrongQueryError:
    problem = parse(text).problem
    assert problem
    return WrongQueryError(problem, text)


ERRORS = (
    NoSuchCompilationError(("Hösten", "Vintern")),
    NoSuchCompilationError(()),
    UnnamedError("…"),
    NameTakenError("Hös\x1b[31mten"),
    _wrong("fax slag:"),
    UnreadableCompilationError(
        Path("/samtal/sammanstallning/Våren/x.toml"), (Faulty("encoding", "7"), Faulty("missing", "name"))
    ),
)


def test_a_refusal_says_what_it_is_about_and_ends_with_its_code() -> None:
    told = []
    for language in LANGUAGES:
        for error in ERRORS:
            with pytest.raises(Refused) as refused, refusing("Våren", words(language)):
                raise error
            told += [f"{refused.value.code} {refused.value.sentence}", *refused.value.rows]
    assert "\x1b" not in "".join(told)
    page_looks_as_kept("refused-compilations", told)


def test_two_names_that_make_one_folder_are_not_one_compilation(shell: Shell) -> None:
    shell.runs("new", "Ekerö")
    assert shell.runs("compile", "Våren 2026").code == 0
    (file,) = shell.folder.rglob("sammanstallning.toml")
    before = file.read_bytes()
    said = shell.runs("compile", "Våren: 2026")
    assert (said.code, said.out) == (2, "")
    assert said.err == words("sv").compiling.name_taken.format(other="Våren 2026") + "\n"
    assert file.read_bytes() == before
