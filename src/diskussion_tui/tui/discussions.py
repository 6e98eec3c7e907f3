"""The discussion that is open: opened from home, the command line or for practice, and closed; or said why it cannot be.

The app has one of these, and no screen opens or closes anything itself. Nor does any of them know where a discussion lies:
that is the workshop's.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean, clean_line
from diskussion_tui.tui.home.screen import Home
from diskussion_tui.workshop.folder import Folder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from diskussion_tui.domain.session.faults import Fault, NotOpenedError
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.app import DiskussionApp
    from diskussion_tui.tui.environment import Environment, Reading
    from diskussion_tui.tui.rows import Row
    from diskussion_tui.workshop.workshop import Workshop

_PATIENCE = 2.0
"""Seconds that a stop from outside waits for the disk."""
_OPENING_SAYS_MORE = frozenset({"", "damaged", "too_deep", "no_session", "newer"})
"""What a list finds of a file that opening it tells better, or that opening it can bear."""


class Discussions:
    """Opens and closes discussions for an app, with home between them. `workshop` is the one that is open."""

    def __init__(self, app: DiskussionApp, environment: Environment) -> None:
        self.workshop: Workshop | None = None
        self._app = app
        self._world = environment
        self._practice: Path | None = None
        self._one_closes = threading.Lock()
        self._reading: Reading | None = None
        self._reader = threading.Thread(target=self._read_workbook, daemon=True)

    @property
    def practising(self) -> bool:
        """Whether what is open is thrown away afterwards."""
        return self._practice is not None

    def show_first(self, path: Path | None, *, practise: bool) -> None:
        """Go straight into the discussion that was asked for; home where none was, or where it cannot be opened."""
        if not (path and self.open(path)):
            self.show_home()
        if practise:
            self.practise()

    def show_home(self) -> None:
        """Home, under whatever is told over it; once is enough."""
        if any(isinstance(screen, Home) for screen in self._app.screen_stack):
            return
        world = self._world
        folder = Folder(world.sessions, world.refuge)
        self._app.push_screen(Home(folder, world.outline, self._words, world.now().date()))

    # ---- opening -------------------------------------------------------------------------------------------------

    def open_listed(self, path: Path, fault: str) -> None:
        """Lead a discussion of a list, or say the `fault` that the list found."""
        if self.workshop:
            return  # a second click on the row that is being opened: one screen must lead it, or its words go to two
        if fault in _OPENING_SAYS_MORE:
            self.open(path)
        else:
            from diskussion_tui.domain.session.faults import Fault

            self._cannot_open(path.name, [Fault(fault)])

    def open(self, path: Path) -> bool:
        """Lead the discussion in a file; False, and told, where that cannot be done."""
        workbook = self.workbook()
        if workbook is None:
            return False
        from diskussion_tui.domain.session.faults import NotOpenedError
        from diskussion_tui.workshop.disk import Disk
        from diskussion_tui.workshop.workshop import Workshop

        world, soon = self._world, self._app.call_soon
        disk = Disk(world.sessions, None if self.practising else world.refuge)
        try:
            self.lead(Workshop.open(path, workbook, disk, now=world.now, steady=world.steady, call_soon=soon))
        except NotOpenedError as error:
            self._explain(path.name, error)
        except OSError as error:
            self._cannot_open(path.name, self._words.reasons.of_error(error))
        return self.workshop is not None

    def ask_for_new(self) -> None:
        """Ask for a name, and begin a discussion of it."""
        workbook = self.workbook()
        if workbook is None:
            return
        from diskussion_tui.tui.dialogs.form import Asked, Form

        said = self._words.dialogs
        field = Asked("name", said.name, "", said.name_hint)
        form = Form(
            said.new_title,
            [field],
            self._words,
            lambda values: "" if values["name"].strip() else said.name_missing,
        )
        self._app.push_screen(form, lambda values: self._begin(values["name"], workbook) if values else None)

    def practise(self) -> None:
        """Open a fresh copy of the example."""
        if self.workshop:
            return
        from diskussion_tui.workshop.practice import copy_for_practice

        try:
            self._practice = copy_for_practice(self._world.example, self._world.sessions)
        except OSError as error:
            self._cannot_open(self._words.home.practise, self._words.reasons.of_error(error))
            return
        if not self.open(self._practice):
            self.close()  # or the next discussion would pass for practice

    def _begin(self, name: str, workbook: Workbook) -> None:
        from diskussion_tui.workshop.disk import Disk
        from diskussion_tui.workshop.workshop import Workshop

        world, soon = self._world, self._app.call_soon
        disk = Disk(refuge=world.refuge)
        try:
            self.lead(
                Workshop.begin(
                    world.sessions, name, workbook, disk, now=world.now, steady=world.steady, call_soon=soon
                )
            )
        except OSError as error:
            why = self._words.reasons.of_error(error)
            self._tell(self._words.home.cannot_begin.format(folder=world.sessions, why=why))

    def lead(self, workshop: Workshop) -> None:
        """Show the walk of a discussion that is open."""
        from diskussion_tui.tui.walk.screen import Walk

        self.workshop = workshop
        walk = Walk(workshop, self._words, practising=self.practising)
        self._app.push_screen(walk, lambda _: self._left())

    # ---- closing -------------------------------------------------------------------------------------------------

    def _left(self) -> None:
        told = self.close()
        self.show_home()
        for screen in self._app.screen_stack:
            if isinstance(screen, Home) and screen.is_mounted:
                screen.reword(self._words)
                screen.refresh_list()
        if told:
            self._tell(told)

    def close(self) -> str:
        """Save and close the open discussion; what there is to tell if all is not well, else empty.

        For any thread. Who comes second waits for the first.
        """
        with self._one_closes:
            told = self._close()
            if self._practice:
                from diskussion_tui.workshop.practice import end_practice

                end_practice(self._practice)
                self._practice = None
                return ""
        return told

    def _close(self) -> str:
        workshop, self.workshop = self.workshop, None
        if not workshop:
            return ""
        self._keep_drafts()
        why, said = workshop.close(), self._words.walk
        if why:
            return said.ends_unsaved.format(why=self._words.reasons.of(why))
        if refuge := workshop.refuge:
            reason = self._words.reasons.of(workshop.saving.why)
            return said.left_elsewhere.format(folder=clean_line(str(refuge)), why=reason)
        return ""

    def save(self) -> None:
        """Put all that was said and half typed on disk, as far as that answers, and go on."""
        if self.workshop:
            self._keep_drafts()
            self.workshop.flush(_PATIENCE)

    def _keep_drafts(self) -> None:
        for screen in self._app.screen_stack:
            if keep_draft := getattr(screen, "keep_draft", None):
                keep_draft()

    # ---- the workbook --------------------------------------------------------------------------------------------

    def read_ahead(self) -> None:
        """Read the workbook beside the screen."""
        if not self._reader.is_alive() and self._reading is None:
            self._reader.start()

    def workbook(self) -> Workbook | None:
        """The workbook, waited for where it is still being read; None, and told, where it has errors."""
        if self._reader.is_alive():
            self._reader.join()
        reading = self._reading or self._read_workbook()
        if reading.workbook is None:
            self._tell_problems([problem.row() for problem in reading.problems])
        return reading.workbook

    def show_background(self) -> None:
        """The workbook's background, to read."""
        workbook = self.workbook()
        if workbook:
            from diskussion_tui.tui.walk.pages import background_rows

            words = self._words
            self._read(workbook.background.heading, lambda width: background_rows(workbook, words, width))

    def _read_workbook(self) -> Reading:
        self._reading = self._world.read_workbook(self._words)
        return self._reading

    # ---- saying --------------------------------------------------------------------------------------------------

    @property
    def _words(self) -> Texts:
        return self._app.texts

    def _tell_problems(self, problems: Sequence[str]) -> None:
        """Say what is wrong with the workbook."""
        from diskussion_tui.tui.rows import text_rows

        words = self._words
        self._read(
            words.dialogs.problems_title,
            lambda width: (
                *text_rows(words.home.workbook_faulty, width),
                *(row for said in problems for row in text_rows(said, width, "text", "• ", "  ")),
                *text_rows(words.dialogs.problems_explained, width, "muted"),
            ),
        )

    def _explain(self, name: str, error: NotOpenedError) -> None:
        if error.faults:
            self._cannot_open(name, error.faults)
        else:
            self._tell(error.sentence(self._words))

    def _cannot_open(self, name: str, why: Sequence[Fault] | str) -> None:
        """Say of a file that it cannot be opened, everything that is wrong with it, and what to do."""
        from diskussion_tui.tui.help import unopened_rows

        words = self._words
        self._read(words.home.title, lambda width: unopened_rows(clean_line(name), why, words, width))

    def _tell(self, sentence: str) -> None:
        from diskussion_tui.tui.rows import text_rows

        self._read(self._words.home.title, lambda width: text_rows(clean(sentence), min(width, 76)))

    def _read(self, title: str, rows: Callable[[int], tuple[Row, ...]]) -> None:
        from diskussion_tui.tui.dialogs.reader import Reader

        if not self.workshop:
            self.show_home()
        self._app.push_screen(Reader(title, rows, self._words))
