"""What every widget that draws rows shares: its inks, read from the style sheet once and again when the theme changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from diskussion_tui.tui.ink import TONES
from diskussion_tui.tui.widgets.steady import Steady

if TYPE_CHECKING:
    from rich.style import Style


class Inked(Steady, Widget):
    """A widget that draws rows of tones. `inks` gives the style of a tone, `chosen` that of a tone in a selected row."""

    COMPONENT_CLASSES: ClassVar[set[str]] = (
        {f"ink--{tone}" for tone in TONES} | {f"ink--badge-{tone}" for tone in TONES} | {"ink--chosen"}
    )

    DEFAULT_CSS = """
    Inked {
        color: $ink; background: $ground;
        & > .ink--text { color: $ink; }
        & > .ink--heading { color: $ink; text-style: bold; }
        & > .ink--lead { color: $ink; text-style: italic; }
        & > .ink--muted { color: $muted; }
        & > .ink--accent { color: $accent; text-style: bold; }
        & > .ink--warm { color: $warm; }
        & > .ink--cool { color: $cool; }
        & > .ink--fresh { color: $fresh; }
        & > .ink--bright { color: $bright; }
        & > .ink--warning { color: $warning; text-style: bold; }
        & > .ink--badge-text { color: $ground; background: $ink; text-style: bold; }
        & > .ink--badge-heading { color: $ground; background: $ink; text-style: bold; }
        & > .ink--badge-lead { color: $ground; background: $ink; }
        & > .ink--badge-muted { color: $ground; background: $muted; }
        & > .ink--badge-accent { color: $ground; background: $accent; text-style: bold; }
        & > .ink--badge-warm { color: $ground; background: $warm; text-style: bold; }
        & > .ink--badge-cool { color: $ground; background: $cool; text-style: bold; }
        & > .ink--badge-fresh { color: $ground; background: $fresh; text-style: bold; }
        & > .ink--badge-bright { color: $ground; background: $bright; text-style: bold; }
        & > .ink--badge-warning { color: $ground; background: $warning; text-style: bold; }
        & > .ink--chosen { background: $row; }
    }
    """

    _inks: dict[str, Style] | None = None
    _chosen: dict[str, Style] | None = None

    @property
    def inks(self) -> dict[str, Style]:
        """The style of every tone."""
        if self._inks is None:
            tones = [*TONES, *(f"badge-{tone}" for tone in TONES)]
            self._inks = {tone: self.get_component_rich_style(f"ink--{tone}") for tone in tones}
        return self._inks

    @property
    def chosen(self) -> dict[str, Style]:
        """The style of every tone in a row that is selected."""
        if self._chosen is None:
            ground = self.get_component_rich_style("ink--chosen", partial=True)
            self._chosen = {tone: style + ground for tone, style in self.inks.items()}
        return self._chosen

    def notify_style_update(self) -> None:
        """Forget the inks when the theme changes."""
        self._inks = self._chosen = None
        super().notify_style_update()
