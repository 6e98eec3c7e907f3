"""The line above a page: how far saving has come, by sign and word, and what there is to know besides."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from diskussion_tui.texts import words
from diskussion_tui.tui import chrome
from diskussion_tui.tui.commands import with_keys
from diskussion_tui.tui.rows import row_length, spread
from diskussion_tui.workshop.workshop import Saving
from tests.support.builders import NOON

SV = with_keys(words("sv"))


def _with(saving: Saving, read_only: str = "") -> Any:
    return SimpleNamespace(saving=saving, read_only=read_only)


@pytest.mark.parametrize(
    ("state", "shown", "tone"),
    [
        ("saved", "✓ sparat 12:00", "muted"),
        ("saving", SV.walk.saving, "muted"),
        ("untidy", "✓ sparat 12:00", "muted"),
        ("elsewhere", SV.walk.elsewhere, "bright"),
        ("refused", "✗ inte sparat", "warning"),
    ],
)
def test_each_state_of_saving_has_its_word_and_tone(state: Any, shown: str, tone: str) -> None:
    assert chrome.saving_row(_with(Saving(state, NOON, "ENOSPC")), SV) == ((shown, tone),)


@pytest.mark.parametrize(
    ("state", "tone"),
    [("saved", ""), ("saving", ""), ("untidy", "muted"), ("elsewhere", "bright"), ("refused", "warning")],
)
def test_what_is_not_as_it_should_be_is_explained_with_its_reason(state: Any, tone: str) -> None:
    said = chrome.saving_hint(_with(Saving(state, NOON, "ENOSPC")), SV)
    assert said[1] == tone
    assert ("disken är full" in said[0]) == bool(tone)


def test_what_is_only_read_or_practised_is_not_called_saved() -> None:
    saved = Saving("saved", NOON)
    assert chrome.saving_row(_with(saved, "newer"), SV) == ((SV.walk.read_only, "muted"),)
    assert chrome.saving_row(_with(saved), SV, practising=True) == ((SV.walk.practising, "muted"),)
    assert chrome.saving_hint(_with(saved, "newer"), SV) == (SV.walk.read_only_newer, "muted")
    assert "skrivskyddad" in chrome.saving_hint(_with(saved, "EROFS"), SV)[0]


def test_as_many_keys_are_named_as_fit_those_named_first_before_the_others() -> None:
    keys = [("Enter", "spara"), ("Tab", "kategori"), ("Esc", "lämna")]
    whole = "  Enter spara   Tab kategori   Esc lämna   "
    assert "".join(text for text, _ in chrome.keys_row(keys, len(whole) - 3)) == whole
    assert (
        "".join(text for text, _ in chrome.keys_row(keys, len(whole) - 4))
        == "  Enter spara   Tab kategori   "
    )


def test_two_rows_on_one_line_never_take_more_than_there_is() -> None:
    for width in range(12):
        assert row_length(spread((("vänster", "text"),), (("höger", "text"),), width)) <= width
