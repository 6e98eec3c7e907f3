"""`diskussion conclude`, `actions`, `park` and `note --group`: what is agreed, from the shell."""

from __future__ import annotations

import csv
import datetime as dt
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar

from diskussion_tui.domain.session.changes import set_state
from diskussion_tui.domain.session.conclusions import tell_done
from diskussion_tui.domain.session.records import Conclusion
from diskussion_tui.store.session.reading import read_session

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.shell import Shell


def made(path: Path) -> list[tuple[str, str, str, str, dt.date | None]]:
    found = read_session(path).session.current(Conclusion)
    return [(one.kind, one.section, one.text, one.owner, one.due) for one in found]


def test_an_action_takes_owner_and_last_day_from_its_words_and_its_id_is_printed(shell: Shell) -> None:
    path = shell.creates("Ekerö")
    said = shell.runs("conclude", "ekerö", "--action", "Ring @Anna senast 1/12", "--section", "b")
    assert (said.code, said.err) == (0, "")
    assert made(path) == [("åtgärd", "B", "Ring @Anna senast 1/12", "Anna", dt.date(2026, 12, 1))]
    assert said.out.strip() == read_session(path).session.current(Conclusion)[0].id


def test_owner_and_day_that_are_given_count_before_those_in_the_words(shell: Shell) -> None:
    path = shell.creates("Ekerö")
    given = ("--action", "Ring @Anna senast 1/12", "--owner", "Bo", "--due", "3 mars")
    assert shell.runs("conclude", "ekerö", *given).code == 0
    assert made(path) == [("åtgärd", "", "Ring @Anna senast 1/12", "Bo", dt.date(2027, 3, 3))]


