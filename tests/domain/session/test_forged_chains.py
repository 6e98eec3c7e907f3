"""A file that somebody has put together so that the program runs away: notes that name each other as what they were merged from.

Counted in calls, lengths and comparisons. Eight hundred such notes took a minute to print, and ten thousand would have
taken hours.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.analysis.said import said_in
from diskussion_tui.domain.session.conclusions import notes_behind
from diskussion_tui.domain.session.fold import fold, session_of
from diskussion_tui.domain.session.merging import leaves_of, originals_of
from diskussion_tui.domain.session.records import Conclusion, Note, Round, Vote
from diskussion_tui.domain.session.rounds import standings
from diskussion_tui.reports import read_aloud
from diskussion_tui.reports.as_json import session_values
from diskussion_tui.reports.exporting import Export, made
from diskussion_tui.reports.formats.text import text
from diskussion_tui.reports.report import report
from diskussion_tui.store.files.codec import Encoder
from diskussion_tui.texts import words
from tests.support.builders import NOON, Group
from tests.support.steps import Compared, grows_with

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from diskussion_tui.domain.session.session import Session

HEAD = Group().session.head
NOBODY = 999_999
"""The number of a note that is in no file."""


def _id(number: int) -> str:
    return f"01JE8AYGD8W7RQ5T{number:010d}"


def _note(number: int, sources: Iterable[int] = (), into: int | None = None, **said: object) -> Note:
    note = Note(
        id=_id(number),
        change=f"01JE8AYGD8W7RQ4T{number:010d}",
        writer="anna",
        at=NOON,
        question="A.2",
        text=f"rad {number}",
        sources=tuple(map(_id, sources)),
        merged_into="" if into is None else _id(into),
    )
    return replace(note, **said)  # type: ignore[arg-type]


def _apart(length: int) -> list[Note]:
    """Each names the one before as a source, and all of them stand."""
    return [_note(one, [one - 1] if one else ()) for one in range(length)]


def _into_nobody(length: int) -> list[Note]:
    """A chain of which each says that it is part of a note that is not there, and as many that name its last as a source."""
    half = length // 2
    chain = [_note(one, [one - 1] if one else (), NOBODY) for one in range(half)]
    return chain + [_note(half + one, [half - 1]) for one in range(half)]


def _withdrawn(length: int) -> list[Note]:
    """Each is part of the next, and all of them lie in the bin."""
    last = length - 1
    return [
        _note(one, [one - 1] if one else (), one + 1 if one < last else None, gone=True)
        for one in range(length)
    ]


def _parked(length: int) -> list[Note]:
    return [replace(one, parked=True) for one in _apart(length)]


def _merged(length: int) -> list[Note]:
    """As the program makes them: each is part of the next, and the last alone stands."""
    last = length - 1
    return [_note(one, [one - 1] if one else (), one + 1 if one < last else None) for one in range(length)]


def _wide(length: int) -> list[Note]:
    """All of them are part of one."""
    return [*(_note(one, (), length) for one in range(length)), _note(length, range(length))]


SHAPES: dict[str, Callable[[int], list[Note]]] = {
    "apart": _apart,
    "into nobody": _into_nobody,
    "withdrawn": _withdrawn,
    "parked": _parked,
    "merged": _merged,
    "wide": _wide,
}


def _session(shape: str, length: int, *more: Conclusion | Round | Vote) -> Session:
    return session_of((HEAD, *SHAPES[shape](length), *more))


@pytest.mark.parametrize("length", [800, 10_000])
@pytest.mark.parametrize("shape", SHAPES)
def test_all_notes_together_tell_no_more_originals_than_there_are(shape: str, length: int):
    session = _session(shape, length)
    shown = [*session.notes(), *session.parked(), *session.withdrawn()]
    told = [one.id for note in shown for one in originals_of(session, note)]
    assert len(told) <= length
    assert sum(leaves_of(session, note) for note in shown) <= length
    assert {one.id for one in shown} | set(told) == {_id(one) for one in range(len(SHAPES[shape](length)))}


def _telling(session: Session) -> dict[str, Callable[[], object]]:
    said = words("sv")
    return {
        "printed": lambda: text(report(session, None, said), 80),
        "json": lambda: session_values(session),
        "aloud": lambda: read_aloud.discussion(session, None, said),
        "searched": lambda: list(said_in(session)),
    }


@pytest.mark.parametrize("way", ["printed", "json", "aloud", "searched"])
@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_as_many_notes_are_told_in_about_four_times_as_many_steps(shape: str, way: str):
    assert grows_with(150, lambda length: _telling(_session(shape, length))[way]) < 5


@pytest.mark.parametrize("shape", SHAPES)
def test_the_archive_tells_them_in_about_four_times_as_many_steps(shape: str):
    def packed(length: int) -> Callable[[], object]:
        export = Export(_session(shape, length), None, words("sv"), Encoder().file, history=True)
        return lambda: [made(export, one) for one in ("toml", "json", "csv", "md", "html", "docx")]

    assert grows_with(60, packed) < 5


@pytest.mark.parametrize("language", ["sv", "en"])
def test_what_stands_by_itself_says_so_and_of_how_many_it_was_merged(language: str):
    session, said = _session("apart", 4), words(language)
    page = text(report(session, None, said), 200)
    aloud = read_aloud.discussion(session, None, said, 200)
    told = f"{said.report.merged(1)}, {said.merging.apart}"
    assert (
        page.count(told) == 2
    )  # of notes 2 and 1, under those that name them: note 0 was merged from nothing
    assert aloud.count(f"{said.report.merged(1)} · {said.merging.apart}") == 2
    assert aloud.count(said.merging.apart) == 3
    for number in range(4):
        assert f"rad {number}" in page
        assert f"rad {number}" in aloud


def _compared(do: Callable[[], object]) -> int:
    before = Compared.times
    do()
    return Compared.times - before


def test_thousands_of_notes_that_are_part_of_one_do_not_each_look_through_all_of_them():
    def versions(length: int) -> list[Note]:
        *parts, whole = _wide(length)
        return [*parts, replace(whole, sources=tuple(map(Compared, whole.sources)))]

    found: list[Session] = []
    one, four = (
        _compared(lambda length=length: found.append(session_of((HEAD, *versions(length)))))
        for length in (200, 800)
    )
    assert four <= 5 * one
    starred = [replace(session.notes()[0], rev=2, change=_id(NOBODY), star=True) for session in found]
    one, four = (_compared(lambda at=at: fold(found[at], [starred[at]])) for at in (0, 1))
    assert four <= 5 * one
    resting = Conclusion(id="x", change="c", writer="anna", at=NOON, kind="slutsats", text="så")
    rests = [replace(resting, notes=tuple(map(_id, range(length)))) for length in (200, 800)]
    one, four = (_compared(lambda at=at: notes_behind(found[at], rests[at])) for at in (0, 1))
    assert four <= 5 * one


def test_a_conclusion_that_rests_on_every_link_of_a_chain_finds_its_end_in_one_walk():
    def resting(length: int) -> Callable[[], object]:
        rests = Conclusion(
            id="x",
            change="c",
            writer="anna",
            at=NOON,
            kind="slutsats",
            text="så",
            notes=tuple(map(_id, range(length))),
        )
        session = _session("merged", length, rests)
        assert notes_behind(session, rests) == session.notes()
        return lambda: notes_behind(session, rests)

    assert grows_with(200, resting) < 5


def test_dots_given_to_every_link_of_a_chain_are_counted_in_one_walk():
    ranked = Round(id="r", change="r", writer="anna", at=NOON, section="A", method="prickar", each=3)

    def votes(length: int) -> list[Vote]:
        return [
            Vote(
                id=f"r.{_id(one)}",
                change="v",
                writer="anna",
                at=NOON,
                round="r",
                note=_id(one),
                points=1,
            )
            for one in range(length)
        ]

    def counted(shape: str) -> Callable[[int], Callable[[], object]]:
        def of(length: int) -> Callable[[], object]:
            session = _session(shape, length, ranked, *votes(length))
            return lambda: standings(session, ranked)

        return of

    session = _session("merged", 200, ranked, *votes(200))
    assert [(one.note, one.points) for one in standings(session, ranked)] == [(_id(199), 200)]
    for shape in ("merged", "apart"):
        assert grows_with(200, counted(shape)) < 5
