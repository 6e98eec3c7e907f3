"""How wide a text is: the quick way for Swedish letters says what Unicode's tables say sign by sign."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.reports.cells import _width, cells


def test_before_the_first_mark_each_sign_takes_a_cell_but_the_hyphen_that_is_not_shown() -> None:
    assert [code for code in range(0x300) if _width(chr(code)) != 1] == [0xAD]


@given(st.text(st.characters(max_codepoint=0x400) | st.sampled_from("\u00ad\u0301漢é😀")))
def test_a_text_takes_the_cells_of_its_signs(text: str) -> None:
    assert cells(text) == sum(map(_width, text))