def test_a_conclusion_rests_on_the_notes_that_are_named_by_the_ends_of_their_ids(shell: Shell) -> None:
    path = shell.creates("Ekerö")
    ids = shell.runs("note", "ekerö", "-q", "B.1", stdin="Fax\nKöer\n").lines
    ends = ",".join(one[-12:] for one in ids)
    assert shell.runs("conclude", "ekerö", "--conclusion", "En väg in", "--notes", ends).code == 0
    assert shell.runs("conclude", "ekerö", "--message", "Till nämnden").code == 0
    first, second = read_session(path).session.current(Conclusion)
    assert (first.kind, first.notes, second.kind) == ("slutsats", tuple(ids), "medskick")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ((), "--conclusion, --action och --message"),
        (("--action", "a", "--message", "b"), "--conclusion, --action och --message"),
        (("--conclusion", "a", "--owner", "Bo"), "Bara en åtgärd har ansvarig"),
        (("--action", "a", "--due", "31/2"), "”31/2” är inget giltigt datum"),
        (("--action", "Ring senast 31/2"), "Datumet 31/2 finns inte."),
        (("--action", "a", "--section", "Q"), "Delarna är A, B, C, D"),
        (("--action", "a", "--notes", "01ZZ"), "inga anteckningar"),
        (("--action", " "), "Det kom ingen text"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_nothing_is_written(
    shell: Shell, given: tuple[str, ...], told: str
) -> None:
    path = shell.creates("Ekerö")
    said = shell.runs("conclude", "ekerö", *given)
    assert said.code == 2
    assert told in said.err
    assert made(path) == []


def test_a_day_that_is_none_in_the_words_gives_way_to_one_that_is_given(shell: Shell) -> None:
    path = shell.creates("Ekerö")
    assert shell.runs("conclude", "ekerö", "--action", "Ring senast 31/2", "--due", "2026-12-01").code == 0
    (action,) = read_session(path).session.current(Conclusion)
    assert str(action.due) == "2026-12-01"


def test_open_actions_of_all_discussions_are_listed_the_most_urgent_first(shell: Shell) -> None:
    for name, action in (
        ("Ekerö", "Ring @Anna senast 1/12"),
        ("Järva", "Boka @Bo senast 1/6"),
        ("Järva", "Sen"),
    ):
        if not list(shell.folder.glob(f"*{name}*")):
            shell.creates(name)
        assert shell.runs("conclude", name, "--action", action).code == 0
    said = shell.runs("actions")
    assert [line.split("  ")[0] for line in said.lines] == ["2026-06-01", "2026-12-01", "-"]
    assert "Bo" in said.lines[0]
    assert "Järva" in said.lines[0]
    (only,) = shell.runs("actions", "--owner", "@anna", "--json").json()
    assert (only["owner"], only["due"], only["name"]) == ("Anna", "2026-12-01", "Ekerö")


def test_what_is_overdue_says_so_and_what_is_done_comes_when_it_is_asked_for(shell: Shell) -> None:
    path = shell.creates("Ekerö")
    for action in ("Ring @Anna senast 2026-05-01", "=summa(1) @Bo senast 1/12", "Klar"):
        assert shell.runs("conclude", "ekerö", "--action", action).code == 0
    workshop = shell.opens(path)
    (done,) = (one for one in workshop.session.current(Conclusion) if one.text == "Klar")
    workshop.do(tell_done, done.id, done=True)
    workshop.close()
    assert shell.runs("actions").lines[0].split("  ")[:2] == ["2026-05-01", "! försenad"]
    assert len(shell.runs("actions").lines) == 2
    assert "✓ klar" in shell.runs("actions", "--all").lines[-1]
    assert [(one["overdue"], one["done"]) for one in shell.runs("actions", "--all", "--json").json()] == [
        (True, False),
        (False, False),
        (False, True),
    ]


def test_from_the_shell_too_an_action_is_told_to_be_done_also_of_a_final_discussion(shell: Shell) -> None:
    path = shell.creates("Ekerö")
    for action in ("Ring regionen om faxen", "Ring kommunen"):
        shell.runs("conclude", "ekerö", "--action", action)
    workshop = shell.opens(path)
    workshop.do(set_state, "fastställd")
    workshop.close()
    (fax, other) = read_session(path).session.current(Conclusion)
    assert shell.runs("actions", "--done", "ring fax").lines == [fax.id]
    assert shell.runs("actions", "--done", other.id[-6:]).lines == [other.id]
    assert [one.done for one in read_session(path).session.current(Conclusion)] == [True, True]
    assert shell.runs("actions", str(shell.folder), "--not-done", "kommunen", anywhere=True).code == 0
    assert [one.done for one in read_session(path).session.current(Conclusion)] == [True, False]
    before = path.read_bytes()
    several, none = shell.runs("actions", "--done", "ring"), shell.runs("actions", "--done", "xyzzy")
    assert (several.code, none.code) == (2, 2)
    assert "Ring regionen om faxen" in several.err
    assert "Ingen åtgärd" in none.err
    assert shell.runs("actions", "--done", "ring fax", "--not-done", "ring fax").code == 2
    assert path.read_bytes() == before


def test_actions_come_as_a_table_and_as_a_calendar(shell: Shell) -> None:
    shell.creates("Ekerö")
    for action in ("Ring @Anna senast 2026-05-01", "=summa(1) @Bo senast 1/12", "Utan dag"):
        shell.runs("conclude", "ekerö", "--action", action)
    head, *rows = csv.reader(shell.runs("actions", "--csv").lines)
    assert head[:4] == ["Senast", "Läge", "Ansvarig", "Åtgärd"]
    assert [row[:2] for row in rows] == [["2026-05-01", "försenad"], ["2026-12-01", "öppen"], ["", "öppen"]]
    assert "\"'=summa(1)" in shell.runs("actions", "--csv-excel").out  # a spreadsheet takes it for no formula
    found = Calendar.from_ical(shell.runs("actions", "--ics", "--owner", "bo").out)
    (event,) = found.walk("VEVENT")
    assert (event.decoded("dtstart"), event["summary"]) == (
        dt.date(2026, 12, 1),
        "=summa(1) @Bo senast 1/12",
    )
    both = shell.runs("actions", "--ics", "--csv")
    assert (both.code, "--csv eller --ics" in both.err) == (2, True)


def test_where_nothing_is_left_to_do_that_is_said(shell: Shell) -> None:
    shell.creates("Ekerö")
    said = shell.runs("actions")
    assert (said.code, said.out) == (0, "")
    assert "Inga öppna åtgärder" in said.err


def test_a_note_is_parked_and_taken_back(shell: Shell) -> None:
    path = shell.creates("Ekerö")
    (note_id,) = shell.runs("note", "ekerö", "-q", "B.1", "Fax").lines
    assert shell.runs("park", "ekerö", note_id[-8:]).code == 0
    assert [note.text for note in read_session(path).session.parked()] == ["Fax"]
    assert shell.runs("park", "ekerö", note_id).code == 1
    for given in ((), ("--notes",)):
        shown = shell.runs("show", "ekerö", *given).out
        assert "Parkerat" in shown
        assert "• Fax  (B 1)" in shown
    assert shell.runs("park", "ekerö", note_id[-8:], "--back").code == 0
    assert [note.text for note in read_session(path).session.notes()] == ["Fax"]
    assert shell.runs("park", "ekerö", note_id, "--back").code == 1


def test_a_note_carries_the_table_that_speaks(shell: Shell) -> None:
    path = shell.creates("Ekerö")
    assert shell.runs("note", "ekerö", "-q", "B.1", "--group", " Bord  2", "Fax").code == 0
    assert [note.group for note in read_session(path).session.notes()] == ["Bord 2"]


def test_a_discussion_is_shown_with_its_conclusions_on_paper_as_json_and_in_its_history(shell: Shell) -> None:
    shell.creates("Ekerö")
    shell.runs("conclude", "ekerö", "--action", "Ring @Anna senast 1/12", "--section", "B")
    shell.runs("conclude", "ekerö", "--conclusion", "Allt hänger ihop")
    for given in ((), ("--notes",)):
        shown = shell.runs("show", "ekerö", *given).out
        assert "Slutsatser, åtgärder och medskick" in shown
        assert "Ring @Anna senast 1/12 Anna 2026-12-01 öppen B Vårdmöten 2040" in " ".join(shown.split())
        assert "  = Allt hänger ihop  (slutsats, Helheten)" in shown
    values = shell.runs("show", "ekerö", "--json").json()
    assert [(one["kind"], one["due"]) for one in values["conclusions"]] == [
        ("åtgärd", "2026-12-01"),
        ("slutsats", None),
    ]
    assert values["parked"] == []
    told = shell.runs("history", "ekerö").out
    assert "B  Ny åtgärd, ansvarig: Anna, senast: 2026-12-01" in told
    assert "[ ] Ring @Anna senast 1/12" in told
    assert "Ny slutsats" in told


def test_removing_a_note_says_which_conclusion_its_words_may_stand_in(shell: Shell) -> None:
    shell.creates("Ekerö")
    (note_id,) = shell.runs("note", "ekerö", "-q", "B.1", "Anna på femman sa nej").lines
    assert shell.runs("conclude", "ekerö", "--conclusion", "Anna säger nej", "--notes", note_id).code == 0
    said = shell.runs("purge", "ekerö", "--note", note_id, stdin="j\nradera\n", terminal=True)
    assert said.code == 0
    assert (
        "Orden kan stå också i slutsatsen, som blir kvar: Anna säger nej." in said.err.split("är raderad.")[0]
    )
