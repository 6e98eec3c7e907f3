"""Text set in lines: nothing is lost and nothing sticks out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.content.source import default_workbook
from diskussion_tui.domain.workbook import layout
from tests.support.builders import workbook_in

WORKBOOK = workbook_in(default_workbook())
texts = st.text(st.sampled_from("abåö  \n漢–"), max_size=60)


def _two_wide(text: str) -> int:
    return sum(2 if sign == "漢" else 1 for sign in text)


@given(texts, st.integers(6, 30), st.sampled_from(["", "• ", "  – "]))
def test_no_line_is_wider_than_it_may_be(text: str, width: int, mark: str):
    for measure in (len, _two_wide):
        lines = layout.wrap(text, width, mark, " " * len(mark), measure)
        assert all(measure(line) <= width for line in lines)


@given(texts, st.integers(6, 30), st.sampled_from(["", "• ", "  – "]))
def test_no_sign_but_blanks_is_lost(text: str, width: int, mark: str):
    lines = layout.wrap(text, width, mark, " " * len(mark), _two_wide)
    assert "".join("".join(lines).split()) == "".join(f"{mark}{text}".split())


@given(texts, st.integers(6, 30))
def test_every_line_end_in_the_text_is_kept(text: str, width: int):
    assert len(layout.wrap(text, width)) >= text.count("\n") + 1
    assert layout.wrap(text, 1000) == tuple(text.split("\n"))


@given(st.lists(st.text("abcd", min_size=1, max_size=6), min_size=1), st.integers(6, 20))
def test_no_word_that_fits_is_cut(said: list[str], width: int):
    assert " ".join(layout.wrap(" ".join(said), width)).split() == said


def test_a_word_wider_than_the_line_is_cut_rather_than_lost():
    assert layout.wrap("abcdefgh", 3) == ("abc", "def", "gh")
    assert layout.wrap("abcdef", 5, "• ", "  ") == ("• abc", "  def")


@pytest.mark.parametrize("width", [20, 40, 72, 120])
def test_everything_that_the_workbook_prints_keeps_to_the_width(width: int):
    book = WORKBOOK
    printed = [
        *layout.introduction(book.introduction, width),
        *layout.compass(book.compass, width),
        *(line for section in book.sections for line in layout.picture(section, width)),
        *layout.background(book.background, width),
        *layout.glossary(book.glossary, width),
    ]
    assert max(len(line.text) for line in printed if line.tone != "heading") <= width


def test_the_compass_prints_every_form_and_every_branch():
    printed = " ".join(line.text.strip() for line in layout.compass(WORKBOOK.compass, 60))
    for area in WORKBOOK.compass.areas:
        assert all(form in printed for form in area.forms)
    assert all(branch in printed for branch in WORKBOOK.compass.branches)


def test_a_picture_fits_the_big_picture_and_is_airy_where_there_is_room():
    for section in WORKBOOK.sections:
        tight = layout.picture(section, layout.BIG_COLUMNS, airy=False)
        assert len(tight) < layout.BIG_LINES
        assert len(layout.picture(section, layout.BIG_COLUMNS)) == len(tight) + 1


def test_a_word_of_signs_that_take_no_room_is_measured_about_as_often_as_it_is_long() -> None:
    measured = 0

    def measure(text: str) -> int:
        nonlocal measured
        measured += len(text)
        return sum(sign != "\u0301" for sign in text)

    text = "a\u0301" * 20_000
    lines = layout.wrap(text, 60, "• ", "  ", measure=measure)
    assert "".join(line[2:] for line in lines) == text
    assert measured < 40 * len(text)


def test_a_name_wider_than_a_line_is_cut_at_its_joints() -> None:
    name = "Diskussionsstöd_Vårdcentralen-Solgläntan_2026-05-12.toml"
    assert layout.wrap(name, 50) == ("Diskussionsstöd_Vårdcentralen-Solgläntan_", "2026-05-12.toml")
    assert layout.wrap("läkarsekreterare-undersköterskor", 20) == ("läkarsekreterare-", "undersköterskor")
    assert layout.wrap("x" * 12 + "_" + "y" * 40, 30) == ("x" * 12 + "_" + "y" * 17, "y" * 23)
