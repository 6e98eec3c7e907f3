"""Notes in one box and back: to the letter, also where somebody has written on between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.base.text import clean_note
from diskussion_tui.domain.language.listed import listed, noted

HARD = (
    ("en", "två"),
    ("en\nmed två rader", "- som ett streck"),
    ("x\n\n  indragen efter en tom rad",),
    ("• z", "• å"),
    ("1. först", "2. sedan"),
    ("[ ] ruta",),
    ("> 3 mer",),
    ("a\n• b",),
)


@pytest.mark.parametrize("notes", HARD)
def test_what_the_program_puts_in_comes_back_to_the_letter(notes: tuple[str, ...]) -> None:
    assert noted(listed(notes)) == notes


NOTES = st.lists(st.text("ab -•>1.\n\t[]å", max_size=12).map(clean_note).filter(bool), max_size=5)


@given(NOTES)
def test_any_notes_come_back(notes: list[str]) -> None:
    assert noted(listed(notes)) == tuple(notes)


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_what_people_add_is_a_note_a_line(end: str) -> None:
    text = listed(("en\nmed två rader", "tre")) + "\nfyra\n- fem"
    assert noted(text.replace("\n", end)) == ("en\nmed två rader", "tre", "fyra", "fem")


def test_what_people_write_alone_is_read_as_a_paste() -> None:
    assert noted("- Fax\n- Dubbla remisser\n\n") == ("Fax", "Dubbla remisser")
