"""What every whole screen does with the size it has: below the least it says so, instead of drawing something broken."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.reactive import Reactive
from textual.screen import Screen

from diskussion_tui.tui.commands import commands
from diskussion_tui.tui.rows import text_rows
from diskussion_tui.tui.toolkit.damage import DamageCompositor
from diskussion_tui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.geometry import Size
    from textual.widget import Widget

    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.commands import Place

LEAST_COLUMNS, LEAST_ROWS = 40, 12
_LOW = 20
"""Below so many rows the blank lines go."""


class BaseScreen(Screen[None]):
    """A screen with a word for windows that are too small. `words` is what it says it in."""

    PLACES: ClassVar[tuple[Place, ...]] = ()
    """Whose commands the palette lists."""

    words: Texts

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """As Textual has it, but that the whole screen need not be painted anew because the cursor went elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = DamageCompositor()
        self.fitted: Size | None = None

    def action_palette(self) -> None:
        """Choose among all commands that can be used here."""
        from diskussion_tui.tui.dialogs.chooser import Choice, Chooser

        choices = [
            Choice(command.owner + command.id, command.words(self.words).title, command.shown_key(self.words))
            for command in commands(*self.PLACES)
            if command.id != "palette"
        ]
        chooser = Chooser(self.words.dialogs.palette_title, choices, self.words)
        self.app.push_screen(chooser, self._run_chosen)

    async def _run_chosen(self, action: str | None) -> None:
        if action:
            await self.run_action(action)

    def too_small(self) -> ComposeResult:
        """What stands there instead of the screen; yielded first when the screen is composed."""
        yield Sheet(id="too-small")

    @property
    def is_composed(self) -> bool:
        """Whether the screen has its widgets: from `on_mount` on, so that what is drawn there stands in the first frame."""
        return bool(self.children)

    def fit(self, size: Size) -> None:
        """Show the screen, or that there is too little room for it; `fitted` is the size it is set for."""
        self.fitted = size
        self.set_class(size.width < LEAST_COLUMNS or size.height < LEAST_ROWS, "-small")
        self.set_class(size.height < _LOW, "-low")
        said = self.words.walk.too_small.format(columns=LEAST_COLUMNS, rows=LEAST_ROWS)
        self.query_one("#too-small", Sheet).show(text_rows(said, max(8, size.width)))
