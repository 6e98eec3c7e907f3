"""What must hold of a workbook besides its types, at the very edge of each rule."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from diskussion_tui.content.checks import check
from diskussion_tui.domain.workbook import layout
from diskussion_tui.domain.workbook.workbook import Bullet, Workbook
from diskussion_tui.texts import words
from tests.support.builders import small_workbook

SV = words("sv")
ROOM = layout.BIG_LINES - 1
LINE = "x" * 60


def _section(book: Workbook, **altered: Any) -> Workbook:
    return replace(book, sections=(replace(book.sections[0], **altered),))


def _question(book: Workbook, text: str) -> Workbook:
    first, *others = book.sections[0].questions
    return _section(book, questions=(replace(first, text=text), *others))


def _fills(book: Workbook, lines: int) -> dict[str, Workbook]:
    """The workbook with so many lines in each place that the room is shown."""
    return {
        "a picture": _section(book, lead=(LINE,), bullets=(Bullet("punkt"),) * (lines - 1)),
        "an introduction": replace(book, introduction=replace(book.introduction, bullets=("punkt",) * lines)),
    }


def test_the_small_workbook_is_in_order() -> None:
    assert check(small_workbook(), SV) == []


@pytest.mark.parametrize("what", ["a picture", "an introduction"])
def test_what_fills_the_room_to_the_last_line_fits_and_one_more_does_not(what: str) -> None:
    assert check(_fills(small_workbook(), ROOM)[what], SV) == []
    ((path, said, write),) = check(_fills(small_workbook(), ROOM + 1)[what], SV)
    assert path in {("sections", 0), ("introduction",)}
    assert said == SV.problems.too_long.format(lines=ROOM + 1, room=ROOM, columns=layout.BIG_COLUMNS)
    assert write == SV.problems.too_long_write


def test_a_question_leaves_half_of_the_room_to_the_notes() -> None:
    half = " ".join(["x" * layout.BIG_COLUMNS] * (ROOM // 2))
    assert check(_question(small_workbook(), half), SV) == []
    ((path, said, _),) = check(_question(small_workbook(), f"{half} y"), SV)
    assert path == ("sections", 0, "questions", 0)
    assert str(ROOM + 1) in said


@pytest.mark.parametrize(("minutes", "wrong"), [(0, False), (-1, True)])
def test_a_step_takes_no_time_at_the_least(minutes: int, wrong: bool) -> None:
    book = small_workbook()
    book = replace(book, compass=replace(book.compass, minutes=minutes))
    assert (SV.problems.negative_minutes in [row[1] for row in check(book, SV)]) == wrong


@pytest.mark.parametrize(("total", "wrong"), [(19, True), (20, False), (21, True)])
def test_the_minutes_of_the_steps_are_those_of_the_whole(total: int, wrong: bool) -> None:
    rows = check(replace(small_workbook(), total_minutes=total), SV)
    assert [row[0] for row in rows] == [("total_minutes",)] * wrong
    assert all("20" in row[1] and "20" in row[2] for row in rows)
