"""Widgets that are laid out once: what spares a step of the walk its second frame and its detour by the style sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal

if TYPE_CHECKING:
    from textual.events import Blur, Focus
    from textual.geometry import Size


class FixedLayout:
    """Goes before a widget whose size never depends on how large it has become, and whose style never on the focus.

    No widget itself: a widget's styles are those of its first base that is one.
    """

    def watch_has_focus(self, _has_focus: bool) -> None:  # noqa: FBT001 - Textual's signature
        """Nothing: Textual goes through the style sheet here, which takes longer than drawing the widget."""

    def _on_focus(self, event: Focus) -> None:
        """Have the focus, and draw nothing for it: Textual's own would paint every line."""
        event.prevent_default()
        self.has_focus = True

    def _on_blur(self, event: Blur) -> None:
        event.prevent_default()
        self.has_focus = False

    def _size_updated(
        self,
        size: Size,
        virtual_size: Size,
        container_size: Size,
        layout: bool = True,  # noqa: FBT001, FBT002, ARG002 - Textual's signature
    ) -> bool:
        """Take another size without asking for one more layout, as Textual does even in the midst of one."""
        return super()._size_updated(size, virtual_size, container_size, layout=False)  # type: ignore[misc]  # the widget's


class SideBySide(FixedLayout, Horizontal):
    """Widgets beside each other."""

    folded = False

    def fold(self, *, folded: bool) -> None:
        """Take no room, or its own again. Textual's `display` would paint the whole screen once more for it."""
        if folded != self.folded:
            self.folded = folded
            self.styles.height = 0 if folded else None
            self.styles.padding = 0 if folded else None
