"""Painting that asks only those widgets for their lines that have a line to be painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual._compositor import Compositor

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.geometry import Region
    from textual.strip import Strip


class DamageCompositor(Compositor):
    """Textual's, which for one line that is different has every widget of the screen give all of its lines."""

    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        every, _ = (
            self.visible_widgets,
            self.cuts,
        )  # where widgets cut the lines is found out from all of them
        concerned = {
            widget: (region, clip)
            for widget, (region, clip) in every.items()
            if any(map(is_rendered_line, region.line_range))
        }
        self._visible_widgets = concerned
        try:
            return super()._render_chops(crop, is_rendered_line)
        finally:
            if self._visible_widgets is concerned:  # else something has been laid out anew meanwhile
                self._visible_widgets = every
