"""What every widget that draws rows shares: its inks, taken from the theme once and again when the theme changes.

They are no component styles: Textual matches every style rule against every component of every widget, and with twenty tones
to a widget that took as long at start as all else that a screen is given its styles for.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rich.style import Style
from textual.color import Color
from textual.widget import Widget

from diskussion_tui.tui.rows import TONES
from diskussion_tui.tui.toolkit.fixed_layout import FixedLayout

if TYPE_CHECKING:
    from collections.abc import Mapping

_INK_OF = {"text": "ink", "heading": "ink", "lead": "ink"}
"""The ink of a tone, where the theme has none of the tone's own name."""
_BOLD = frozenset({"heading", "accent", "warning"})
_FILLED = "badge-"
"""What the name of a tone begins with that is a ground of its own."""
_THIN_BADGES = frozenset({"lead", "muted"})


class Inked(FixedLayout, Widget):
    """A widget that draws rows of tones. `inks` gives the style of a tone, `chosen` that of a tone in a selected row."""

    DEFAULT_CSS = "Inked { color: $ink; background: $ground; }"

    _inks: Mapping[str, Style] | None = None
    _chosen: Mapping[str, Style] | None = None

    @property
    def inks(self) -> Mapping[str, Style]:
        """The style of every tone."""
        if self._inks is None:
            variables = self.app.theme_variables
            inks = (variables[_INK_OF.get(tone, tone)] for tone in TONES)
            self._inks = _mixed(self.background_colors[1], variables["ground"], *inks)
        return self._inks

    @property
    def chosen(self) -> Mapping[str, Style]:
        """The style of every tone in a row that is selected; what is filled, as a word that was found, stays so."""
        if self._chosen is None:
            ground = Style(bgcolor=Color.parse(self.app.theme_variables["row"]).rich_color)
            self._chosen = {
                tone: style if tone.startswith(_FILLED) else style + ground
                for tone, style in self.inks.items()
            }
        return self._chosen

    def notify_style_update(self) -> None:
        """Forget the inks when the theme changes."""
        self._inks = self._chosen = None
        super().notify_style_update()


@cache
def _mixed(paper: Color, ground: str, *inks: str) -> Mapping[str, Style]:
    """The styles of all tones on a paper; `inks` in the order of `TONES`. Once a theme and paper, for all widgets."""
    mixed: dict[str, Style] = {}
    for tone, ink in zip(TONES, inks, strict=True):
        colour, filled = Color.parse(ink).rich_color, Color.parse(ground).rich_color
        bold, italic = True if tone in _BOLD else None, True if tone == "lead" else None
        mixed[tone] = Style(color=colour, bgcolor=paper.rich_color, bold=bold, italic=italic)
        badge_bold = None if tone in _THIN_BADGES else True
        mixed[f"{_FILLED}{tone}"] = Style(color=filled, bgcolor=colour, bold=badge_bold)
    mixed["underlined"] = mixed["text"] + Style(underline=True)
    return mixed
