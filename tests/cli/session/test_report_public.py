"""What is published of a discussion: every format says for whom it is, and why what seems personal goes out, or is not made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.analysis.test_compile import words_in

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.shell import Shell

WORDED = ("pdf", "docx", "xlsx", "html", "md", "txt", "json")


@pytest.fixture
def out(shell: Shell, tmp_path: Path) -> Path:
    shell.creates("Ekerö")
    shell.runs("note", "Ekerö", "-q", "B.1", "Växeln har 08-123 45 67")
    shell.runs("conclude", "Ekerö", "--action", "Ring 08-123 45 67", "--due", "2027-01-11")
    return tmp_path / "ut"


def published(shell: Shell, out: Path, *given: str) -> tuple[int, str, dict[str, str]]:
    said = shell.runs("report", "Ekerö", "--profile", "publicera", "--out", str(out), *given)
    return (
        said.code,
        said.err,
        {path.suffix[1:]: " ".join(words_in(path).split()) for path in out.glob("*.*")},
    )


@pytest.mark.parametrize("suffix", [*WORDED, "csv", "ics"])
def test_in_no_format_does_it_go_out_without_a_reason(shell: Shell, out: Path, suffix: str) -> None:
    code, err, made = published(shell, out, "--to", suffix)
    assert (code, made) == (2, {})
    assert "--reason" in err


def test_with_one_it_is_recorded_in_every_format_that_is_made(shell: Shell, out: Path) -> None:
    code, err, made = published(shell, out, "--all", "--reason", "numret är växelns")
    assert code == 0
    assert set(made) == set(WORDED)
    assert all("numret är växelns" in told for told in made.values())
    for suffix in ("csv", "ics"):
        assert f"{suffix} har ingen plats för skälet" in err


@pytest.mark.parametrize("suffix", ["csv", "ics"])
def test_a_format_with_no_place_for_it_is_refused_by_its_name(shell: Shell, out: Path, suffix: str) -> None:
    code, err, made = published(shell, out, "--to", suffix, "--reason", "numret är växelns")
    assert (code, made) == (2, {})
    assert "ingen plats för skälet" in err


def test_each_says_first_that_anybody_may_read_it(shell: Shell, out: Path) -> None:
    _, _, made = published(shell, out, "--all", "--reason", "numret är växelns")
    for suffix in set(made) - {"json"}:
        told = made[suffix]
        assert told.index("Profil: publicera") < told.index("Växeln har"), suffix
    assert '"profile": "publicera"' in made["json"]
    assert not [path for path in out.iterdir() if "_publicera" not in path.name]
