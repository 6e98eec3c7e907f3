"""Which lines of a text are counted, at the bounds of what a list can be."""

from __future__ import annotations

import pytest

from diskussion_tui.domain.language.numbering import numbered


def words(*lines: str) -> list[str]:
    """The lines that are counted, without what counts them; a line without is left out."""
    return [lines[at][end:] for at, end in sorted(numbered(list(lines)).items())]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1. ", "2. "),
        ("1.", "2."),
        ("1) ", "2) "),
        ("(1) ", "(2) "),
        ("49. ", "50. "),
        ("50. ", "51. "),
        ("1.1 ", "1.2 "),
        ("1.1. ", "1.2. "),
        ("1. ", "1.1 "),
        ("1.1 ", "1.1.1 "),
        ("i. ", "ii. "),
        ("iii) ", "iv) "),
        ("(ix) ", "(x) "),
        ("IV) ", "V) "),
        ("XXXIX) ", "XL) "),
        ("xlix) ", "l) "),
        ("a) ", "b) "),
        ("(c) ", "(d) "),
        ("z) ", "å) "),
        ("å) ", "ä) "),
        ("Ä) ", "Ö) "),
        ("a. ", "b. "),
    ],
)
def test_a_line_whose_neighbour_counts_on_is_counted(first: str, second: str) -> None:
    assert words(f"{first}fax", f"{second}köer") == ["fax", "köer"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1. ", "3. "),
        ("2. ", "1. "),
        ("1. ", "2) "),
        ("1) ", "(2) "),
        ("(1. ", "(2. "),
        ("51. ", "52. "),
        ("1.2 ", "1.3 "),  # a part of a list that begins in the middle of a level
        ("1. ", "1.2 "),
        ("1.1 ", "1.3 "),
        ("ii. ", "iii. "),
        ("b. ", "c. "),
        ("a) ", "c) "),
        ("a) ", "B) "),
        ("1.1 ", "2.2 "),
        ("123456. ", "123457. "),
    ],
)
def test_a_line_whose_neighbour_does_not_is_none_of_a_list(first: str, second: str) -> None:
    assert words(f"{first}fax", f"{second}köer") == []


@pytest.mark.parametrize(("many", "is_list"), [(0, True), (6, True), (7, False)])
def test_so_many_lines_may_stand_between_two_that_count_on(many: int, is_list: bool) -> None:
    between = [f"rad {number}" for number in range(many)]
    assert words("1. fax", *between, "2. köer") == (["fax", "köer"] if is_list else [])
    assert words("1. fax", *between, "", "2. köer") == (["fax", "köer"] if is_list else [])


@pytest.mark.parametrize(("many", "is_list"), [(0, True), (1, False)])
def test_between_letters_with_a_dot_none_may(many: int, is_list: bool) -> None:
    assert words("a. fax", *["rad"] * many, "b. köer") == (["fax", "köer"] if is_list else [])
    assert words("a) fax", *["rad"] * many, "b) köer") == ["fax", "köer"]


def test_two_people_with_initials_are_no_list_and_three_lines_are() -> None:
    assert words("A. Bergman", "B. Carlsson (X)") == []
    assert words("A. Bergman", "B. Carlsson-Ek") == []
    assert words("A. Bergman", "B. Carlsson kom sent") == ["Bergman", "Carlsson kom sent"]
    assert words("A. Bergman", "B. Carlsson", "C. Dahl") == ["Bergman", "Carlsson", "Dahl"]
    assert words("A) Bergman", "B) Carlsson") == ["Bergman", "Carlsson"]


def test_a_number_alone_on_its_line_counts_and_what_stands_in_the_same_list_with_another_does_too() -> None:
    assert words("1. ", "2. köer") == ["", "köer"]
    assert words("1. fax", "2. köer", "2. prover") == ["fax", "köer", "prover"]
    assert words("1. fax", "2. köer", "rad", "7. prover") == ["fax", "köer"]
