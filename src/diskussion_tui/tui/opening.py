"""Opening and closing discussions: from home, from the command line, for practice; and saying why one cannot be opened."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from textual import on
from textual.events import Callback

from diskussion_tui.base.text import clean, clean_line
from diskussion_tui.store.library.listing import Library
from diskussion_tui.tui.home.screen import Home
from diskussion_tui.tui.toolkit.input_queue import InputQueue

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from diskussion_tui.content.reader import Reading
    from diskussion_tui.domain.session.faults import Fault
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.environment import Environment
    from diskussion_tui.tui.rows import Row
    from diskussion_tui.workshop.workshop import Workshop

_PATIENCE = 2.0
"""Seconds that a stop from outside waits for the disk."""


class Opening(InputQueue):
    """The part of the app that holds the open discussion, the workbook, and home."""

    def __init__(self, environment: Environment, texts: Texts) -> None:
        super().__init__()
        self.environment = environment
        self.texts = texts
        self.workshop: Workshop | None = None
        self._practising: Path | None = None
        self._one_closes = threading.Lock()
        self._reading: Reading | None = None
        self._reader = threading.Thread(target=self._read_workbook, daemon=True)

    def show_home(self) -> None:
        """Home, under whatever is told over it; once is enough."""
        if any(isinstance(screen, Home) for screen in self.screen_stack):
            return
        library = Library(self.environment.sessions, self.environment.refuge)
        self.push_screen(Home(library, self.environment.outline, self.texts, self.environment.now().date()))

    def read_ahead(self) -> None:
        """Read the workbook beside the screen."""
        if not self._reader.is_alive() and self._reading is None:
            self._reader.start()

    # ---- opening and closing -------------------------------------------------------------------------------------

    @on(Home.Open)
    def _on_open(self, message: Home.Open) -> None:
        if self.workshop:
            return  # a second click on the row that is being opened: one screen must lead it, or its words go to two
        entry = message.entry
        if entry.fault in {"", "damaged", "no_session", "newer"}:
            self.open(entry.path)
        else:
            from diskussion_tui.domain.session.faults import Fault

            self._cannot_open(entry.path.name, [Fault(entry.fault)])

    @on(Home.New)
    def _on_new(self) -> None:
        workbook = self.workbook()
        if workbook is None:
            return
        from diskussion_tui.tui.dialogs.form import Asked, Form

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
            from diskussion_tui.tui.walk.pages import background_rows

            self._read(
                workbook.background.heading, lambda width: background_rows(workbook, self.texts, width)
            )

    @on(Home.Practise)
    def practise(self) -> None:
        """Open a fresh copy of the example."""
        if self.workshop:
            return
        from diskussion_tui.workshop.practice import copy_for_practice

        try:
            self._practising = copy_for_practice(self.environment.example, self.environment.sessions)
        except OSError as error:
            self._cannot_open(self.texts.home.practise, self.texts.reasons.of_error(error))
            return
        if not self.open(self._practising):
            self.close_discussion()  # or the next discussion would pass for practice

    def _begin(self, name: str, workbook: Workbook) -> None:
        from diskussion_tui.workshop.disk import Disk
        from diskussion_tui.workshop.workshop import Workshop

        try:
            workshop = Workshop.begin(
                self.environment.sessions,
                name,
                workbook,
                Disk(refuge=self.environment.refuge),
                now=self.environment.now,
                steady=self.environment.steady,
                call_soon=self.call_soon,
            )
        except OSError as error:
            why = self.texts.reasons.of_error(error)
            self._tell(self.texts.home.cannot_begin.format(folder=self.environment.sessions, why=why))
        else:
            self._lead(workshop)

    def open(self, path: Path) -> bool:
        """Lead the discussion in a file; False, and told, where that cannot be done."""
        workbook = self.workbook()
        if workbook is None:
            return False
        from diskussion_tui.domain.session.faults import OtherWorkbookError, UnreadableSessionError
        from diskussion_tui.workshop.disk import Disk
        from diskussion_tui.workshop.workshop import Workshop

        disk = Disk(self.environment.sessions, None if self._practising else self.environment.refuge)
        now, steady, soon = self.environment.now, self.environment.steady, self.call_soon
        try:
            self._lead(Workshop.open(path, workbook, disk, now=now, steady=steady, call_soon=soon))
        except OtherWorkbookError as error:
            self._tell(self.texts.home.other_workbook.format(id=error.its))
        except UnreadableSessionError as error:
            self._cannot_open(path.name, error.faults)
        except OSError as error:
            self._cannot_open(path.name, self.texts.reasons.of_error(error))
        else:
            return True
        return False

    def _lead(self, workshop: Workshop) -> None:
        from diskussion_tui.tui.walk.screen import Walk

        self.workshop = workshop
        walk = Walk(workshop, self.texts, practising=self._practising is not None)
        self.push_screen(walk, lambda _: self._left())

    def _left(self) -> None:
        told = self.close_discussion()
        self.show_home()
        for screen in self.screen_stack:
            if isinstance(screen, Home) and screen.is_mounted:
                screen.reword(self.texts)
                screen.refresh_list()
        if told:
            self._tell(told)

    def close_discussion(self) -> str:
        """Save and close the open discussion; what there is to tell if all is not well, else empty.

        Who comes second waits for the first.
        """
        with self._one_closes:
            told = self._close()
            if self._practising:
                from diskussion_tui.workshop.practice import end_practice

                end_practice(self._practising)
                self._practising = None
                return ""
        return told

    def _close(self) -> str:
        workshop, self.workshop = self.workshop, None
        if not workshop:
            return ""
        self._keep_drafts()
        why, said = workshop.close(), self.texts.walk
        if why:
            return said.ends_unsaved.format(why=self.texts.reasons.of(why))
        if refuge := workshop.refuge:
            reason = self.texts.reasons.of(workshop.saving.why)
            return said.left_elsewhere.format(folder=clean_line(str(refuge)), why=reason)
        return ""

    def call_soon(self, call: Callable[[], None]) -> None:
        """Have something done in the app's next turn. For any thread: nothing is waited for, and nothing done once the app ends."""
        self.post_message(Callback(call))

    def save(self) -> None:
        """Put all that was said and half typed on disk, as far as that answers, and go on."""
        if self.workshop:
            self._keep_drafts()
            self.workshop.flush(_PATIENCE)

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
            from diskussion_tui.tui.rows import text_rows

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
        self._reading = self.environment.read_workbook(self.texts)

    def _cannot_open(self, name: str, why: Sequence[Fault] | str) -> None:
        """Say of a file that it cannot be opened, everything that is wrong with it, and what to do."""
        from diskussion_tui.tui.help import unopened_rows

        words = self.texts
        self._read(words.home.title, lambda width: unopened_rows(clean_line(name), why, words, width))

    def _tell(self, sentence: str) -> None:
        from diskussion_tui.tui.rows import text_rows

        self._read(self.texts.home.title, lambda width: text_rows(clean(sentence), min(width, 76)))

    def _read(self, title: str, rows: Callable[[int], tuple[Row, ...]]) -> None:
        from diskussion_tui.tui.dialogs.reader import Reader

        if not self.workshop:
            self.show_home()
        self.push_screen(Reader(title, rows, self.texts))
