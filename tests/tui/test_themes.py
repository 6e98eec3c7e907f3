"""The inks of the three themes against their grounds, by the contrast of WCAG 2.2."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING
from unittest.mock import MagicMock

import pytest
from rich.color import Color as Shown
from rich.color import ColorSystem
from textual.color import Color

from diskussion_tui.texts import words
from diskussion_tui.tui.app import DiskussionApp
from diskussion_tui.tui.rows import TONES
from diskussion_tui.tui.run import run_app
from diskussion_tui.tui.themes import THEMES, themes
from tests.support.people import facilitator

if TYPE_CHECKING:
    from pathlib import Path

    from textual.theme import Theme

LEAST = 4.5
"""Success criterion 1.4.3: text of normal size."""
LEAST_OF_FEW = 3.9
"""Of sixteen colours there is no grey on white with more, and no darker yellow."""
INKS = ("ink", "muted", "accent", "warm", "cool", "fresh", "bright", "warning")
PAPERS = {theme.name: theme.variables for theme in themes()}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in Color.parse(colour).normalized
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_contrast_of_black_and_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize(("theme", "ink"), list(product(THEMES, INKS)))
def test_every_ink_is_read_on_the_ground_and_on_the_selected_row(theme: str, ink: str) -> None:
    paper = PAPERS[theme]
    assert contrast(paper[ink], paper["ground"]) >= LEAST
    assert contrast(paper[ink], paper["row"]) >= LEAST


@pytest.mark.parametrize(("theme", "ink"), list(product(THEMES, INKS)))
def test_a_filled_badge_is_read_as_ground_on_ink(theme: str, ink: str) -> None:
    paper = PAPERS[theme]
    assert contrast(paper["ground"], paper[ink]) >= LEAST


def with_256(colour: str) -> str:
    """The nearest colour that a terminal of 256 has."""
    return Shown.parse(colour).downgrade(ColorSystem.EIGHT_BIT).get_truecolor().hex


@pytest.mark.parametrize(("theme", "ink"), list(product(THEMES, INKS)))
def test_with_256_colours_every_ink_is_read_on_both_grounds_and_on_a_badge(theme: str, ink: str) -> None:
    paper = {name: with_256(colour) for name, colour in PAPERS[theme].items()}
    assert contrast(paper[ink], paper["ground"]) >= LEAST
    assert contrast(paper[ink], paper["row"]) >= LEAST


def with_16(colour: str) -> str:
    """The nearest colour that a terminal of sixteen has, as xterm shows it."""
    return Shown.parse(colour).downgrade(ColorSystem.STANDARD).get_truecolor().hex


@pytest.mark.parametrize(("theme", "ink"), list(product(THEMES, INKS)))
def test_with_16_colours_every_ink_is_read_on_the_ground_on_the_selected_row_and_on_a_badge(
    theme: str, ink: str
) -> None:
    few = {one.name: one.variables for one in themes(few=True)}[theme]
    paper = {name: with_16(colour) for name, colour in few.items()}
    assert contrast(paper[ink], paper["ground"]) >= LEAST_OF_FEW
    assert contrast(paper[ink], paper["row"]) >= LEAST_OF_FEW


@pytest.mark.parametrize(
    ("colours", "one_ground"), [("standard", True), ("256", False), ("truecolor", False)]
)
async def test_only_on_a_terminal_of_16_colours_the_selected_row_stands_on_the_ground(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, colours: str, *, one_ground: bool
) -> None:
    begun: list[DiskussionApp] = []
    async with facilitator(tmp_path) as me:
        environment = me.app._environment
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", colours)

    def run(app: DiskussionApp) -> int:
        begun.append(app)
        return 0

    monkeypatch.setattr(DiskussionApp, "run", run)
    for asked in (
        "diskussion_tui.tui.run.tell_alt_enter",
        "diskussion_tui.tui.toolkit.signals.SignalListener",
    ):
        monkeypatch.setattr(asked, MagicMock())  # they ask the terminal itself
    run_app(environment, words("sv"))
    (app,) = begun
    for name in THEMES:
        paper = app.available_themes[name].variables
        assert (paper["row"] == paper["ground"]) is one_ground
    shown = app.stylesheet._variables
    assert (shown["row"] == shown["ground"]) is one_ground


@pytest.mark.parametrize("theme", THEMES)
def test_the_selected_row_differs_from_the_ground(theme: str) -> None:
    assert contrast(PAPERS[theme]["row"], PAPERS[theme]["ground"]) > 1.1


def test_the_themes_have_the_same_inks_and_every_tone_has_one() -> None:
    names = {frozenset(paper) for paper in PAPERS.values()}
    assert names == {frozenset({*INKS, "ground", "row"})}
    assert {tone for tone in TONES if tone not in {"text", "heading", "lead"}} <= set(INKS)


@pytest.mark.parametrize("theme", themes(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("ink", ["ink", "muted", "row"])
def test_with_256_colours_text_and_the_chosen_row_have_no_hue_of_their_own(theme: Theme, ink: str) -> None:
    shown = Shown.parse(theme.variables[ink]).downgrade(ColorSystem.EIGHT_BIT).get_truecolor()
    assert shown.red == shown.green == shown.blue
