"""The app: a hallway between the screens. It holds theme and language, hears what comes from outside, and is the door for errors."""

from __future__ import annotations

import gc
import sys
import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on
from textual.binding import Binding

from diskussion_tui.base.text import clean
from diskussion_tui.texts import LANGUAGES, words
from diskussion_tui.tui.analysing import Analysing, workbook_of
from diskussion_tui.tui.commands import command, take_keys, with_keys
from diskussion_tui.tui.compiling.wishes import Read
from diskussion_tui.tui.discussions import Discussions
from diskussion_tui.tui.home import wishes
from diskussion_tui.tui.host import Host
from diskussion_tui.tui.reporting import Reporting
from diskussion_tui.tui.themes import PROJECTOR, THEMES, themes
from diskussion_tui.tui.toolkit.ansi_minify import minified
from diskussion_tui.tui.toolkit.input_thread import unbreakable
from diskussion_tui.tui.toolkit.monochrome import bearing_no_style
from diskussion_tui.tui.widgets.field import NothingToPaste
from diskussion_tui.workshop.folder import Entry

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.driver import Driver

    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.environment import Environment, LookRead
    from diskussion_tui.tui.toolkit.signals import SignalListener
    from diskussion_tui.workshop.workshop import Workshop

SCREENS = Path(__file__).parent


