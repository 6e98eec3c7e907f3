"""What the room reads, at every size: whole words, whole notes, the newest in view, and nothing lost count of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from diskussion_tui.content.source import default_workbook
from diskussion_tui.domain.plan.room import time_of
from diskussion_tui.domain.session import changes
from diskussion_tui.domain.workbook.steps import step_named, steps_of
from diskussion_tui.texts import words
from diskussion_tui.tui.commands import with_keys
from diskussion_tui.tui.rows import row_length
from diskussion_tui.tui.wall.figures import large
from diskussion_tui.tui.wall.layouts import calm_rows, wall_rows
from diskussion_tui.tui.wall.setting import fits_in, windows
from diskussion_tui.tui.wall.stage import Stage
from tests.support.builders import NOON, Group, workbook_in

if TYPE_CHECKING:
    from diskussion_tui.domain.session.session import Session

WORKBOOK = workbook_in(default_workbook())
STEPS = steps_of(WORKBOOK)
SV = with_keys(words("sv"))
SIZES = st.tuples(st.integers(40, 200), st.integers(12, 60))
WORDS = st.text(st.sampled_from("abcåäö"), min_size=1, max_size=16)
NOTES = st.lists(
    st.tuples(
        st.lists(WORDS, min_size=1, max_size=12).map(" ".join),
        st.sampled_from([one.id for one in WORKBOOK.kinds]),
    ),
    max_size=30,
)
HIDDEN = re.compile(r"(\d+) till (ovanför|nedanför)")


def stage(session: Session, step: str, size: tuple[int, int], back: int = 0) -> Stage:
    at = step_named(STEPS, step)
    assert at
    return Stage(WORKBOOK, session, SV, at, time_of(session, STEPS, at, NOON), NOON, *size, back=back)


def lines(of: Stage) -> list[str]:
    rows = wall_rows(of)
    assert len(rows) == of.rows
    assert all(row_length(row) <= of.columns for row in rows)
    return ["".join(text for text, _ in row).rstrip() for row in rows]


def said(notes: list[tuple[str, str]], question: str = "B.2") -> Session:
    group = Group()
    for text, kind in notes:
        group.says(text, question=question, kind=kind if question.endswith("2") else "")
    return group.session


@given(NOTES, SIZES, st.sampled_from(["B.1", "B.2", "B.3", "E.B"]), st.integers(-3, 5))
@settings(max_examples=60)
def test_at_every_size_words_and_notes_are_whole_and_every_note_is_seen_or_counted(
    notes: list[tuple[str, str]], size: tuple[int, int], question: str, back: int
) -> None:
    session = said(notes, question)
    shown = lines(stage(session, question, size, back))
    text = " ".join(shown)
    spoken = {word for note, _ in notes for word in note.split()}
    alien = {word for word in re.findall(r"\b[abcåäö]+\b", text) if word not in spoken}
    assert not {word for word in alien if any(one.startswith(word) and one != word for one in spoken)}
    numbers = [int(found[1]) for line in shown if (found := re.match(r"\s*(?:.*?\s{3,})?(\d+)  \S", line))]
    hidden = sum(int(number) for number, _ in HIDDEN.findall(text))
    assert hidden <= len(notes)
    assert len(set(numbers)) <= len(notes) - hidden or "…" in text


@given(NOTES.filter(bool), SIZES)
@settings(max_examples=40)
def test_the_newest_note_is_in_view(notes: list[tuple[str, str]], size: tuple[int, int]) -> None:
    shown = lines(stage(said(notes), "B.2", size))
    number, first = str(len(notes)), notes[-1][0].split()[0]
    assert any(re.search(rf"(^|\s){number}  (\S )?{first}", line) for line in shown), "\n".join(shown)


@given(NOTES.filter(bool), SIZES)
@settings(max_examples=30)
def test_turning_the_pages_shows_every_note(notes: list[tuple[str, str]], size: tuple[int, int]) -> None:
    session = said(notes, "B.1")
    seen: set[int] = set()
    for back in range(len(notes)):
        for line in lines(stage(session, "B.1", size, back)):
            if found := re.findall(r"(?:^|\s{2,})\s*(\d+)  \S", line):
                seen |= set(map(int, found))
    assert seen >= set(range(1, len(notes) + 1))


@given(SIZES, st.sampled_from(STEPS), st.integers(-4, 4))
@settings(max_examples=60)
def test_every_step_fits_every_window(size: tuple[int, int], step, back: int) -> None:
    shown = lines(stage(said([("Fax", "avveckla")]), step.id, size, back))
    assert any(line.strip() for line in shown)


def test_the_pages_of_a_picture_together_say_all_of_it() -> None:
    section = WORKBOOK.sections[1]
    shown = " ".join(
        " ".join(line.strip() for line in lines(stage(said([]), section.id, (40, 12), -page)))
        for page in range(12)
    )
    for bullet in section.bullets:
        assert all(word in shown for word in bullet.text.split())


@given(st.lists(st.integers(1, 6), max_size=40), st.integers(1, 3), st.integers(6, 30), st.integers(0, 1))
def test_pages_hold_every_block_and_the_newest_and_the_oldest_are_full(
    heights: list[int], columns: int, rows: int, air: int
) -> None:
    fit = fits_in(columns, rows, air)
    parted = windows(heights, fit)
    held = {place for first, end in parted for place in range(first, end)}
    assert held == set(range(len(heights)))
    behind = [(first, end) for first, end in parted[:-1]]
    assert [end for _, end in behind[1:]] == [first for first, _ in behind[:-1]]
    assert all(not heights or fit(heights[first:end]) or end == first + 1 for first, end in parted)
    first, end = parted[0]
    assert first == 0 or not fit(heights[first - 1 : end])
    _, end = parted[-1]
    assert end == len(heights) or not fit(heights[: end + 1])


@given(st.integers(10, 200), st.integers(1, 60))
def test_large_figures_fit_or_are_left_out(width: int, rows: int) -> None:
    figures = large("14:20", width, rows)
    assert len(figures) <= rows
    assert all(cell_len(text) <= width for row in figures for text, _ in row)


@given(SIZES)
def test_the_page_that_waits_fits_every_window(size: tuple[int, int]) -> None:
    rows = calm_rows(SV.wall.waiting_title, SV.wall.waiting, *size)
    assert len(rows) <= size[1]
    assert all(row_length(row) <= size[0] for row in rows)


@given(st.integers(30, 200), st.integers(5, 60))
def test_figures_are_as_large_as_there_is_room_for(width: int, rows: int) -> None:
    figures = large("14:20", width, rows)
    assert figures
    assert len(large("14:20", width + 40, rows + 20)) >= len(figures)
    high, wide = len(figures), cell_len(figures[0][0][0])
    assert high >= min(30, 5 * (rows // 5), 5 * (width // 27))
    assert wide <= width


@pytest.mark.parametrize("size", [(40, 12), (60, 18), (80, 24)])
def test_of_a_note_that_has_no_room_the_room_sees_that_it_goes_on_and_its_hands(
    size: tuple[int, int],
) -> None:
    group = Group()
    group.says("Någon har dikterat allt om remisserna, " * 60, question="B.2", kind="avveckla")
    group.does(changes.support, group.session.notes_of("B.2")[0].id, 12)
    (shown,) = (line for line in lines(stage(group.session, "B.2", size)) if line.strip().startswith("…"))
    assert shown.strip() == "…  ● 12"
    assert shown.startswith("    ")


def test_thanks_stand_under_each_other_however_wide_the_wall_is() -> None:
    group = Group()
    group.says("Fax", question="B.2", kind="avveckla")
    group.does(changes.set_state, "fastställd")
    (counted,) = (line for line in lines(stage(group.session, "slut", (160, 45))) if "1 anteckning" in line)
    assert counted.strip() == "1 anteckning"
