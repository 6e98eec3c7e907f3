"""Columns of a table in Word: no word is broken where there is room for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.reports.document import Table
from diskussion_tui.reports.formats import word


def _needed(longest: str, size: float = 11) -> float:
    return (2.8 * len(longest) + 5) * size / 11


def test_the_longest_word_of_each_column_has_room_and_long_texts_have_most() -> None:
    rows = (
        ("Ring patientföreningen och bjud in dem till nästa möte", "verksamhetschefen", "2026-12-01"),
        ("Stäng av faxen", "Petra", ""),
    )
    across, size = word.widths(Table("", ("Åtgärd", "Ansvarig", "Senast"), rows))
    assert sum(across) == pytest.approx(166)
    assert size == 11
    assert across[0] >= _needed("patientföreningen")
    assert across[1] >= _needed("verksamhetschefen")
    assert across[2] >= _needed("2026-12-01")


def test_numbers_have_what_their_heads_need_and_the_words_the_rest() -> None:
    across, _size = word.widths(
        Table("", ("Del", "Avveckla", "Summa"), (("A Patientens behov 2040", 3, 12),))
    )
    assert across[1:] == [pytest.approx(_needed("Avveckla")), pytest.approx(_needed("Summa"))]
    assert across[0] == pytest.approx(166 - sum(across[1:]))


def test_where_words_would_break_the_letters_are_smaller() -> None:
    head = ("Del", "− Avveckla", "› Vidareutveckla", "+ Nyutveckla", "Utan kategori", "Summa")
    across, size = word.widths(Table("", head, (("C Vårdens specialisering 2040", 2, 6, 3, 7, 18),)))
    assert size < 11
    longest = ("specialisering", "Avveckla", "Vidareutveckla", "Nyutveckla", "kategori", "Summa")
    assert all(wide >= _needed(one, size) for wide, one in zip(across, longest, strict=True))


@given(
    st.integers(1, 12).flatmap(
        lambda columns: st.lists(
            st.lists(
                st.one_of(st.text(max_size=300), st.integers(0, 10**6)), min_size=columns, max_size=columns
            ),
            max_size=5,
        ).map(lambda rows: (columns, rows))
    )
)
def test_whatever_stands_in_it_a_table_is_never_wider_than_the_page(
    made: tuple[int, list[list[str | int]]],
) -> None:
    columns, rows = made
    across, _size = word.widths(Table("", ("Rubrik",) * columns, tuple(map(tuple, rows))))
    assert len(across) == columns
    assert sum(across) <= 166.001
    assert min(across) > 5