class DiskussionApp(Host):
    """The program on the screen. Returns its exit code. `discussions` opens and closes what is led."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+v", "paste", show=False)]
    CSS = "Screen { background: $ground; color: $ink; }"

    def __init__(
        self,
        environment: Environment,
        texts: Texts,
        *,
        open_path: Path | None = None,
        practise: bool = False,
        reads: bool = False,
        follows: tuple[Path | None] | None = None,
    ) -> None:
        super().__init__()
        self.set_keymap(take_keys(environment.own_keys or {}))
        self.texts = with_keys(texts)
        self._filters = bearing_no_style(self._filters)
        self.discussions = Discussions(self, environment)
        self.analysing = Analysing(self, environment, workbook_of(self.discussions.await_reading))
        self.reporting = Reporting(self, environment, workbook_of(self.discussions.await_reading))
        self.signal_listener: SignalListener | None = None
        # There are none, and their widget would be made and styled for every screen.
        self._disable_tooltips = True
        self._says_unheard = False
        self._open_path = open_path
        self._practise = practise
        self._reads = reads
        self._follows = follows
        self._environment = environment
        self._chosen: dict[str, str] = {}
        self._keeping = threading.Lock()
        for theme in themes():
            self.register_theme(theme)
        # As if the program's own theme were Textual's: setting it has every style sheet parsed and applied once more, and so
        # has a screen that brings its own, where the app has not read it with the others.
        self.set_reactive(DiskussionApp.theme, environment.settings.theme)
        self.stylesheet.set_variables(self.get_css_variables())
        first = (
            "wall/wall.tcss" if follows else "walk/walk.tcss" if open_path and not reads else "home/home.tcss"
        )
        self.css_path.append(SCREENS / first)

    def bear_few_colours(self) -> None:
        """Have the themes for a terminal of sixteen colours. Before it runs."""
        for theme in themes(few=True):
            self.register_theme(theme)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_driver_class(self) -> type[Driver]:
        """The platform's own, hearing whatever comes, and writing as little as says the same.

        On Windows frames come in pieces and are handed on as they are.
        """
        driver = unbreakable(super().get_driver_class(), self.tell_unheard)
        if sys.platform == "win32":
            return driver
        from diskussion_tui.tui.toolkit.window import as_large_as_it_says

        return minified(as_large_as_it_says(driver))

    def on_load(self) -> None:
        """Before the terminal is switched over: whoever ends the program from now on has it given back."""
        if self.signal_listener:
            self.signal_listener.listen()

    async def on_mount(self) -> None:
        """Show home, or go straight into the discussion that was asked for."""
        self.title = self.texts.home.title
        if self._follows:
            self._show_wall(*self._follows)
        else:
            await self.discussions.show_first(self._open_path, practise=self._practise, reads=self._reads)
        self.call_after_refresh(self._settle)

    def _show_wall(self, path: Path | None) -> None:
        """The window for the room, in black and white, with nothing under it."""
        from diskussion_tui.tui.wall.screen import Wall

        self.theme = PROJECTOR
        self.push_screen(Wall(self._environment, self.texts, path, self.call_soon))

    def _settle(self) -> None:
        """After the first frame: read the workbook beside the screen, and keep the collector off what stays for good."""
        self.discussions.read_ahead()
        gc.freeze()
        gc.enable()
        if unheeded := self._environment.unheeded:
            self.notify(self.texts.settings.unheeded_here(unheeded), severity="warning", markup=False)
        self.ready()

    @on(wishes.Open)
    def _on_open(self, message: wishes.Open) -> None:
        self.discussions.open_listed(message)

    @on(wishes.New)
    def _on_new(self, message: wishes.New) -> None:
        self.discussions.begin(message.name)

    @on(wishes.Compile)
    def _on_compile(self, message: wishes.Compile) -> None:
        self.analysing.compile(message.query, message.only, message.found)

    @on(Read)
    def _on_read(self, message: Read) -> None:
        entry = Entry(message.path, name=message.path.name)
        self.discussions.open_listed(wishes.Open(entry, lead=False, note=message.place))

    @on(wishes.Unite)
    def _on_unite(self, message: wishes.Unite) -> None:
        self.analysing.unite(message.entries, message.name)

    @on(wishes.Compare)
    def _on_compare(self, message: wishes.Compare) -> None:
        self.analysing.compare(message.entries)

    @on(wishes.CompareGroups)
    def _on_compare_groups(self, message: wishes.CompareGroups) -> None:
        self.analysing.compare_groups(message.queries)

    @on(wishes.FollowUp)
    def _on_follow_up(self) -> None:
        self.analysing.follow_up()

    @on(wishes.Report)
    def _on_report(self, message: wishes.Report) -> None:
        self.reporting.hand_out(message.screen, message.path)

    @on(wishes.Background)
    def _on_background(self) -> None:
        self.discussions.show_background()

    @on(wishes.Practise)
    def _on_practise(self) -> None:
        self.discussions.practise()

    @on(NothingToPaste)
    def _on_nothing_to_paste(self) -> None:
        self._tell_how_to_paste()

    # ---- for every screen, and from outside ----------------------------------------------------------------------

    def look(self) -> LookRead | None:
        """How documents look here; None where nothing says so. For a thread: it reads."""
        read = self._environment.read_look
        return read(self.texts) if read else None

    @property
    def workshop(self) -> Workshop | None:
        """The discussion that is open."""
        return self.discussions.workshop

    def close_discussion(self) -> str:
        """Save and close the open discussion; what there is to tell if all is not well, else empty. For any thread."""
        return self.discussions.close()

    def save(self) -> None:
        """Put all that was said and half typed on disk, as far as that answers, and go on."""
        self.discussions.save()

    def tell_unheard(self, error: Exception) -> None:
        """Say that something from the terminal was lost through an error of ours. For any thread."""
        self.call_soon(partial(self._say_unheard, f"{type(error).__name__}: {error}"))

    def _say_unheard(self, error: str) -> None:
        if self._says_unheard:
            return  # once is enough, however many reads it costs
        self._says_unheard = True
        self.set_timer(self.NOTIFICATION_TIMEOUT, self._has_said_unheard)
        self.notify(clean(self.texts.dialogs.unheard.format(error=error)), severity="warning", markup=False)

    def _has_said_unheard(self) -> None:
        self._says_unheard = False

    def action_theme(self) -> None:
        """The next theme."""
        self.theme = THEMES[(THEMES.index(self.theme) + 1) % len(THEMES)]
        self.remember("theme", self.theme)

    def action_language(self) -> None:
        """The next language."""
        following = LANGUAGES[(LANGUAGES.index(self.texts.language) + 1) % len(LANGUAGES)]
        self.texts = with_keys(words(following))
        for screen in self.screen_stack:
            if reword := getattr(screen, "reword", None):
                reword(self.texts)
        self.remember("language", following)

    def remember(self, key: str, value: str) -> None:
        """Keep what was chosen for the next start, beside the screen. What a window for the room looks like is no choice."""
        remember = self._environment.remember
        if remember is None or self._follows:
            return
        self._chosen[key] = value

        def keep() -> None:
            try:
                with self._keeping:  # of two choices in a row the latter is kept
                    remember(key, self._chosen[key])
            except (OSError, ValueError) as error:
                self.call_soon(partial(self._say_forgotten, error))

        self.beside(keep, "settings")

    def _say_forgotten(self, error: OSError | ValueError) -> None:
        words = self.texts
        why = words.reasons.of_error(error) if isinstance(error, OSError) else words.settings.own_file
        self.notify(words.settings.forgotten.format(why=why), severity="warning", markup=False)

    async def action_quit(self) -> None:
        """Save, close, leave."""
        self.discussions.quit()

    def action_help_quit(self) -> None:
        """Ctrl+C: say how to leave."""
        leave = command("quit")
        self.notify(f"{leave.shown_key(self.texts)} {leave.words(self.texts).title}", markup=False)

    def action_paste(self) -> None:
        """Ctrl+V where nothing is typed."""
        self._tell_how_to_paste()

    def _tell_how_to_paste(self) -> None:
        """Say which key pastes what was copied elsewhere: that one is the terminal's."""
        self._say(self.texts.pasting.copy_hint)

    def copied(self, text: str) -> None:
        """Say how much the mouse was drawn over, and what to do where the terminal takes nothing from a program."""
        self._say(self.texts.pasting.copied(len(text)))

    def _say(self, sentence: str) -> None:
        if say := getattr(self.screen, "say", None):
            say(sentence)
        else:
            self.notify(sentence, markup=False)

    def _fatal_error(self) -> None:
        """End after an error of ours: everything saved, and said in words; the traceback only for who asks for it."""
        unsaved = self.close_discussion()
        if "debug" in self.features:
            super()._fatal_error()
            return
        error = sys.exc_info()[1]
        words = self.texts.dialogs
        said = [words.error_title, unsaved or words.error_explained, f"{type(error).__name__}: {error}"]
        self._exit_renderables.append(Text(clean("\n".join(said))))
        self._close_messages_no_wait()
