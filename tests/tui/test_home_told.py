"""What the line above home says of a folder."""

from __future__ import annotations

import pytest

from diskussion_tui.texts import words
from diskussion_tui.tui.home.page import indexed_words


@pytest.mark.parametrize(
    ("language", "told"), [("sv", "läst 1\u00a0241 av 10\u00a0000"), ("en", "read 1,241 of 10,000")]
)
def test_how_many_have_been_read_is_told_with_thousands_apart(language: str, told: str) -> None:
    assert told in indexed_words((1_241, 10_000), "", words(language))
