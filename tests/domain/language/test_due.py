"""The last day that a text names."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.domain.language.due import due_in, no_date_in, unread_in
from tests.support.hostile import hostile_texts

TODAY = dt.date(2026, 5, 12)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ring regionen senast 1/12", "2026-12-01"),
        ("Ring regionen senast den 1 december", "2026-12-01"),
        ("Ring regionen 1 december", "2026-12-01"),
        ("klart 1 dec. 2027", "2026-12-01"),
        ("klart 1 dec 2027", "2027-12-01"),
        ("SENAST 3 MARS", "2027-03-03"),
        ("före den 12 maj", "2026-05-12"),
        ("senast 11/5", "2027-05-11"),
        ("2026-12-01", "2026-12-01"),
        ("klart 2026-1-9, redan förbi", "2026-01-09"),
        ("by 1st December", "2026-12-01"),
        ("by December 1, 2028", "2028-12-01"),
        ("due 1/12/2028", "2028-12-01"),
        ("senast 29/2", "2028-02-29"),
        ("Efter mötet 3 juni, senast 1/9", "2026-09-01"),
        ("3 juni eller 4 juli", "2026-06-03"),
        ("senast 31/2", None),
        ("2026-13-01", None),
        ("1/2 tjänst", None),
        ("24/7", None),
        ("11 majoriteten", None),
        ("dokument 12026-12-011", None),
        ("senast i morgon", None),
        ("", None),
    ],
)
def test_a_day_is_read_as_it_is_said(text: str, day: str | None) -> None:
    assert due_in(text, TODAY) == (dt.date.fromisoformat(day) if day else None)


@given(st.dates(), st.sampled_from(["", "senast ", "by "]))
def test_a_day_that_is_written_out_is_read_as_itself(day: dt.date, word: str) -> None:
    assert due_in(f"Ring {word}{day.isoformat()}", TODAY) == day


@given(st.dates(min_value=TODAY, max_value=TODAY + dt.timedelta(days=364)))
def test_without_a_year_the_next_such_day_is_meant(day: dt.date) -> None:
    assert due_in(f"senast {day.day}/{day.month}", TODAY) == day


@given(hostile_texts)
def test_no_text_is_too_odd_to_be_read(text: str) -> None:
    day = due_in(text, TODAY)
    assert day is None or isinstance(day, dt.date)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ring senast 31/2", "31/2"),
        ("Ring senast den 31 februari", "31 februari"),
        ("Klart 2026-02-30", "2026-02-30"),
        ("by 31 June", "31 june"),
        ("Ring senast 31/2, annars 1 mars", "31/2"),
        ("Klart 31 februari eller 1 mars", ""),
        ("Ring senast 28/2", ""),
        ("1/2 tjänst", ""),
        ("Ring någon gång", ""),
    ],
)
def test_a_day_that_no_calendar_has_is_told(text: str, told: str) -> None:
    assert no_date_in(text, TODAY) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Bjud in patientföreningen senast fredag", "fredag"),
        ("Ring SENAST nästa vecka", "nästa vecka"),
        ("klart innan vecka 12", "vecka 12"),
        ("senast v. 40", "v. 40"),
        ("klart till måndag", "måndag"),
        ("ready by Friday", "friday"),
        ("senast i morgon", "morgon"),
        ("senast 1/12, helst på fredag", ""),
        ("senast 31/2", ""),
        ("ett möte före fredagsmötet", ""),
        ("det senaste mötet, till barnen", ""),
        ("by the book", ""),
    ],
)
def test_a_last_day_in_words_that_are_no_date_is_told(text: str, told: str) -> None:
    assert unread_in(text, TODAY) == told
