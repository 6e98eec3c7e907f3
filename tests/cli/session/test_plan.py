"""`diskussion plan`: the run of show from the shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session.changes import set_state
from diskussion_tui.store.session.reading import read_session

if TYPE_CHECKING:
    from tests.support.shell import Said, Shell


def items(said: Said) -> dict[str, dict]:
    return {one["break"] or one["id"]: one for one in said.json()["items"]}


def test_the_run_of_show_is_a_row_for_each_step_with_what_it_comes_to_told_beside(shell: Shell) -> None:
    shell.creates("Ekerö")
    said = shell.runs("plan", "ekerö")
    assert said.code == 0
    assert len(said.lines) == 24
    assert said.lines[0].split() == ["start", "Start", "5", "5", "fast"]
    assert said.lines[-1].startswith("slut ")
    assert all(len(line) <= 80 for line in said.lines)
    assert said.err == "plan 120 min · använt 0 min · ingen sluttid satt\n"


def test_looking_at_the_plan_leaves_the_file_as_it_is(shell: Shell) -> None:
    path = shell.creates("Ekerö")
    before = path.read_bytes()
    shell.runs("plan", "ekerö", "--json")
    assert path.read_bytes() == before


def test_minutes_behaviour_and_skipping_are_changed_together(shell: Shell) -> None:
    shell.creates("Ekerö")
    said = shell.runs(
        *("plan", "ekerö", "--minutes", "B.2=10", "--minutes", "a1=7", "--behaviour", "B.2=fast"),
        *("--behaviour", "A.2=utgå", "--skip", "kompass", "--json"),
    )
    assert said.code == 0
    found = items(said)
    assert (found["B.2"]["minutes"], found["B.2"]["behaviour"]) == (10, "fast")
    assert (found["A.1"]["minutes"], found["A.2"]["behaviour"]) == (7, "kan utgå")
    assert found["kompass"]["skipped"]
    assert not items(shell.runs("plan", "ekerö", "--keep", "kompass", "--json"))["kompass"]["skipped"]


def test_a_break_is_put_in_changed_and_taken_out_by_its_name(shell: Shell) -> None:
    shell.creates("Ekerö")
    said = shell.runs("plan", "ekerö", "--break", "Fika", "--before", "C", "--minutes", "15", "--json")
    found = items(said)
    assert (found["Fika"]["before"], found["Fika"]["minutes"]) == ("C", 15)
    assert list(found).index("Fika") == list(found).index("C") - 1
    assert items(shell.runs("plan", "ekerö", "--minutes", "fika=20", "--json"))["Fika"]["minutes"] == 20
    assert "Fika" not in items(shell.runs("plan", "ekerö", "--no-break", "fika", "--json"))


def test_an_end_is_set_and_taken_back(shell: Shell) -> None:
    path = shell.creates("Ekerö")
    shell.runs("plan", "ekerö", "--ends", "16:00")
    ends = read_session(path).session.head.ends
    assert ends is not None
    assert ends.strftime("%Y-%m-%d %H:%M") == "2026-05-12 16:00"
    assert "ni slutar 16:00" in shell.runs("plan", "ekerö").err
    shell.runs("plan", "ekerö", "--ends", "-")
    assert read_session(path).session.head.ends is None


def test_the_plan_follows_how_earlier_discussions_went(shell: Shell) -> None:
    for minutes in (6, 8, 20):
        workshop = shell.opens(shell.creates(f"Bord {minutes}"))
        workshop.enter("start")
        shell.clock.passes(minutes=minutes)
        workshop.timing.enter("A.1")
        workshop.close()
    shell.creates("Ekerö")
    said = shell.runs("plan", "ekerö", "--as-before", "--json")
    assert said.code == 0
    assert items(said)["start"]["minutes"] == 8


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("--minutes", "Q.9=5"), "Momentet ”Q.9” finns inte"),
        (("--minutes", "B.2=många"), "säger inte vilka minuter"),
        (("--minutes", "B.2=601"), "säger inte vilka minuter"),
        (("--minutes", "10"), "hör till en paus"),
        (("--before", "C"), "hör till en paus"),
        (("--break", "Fika", "--before", "C"), "En paus behöver"),
        (("--behaviour", "B.2=seg"), "går inte att välja vid tidsbrist"),
        (("--no-break", "Fika"), "ingen paus som heter ”Fika”"),
        (("--ends", "25:00"), "är inget giltigt klockslag"),
        (("--skip", "A.1", "--skip", "hej"), "Momentet ”hej” finns inte"),
    ],
)
def test_what_is_not_understood_changes_nothing(shell: Shell, given: tuple, told: str) -> None:
    path = shell.creates("Ekerö")
    before = path.read_bytes()
    said = shell.runs("plan", "ekerö", *given)
    assert (said.code, said.out) == (2, "")
    assert told in said.err
    assert path.read_bytes() == before


def test_nothing_to_change_is_said(shell: Shell) -> None:
    shell.creates("Ekerö")
    said = shell.runs("plan", "ekerö", "--minutes", "A.1=5")
    assert said.code == 0
    assert "redan så" in said.err


def test_a_final_discussion_keeps_its_plan(shell: Shell) -> None:
    path = shell.creates("Ekerö")
    workshop = shell.opens(path)
    workshop.do(set_state, "fastställd")
    workshop.close()
    said = shell.runs("plan", "ekerö", "--minutes", "A.1=9")
    assert said.code == 1
    assert "fastställd" in said.err
    assert items(shell.runs("plan", "ekerö", "--json"))["A.1"]["minutes"] == 5


def test_the_history_tells_of_the_plan_in_words(shell: Shell) -> None:
    shell.creates("Ekerö")
    shell.runs("plan", "ekerö", "--minutes", "A.1=9", "--ends", "23:00")
    shell.runs("plan", "ekerö", "--minutes", "A.1=8", "--skip", "A.1")
    shell.runs("plan", "ekerö", "--break", "Fika", "--before", "C", "--minutes", "15")
    shell.runs("plan", "ekerö", "--no-break", "Fika")
    told = shell.runs("history", "ekerö").out
    for words in (
        "A 1  Körschema: 9 min, körschema: kan kortas",
        "A 1  Körschema: 9 → 8 min",
        "A 1  Hoppas över",
        "Slutar: 2026-05-12 23:00",
        "Fika  Paus in: Fika",
        "Fika  Paus borttagen: Fika",
    ):
        assert words in told, told
