"""What every whole screen does: it carries out commands or says why not, asks and goes on with the answer, and fits its window.

Below the least size it says so, instead of drawing something broken.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from inspect import iscoroutine
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias, TypeVar

from textual.reactive import Reactive
from textual.screen import Screen

from diskussion_tui.tui.commands import command, commands, menu_of
from diskussion_tui.tui.dialogs.box import LOW
from diskussion_tui.tui.rows import text_rows
from diskussion_tui.tui.toolkit.damage import DamageCompositor
from diskussion_tui.tui.toolkit.idle import STORY
from diskussion_tui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.geometry import Size
    from textual.widget import Widget

    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.declaring import Command, Place, Thing
    from diskussion_tui.tui.dialogs.chooser import Choice
    from diskussion_tui.tui.dialogs.menu import Entry
    from diskussion_tui.tui.host import Host
    from diskussion_tui.tui.rows import Row

T = TypeVar("T")
Story: TypeAlias = Coroutine[Any, Any, None]
"""What somebody does that has questions in it: it waits for each answer and goes on."""
LEAST_COLUMNS, LEAST_ROWS = 40, 12


class BaseScreen(Screen[None]):
    """A screen with a word for windows that are too small. `words` is what it says it in."""

    PLACES: ClassVar[tuple[Place, ...]] = ()
    """Whose commands the palette lists."""
    WRITTEN_UNDER: ClassVar[bool] = False
    """Whether words can be written under a page that is read over the screen."""

    words: Texts

    if TYPE_CHECKING:

        @property
        def app(self) -> Host:
            """What shows this screen."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """As Textual has it, but that the whole screen need not be painted anew because the cursor went elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = DamageCompositor()
        self.fitted: Size | None = None
        self._heard: Widget | None = None
        self._typed_unseen = ""

    # ---- commands ------------------------------------------------------------------------------------------------

    def action_do(self, command_id: str) -> None:
        """Carry out a command, or say why it cannot be."""
        why_not = command(command_id).why_not(self.situation)
        if why_not is None:
            self.tell(self.verb(command_id)())
        else:
            self.refuse(why_not(self.words))

    def verb(self, command_id: str) -> Callable[[], Story | None]:
        """Who does what a command asks for: the screen itself, by its method `do_<id>`."""
        verb: Callable[[], Story | None] = getattr(self, f"do_{command_id}")
        return verb

    @property
    def situation(self) -> object:
        """What conditions of commands read: the screen itself, unless it has something better to read."""
        return self

    def refuse(self, why: str) -> None:
        """Say why something cannot be done."""

    def tell(self, story: Story | None) -> None:
        """Have a story go on by itself until its end; what has none has ended."""
        if iscoroutine(story):
            self.run_worker(story, group=STORY)

    async def ask(self, dialog: Screen[T]) -> T | None:
        """Open something over the screen and wait for what it answers; only in a story."""
        return await self.app.push_screen_wait(dialog)

    def read(self, title: str, set_rows: Callable[[int], tuple[Row, ...]], opened_by: str) -> None:
        """Open a page to read; the key of the command that opened it closes it again."""
        from diskussion_tui.tui.dialogs.reader import Reader

        keys = command(opened_by).keys_in(self.PLACES[0]) if opened_by else ()
        reader = Reader(title, set_rows, self.words, keys, written_under=self.WRITTEN_UNDER)

        def read(typed: str | None) -> None:
            if typed:
                self.write(typed)
            elif reader.pasted:
                self.paste(reader.pasted)

        self.app.push_screen(reader, read)

    def write(self, text: str) -> None:
        """Type a text that was typed over the screen, where words can be written on it."""

    def paste(self, text: str) -> None:
        """Paste a text that was pasted over the screen, where words can be written on it."""

    def do_help(self) -> None:
        """Every key that works here."""
        from diskussion_tui.tui.help import help_rows

        words, places = self.words, self.PLACES
        self.read(words.dialogs.help_title, lambda width: help_rows(words, None, width, places), "help")

    async def do_palette(self) -> None:
        """Choose among all commands of this place: each with its key, or with why it cannot be done now."""
        from diskussion_tui.tui.dialogs.chooser import Chooser

        offered = [one for one in commands(*self.PLACES) if one.id != "palette"]
        chooser = Chooser(self.words.dialogs.palette_title, [self._offer(one) for one in offered], self.words)
        if chosen := await self.ask(chooser):
            await self.run_action(command(chosen).action)

    def _offer(self, one: Command) -> Choice:
        from diskussion_tui.tui.dialogs.chooser import Choice

        why_not = one.why_not(self.situation)
        beside = why_not(self.words) if why_not else one.shown_key(self.words, self.PLACES[0])
        return Choice(one.id, one.words(self.words).title, beside, titled=True)

    def entries(self, thing: Thing | None) -> list[Entry]:
        """The menu of a thing: its commands, each with why it cannot be done now."""
        from diskussion_tui.tui.dialogs.menu import Entry

        at, words = self.situation, self.words
        return [
            Entry(
                key,
                one.id,
                (one.called(at, words) if one.called else "") or one.words(words).title,
                why_not(words) if (why_not := one.why_not(at)) else "",
            )
            for key, one in (menu_of(thing) if thing else ())
        ]

    def open_menu(self, thing: Thing) -> None:
        """Choose among what can be done with a thing, and have it done."""

        async def menu() -> None:
            from diskussion_tui.tui.dialogs.menu import Menu

            if chosen := await self.ask(Menu(self.entries(thing), self.words)):
                self.action_do(chosen)

        self.tell(menu())

    # ---- the window ----------------------------------------------------------------------------------------------

    def too_small(self) -> ComposeResult:
        """What stands there instead of the screen; yielded first when the screen is composed."""
        yield Sheet(id="too-small")

    @property
    def is_composed(self) -> bool:
        """Whether the screen has its widgets: from `on_mount` on, so that what is drawn there stands in the first frame.

        Until it is taken down: then they go one by one, and what a thread still tells finds some of them gone.
        """
        return bool(self.children) and self.app.is_running and not self._pruning

    def fit(self, size: Size) -> None:
        """Show the screen, or that there is too little room for it; `fitted` is the size it is set for."""
        self.fitted = size
        small, was_small = size.width < LEAST_COLUMNS or size.height < LEAST_ROWS, self.has_class("-small")
        if small and not was_small:
            self._heard = self.focused
        self.set_class(small, "-small")
        if was_small and not small:
            self.call_after_refresh(self._hear_again)
        self.set_class(size.height < LOW, "-low")
        if small:
            said = self.words.walk.too_small.format(columns=LEAST_COLUMNS, rows=LEAST_ROWS)
            self.query_one("#too-small", Sheet).show(text_rows(said, max(8, size.width)))

    def on_key(self, event: events.Key) -> None:
        """While there is no room for the line, what is typed is for it afterwards."""
        if event.is_printable and self.has_class("-small"):
            event.stop()
            self._typed_unseen += event.character or ""

    def _hear_again(self) -> None:
        """The cursor back where it was: what is not shown hears nothing. Then what was typed meanwhile."""
        if self._heard and self._heard.is_attached and self.focused is None:
            self.set_focus(self._heard)
        typed, self._typed_unseen = self._typed_unseen, ""
        self.app.type_on(typed)
