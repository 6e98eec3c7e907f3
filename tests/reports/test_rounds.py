"""Rounds of prioritising on paper: every round, ties as ties, and what has become of notes since."""

from __future__ import annotations

import json

from diskussion_tui.domain.session import changes, rounds
from diskussion_tui.domain.session.records import Round
from diskussion_tui.domain.story.history import history_of
from diskussion_tui.reports.as_json import session_values
from diskussion_tui.reports.cells import cells
from diskussion_tui.reports.formats.text import text
from diskussion_tui.reports.history import history
from diskussion_tui.reports.paper import blank
from diskussion_tui.texts import words
from tests.support.builders import Group, small_workbook
from tests.support.pages import answers, plain

LONG = "Gröna tak och väggar på alla hus som byggs eller rustas upp i staden under de kommande tjugo åren"


def ranked(*dots: int, method: str = "prickar") -> tuple[Group, tuple[str, ...]]:
    """A group with a note for each number, given in a closed round."""
    group = Group()
    notes = group.says(*("Bänkar", "Träd", LONG)[: len(dots)], kind="bort")
    group.does(rounds.begin_round, group.new_id(), "A", method, 3)
    (of,) = group.session.current(Round)
    give = rounds.give_dots if method == "prickar" else rounds.put_in_order
    for note, points in zip(notes, dots, strict=True):
        group.does(give, of.id, note, points)
    group.does(rounds.close_round, of.id)
    return group, notes


def page(group: Group, language: str = "sv", width: int = 60) -> str:
    return answers(group.session, small_workbook(), words(language), width)


def test_a_round_stands_with_places_and_dots_and_those_that_share_a_place_are_seen_to():
    group, _ = ranked(4, 4, 1)
    said = page(group, width=80)
    assert "Prioriterat: A Parken 2040\n" in said
    lines = [line.split() for line in said.partition("Runda 1")[2].splitlines()]
    assert lines[3] == ["Bänkar", "1–2", "4"]
    assert lines[4] == ["Träd", "1–2", "4"]
    assert lines[5][:2] == ["Gröna", "tak"]
    assert lines[5][-2:] == ["3", "1"]
    assert max(map(cells, page(group, width=60).splitlines())) <= 60


def test_an_order_stands_without_dots_and_every_round_is_there():
    group, notes = ranked(1, 1, method="ordning")
    group.does(rounds.begin_round, group.new_id(), "A", "prickar", 1)
    said = page(group, "en")
    assert "Round 1 · in order · 2026-05-12 12:00 · closed" in " ".join(said.split())
    assert "Round 2 · dots, 1 each · 2026-05-12 12:00 · going on" in " ".join(said.split())
    assert [line.split() for line in said.partition("Round 1")[2].splitlines()[3:5]] == [
        ["Träd", "1"],
        ["Bänkar", "2"],
    ]
    assert notes


def test_what_became_of_a_note_is_told_beside_its_place():
    group, notes = ranked(4, 3, 2)
    group.does(changes.withdraw, notes[0])
    group.does(changes.purge, notes[1])
    group.does(changes.move, notes[2], "E.A", "")
    said = " ".join(page(group).partition("Runda 1")[2].split())
    assert "borttagen 1 4 raderad för gott 2 3 Gröna tak" in said
    assert said.partition(" Diskussionens id:")[0].endswith("(flyttad till E A)")
    assert "Bänkar" not in said
    assert "Träd" not in said


def test_the_whole_workbook_has_the_rounds_before_what_is_only_read():
    group, _ = ranked(4)
    said = plain(group.session, small_workbook(), words("sv"), 60)
    assert said.index("Prioriterat: A") < said.index("Tack!")
    assert "Prioriterat" not in text(blank(small_workbook(), words("sv")), 60)


def test_json_has_every_round_with_its_standings():
    group, notes = ranked(4, 4)
    (of,) = json.loads(json.dumps(session_values(group.session)))["rounds"]
    assert (of["section"], of["method"], of["each"], of["closed"], of["given"]) == (
        "A",
        "prickar",
        3,
        True,
        8,
    )
    assert of["result"][1] == {
        "note": notes[1],
        "text": "Träd",
        "points": 4,
        "inherited": 0,
        "first": 1,
        "last": 2,
        "state": "",
    }


def test_history_tells_a_round_from_beginning_to_end():
    group, _ = ranked(4)
    group.undoes()
    group.undoes()
    group.undoes()
    said = history(group.session, history_of(group.session), words("sv"), 60)
    for line in (
        "A  Runda började: prickar, 3 per person",
        "A  Prickar: – → 4  (",
        "A  Runda avslutades",
        "A  Runda öppnades igen",
        "A  Prickar: 4 → –  (",
        "A  Runda borttagen",
    ):
        assert line in said


def test_history_tells_the_words_of_a_dissent_and_that_they_were_changed():
    group = Group()
    (note,) = group.says("Bänkar")
    group.does(changes.toggle_dissent, note)
    group.does(changes.word_dissent, note, "inte här")
    group.does(changes.word_dissent, note, "")
    group.does(changes.toggle_dissent, note)
    said = history(group.session, history_of(group.session), words("sv"), 70)
    told = [line for line in said.splitlines() if "vvikande" in line]
    assert [line[12:].strip().partition("  (")[0] for line in told] == [
        "Avvikande mening",
        "Avvikande mening: inte här",
        "Den avvikande meningens ord borttagna",
        "Avvikande mening borttagen",
    ]
