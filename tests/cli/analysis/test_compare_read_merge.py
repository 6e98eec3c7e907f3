"""At the shell: comparing, reading aloud and uniting tables. The discussions themselves stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.shell import Shell

FAX = "Fax mellan sjukhus och vårdcentral"


@pytest.fixture
def evening(shell: Shell) -> Shell:
    """Two tables that say some of the same."""
    for name, notes in (
        ("Ekerö bord 1", (FAX, "Dubbla remisser")),
        ("Ekerö bord 2", ("Faxen mellan sjukhus och vårdcentral", "Inte stänga närakuten")),
    ):
        shell.runs("new", name, "--participants", "6")
        for note in notes:
            shell.runs("note", name, "-q", "B.2", "-k", "avveckla", note)
    return shell


def _state(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.toml"))}


def test_what_both_say_is_suggested_and_the_rest_stands_apart(evening: Shell) -> None:
    before = _state(evening.folder)
    said = evening.runs("compare", "Ekerö bord 1", "Ekerö bord 2")
    assert said.code == 0
    assert "Flera säger kanske samma" in said.out
    assert f"≈1 − {FAX} (Ekerö bord 1)" in " ".join(said.out.split())
    assert "Bara Ekerö bord 2 (1):\n   − Inte stänga närakuten" in said.out
    assert _state(evening.folder) == before


def test_the_same_is_had_as_values(evening: Shell) -> None:
    found = evening.runs("compare", "Ekerö bord 1", "Ekerö bord 2", "--json").json()
    (asked,) = found["questions"]
    assert [len(group) for group in asked["alike"]] == [2]
    assert [[note["text"] for note in those] for those in asked["only"]] == [
        ["Dubbla remisser"],
        ["Inte stänga närakuten"],
    ]


def test_groups_are_what_a_search_finds(evening: Shell) -> None:
    said = evening.runs("compare", "--group", "namn:bord", "--group", "remisser", "--json").json()
    assert [side["notes"] for side in said["sides"]] == [4, 1]
    wrong = evening.runs("compare", "--group", "slag:xyz", "--group", "fax")
    assert wrong.code == 2
    assert "slag:xyz" in wrong.err


@pytest.mark.parametrize(
    "door",
    [("find",), ("compare", "--group", "fax", "--group"), ("compile", "Våren")],
    ids=lambda one: one[0],
)
def test_every_door_refuses_what_cannot_be_read_with_the_same_help(
    evening: Shell, door: tuple[str, ...]
) -> None:
    said = evening.runs(*door, "slag:foo")
    assert said.code == 2
    assert "slag:foo går inte att läsa. Skriv avveckla, vidareutveckla eller nyutveckla." in said.err
    assert "^^^^^^^^" in said.err
    assert not (evening.folder / "sammanstallning").exists()


@pytest.mark.parametrize(
    ("given", "meant"), [("katgori:avveckla", "kategori:"), ("ansvarg:anna", "ansvarig:")]
)
def test_where_nothing_is_found_a_field_that_was_misspelt_is_named(
    evening: Shell, given: str, meant: str
) -> None:
    for door in (("find",), ("compile", "Våren")):
        said = evening.runs(*door, given)
        assert f"Menade du {meant}?" in said.err
    assert "Menade du" not in evening.runs("find", "kl 18:30").err


def test_groups_are_told_in_short_and_whole_when_asked(shell: Shell) -> None:
    things = ("Bänkar", "Fontän", "Lekplats", "Cykelställ", "Papperskorgar", "Blommor", "Träd")
    for number in range(2):
        shell.runs("new", f"Alby {number}")
        shell.runs("new", f"Fittja {number}")
        shell.runs("note", f"Fittja {number}", "-q", "A.1", FAX)
        for thing in (FAX, *things):
            shell.runs("note", f"Alby {number}", "-q", "A.1", thing)
    short = shell.runs("compare", "--group", "namn:alby", "--group", "namn:fittja")
    assert f"≈1 • {FAX} ×2 (namn:alby)\n   ≈1 • {FAX} ×2 (namn:fittja)\n" in short.out
    assert "Bara namn:alby (7):" in short.out
    assert "… 2 till" in short.out
    assert not all(thing in short.out for thing in things)
    whole = shell.runs("compare", "--group", "namn:alby", "--group", "namn:fittja", "--all")
    assert all(whole.out.count(f"• {thing} ×2") == 1 for thing in things)


@pytest.mark.parametrize("given", [(), ("Ekerö bord 1",)])
def test_one_alone_is_not_compared(evening: Shell, given: tuple[str, ...]) -> None:
    said = evening.runs("compare", *given)
    assert said.code == 2
    assert "Det behövs minst två." in said.err


def test_two_files_of_one_discussion_are_told_word_by_word(evening: Shell) -> None:
    (first,) = evening.folder.glob("*bord-1*")
    copy = first.with_name("kopia.toml")
    text = first.read_text(encoding="utf-8")
    copy.write_text(text.replace('"Dubbla remisser"', '"Dubbla remisser och svar"'), encoding="utf-8")
    said = evening.runs("compare", str(first), str(copy))
    assert said.code == 0
    assert "1 anteckning skiljer sig" in said.out
    assert "Dubbla remisser {+och svar+}" in said.out


def test_a_discussion_is_read_with_every_sign_in_words(evening: Shell) -> None:
    note = evening.runs("compare", "Ekerö bord 1", "Ekerö bord 2", "--json").json()["questions"][0]["only"][
        0
    ][0]
    evening.runs("mark", "Ekerö bord 1", note["note"], "--hands", "4", "--dissent", "Vi behöver båda")
    said = evening.runs("read", "Ekerö bord 1")
    assert "Avveckla: Dubbla remisser\n     4 håller med · Avvikande: Vi behöver båda" in said.out
    one = evening.runs("read", "Ekerö bord 1", note["note"][-6:])
    assert "Dubbla remisser" in one.out
    assert FAX not in one.out
    assert "Ny anteckning" in one.out
    assert evening.runs("read").code == 2
    assert evening.runs("read", "Ekerö", "bord", "1").code == 2


def test_tables_become_one_and_stay_tables(evening: Shell) -> None:
    before = _state(evening.folder)
    said = evening.runs("merge-tables", "Ekerö bord 1", "Ekerö bord 2", "-o", "Ekerö")
    assert said.code == 0
    assert "Ekerö" in said.out
    assert {name: data for name, data in _state(evening.folder).items() if name in before} == before
    values = evening.runs("show", said.out.strip(), "--json").json()
    assert {note["text"]: note["group"] for note in values["notes"]} == {
        FAX: "1",
        "Dubbla remisser": "1",
        "Faxen mellan sjukhus och vårdcentral": "2",
        "Inte stänga närakuten": "2",
    }
    assert "12" in evening.runs("details", said.out.strip()).out


def test_a_union_needs_a_name_and_two_tables(evening: Shell) -> None:
    before = _state(evening.folder)
    assert evening.runs("merge-tables", "Ekerö bord 1", "Ekerö bord 2").code == 2
    assert evening.runs("merge-tables", "Ekerö bord 1", "-o", "Alla").code == 2
    assert _state(evening.folder) == before
