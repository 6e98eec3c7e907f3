"""The app: a hallway between the screens. It opens and closes discussions, holds theme and language, and is the door for errors."""

from __future__ import annotations

import gc
import sys
import threading
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on

from diskussion_tui.domain.text import clean
from diskussion_tui.store.library import Library, read_entry
from diskussion_tui.texts import LANGUAGES, words
from diskussion_tui.tui.in_turn import InTurn
from diskussion_tui.tui.screens.home import Home
from diskussion_tui.tui.terminal import tell_alt_enter
from diskussion_tui.tui.themes import DARK, THEMES, themes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.binding import BindingType

    from diskussion_tui.content.reader import Reading
    from diskussion_tui.domain.workbook import Workbook
    from diskussion_tui.store.library import Entry
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.ink import Row
    from diskussion_tui.tui.signals import Ear
    from diskussion_tui.tui.world import World
    from diskussion_tui.workshop.workshop import Workshop


class DiskussionApp(InTurn):
    """The program on the screen. Returns its exit code."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []
    CSS = "Screen { background: $ground; color: $ink; }"

    def __init__(
        self, world: World, texts: Texts, *, open_path: Path | None = None, practise: bool = False
    ) -> None:
        super().__init__()
        self.world = world
        self.texts = texts
        self.workshop: Workshop | None = None
        self.ear: Ear | None = None
        self._open_path = open_path
        self._practise = practise
        self._practising: Path | None = None
        self._one_closes = threading.Lock()
        self._reading: Reading | None = None
        self._reader = threading.Thread(target=self._read_workbook, daemon=True)
        for theme in themes():
            self.register_theme(theme)
        self.theme = DARK

    def on_load(self) -> None:
        """Before the terminal is switched over: whoever ends the program from now on has it given back."""
        if self.ear:
            self.ear.listen()

    def on_mount(self) -> None:
        """Show home, or go straight into the discussion that was asked for."""
        self.title = self.texts.home.title
        if not (self._open_path and self._open(self._open_path)):
            self._show_home()
        if self._practise:
            self._begin_practice()
        self.call_after_refresh(self._settle)

    def _show_home(self) -> None:
        """Home, under whatever is told over it; once is enough."""
        if any(isinstance(screen, Home) for screen in self.screen_stack):
            return
        library = Library(self.world.sessions)
        self.push_screen(Home(library, self.world.glance, self.texts, self.world.now().date()))

    def _settle(self) -> None:
        """After the first frame: read the workbook beside the screen, and keep the collector off what stays for good."""
        if not self._reader.is_alive() and self._reading is None:
            self._reader.start()
        gc.freeze()
        gc.enable()
        self.ready()

    # ---- opening and closing -------------------------------------------------------------------------------------

    @on(Home.Open)
    def _on_open(self, message: Home.Open) -> None:
        entry = message.entry
        if entry.fault in {"", "damaged", "no_session"}:
            self._open(entry.path)
        else:
            self._cannot_open(entry, self.texts.faults.of(entry.fault))

    @on(Home.New)
    def _on_new(self) -> None:
        workbook = self.workbook()
        if workbook is None:
            return
        from diskussion_tui.tui.dialogs.form import Asked, Form  # noqa: PLC0415 - not before it is wanted

        said = self.texts.dialogs
        field = Asked("name", said.name, "", said.name_hint)
        form = Form(
            said.new_title,
            [field],
            self.texts,
            lambda values: "" if values["name"].strip() else said.name_missing,
        )
        self.push_screen(form, lambda values: self._begin(values["name"], workbook) if values else None)

    @on(Home.Background)
    def _on_background(self) -> None:
        workbook = self.workbook()
        if workbook:
            from diskussion_tui.tui.pages import background_rows  # noqa: PLC0415 - not before it is wanted

            self._read(
                workbook.background.heading, lambda width: background_rows(workbook, self.texts, width)
            )

    @on(Home.Practise)
    def _begin_practice(self) -> None:
        from diskussion_tui.workshop.practice import copy_for_practice  # noqa: PLC0415 - not before it is wanted

        try:
            self._practising = copy_for_practice(self.world.example, self.world.sessions)
        except OSError as error:
            self._tell(self.texts.home.cannot_open.format(why=error.strerror or error))
            return
        if not self._open(self._practising):
            self.close_discussion()  # or the next discussion would pass for practice

    def _begin(self, name: str, workbook: Workbook) -> None:
        from diskussion_tui.workshop.workshop import Workshop  # noqa: PLC0415 - brings pydantic

        try:
            self._lead(Workshop.begin(self.world.sessions, name, workbook, now=self.world.now))
        except OSError as error:
            self._tell(
                self.texts.home.cannot_begin.format(folder=self.world.sessions, why=error.strerror or error)
            )

    def _open(self, path: Path) -> bool:
        """Lead the discussion in a file; False, and told, where that cannot be done."""
        workbook = self.workbook()
        if workbook is None:
            return False
        from diskussion_tui.store.keeper import UnreadableSessionError  # noqa: PLC0415 - not before it is wanted
        from diskussion_tui.workshop.workshop import Workshop  # noqa: PLC0415 - brings pydantic

        entry = read_entry(path)
        if entry.workbook and entry.workbook != workbook.id:
            self._tell(self.texts.home.other_workbook.format(id=entry.workbook))
            return False
        try:
            self._lead(Workshop.open(path, workbook, now=self.world.now))
        except UnreadableSessionError as error:
            self._cannot_open(entry, self.texts.faults.of(error.faults[0].code, error.faults[0].detail))
        except OSError as error:
            self._cannot_open(entry, error.strerror or str(error))
        else:
            return True
        return False

    def _lead(self, workshop: Workshop) -> None:
        from diskussion_tui.tui.screens.walk import Walk  # noqa: PLC0415 - not before it is wanted

        self.workshop = workshop
        walk = Walk(workshop, self.texts, practising=self._practising is not None)
        self.push_screen(walk, lambda _: self._left())

    def _left(self) -> None:
        unsaved = self.close_discussion()
        self._show_home()
        for screen in self.screen_stack:
            if isinstance(screen, Home) and screen.is_mounted:
                screen.reword(self.texts)
                screen.refresh_list()
        if unsaved:
            self._tell(unsaved)

    def close_discussion(self) -> str:
        """Save and close the open discussion; why it could not be saved, else empty. Who comes second waits for the first."""
        with self._one_closes:
            why = self._close()
            if self._practising:
                from diskussion_tui.workshop.practice import end_practice  # noqa: PLC0415 - not before it is wanted

                end_practice(self._practising)
                self._practising = None
                return ""
        return self.texts.walk.ends_unsaved.format(why=why) if why else ""

    def _close(self) -> str:
        workshop, self.workshop = self.workshop, None
        if not workshop:
            return ""
        self._keep_drafts()
        return workshop.close()

    def save(self) -> None:
        """Put all that was said and half typed on disk, and go on."""
        if self.workshop:
            self._keep_drafts()
            self.workshop.flush()

    def _keep_drafts(self) -> None:
        for screen in self.screen_stack:
            if keep_draft := getattr(screen, "keep_draft", None):
                keep_draft()

    # ---- the workbook --------------------------------------------------------------------------------------------

    def workbook(self) -> Workbook | None:
        """The workbook, waited for where it is still being read; None, and told, where it has errors."""
        if self._reading is None and not self._reader.is_alive():
            self._read_workbook()
        elif self._reading is None:
            self._reader.join()
        if self._reading is not None and self._reading.workbook is None:
            from diskussion_tui.tui.ink import text_rows  # noqa: PLC0415 - not before it is wanted

            rows = [problem.row() for problem in self._reading.problems]
            self._read(
                self.texts.dialogs.problems_title,
                lambda width: (
                    *text_rows(self.texts.home.workbook_faulty, width),
                    *(row for said in rows for row in text_rows(said, width, "text", "• ", "  ")),
                    *text_rows(self.texts.dialogs.problems_explained, width, "muted"),
                ),
            )
        return self._reading.workbook if self._reading else None

    def _read_workbook(self) -> None:
        self._reading = self.world.read_workbook(self.texts)

    # ---- for every screen ----------------------------------------------------------------------------------------

    def action_theme(self) -> None:
        """The next theme."""
        self.theme = THEMES[(THEMES.index(self.theme) + 1) % len(THEMES)]

    def action_language(self) -> None:
        """The next language."""
        following = LANGUAGES[(LANGUAGES.index(self.texts.language) + 1) % len(LANGUAGES)]
        self.texts = words(following)
        for screen in self.screen_stack:
            if reword := getattr(screen, "reword", None):
                reword(self.texts)

    async def action_quit(self) -> None:
        """Save, close, leave."""
        unsaved = self.close_discussion()
        self.exit(1 if unsaved else 0, message=unsaved or None)

    def action_help_quit(self) -> None:
        """Ctrl+C: say how to leave."""
        self.notify(f"Ctrl+Q {self.texts.commands.quit.title}", markup=False)

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

    def _cannot_open(self, entry: Entry, why: str) -> None:
        self._tell(f"{entry.path.name}\n{self.texts.home.cannot_open.format(why=why)}")

    def _tell(self, sentence: str) -> None:
        from diskussion_tui.tui.ink import text_rows  # noqa: PLC0415 - not before it is wanted

        self._read(self.texts.home.title, lambda width: text_rows(clean(sentence), min(width, 76)))

    def _read(self, title: str, rows: Callable[[int], tuple[Row, ...]]) -> None:
        from diskussion_tui.tui.dialogs.reader import Reader  # noqa: PLC0415 - not before it is wanted

        if not self.workshop:
            self._show_home()
        self.push_screen(Reader(title, rows, self.texts))


def run_app(world: World, texts: Texts, *, open_path: Path | None = None, practise: bool = False) -> int:
    """Run the screens until the user leaves; the exit code."""
    tell_alt_enter()
    app = DiskussionApp(world, texts, open_path=open_path, practise=practise)
    if sys.platform != "win32":
        from diskussion_tui.tui.signals import Ear  # noqa: PLC0415 - Windows has no such signals, nor what they need

        app.ear = Ear(app)
    try:
        code = app.run()
    finally:
        app.close_discussion()  # also where an error ended the screens: what was said is saved and tidy
        if app.ear:
            app.ear.over()
    return code if code is not None else app.return_code or 0
