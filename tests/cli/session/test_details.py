"""`diskussion details`, and the same options of `new`: what a discussion says of itself, set and shown from the shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session import changes
from diskussion_tui.store.session.reading import read_session

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.domain.session.records import Head
    from tests.support.shell import Shell

REGISTER = ("--registry-number", "HSN 2026-0123", "--information-class", "intern", "--retention", "bevaras")


@pytest.fixture
def path(shell: Shell) -> Path:
    return shell.creates("Ekerö")


def head(path: Path) -> Head:
    return read_session(path).session.head


def test_what_is_given_is_set_and_everything_is_shown(shell: Shell, path: Path) -> None:
    said = shell.runs("details", "ekerö", "--unit", " Primärvård  norr ", "--participants", "12", *REGISTER)
    assert (said.code, said.err) == (0, "")
    assert said.lines == [
        "Ekerö",
        "Datum: 2026-05-12",
        "Verksamhet: Primärvård norr",
        "Antal deltagare: 12",
        "Diarienummer: HSN 2026-0123",
        "Informationsklass: intern",
        "Gallring eller bevarande: bevaras",
    ]
    assert head(path).registry_number == "HSN 2026-0123"
    assert shell.runs("details", "ekerö").lines == said.lines
    assert set(said.lines[1:]) <= set(shell.runs("show", "ekerö").lines)
    assert shell.runs("show", "ekerö", "--json").json()["session"]["retention"] == "bevaras"


def test_an_empty_value_takes_a_detail_away_and_a_name_is_never_empty(shell: Shell, path: Path) -> None:
    shell.runs("details", "ekerö", "--place", "Biblioteket", "--name", "Färingsö")
    said = shell.runs("details", "färingsö", "--place", "", "--participants", "")
    assert said.lines == ["Färingsö", "Datum: 2026-05-12"]
    assert shell.runs("details", "färingsö", "--name", " ").code == 2
    assert head(path).name == "Färingsö"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("--participants", "många"), "inget antal deltagare"),
        (("--participants", "10000"), "inget antal deltagare"),
        (("--retention", "x" * 201), "Det som står efter --retention har 201 tecken"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_changed(
    shell: Shell, path: Path, given: tuple[str, str], told: str
) -> None:
    before = path.read_bytes()
    said = shell.runs("details", "ekerö", "--place", "Biblioteket", *given)
    assert (said.code, said.out) == (2, "")
    assert told in said.err
    assert path.read_bytes() == before


def test_a_final_discussion_is_registered_but_not_renamed(shell: Shell, path: Path) -> None:
    workshop = shell.opens(path)
    workshop.do(changes.set_state, "fastställd")
    workshop.close()
    assert shell.runs("details", "ekerö", *REGISTER).code == 0
    assert head(path).information_class == "intern"
    said = shell.runs("details", "ekerö", "--retention", "gallras", "--place", "Biblioteket")
    assert said.code == 1
    assert "fastställd" in said.err
    assert head(path).retention == "bevaras"


def test_a_new_discussion_has_them_from_its_first_change(shell: Shell) -> None:
    said = shell.runs("new", "Ekerö", "--unit", "Primärvård norr", "--facilitator", "sektionschefen")
    (path,) = shell.folder.glob("*.toml")
    assert said.code == 0
    assert (head(path).unit, head(path).facilitator, head(path).rev) == (
        "Primärvård norr",
        "sektionschefen",
        1,
    )
    assert shell.runs("new", "Nacka", "--participants", "x").code == 2
    assert len(list(shell.folder.glob("*.toml"))) == 1


def test_the_list_has_unit_and_registry_number_where_there_are_any(shell: Shell, path: Path) -> None:
    assert shell.runs("list").out.endswith(" utkast\n")
    shell.runs("details", "ekerö", "--unit", "Norr", *REGISTER)
    assert shell.runs("list").out.endswith(" utkast  Norr  HSN 2026-0123\n")
    (row,) = shell.runs("list", "--json").json()
    assert (row["unit"], row["registry_number"]) == ("Norr", "HSN 2026-0123")
    assert (row["information_class"], row["retention"]) == ("intern", "bevaras")
    assert path.exists()
