"""`diskussion place` and `diskussion compass`: notes on the compass from the shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session import changes
from diskussion_tui.store.session.reading import read_session

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.shell import Shell


@pytest.fixture
def path(shell: Shell) -> Path:
    return shell.creates("Ekerö")


@pytest.fixture
def note(shell: Shell, path: Path) -> str:
    """The id of a note in a discussion with another."""
    assert path.exists()
    shell.runs("note", "ekerö", "-q", "B.2", "-k", "avv", "Brev")
    return shell.runs("note", "ekerö", "-q", "B.2", "-k", "avv", "Fax").out.strip()


def places(path: Path, note: str) -> tuple[str, ...]:
    found = read_session(path).session.note(note)
    assert found
    return found.places


def test_a_note_is_placed_by_the_end_of_its_id_and_taken_off_again(
    shell: Shell, path: Path, note: str
) -> None:
    said = shell.runs("place", "ekerö", note[-4:], "geriatrik", "bmm")
    assert (said.code, said.lines, said.err) == (0, ["Geriatrik", "prevention/BMM"], "")
    assert places(path, note) == ("Geriatrik", "prevention/BMM")
    said = shell.runs("place", "ekerö", note[-4:], "Geriatrik", "--remove")
    assert (said.code, said.lines) == (0, ["prevention/BMM"])
    assert places(path, note) == ("prevention/BMM",)


def test_a_form_in_two_areas_is_named_by_its_id(shell: Shell, path: Path, note: str) -> None:
    said = shell.runs("place", "ekerö", note, "Akutsjukhus")
    assert (said.code, said.out) == (2, "")
    assert "passar in på flera platser" in said.err
    assert "  akut/Akutsjukhus\n  planerad/Akutsjukhus\n" in said.err
    assert places(path, note) == ()
    assert shell.runs("place", "ekerö", note, "planerad/Akutsjukhus").lines == ["planerad/Akutsjukhus"]
    assert shell.runs("place", "ekerö", note, "Akutsjukhus", "--remove").out == ""
    assert places(path, note) == ()


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ((), "Ange vilken anteckning"),
        (("{note}",), "Ange var på kompassen"),
        (("{note}", "öga"), "”öga” finns inte på kompassen"),
        (("{note}", "Geriatrik", "öga"), "”öga” finns inte på kompassen"),
        (("zzzz", "Geriatrik"), "Ingen anteckning har ett id"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_changes(
    shell: Shell, path: Path, note: str, given: tuple[str, ...], says: str
) -> None:
    said = shell.runs("place", "ekerö", *(one.format(note=note) for one in given))
    assert (said.code, said.out) == (2, "")
    assert says in said.err
    assert places(path, note) == ()


def test_a_final_discussion_and_a_withdrawn_note_are_left_as_they_are(
    shell: Shell, path: Path, note: str
) -> None:
    workshop = shell.opens(path)
    workshop.do(changes.withdraw, note)
    other = workshop.session.notes()[0].id
    workshop.do(changes.set_state, "fastställd")
    assert workshop.close() == ""
    said = shell.runs("place", "ekerö", note, "Geriatrik")
    assert (said.code, "är borttagen" in said.err) == (2, True)
    said = shell.runs("place", "ekerö", other, "Geriatrik")
    assert (said.code, "är fastställd" in said.err) == (1, True)
    assert places(path, other) == ()


def test_the_compass_is_shown_with_the_signs_of_the_notes(shell: Shell, note: str) -> None:
    assert "Ingen anteckning är placerad" in shell.runs("compass", "ekerö").out
    shell.runs("place", "ekerö", note, "geriatrik")
    said = shell.runs("compass", "ekerö")
    assert said.code == 0
    assert "  Geriatrik  −\n" in said.out
    assert "  Psykiatri\n" in said.out
    counted = {
        cell["id"]: (cell["notes"], cell["kinds"]) for cell in shell.runs("compass", "ekerö", "--json").json()
    }
    assert len(counted) == 35
    assert counted["Geriatrik"] == (1, {"avveckla": 1})
    assert counted["Psykiatri"] == (0, {})


def test_without_a_discussion_the_compass_is_blank(shell: Shell) -> None:
    said = shell.runs("compass")
    assert (said.code, said.err) == (0, "")
    assert "Kompass-navigator" in said.out
    assert "  Geriatrik\n" in said.out


def test_show_and_history_tell_where_a_note_stands(shell: Shell, note: str) -> None:
    assert "kompassen\n" not in shell.runs("show", "ekerö", "--notes").out
    shell.runs("place", "ekerö", note, "geriatrik")
    shell.runs("place", "ekerö", note, "bvc")
    shell.runs("place", "ekerö", note, "bvc", "--remove")
    for given in (("--notes",), ()):
        shown = shell.runs("show", "ekerö", *given).out
        assert "− Fax  (kompassen: Geriatrik)" in shown
        assert "Anteckningar på kompassen\n" in shown
        assert "\nGeriatrik  −\n" in shown
    notes = {one["id"]: one for one in shell.runs("show", "ekerö", "--json").json()["notes"]}
    assert notes[note]["places"] == ["Geriatrik"]
    told = shell.runs("history", "ekerö").out
    assert "Placerad på kompassen: Geriatrik" in told
    assert "Borttagen från kompassen: BVC" in told


def test_in_english_too(shell: Shell, note: str) -> None:
    shell.runs("place", "ekerö", note, "geriatrik")
    assert "Placed on the compass: Geriatrik" in shell.runs("history", "ekerö", "--lang", "en").out
    assert "Notes on the compass" in shell.runs("show", "ekerö", "--lang", "en").out
    assert "fits several places" in shell.runs("place", "ekerö", note, "akutsjukhus", "--lang", "en").err
