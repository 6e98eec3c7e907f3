"""The code book: every theme with what it means and how many notes stand under it; made, changed, merged, split, moved, taken out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, ClassVar

from textual import on

from diskussion_tui.tui import chrome
from diskussion_tui.tui.coding import deeds, page
from diskussion_tui.tui.coding.base import MENU_KEY, CodingScreen
from diskussion_tui.tui.commands import bindings
from diskussion_tui.tui.widgets.keyed_field import KeyedField

if TYPE_CHECKING:
    from textual.binding import BindingType


class Themes(CodingScreen):
    """The code book of a desk. Enter changes the chosen theme, or makes the one in the line."""

    PLACES = ("themes",)
    FOOTER = "themes"
    KEYS = frozenset({MENU_KEY})
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("themes"),
        ("down", "move(1)"),
        ("up", "move(-1)"),
        ("pagedown", "move(8)"),
        ("pageup", "move(-8)"),
        ("ctrl+z", "do('code_undo')"),
    ]

    @property
    def usual_hint(self) -> str:
        """What can be done with a theme."""
        return self.words.coding.themes_hint

    @on(KeyedField.Pressed)
    def _on_pressed(self) -> None:
        self.open_menu("theme")

    def entries(self, thing: object) -> list[object]:  # type: ignore[override] - as the base has it, fewer of them
        """The menu of a theme: what can be done with it here."""
        found = super().entries(thing)  # type: ignore[arg-type] - handed on
        return [one for one in found if one.id.endswith("_theme") and one.id != "code_theme"]

    def enter(self) -> None:
        """Change the chosen theme, or make the new one."""
        if self.board.selected == page.NEW:
            name = self.typed
            deeds.make(self.queue, name)
            self.line.empty()
            self.say(self.words.coding.made.format(theme=name))
        elif self.theme:
            self.tell(self.do_edit_theme())
        else:
            self.refuse(self.words.coding.nothing_chosen)

    def do_open_theme(self) -> None:
        """Change or make."""
        self.enter()

    def do_leave_themes(self) -> None:
        """Empty the line; where it is empty, go back."""
        if self.line.value:
            self.line.value = ""
        else:
            self.dismiss(None)

    def show(self) -> None:
        """Draw everything."""
        if not self.is_composed:
            return
        queue, said, width = self.queue, self.words.coding, self.app.size.width
        coding = queue.desk.coding
        themes = (coding.themes_of(note) or () for note in queue.said)
        counts = Counter(theme for of in themes for theme in of)
        none = sum(coding.themes_of(note) == () for note in queue.said)
        below = ((f"{said.none}: {said.notes(none)}", "muted"),) if none else ()
        right = ((said.coded(queue.done), "muted"),)
        self.header.show(chrome.header_rows(((said.themes_title, "heading"),), right, below, (), width))
        self.board.show((page.tree_blocks(coding.book, counts, self.typed, self.words, width - 4),))
        self.show_hint()
        self.show_footer()
