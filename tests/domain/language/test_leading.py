"""A sign before words chooses a kind; before anything else it is part of what was said."""

from __future__ import annotations

import pytest

from diskussion_tui.domain.language.leading import led_by

SIGNS = {"+", "-", ">"}


@pytest.mark.parametrize(
    ("text", "sign", "words"),
    [
        ("+ mer tid", "+", "mer tid"),
        ("+mer tid", "+", "mer tid"),
        ("- fax", "-", "fax"),
        (">\u00a0e-hjälp", ">", "e-hjälp"),
        ("  + åtta", "+", "åtta"),
        ("-5 grader", "", "-5 grader"),
        ("- 5 grader", "", "- 5 grader"),
        (">65 år", "", ">65 år"),
        ("> 65 år", "", "> 65 år"),
        ("+46 är riktnumret", "", "+46 är riktnumret"),
        ("-- tankstreck", "", "-- tankstreck"),
        ("+  två blanka", "", "+  två blanka"),
        ("-> pil", "", "-> pil"),
        ("+", "", "+"),
        ("", "", ""),
        ("*viktigt", "", "*viktigt"),
        ("fax - bort", "", "fax - bort"),
    ],
)
def test_only_a_sign_right_before_words_chooses(text: str, sign: str, words: str) -> None:
    assert led_by(text, SIGNS) == (sign, words)


def test_a_kind_whose_key_is_a_letter_is_chosen_by_no_text() -> None:
    assert led_by("b åtta", {"b"}) == ("", "b åtta")
