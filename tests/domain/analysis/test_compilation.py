"""A compilation's numbers: what they count, what lies behind each, and that no order of files changes any."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diskussion_tui.domain.analysis.compilation import Coded, Given, compiled, unit_of
from diskussion_tui.domain.analysis.compilation_cells import KIND, NOTES, SUMS, VERDICT, Ref
from diskussion_tui.domain.analysis.said import (
    Discussion,
    Said,
    concluded_in,
    discussion_of,
    said_in,
)
from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.conclusions import conclude, read
from diskussion_tui.domain.session.merging import merge
from diskussion_tui.domain.session.parking import park
from tests.support.builders import Group

if TYPE_CHECKING:
    from diskussion_tui.domain.analysis.compilation import Compilation

LAW = settings(max_examples=30)
KINDS = ("", "avveckla", "nyutveckla")
THEMES = ("fax", "kontinuitet", "väntan")


@st.composite
def discussion(draw: st.DrawFn, number: int = 0) -> Given:
    """A discussion with a few notes of every sort."""
    told = Discussion(
        f"D{number:02}",
        draw(st.sampled_from(("Ekerö", "Ekerö, bord 2", "Järva"))),
        dt.date(2026, draw(st.integers(1, 4)), draw(st.integers(1, 28))),
        unit=draw(st.sampled_from(("", "Geriatriken", " geriatriken"))),
        participants=draw(st.integers(0, 12)),
        verdicts=draw(
            st.dictionaries(st.sampled_from(("A.1", "B.1")), st.sampled_from(("ja", "nej")), max_size=2)
        ),
    )
    said = tuple(
        Said(
            told,
            f"N{number:02}{place}",
            draw(st.sampled_from(("A.2", "B.2", "E.A"))),
            draw(st.sampled_from(KINDS)),
            draw(st.sampled_from(("Bort med #fax", "Mer tid", "#Fax och #väntan"))),
            supporters=draw(st.integers(0, 3)),
            dissent=draw(st.booleans()),
            places=draw(st.sampled_from(((), ("akut/Närakuter",), ("akut/Närakuter", "Psykiatri")))),
            parked=draw(st.booleans()),
            withdrawn=draw(st.booleans()),
        )
        for place in range(draw(st.integers(0, 4)))
    )
    made = tuple(
        Said(told, f"C{number:02}{place}", "B", "", "Ring", sort="åtgärd", done=draw(st.booleans()))
        for place in range(draw(st.integers(0, 2)))
    )
    return Given(told, said, made, (f"{number:064x}",))


@st.composite
def folder(draw: st.DrawFn) -> tuple[tuple[Given, ...], Coded]:
    """A folder of discussions, some of their notes coded."""
    those = tuple(draw(discussion(number)) for number in range(draw(st.integers(0, 4))))
    ids = [note.id for one in those for note in one.said]
    themes = {
        note: draw(st.frozensets(st.sampled_from(THEMES), max_size=2)) for note in ids if draw(st.booleans())
    }
    return those, Coded(themes)


def of(those: tuple[Given, ...], coding: Coded | None = None) -> Compilation:
    return compiled(those, None, coding, KINDS[1:], ("ja", "delvis"))


@LAW
@given(folder(), st.randoms(use_true_random=False))
def test_the_order_of_files_changes_nothing(given_: tuple[tuple[Given, ...], Coded], order: object) -> None:
    those, coding = given_
    shuffled = list(those)
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    assert repr(of(tuple(shuffled), coding)) == repr(of(those, coding))


@LAW
@given(folder())
def test_every_number_is_how_many_lie_behind_it(given_: tuple[tuple[Given, ...], Coded]) -> None:
    found = of(*given_)
    for cell in found.cells():
        assert cell.column in SUMS or cell.value == len(tuple(iter(cell.behind))), cell.id
        assert set(found.behind(cell)) == set(cell.behind)
        known = {*map(Ref, found.discussions), *found.notes, *found.concluded}
        known |= {Ref(key, question) for key, one in found.discussions.items() for question in one.verdicts}
        assert set(cell.behind) <= known


@LAW
@given(folder())
def test_what_adds_up_adds_up(given_: tuple[tuple[Given, ...], Coded]) -> None:
    found = of(*given_)
    notes = found.cell("counts", "all", NOTES)
    assert notes
    assert notes.value == len(found.notes)
    for name in ("parts", "months", "units"):
        assert sum(line.cells[NOTES].value for line in found.tables[name].lines) == notes.value
    for name, begins in (("parts", KIND), ("themes", KIND), ("compass", KIND), ("verdicts", VERDICT)):
        table = found.tables[name]
        for line in table.lines:
            parts = [line.cells[one].value for one in table.columns if one.startswith(begins)]
            assert sum(parts) == line.cells[NOTES].value
    people = found.cell("counts", "all", "participants")
    assert people
    assert people.value == sum(one.participants for one in found.discussions.values())


@LAW
@given(folder())
def test_another_discussion_takes_nothing_away(given_: tuple[tuple[Given, ...], Coded]) -> None:
    those, coding = given_
    if not those:
        return
    fewer, all_of_them = of(those[:-1], coding).numbers(), of(those, coding).numbers()
    steady = {key: value for key, value in fewer.items() if not key.startswith(("saturation/", "supported/"))}
    assert all(all_of_them.get(key, 0) >= value for key, value in steady.items())


@LAW
@given(folder())
def test_only_what_is_in_force_counts(given_: tuple[tuple[Given, ...], Coded]) -> None:
    those, coding = given_
    without = tuple(
        replace(one, said=tuple(note for note in one.said if not (note.parked or note.withdrawn)))
        for one in those
    )
    assert of(without, coding).numbers() == of(those, coding).numbers()


def given_by(group: Group) -> Given:
    session = group.session
    return Given(discussion_of(session), tuple(said_in(session)), tuple(concluded_in(session)))


def test_a_merged_note_counts_once_and_parked_and_withdrawn_ones_not_at_all() -> None:
    group = Group(name="Ekerö")
    one, other, gone, parked = group.says("Bort med #fax", "Faxen bort", "Nej", "Sedan", kind="bort")
    group.does(merge, group.ids(), (one, other))
    group.does(changes.withdraw, gone)
    group.does(park, parked)
    found = compiled((given_by(group),))
    assert found.numbers()["counts/all/notes"] == 1
    assert found.numbers()["parts/A/kind.bort"] == 1


def test_an_action_taken_along_is_one_and_the_latest_discussion_says_whether_it_is_done() -> None:
    group = Group(name="Ekerö")
    action = read("Ring @regionen", "åtgärd", (), dt.date(2026, 5, 12))
    group.does(conclude, group.ids(), "åtgärd", action)
    first = given_by(group)
    later = replace(first.discussion, id="Z", date=dt.date(2027, 1, 1))
    done = replace(first.concluded[0], discussion=later, done=True)
    found = compiled((Given(later, (), (done,)), first))
    assert {key: value for key, value in found.numbers().items() if key.startswith("actions/")} == {
        "actions//done": 1,
        "actions//discussions": 1,
        "actions//units": 1,
    }


def plain(number: int, theme_at: int) -> tuple[Given, str]:
    told = Discussion(
        f"D{number:02}", f"Enhet {chr(65 + number)}", dt.date(2026, 1, 1) + dt.timedelta(number)
    )
    return Given(told, (Said(told, f"N{number:02}", "A.2", "", "Text"),)), f"t{min(number, theme_at)}"


def test_nothing_new_in_the_last_tenth_is_settled_and_too_few_never_are() -> None:
    made = [plain(number, 6) for number in range(12)]
    coding = Coded({f"N{number:02}": frozenset((theme,)) for number, (_one, theme) in enumerate(made)})
    found = compiled((one for one, _theme in made), coded=coding)
    assert found.settled == 7
    assert [line.cells["themes"].value for line in found.tables["saturation"].lines][:8] == [*range(1, 8), 7]
    assert compiled((one for one, _theme in made[:9]), coded=coding).settled == 0
    fresh = [plain(number, 99) for number in range(12)]
    new = Coded({f"N{number:02}": frozenset((theme,)) for number, (_one, theme) in enumerate(fresh)})
    assert compiled((one for one, _theme in fresh), coded=new).settled == 0


@pytest.mark.parametrize(("coded", "told"), [(1, 0), (8, 0), (9, 12), (10, 12)])
def test_discussions_of_which_little_is_coded_say_nothing_of_saturation(coded: int, told: int) -> None:
    givens, themes = [], {}
    for number in range(12):
        discussion = plain(number, 0)[0].discussion
        notes = tuple(Said(discussion, f"N{number:02}{one}", "A.2", "", f"Text {one}") for one in range(10))
        givens.append(Given(discussion, notes))
        themes |= {note.id: frozenset(("vård",)) for note in notes[:coded]}
    found = compiled(givens, coded=Coded(themes))
    assert len(found.tables["saturation"].lines) == told
    assert found.settled == (1 if told else 0)


def test_with_a_query_only_discussions_count_in_which_something_was_meant() -> None:
    one, other = Group(name="Ekerö"), Group(name="Järva")
    one.says("Bort med fax")
    other.says("Mer tid")
    those = (given_by(one), replace(given_by(other), discussion=replace(given_by(other).discussion, id="Z")))
    found = compiled(those, lambda note: "fax" in note.text)
    assert (len(found.discussions), len(found.notes)) == (1, 1)
    assert compiled(those).numbers()["counts/all/discussions"] == 2


def test_what_is_in_two_files_is_told() -> None:
    group = Group(name="Ekerö")
    group.says("Bort med fax")
    first = given_by(group)
    copy = replace(first, discussion=replace(first.discussion, id="Z"))
    found = compiled((first, copy))
    assert len(found.notes) == 2
    assert found.twice == (first.said[0].id,)


@LAW
@given(folder())
def test_spread_is_in_how_many_discussions_and_units_the_notes_were_said(
    given_: tuple[tuple[Given, ...], Coded],
) -> None:
    found = of(*given_)
    for name in ("parts", "themes", "tags", "compass"):
        for line in found.tables[name].lines:
            said_in_them = {ref.discussion for ref in line.cells[NOTES].behind}
            assert line.cells["discussions"].value == len(said_in_them)
            assert line.cells["units"].value == len({unit_of(found.discussions[key]) for key in said_in_them})


@LAW
@given(st.lists(st.sets(st.sampled_from("abcdefghi"), max_size=4), max_size=5), st.booleans())
def test_a_note_that_stands_in_several_discussions_is_told_wherever_its_id_lies(ids, asked: bool) -> None:
    givens = []
    for number, those in enumerate(ids):
        told = Discussion(f"D{number}", "Ekerö", dt.date(2026, 1, 1))
        notes = tuple(Said(told, one, "A.2", "", "fax") for one in sorted(those, reverse=number % 2 == 1))
        givens.append(Given(told, notes, (), (f"{number:064}",)))
    found = compiled(givens, (lambda _note: True) if asked else None)
    every = sorted(one for those in ids for one in those)
    assert found.twice == tuple(sorted({one for one in every if every.count(one) > 1}))
