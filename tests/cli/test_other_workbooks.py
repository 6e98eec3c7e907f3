"""A discussion of another workbook: what goes by the workbook refuses it by name, what does not shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.shell import Shell

REFUSED = (
    ("plan", "ekerö"),
    ("plan", "ekerö", "--minutes", "A.1=9"),
    ("rank", "ekerö", "B", "--dots", "3"),
    ("compass", "ekerö"),
    ("note", "ekerö", "-q", "B.1", "Fax"),
    ("conclude", "ekerö", "--action", "Ring"),
)
SHOWN = (("history", "ekerö"), ("list",), ("personal", "ekerö"))


@pytest.fixture
def other(shell: Shell) -> Path:
    path = shell.creates("Ekerö")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('workbook = "', 'workbook = "annat-', 1), encoding="utf-8")
    return path


@pytest.mark.parametrize("given", REFUSED, ids=lambda given: " ".join(given[:1] + given[2:3]))
def test_what_goes_by_the_workbook_refuses_one_of_another(shell: Shell, other: Path, given: tuple) -> None:
    before = other.read_bytes()
    said = shell.runs(*given)
    assert said.code in {1, 2}
    assert "annat-" in said.err
    assert "--content" in said.err
    assert (said.out, other.read_bytes()) == ("", before)


@pytest.mark.parametrize("given", SHOWN, ids=lambda given: given[0])
def test_what_does_not_go_by_it_shows_one_all_the_same(shell: Shell, other: Path, given: tuple) -> None:
    assert other.exists()
    assert shell.runs(*given).code == 0
