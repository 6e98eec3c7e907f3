"""`diskussion history` at the shell; how each deed is worded is told in tests/reports."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.cli.kit.finding import MOST_CANDIDATES
from diskussion_tui.domain.session import changes

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.shell import Shell


@pytest.fixture
def evening(shell: Shell) -> tuple[str, str]:
    """The ids of two notes: the first reworded, withdrawn, brought back by undo and taken away again by redo."""
    workshop = shell.opens(shell.creates("Ekerö"))
    workshop.add_notes("B.2", ["Fax", "Köer"], "avveckla")
    first, second = (note.id for note in workshop.session.notes())
    for step in (
        lambda: workshop.do(changes.revise, first, "Faxen"),
        lambda: workshop.do(changes.withdraw, first),
        workshop.undo,
        workshop.redo,
    ):
        shell.clock.passes(minutes=1)
        assert step()
    assert workshop.close() == ""
    return first, second


def in_order(text: str, *pieces: str) -> bool:
    """Whether the pieces stand in a text, one after the other."""
    return bool(re.search(".*".join(map(re.escape, pieces)), text, re.DOTALL))


def test_an_evening_is_told_in_order_in_swedish(shell: Shell, evening: tuple[str, str]) -> None:
    said = shell.runs("history", "ekerö")
    assert (said.code, said.err) == (0, "")
    assert in_order(
        said.out,
        "Ekerö\n─────\nutkast · 6 ändringar\n",
        "2026-05-12\n",
        "12:00  Diskussionen började",
        f"B 2  Ny anteckning  ({evening[0][-4:]})",
        "         − Fax\n",
        "       B 2  Ny anteckning",
        "         − Köer\n",
        "12:01  B 2  Omformulerad",
        "         − Fax\n         → Faxen\n",
        "12:02  B 2  Borttagen",
        "12:03  Ångrat: det som gjordes 12:02",
        "       B 2  Återställd",
        "12:04  Gjort om: det som ångrades 12:03",
        "       B 2  Borttagen",
    )
    assert max(map(len, said.lines)) == 80


def test_an_evening_is_told_in_order_in_english(shell: Shell, evening: tuple[str, str]) -> None:
    said = shell.runs("history", "ekerö", "--lang", "en")
    assert said.code == 0
    assert in_order(
        said.out,
        "draft · 6 changes",
        "12:00  The discussion began",
        f"B 2  New note  ({evening[0][-4:]})",
        "B 2  New note",
        "12:01  B 2  Reworded",
        "− Fax\n",
        "→ Faxen\n",
        "12:02  B 2  Withdrawn",
        "12:03  Undone: what was done at 12:02",
        "B 2  Restored",
        "12:04  Redone: what was undone at 12:03",
        "B 2  Withdrawn",
    )


def test_one_note_is_told_alone_by_the_end_or_the_beginning_of_its_id(
    shell: Shell, evening: tuple[str, str]
) -> None:
    first, second = evening
    told = shell.runs("history", "ekerö", "--note", second[-4:].lower())
    assert told.code == 0
    assert "− Köer" in told.out
    assert "Fax" not in told.out
    assert f"Anteckningen {second} · 1 ändring\n" in told.out
    whole = shell.runs("history", "ekerö", "--note", first)
    assert whole == shell.runs("history", "--note", first[-6:], "ekerö")
    assert whole == shell.runs("history", "ekerö", f"--note={first[:25]}")
    assert "5 ändringar" in whole.out
    assert "Köer" not in whole.out


def test_what_the_history_prints_behind_a_note_names_it(shell: Shell, evening: tuple[str, str]) -> None:
    short = re.findall(r"\((\w+)\)\s", shell.runs("history", "ekerö").out)
    named = [shell.runs("history", "ekerö", "--note", one) for one in short[:2]]
    assert [said.code for said in named] == [0, 0]
    assert [id_ in said.out for id_, said in zip(evening, named, strict=True)] == [True, True]


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ("ÖÖÖÖ", "Ingen anteckning har ett id som börjar eller slutar på ”ÖÖÖÖ”."),
        ("ÖÖÖ", "”ÖÖÖ” är för kort. Skriv minst 4 tecken"),
        ("", "Ange vilken anteckning: "),
    ],
)
def test_an_id_that_no_note_has_is_refused_with_the_notes_there_are(
    shell: Shell, evening: tuple[str, str], given: str, sentence: str
) -> None:
    said = shell.runs("history", "ekerö", "--note", given)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(sentence)
    assert f"\n  {evening[0]}  B 2  Faxen\n  {evening[1]}  B 2  Köer\n" in said.err


def test_an_id_that_fits_several_is_refused_with_those_it_fits(
    shell: Shell, evening: tuple[str, str]
) -> None:
    shell.clock.passes(days=400)
    later = shell.runs("note", "ekerö", "-q", "B.1", "Senare").out.strip()
    said = shell.runs("history", "ekerö", "--note", evening[0][:8])
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"”{evening[0][:8]}” passar in på flera anteckningar.")
    assert [note in said.err for note in (*evening, later)] == [True, True, False]
    assert "matches several notes" in shell.runs("history", "e", "--note", evening[0][:8], "--lang", "en").err


def test_more_candidates_than_there_is_room_for_are_counted(shell: Shell) -> None:
    shell.creates("Ekerö")
    shell.runs("note", "ekerö", "-q", "B.1", stdin="\n".join("ord" * 40 for _ in range(MOST_CANDIDATES + 3)))
    rows = shell.runs("history", "ekerö", "--note", "ÖÖÖÖ").err.splitlines()[1:]
    assert len(rows) == MOST_CANDIDATES + 1
    assert rows[-1] == "  … och 3 till"
    assert max(map(len, rows)) <= 80


def test_a_discussion_without_notes_says_so(shell: Shell) -> None:
    shell.creates("Ekerö")
    said = shell.runs("history", "ekerö", "--note", "01KR")
    assert (said.code, said.err) == (2, "Diskussionen har inga anteckningar.\n")


def test_the_history_as_json_is_one_document(shell: Shell, evening: tuple[str, str]) -> None:
    found = shell.runs("history", "ekerö", "--json").json()
    assert found["session"]["name"] == "Ekerö"
    assert [entry["act"] for entry in found["history"]] == [*["did"] * 4, "undid", "redid"]
    alone = shell.runs("history", "ekerö", "--note", evening[1], "--json").json()
    assert [part["id"] for entry in alone["history"] for part in entry["parts"]] == [evening[1]]


def test_the_history_of_an_open_discussion_is_told_and_leaves_no_trace(shell: Shell) -> None:
    workshop = shell.opens(shell.creates("Ekerö"))
    workshop.add_notes("B.1", ["Nyss sagt"])
    assert workshop.flush() == ""
    before = {path: path.read_bytes() for path in shell.folder.rglob("*") if path.is_file()}
    assert "Nyss sagt" in shell.runs("history", "ekerö").out
    assert {path: path.read_bytes() for path in shell.folder.rglob("*") if path.is_file()} == before
    workshop.close()


def test_what_was_changed_in_the_file_of_an_open_discussion_says_so(shell: Shell) -> None:
    path = shell.creates("Ekerö")
    workshop = shell.opens(path)
    workshop.add_notes("B.1", ["Sagt"])
    assert workshop.flush() == ""
    edited(path, 'name = "Ekerö"', 'name = "Nacka"')
    workshop.do(changes.set_details, {"place": "här"})
    workshop.close()
    said = shell.runs("history", "nacka")
    assert "       Ändrad i filen, okänt när\n       Namn: Ekerö → Nacka\n" in said.out


def edited(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def test_what_could_not_be_read_of_a_file_is_told_beside_the_rest(shell: Shell) -> None:
    path = shell.creates("Ekerö")
    shell.runs("note", "ekerö", "-q", "B.1", "Hel")
    path.write_text(path.read_text(encoding="utf-8") + "\n[[notes]]\nid = \n", encoding="utf-8")
    said = shell.runs("history", "ekerö")
    assert said.code == 0
    assert "• Hel" in said.out
    assert (said.err, said.code) == (shell.runs("show", "ekerö", "--notes").err, 0)
    assert "rad " in said.err


def test_a_discussion_must_be_named_and_be_there(shell: Shell) -> None:
    assert shell.runs("history").err.startswith("Ange vilken diskussion")
    assert shell.runs("history", "ingen").code == 2


def test_hostile_text_in_a_note_is_only_text(shell: Shell) -> None:
    path = shell.creates("Ekerö")
    shell.runs("note", "ekerö", "-q", "B.1", "[red]{after} %s [[notes]] MÄRKE")
    edited(path, "MÄRKE", "\\u001b[31mröd \\u202e\\u0007slut")
    said = shell.runs("history", "ekerö")
    assert "[red]{after} %s [[notes]] röd �slut" in said.out
    assert not set("\x1b\x07\u202e") & set(said.out)
    refused = shell.runs("history", "ekerö", "--note", "\x1b[31m{given}\u202e")
    assert refused.err.startswith("Ingen anteckning har ett id som börjar eller slutar på ”{given}”.")
