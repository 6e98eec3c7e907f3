"""The inks that rows are drawn in: those of the theme, and at once those of the next."""

from __future__ import annotations

import pytest
from rich.color import Color
from textual.app import App, ComposeResult
from textual.containers import Vertical

from diskussion_tui.tui.rows import TONES
from diskussion_tui.tui.themes import THEMES, themes
from diskussion_tui.tui.widgets.sheet import Sheet

PAPERS = {theme.name: theme.variables for theme in themes()}
NAMES = {"text": "ink", "heading": "ink", "lead": "ink"}


class Pages(App[None]):
    """A sheet on the ground, and one in a box of another colour."""

    CSS = "Screen { background: $ground; color: $ink; } #box, #in-box { background: $row; }"

    def __init__(self) -> None:
        super().__init__()
        for theme in themes():
            self.register_theme(theme)
        self.theme = THEMES[0]

    def compose(self) -> ComposeResult:
        """The two sheets."""
        yield Sheet(id="on-ground")
        with Vertical(id="box"):
            yield Sheet(id="in-box")


@pytest.mark.parametrize("turns", range(len(THEMES)))
async def test_every_tone_is_drawn_in_the_ink_of_the_theme_that_is_on(turns: int) -> None:
    app = Pages()
    async with app.run_test() as pilot:
        for theme in (*THEMES, *THEMES)[1 : turns + 1]:
            await pilot.pause()
            assert app.query_one("#on-ground", Sheet).inks
            app.theme = theme
        await pilot.pause()
        paper = {name: Color.parse(colour) for name, colour in PAPERS[app.theme].items()}
        for sheet, ground in (("#on-ground", "ground"), ("#in-box", "row")):
            inks, chosen = app.query_one(sheet, Sheet).inks, app.query_one(sheet, Sheet).chosen
            for tone in TONES:
                ink = paper[NAMES.get(tone, tone)]
                assert (inks[tone].color, inks[tone].bgcolor) == (ink, paper[ground])
                assert (chosen[tone].color, chosen[tone].bgcolor) == (ink, paper["row"])
                badge = inks[f"badge-{tone}"]
                assert (badge.color, badge.bgcolor) == (paper["ground"], ink)


async def test_headings_are_bold_and_a_lead_is_italic() -> None:
    app = Pages()
    async with app.run_test():
        inks = app.query_one("#on-ground", Sheet).inks
        assert {tone for tone in TONES if inks[tone].bold} == {"heading", "accent", "warning"}
        assert {tone for tone in TONES if inks[tone].italic} == {"lead"}
