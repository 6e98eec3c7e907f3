"""What is said: plain lines of the reader's width, whatever a note holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.line.speech import Speech
from diskussion_tui.reports.cells import cells


def said(*sentences: str, width: int = 60) -> list[str]:
    heard: list[str] = []
    Speech(heard.append, width).say(*sentences)
    return "".join(heard).splitlines()


@given(st.text(), st.integers(1, 400))
def test_no_line_is_wider_than_asked_for_and_none_acts_on_a_terminal(text: str, width: int) -> None:
    heard: list[str] = []
    speech = Speech(heard.append, width)
    speech.say(text)
    assert 40 <= speech.width <= 200
    for line in heard:
        assert line.endswith("\n")
        assert cells(line[:-1]) <= speech.width
        assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in line[:-1])


def test_words_stay_whole() -> None:
    assert said("Dubbla remisser till samma undersökning gör att alla väntar", width=40) == [
        "Dubbla remisser till samma undersökning",
        "gör att alla väntar",
    ]


@pytest.mark.parametrize("nothing", ["", "   ", "\n"])
def test_nothing_is_not_said(nothing: str) -> None:
    assert said(nothing, "Något") == ["Något"]


def test_a_rule_for_the_eye_is_left_out() -> None:
    heard: list[str] = []
    Speech(heard.append, 80).say_text("Rubrik\n======\n\nText")
    assert heard == ["Rubrik\n", "Text\n"]
