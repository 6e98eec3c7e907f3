"""`diskussion mark` and `diskussion rank`: hands, dissent, stars and rounds from the shell; 0 says that it is on disk."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session import changes, rounds
from diskussion_tui.domain.session.records import Round
from diskussion_tui.store.session.reading import read_session

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.shell import Shell


@pytest.fixture
def ekero(shell: Shell) -> Path:
    """A discussion with three notes in B and one in C."""
    path = shell.creates("Ekerö")
    for question, text in (("B.1", "Fax"), ("B.1", "Pärmar"), ("B.3", "Brev"), ("C.1", "Köer")):
        assert shell.runs("note", "ekerö", "-q", question, text).code == 0
    return path


def ids_in(path: Path) -> list[str]:
    return [note.id for note in sorted(read_session(path).session.notes(), key=lambda note: note.id)]


def finalised(shell: Shell, path: Path) -> None:
    workshop = shell.opens(path)
    workshop.do(changes.set_state, "fastställd")
    assert workshop.close() == ""


def test_a_note_is_marked_with_everything_at_once(shell: Shell, ekero: Path) -> None:
    note = ids_in(ekero)[0]
    said = shell.runs("mark", "ekerö", note[-4:], "--hands", "12", "--star", "--dissent", "inte\nhos oss")
    assert (said.code, said.out, said.err) == (0, "", "")
    marked = read_session(ekero).session.note(note)
    assert marked
    assert (marked.supporters, marked.star, marked.dissent) == (12, True, True)
    assert marked.objection == "inte hos oss"


def test_what_is_not_named_stays_and_what_is_so_already_is_no_change(shell: Shell, ekero: Path) -> None:
    note = ids_in(ekero)[0]
    shell.runs("mark", "ekerö", note, "--hands", "12", "--star", "--dissent", "")
    assert shell.runs("mark", "ekerö", note, "--star", "--hands", "12").code == 0
    shell.runs("mark", "ekerö", note, "--unstar")
    marked = read_session(ekero).session.note(note)
    assert marked
    assert (marked.supporters, marked.star, marked.dissent, marked.objection) == (12, False, True, "")
    assert marked.rev == 5
    shell.runs("mark", "ekerö", note, "--undissent", "--hands", "0")
    marked = read_session(ekero).session.note(note)
    assert marked
    assert (marked.supporters, marked.dissent) == (0, False)


def test_without_a_section_it_is_said_which_there_are(shell: Shell, ekero: Path) -> None:
    said = shell.runs("rank", "ekerö")
    assert (said.code, said.err) == (2, "Ange vilken del. Delarna är A, B, C, D, E.\n")
    assert ekero.is_file()


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ((), "Ange vad som ska ändras."),
        (("--hands", "1000"), "0–999"),
        (("--hands", "-1"), "0–999"),
        (("--hands", "många"), "0–999"),
        (("--star", "--unstar"), "--star och --unstar går inte"),
        (("--dissent", "nej", "--undissent"), "--dissent och --undissent går inte"),
    ],
)
def test_a_mark_that_is_wrong_changes_nothing(
    shell: Shell, ekero: Path, given: tuple[str, ...], answer: str
) -> None:
    before = ekero.read_bytes()
    said = shell.runs("mark", "ekerö", ids_in(ekero)[0], *given)
    assert said.code == 2
    assert answer in said.err
    assert ekero.read_bytes() == before


def test_a_note_that_is_not_there_cannot_be_marked(shell: Shell, ekero: Path) -> None:
    before = ekero.read_bytes()
    said = shell.runs("mark", "ekerö", "ZZZZ", "--star")
    assert said.code == 2
    assert "Ingen anteckning har ett id" in said.err
    assert ekero.read_bytes() == before


def test_a_round_is_begun_counted_and_closed_in_one_go(shell: Shell, ekero: Path) -> None:
    fax, binders, letters, _ = ids_in(ekero)
    given = [f"{fax[-4:]}=4", f"{binders}=12", f"{letters}=4"]
    said = shell.runs("rank", "ekerö", "b", "--dots", "3", *(f"--give={one}" for one in given), "--close")
    assert said.code == 0
    lines = [line.split("  (")[0].strip() for line in said.lines]
    assert lines[0].startswith("Runda 1 · prickar, 3 per person · ")
    assert lines[0].endswith(" · avslutad · 20 prickar givna")
    assert lines[1:] == ["1  Pärmar", "2–3  Fax", "2–3  Brev"]
    (of,) = read_session(ekero).session.current(Round)
    assert (of.section, of.method, of.each, of.closed) == ("B", "prickar", 3, True)


def test_rounds_are_shown_the_latest_first_and_one_of_them_by_its_number(shell: Shell, ekero: Path) -> None:
    fax, binders, *_ = ids_in(ekero)
    shell.runs("rank", "ekerö", "B", "--dots", "3", "--give", f"{fax}=4", "--close")
    shell.runs("rank", "ekerö", "B", "--order", "--give", f"{binders}=1", "--give", f"{fax}=1")
    said = shell.runs("rank", "ekerö", "B")
    assert [line.split(" · ")[0] for line in said.lines if " · " in line] == ["Runda 2", "Runda 1"]
    assert [line.split()[:2] for line in said.lines[1:3]] == [["1", "Fax"], ["2", "Pärmar"]]
    (first,) = shell.runs("rank", "ekerö", "B", "--round", "1", "--json").json()
    assert [(one["text"], one["points"], one["first"]) for one in first["result"]] == [
        ("Fax", 4, 1),
        ("Pärmar", 0, None),
        ("Brev", 0, None),
    ]


def test_a_closed_round_is_reopened_by_its_number_and_goes_on(shell: Shell, ekero: Path) -> None:
    fax = ids_in(ekero)[0]
    shell.runs("rank", "ekerö", "B", "--dots", "3", "--give", f"{fax}=4", "--close")
    shell.runs("rank", "ekerö", "B", "--order", "--close")
    said = shell.runs("rank", "ekerö", "B", "--round", "1", "--reopen", "--give", f"{fax}=7")
    assert said.code == 0
    assert "pågår · 7 prickar givna" in said.out
    assert [one.closed for one in read_session(ekero).session.current(Round)] == [False, True]


def test_a_section_that_was_never_prioritised_says_so(shell: Shell, ekero: Path) -> None:
    said = shell.runs("rank", "ekerö", "B")
    assert (said.code, said.out, said.err) == (0, "", "Delen är inte prioriterad ännu.\n")
    assert shell.runs("rank", "ekerö", "B", "--json").json() == []
    assert ekero.exists()


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        (("X",), "Delen ”X” finns inte. Delarna är A, B, C, D, E."),
        (("B", "--dots", "0"), "1–99"),
        (("B", "--dots", "3", "--order"), "--dots och --order går inte"),
        (("B", "--dots", "3", "--round", "1"), "--dots och --round går inte"),
        (("B", "--close", "--reopen"), "--close och --reopen går inte"),
        (("B", "--close"), "Del B har ingen öppen runda."),
        (("B", "--round", "4", "--reopen"), "Del B har ingen runda 4."),
        (("B", "--round", "4"), "Del B har ingen runda 4."),
        (("B", "--dots", "3", "--give", "C8FT"), "”C8FT” går inte att tolka."),
        (("B", "--dots", "3", "--give", "C8FT=många"), "”många” är inget antal mellan 0 och 999."),
        (("B", "--dots", "3", "--give", "ZZZZ=4"), "Ingen anteckning har ett id"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_at_all_is_done(
    shell: Shell, ekero: Path, given: tuple[str, ...], answer: str
) -> None:
    before = ekero.read_bytes()
    said = shell.runs("rank", "ekerö", *given)
    assert said.code == 2
    assert answer in said.err
    assert ekero.read_bytes() == before


def test_a_note_of_another_section_is_not_in_the_round(shell: Shell, ekero: Path) -> None:
    before = ekero.read_bytes()
    elsewhere = ids_in(ekero)[3]
    said = shell.runs("rank", "ekerö", "B", "--dots", "3", "--give", f"{elsewhere}=1")
    assert (said.code, "hör inte till rundan" in said.err) == (2, True)
    assert ekero.read_bytes() == before


def test_a_closed_round_takes_nothing_from_the_shell_either(shell: Shell, ekero: Path) -> None:
    fax = ids_in(ekero)[0]
    shell.runs("rank", "ekerö", "B", "--dots", "3", "--close")
    said = shell.runs("rank", "ekerö", "B", "--round", "1", "--give", f"{fax}=1")
    assert (said.code, "Rundan är avslutad." in said.err) == (2, True)
    session = read_session(ekero).session
    assert rounds.given(session, session.current(Round)[0]) == 0


@pytest.mark.parametrize("command", [("rank", "ekerö", "B", "--order"), ("mark", "ekerö", "{id}", "--star")])
def test_a_final_discussion_is_left_as_it_is(shell: Shell, ekero: Path, command: tuple[str, ...]) -> None:
    finalised(shell, ekero)
    before = ekero.read_bytes()
    said = shell.runs(*(word.format(id=ids_in(ekero)[0]) for word in command))
    assert (said.code, said.out) == (1, "")
    assert "är fastställd och tar inte emot fler ändringar" in said.err
    assert ekero.read_bytes() == before


def test_rounds_are_in_what_show_prints_and_in_its_json(shell: Shell, ekero: Path) -> None:
    fax = ids_in(ekero)[0]
    shell.runs("mark", "ekerö", fax, "--dissent", "inte hos oss")
    shell.runs("rank", "ekerö", "B", "--dots", "3", "--give", f"{fax}=4", "--close")
    for given in ((), ("--notes",)):
        printed = shell.runs("show", "ekerö", *given).out
        assert "Prioriterat: B Vårdmöten 2040\n" in printed
        assert re.search(r"\nFax +1 +4\n", printed)
        assert "  • Avvikande: inte hos oss\n" in printed
    values = shell.runs("show", "ekerö", "--json").json()
    assert [(one["section"], one["given"]) for one in values["rounds"]] == [("B", 4)]
    assert values["notes"][0]["objection"] == "inte hos oss"


def test_the_history_tells_of_rounds_dots_places_and_dissent(shell: Shell, ekero: Path) -> None:
    fax = ids_in(ekero)[0]
    shell.runs("mark", "ekerö", fax, "--dissent", "inte hos oss")
    shell.runs("rank", "ekerö", "B", "--dots", "3", "--give", f"{fax}=4", "--close")
    shell.runs("rank", "ekerö", "B", "--round", "1", "--reopen", "--give", f"{fax}=0")
    shell.runs("rank", "ekerö", "B", "--order", "--give", f"{fax}=1")
    told = shell.runs("history", "ekerö").out
    for line in (
        "B 1  Avvikande mening: inte hos oss",
        "B  Runda började: prickar, 3 per person",
        "B  Prickar: – → 4  (",
        "B  Runda avslutades",
        "B  Runda öppnades igen",
        "B  Prickar: 4 → –  (",
        "B  Runda började: ordning",
        "B  Plats: – → 1  (",
    ):
        assert line in told
