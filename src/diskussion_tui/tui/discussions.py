"""The discussion that is open: opened from home, the command line or for practice, and closed; or said why it cannot be.

The app has one of these, and no screen opens or closes anything itself. Nor does any of them know where a discussion lies:
that is the workshop's.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from diskussion_tui.base.pulse import Pulse
from diskussion_tui.base.text import clean_line
from diskussion_tui.tui.home.screen import Home
from diskussion_tui.tui.patience import UNSAID, Patience
from diskussion_tui.tui.telling import Telling
from diskussion_tui.tui.view import Aim
from diskussion_tui.workshop.folder import Folder
from diskussion_tui.workshop.saving.sink import LATER

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from pathlib import Path
    from typing import Any

    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.app import DiskussionApp
    from diskussion_tui.tui.environment import BookRead, Environment
    from diskussion_tui.tui.home.wishes import Open
    from diskussion_tui.tui.reading.screen import Reading
    from diskussion_tui.tui.toolkit.beside import Task
    from diskussion_tui.workshop.looking_in import Held
    from diskussion_tui.workshop.workshop import Workshop

_PATIENCE = 2.0
"""Seconds that a stop from outside waits for the disk."""
OPENING, CLOSING, READING = "opening", "closing", "reading"
"""What is done beside the screen."""
_OPENING_SAYS_MORE = frozenset({"", "damaged", "too_deep", "no_session", "newer", "unread"})
"""What a list finds of a file that opening it tells better, or that opening it can bear."""


class Discussions:
    """Opens and closes discussions for an app, with home between them. `workshop` is the one that is open."""

    def __init__(self, app: DiskussionApp, environment: Environment) -> None:
        self.workshop: Workshop | None = None
        self._app = app
        self._world = environment
        self._patience = Patience(app, environment.sessions, environment.steady)
        self._telling = Telling(app, self._home_under)
        self._leaving = self._left_behind = self._under_way = False
        self._later = ""
        self._practice: Path | None = None
        self._one_closes = threading.Lock()
        self._reading: BookRead | None = None
        self._reader = threading.Thread(target=self._read_workbook, daemon=True)

    @property
    def practising(self) -> bool:
        """Whether what is open is thrown away afterwards."""
        return self._practice is not None

    async def show_first(self, path: Path | None, *, practise: bool, reads: bool) -> None:
        """Go straight into the discussion that was asked for, at once where the disk answers at once; home where none was."""
        if path and reads:
            self._alone(self._read_when_there(path))
        elif path:
            task = self._open_beside(path)
            if await task.ends(UNSAID):
                self._take_up(path.name, task)
            else:
                self._alone(self._lead_when_open(path.name, task))
        if not self.workshop:
            self.show_home()
        if practise:
            self.practise()

    def show_home(self) -> None:
        """Home, under whatever is told over it; once is enough."""
        if any(isinstance(screen, Home) for screen in self._app.screen_stack):
            return
        world, pulse = self._world, Pulse(self._world.steady)
        folder = Folder(world.sessions, world.refuge, pulse.beat, also=world.also)
        self._app.push_screen(Home(folder, world.outline, self._words, lambda: world.now().date(), pulse))

    # ---- opening -------------------------------------------------------------------------------------------------

    def open_listed(self, wish: Open) -> None:
        """Lead or read a discussion of a list, or say the fault that the list found."""
        path, fault = wish.entry.path, wish.entry.fault
        if self._busy:
            return  # a second click on the row that is being opened: one screen must lead it, or its words go to two
        if fault not in _OPENING_SAYS_MORE:
            from diskussion_tui.domain.session.faults import Fault

            self._telling.cannot_open(path.name, [Fault(fault)])
        elif wish.lead:
            self._alone(self._lead_when_open(path.name, self._open_beside(path), wish.known, Aim(wish.note)))
        else:
            self._alone(self._read_when_there(path, wish.known, wish.note, wish.find))

    async def _read_when_there(
        self, path: Path, known: Callable[[], None] | None = None, note: str = "", find: str = ""
    ) -> None:
        """Show a discussion to be read, or say why it cannot be. Nothing is locked, and nothing written."""
        from diskussion_tui.domain.session.faults import NotOpenedError
        from diskussion_tui.tui.reading.page import read_of
        from diskussion_tui.tui.reading.screen import Reading
        from diskussion_tui.workshop.looking_in import look_into

        world = self._world

        def work() -> tuple[Held, Workbook | None]:
            return look_into(path, world.places), self.await_reading().workbook

        task = self._app.beside(work, OPENING)
        if not await self._patience.wait(task, known=known):
            return
        try:
            held, workbook = task.result()
        except NotOpenedError as error:
            self._telling.explain(path.name, error)
        except OSError as error:
            self._telling.cannot_open(path.name, self._words.reasons.of_error(error))
        else:
            read = read_of(held.session, workbook, self._words, clean_line(path.name), world.now().date())
            screen = Reading(read, path, note=note, find=find)
            self._app.push_screen(screen, lambda _: self._after_reading(path, screen))

    def _after_reading(self, path: Path, screen: Reading) -> None:
        """Lead what was read, or compare it, where that is wanted."""
        if screen.compares:
            self._app.analysing.compare_with(path)
        elif screen.wanted and not self._busy:
            self._alone(self._lead_when_open(path.name, self._open_beside(path), None, screen.wanted))

    @property
    def _busy(self) -> bool:
        """Whether a discussion is open, or is being opened, begun or closed."""
        return self.workshop is not None or self._under_way

    def _alone(self, story: Coroutine[Any, Any, None]) -> None:
        """Have a story go on during which nothing else is opened."""
        self._under_way = True

        async def told() -> None:
            try:
                await story
            finally:
                self._under_way = False

        self._patience.tell(told())

    def _open_beside(self, path: Path) -> Task[Workshop | BookRead]:
        """Open a discussion beside the screen; what is wrong with the workbook instead, where that cannot be led."""

        def work() -> Workshop | BookRead:
            reading = self.await_reading()
            if reading.workbook is None:
                return reading
            from diskussion_tui.workshop.disk import Disk
            from diskussion_tui.workshop.workshop import Workshop

            world, soon = self._world, self._app.call_soon
            home = world.places.home_of(path)
            disk = Disk(home.folder, None if self.practising else home.refuge)
            return Workshop.open(
                path, reading.workbook, disk, now=world.now, steady=world.steady, call_soon=soon
            )

        return self._app.beside(work, OPENING)

    async def _lead_when_open(
        self,
        name: str,
        task: Task[Workshop | BookRead],
        known: Callable[[], None] | None = None,
        aim: Aim | None = None,
    ) -> None:
        """Lead a discussion once it is open, or say why it cannot be; what comes too late is closed again."""
        if await self._patience.wait(task, known=known):
            self._take_up(name, task, aim)
        else:
            task.leave(_close_again)
        if not self.workshop and self._practice:
            await self._end()  # or the next discussion would pass for practice

    def _take_up(self, name: str, task: Task[Workshop | BookRead], aim: Aim | None = None) -> None:
        """Lead what was opened, or say why it could not be."""
        from diskussion_tui.domain.session.faults import NotOpenedError
        from diskussion_tui.workshop.workshop import Workshop

        try:
            found = task.result()
        except NotOpenedError as error:
            self._telling.explain(name, error)
        except OSError as error:
            self._telling.cannot_open(name, self._words.reasons.of_error(error))
        else:
            if isinstance(found, Workshop):
                self.lead(found, aim)
            else:
                self._telling.problems([problem.row() for problem in found.problems])

    def begin(self, name: str) -> None:
        """Begin a discussion of a name."""
        if not self._busy:
            self._alone(self._begin_new(name))

    async def _begin_new(self, name: str) -> None:
        if workbook := await self._workbook():
            await self._begin(name, workbook)

    def practise(self) -> None:
        """Open a fresh copy of the example."""
        if not self._busy:
            self._alone(self._practise())

    async def _practise(self) -> None:
        from diskussion_tui.workshop.practice import copy_for_practice, end_practice

        world = self._world
        task = self._app.beside(lambda: copy_for_practice(world.example, world.sessions), OPENING)
        if not await self._patience.wait(task):
            task.leave(end_practice)
            return
        try:
            self._practice = task.result()
        except OSError as error:
            self._telling.cannot_open(self._words.home.practise, self._words.reasons.of_error(error))
            return
        await self._lead_when_open(self._practice.name, self._open_beside(self._practice))

    async def _begin(self, name: str, workbook: Workbook) -> None:
        from diskussion_tui.workshop.disk import Disk
        from diskussion_tui.workshop.workshop import Workshop

        world, soon = self._world, self._app.call_soon
        disk = Disk(refuge=world.refuge, details=world.settings.details)

        def work() -> Workshop:
            return Workshop.begin(
                world.sessions, name, workbook, disk, now=world.now, steady=world.steady, call_soon=soon
            )

        task = self._app.beside(work, OPENING)
        if not await self._patience.wait(task):
            task.leave(_close_again)
            return
        try:
            self.lead(task.result())
        except OSError as error:
            why = self._words.reasons.of_error(error)
            self._telling.tell(self._words.home.cannot_begin.format(folder=world.sessions, why=why))

    def lead(self, workshop: Workshop, aim: Aim | None = None) -> None:
        """Show the walk of a discussion that is open."""
        from diskussion_tui.tui.walk.screen import Walk

        self.workshop = workshop
        if aim and aim.reopen and workshop.session.final and not workshop.read_only:
            from diskussion_tui.domain.session.changes import set_state

            workshop.do(set_state, "utkast")
        time_up = self._world.settings.time_up
        walk = Walk(workshop, self._words, practising=self.practising, time_up=time_up)
        self._app.push_screen(walk, lambda _: self._patience.tell(self._left()))
        if aim and (note := workshop.session.note(aim.note)):
            walk.call_after_refresh(walk.place.show_note, note, aim.sought)

    # ---- closing -------------------------------------------------------------------------------------------------

    async def _left(self) -> None:
        told = await self._end()
        self.show_home()
        for screen in self._app.screen_stack:
            if isinstance(screen, Home) and screen.is_mounted:
                screen.reword(self._words)
                screen.come_back()
        if told:
            self._telling.tell(told)

    def quit(self) -> None:
        """Save, close, leave, without holding the screen."""
        if not self._leaving:
            self._leaving = True
            self._patience.tell(self._quit())

    async def _quit(self) -> None:
        told = await self._end()
        self._app.exit(1 if told else 0, message=told or self._later or None)

    async def _end(self) -> str:
        """Close beside the screen; what there is to tell. A disk that never answers is left behind."""
        if not (self.workshop or self._practice):
            return ""
        self._keep_drafts()
        task = self._app.beside(self.close, CLOSING)
        if await self._patience.leave(task):
            return task.result()
        self._left_behind = True
        return self._words.walk.ends_unsaved.format(why=self._words.reasons.of("ETIMEDOUT"))

    def close(self) -> str:
        """Save and close the open discussion; what there is to tell if all is not well, else empty.

        For any thread. Who comes second waits for the first, but not for one that was left behind.
        """
        if self._left_behind:
            return ""
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
        if why == LATER:
            self._later = self._words.waiting.untidied.format(file=clean_line(str(workshop.path)))
        elif why:
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

    async def _workbook(self) -> Workbook | None:
        """The workbook, waited for where it is still being read; None, and told, where it has errors."""
        task = self._app.beside(self.await_reading, READING)
        if not await self._patience.wait(task):
            return None
        reading = task.result()
        if reading.workbook is None:
            self._telling.problems([problem.row() for problem in reading.problems])
        return reading.workbook

    def await_reading(self) -> BookRead:
        """The reading of the workbook. For any thread but the screen's: it waits."""
        if self._reader.is_alive():
            self._reader.join()
        return self._reading or self._read_workbook()

    def show_background(self) -> None:
        """The workbook's background, to read."""
        self._patience.tell(self._show_background())

    async def _show_background(self) -> None:
        if workbook := await self._workbook():
            from diskussion_tui.tui.walk.pages import background_rows

            words = self._words
            self._telling.read(
                workbook.background.heading, lambda width: background_rows(workbook, words, width)
            )

    def _read_workbook(self) -> BookRead:
        self._reading = self._world.read_workbook(self._words)
        return self._reading

    @property
    def _words(self) -> Texts:
        return self._app.texts

    def _home_under(self) -> None:
        return None if self.workshop else self.show_home()


def _close_again(found: object) -> None:
    """Let go of a discussion that nobody waits for any more."""
    if close := getattr(found, "close", None):
        close()
