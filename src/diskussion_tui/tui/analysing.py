"""What is done across discussions: choosing or making a compilation, and opening its screens over home.

The app has one of these, as it has one for the discussion that is open. Where a discussion is read is that one's to say, so a wish
to read goes there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.tui.patience import Patience
from diskussion_tui.tui.telling import Telling

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from diskussion_tui.domain.analysis.open_actions import Action
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.app import DiskussionApp
    from diskussion_tui.tui.compiling.who import Who
    from diskussion_tui.tui.environment import BookRead, Environment
    from diskussion_tui.workshop.compiling import Compilations, Listed
    from diskussion_tui.workshop.folder import Entry

LISTING, TAKING = "listing", "comparing"
"""What is done beside the screen."""
QUIET = 1.5
"""Seconds in which nothing is said of listing compilations: the first time what counts them is loaded too."""


class Analysing:
    """Opens what looks across discussions. `read_workbook` may be called from any thread; it waits."""

    def __init__(
        self, app: DiskussionApp, environment: Environment, read_workbook: Callable[[], Workbook | None]
    ) -> None:
        self._app, self._world = app, environment
        self._read_workbook = read_workbook
        self._who: Who | None = None
        self._patience = Patience(app, environment.sessions, environment.steady)
        self._telling = Telling(app, lambda: None)

    def compile(self, query: str, only: Sequence[str] = ()) -> None:
        """Choose a compilation, or make one of what is searched for, in the discussions that are marked if any are."""
        self._patience.tell(self._compile(clean_line(query), only))

    async def _compile(self, query: str, only: Sequence[str]) -> None:
        listed = await self._listed()
        if listed is None:
            return
        name = await self._chosen(listed, query, only) if listed else ""
        if name is None:
            return
        if name:
            self.open(name)
        elif new := await self._named(query):
            self.open(new, query, only)

    async def _listed(self) -> tuple[Listed, ...] | None:
        """The compilations that there are; None, and told, where they cannot be listed."""
        task = self._app.beside(lambda: self._compilations().listed(), LISTING)
        if not (await task.ends(QUIET) or await self._patience.wait(task)):
            return None
        try:
            return task.result()
        except OSError as error:
            words = self._words
            self._telling.tell(words.compiling.cannot.format(why=words.reasons.of_error(error)))
            return None

    async def _chosen(self, listed: tuple[Listed, ...], query: str, only: Sequence[str]) -> str | None:
        """The name of the one that is chosen, empty for a new one; None where none is."""
        from diskussion_tui.tui.dialogs.chooser import Choice, Chooser

        words = self._words
        about = words.compiling.query.format(query=query) if query else words.compiling.everything
        if only:
            about = " · ".join(filter(None, (words.compiling.only(len(only)), about if query else "")))
        offered = [Choice("+", words.compiling.choose_new, about, titled=True)]
        for number, one in enumerate(listed):
            beside = one.kept.counted_at.date().isoformat() if one.kept else words.compiling.damaged
            offered.append(Choice(str(number), one.name, beside, titled=True))
        title = words.compiling.choose_title
        chosen = await self._app.push_screen_wait(Chooser(title, offered, words))
        if not chosen:
            return None
        return "" if chosen == "+" else listed[int(chosen)].name

    async def _named(self, query: str) -> str:
        """What a new compilation is to be called; empty where it is not to be made."""
        from diskussion_tui.tui.dialogs.form import Asked, Form

        words = self._words
        said = words.compiling
        asked = Asked("name", said.ask_name_label, query, said.example_name)

        def wrong(given: dict[str, str]) -> str:
            return "" if clean_line(given["name"]) else said.name_needed

        given = await self._app.push_screen_wait(Form(said.ask_name, [asked], words, wrong))
        return clean_line(given["name"]) if given else ""

    def open(self, name: str, query: str | None = None, only: Sequence[str] = ()) -> None:
        """Show a compilation; with a query it is made of what that finds."""
        from diskussion_tui.tui.compiling.counting import Counting
        from diskussion_tui.tui.compiling.screen import Compiled
        from diskussion_tui.tui.compiling.who import Who

        world = self._world
        counting = Counting(name, world.places, world.now, self._read_workbook, query, only)
        if self._who is None:
            self._who = Who(world.settings.coder, lambda name: self._app.remember("coder", name))
        self._app.push_screen(Compiled(self._words, counting, self._who))

    # ---- comparing -----------------------------------------------------------------------------------------------

    def compare(self, entries: Sequence[Entry]) -> None:
        """Hold some discussions side by side; of a single one its files."""
        self._patience.tell(self._compare([entry.path for entry in entries]))

    async def _compare(self, paths: Sequence[Path]) -> None:
        from diskussion_tui.domain.session.faults import NotOpenedError
        from diskussion_tui.tui.comparing.screen import Comparing
        from diskussion_tui.tui.comparing.taking import take_up

        words = self._words
        task = self._app.beside(lambda: take_up(paths, self._world, self._read_workbook(), words), TAKING)
        if not await self._patience.wait(task):
            return
        named = clean_line(", ".join(path.name for path in paths))
        try:
            held = task.result()
        except NotOpenedError as error:
            self._telling.explain(named, error)
        except OSError as error:
            self._telling.cannot_open(named, words.reasons.of_error(error))
        else:
            self._app.push_screen(Comparing(held, self._read_at))

    def compare_groups(self, queries: Sequence[str]) -> None:
        """Hold what some queries find side by side, a group each."""
        self._patience.tell(self._compare_groups(queries))

    async def _compare_groups(self, queries: Sequence[str]) -> None:
        from diskussion_tui.tui.comparing.screen import Comparing
        from diskussion_tui.tui.comparing.taking import take_up_groups

        words = self._words
        task = self._app.beside(
            lambda: take_up_groups(queries, self._world, self._read_workbook(), words), TAKING
        )
        if not await self._patience.wait(task, doing=words.comparing.comparing):
            return
        try:
            held = task.result()
        except OSError as error:
            self._telling.tell(words.comparing.groups_unread.format(why=words.reasons.of_error(error)))
            return
        empty = [side.name for side in held.comparison.sides if not side.said]
        if empty:
            self._telling.tell(words.comparing.groups_empty.format(query=empty[0]))
        else:
            self._app.push_screen(Comparing(held, self._read_at))

    def unite(self, entries: Sequence[Entry], name: str) -> None:
        """Unite the discussions of tables into a new one."""
        self._patience.tell(self._unite([entry.path for entry in entries], name))

    async def _unite(self, paths: Sequence[Path], name: str) -> None:
        from diskussion_tui.domain.session.faults import NotOpenedError
        from diskussion_tui.domain.session.refusals import RefusedError
        from diskussion_tui.tui.comparing.uniting import told, unite_in
        from diskussion_tui.tui.home.chosen import Chosen

        words = self._words
        task = self._app.beside(lambda: unite_in(paths, name, self._world, self._read_workbook()), TAKING)
        if not await self._patience.wait(task):
            return
        try:
            sessions = task.result()
        except (NotOpenedError, RefusedError) as error:
            self._telling.tell(error.sentence(words))
        except OSError as error:
            self._telling.tell(words.comparing.not_united.format(why=words.reasons.of_error(error)))
        else:
            for home in self._app.screen_stack:
                if isinstance(home, Chosen):
                    home.united()
            self._telling.tell(told(name, sessions, words))

    def compare_with(self, path: Path) -> None:
        """Compare a discussion with those that are marked at home, or with one that is asked for there."""
        from diskussion_tui.tui.home.chosen import Chosen

        home = next((one for one in self._app.screen_stack if isinstance(one, Chosen)), None)
        if home:
            home.compare_with(path)

    # ---- following up ------------------------------------------------------------------------------------------

    def follow_up(self) -> None:
        """Show the actions of all discussions, and what has become of them."""
        self._patience.tell(self._follow_up())

    async def _follow_up(self) -> None:
        from diskussion_tui.tui.followup.screen import FollowedUp
        from diskussion_tui.workshop.follow_up import FollowUp

        world = self._world
        of = FollowUp(world.places, world.now)
        task = self._app.beside(of.look, TAKING)
        if not await self._patience.wait(task):
            return
        try:
            task.result()
        except OSError as error:
            folder = clean_line(str(world.sessions))
            self._telling.cannot_open(folder, self._words.reasons.of_error(error))
            return

        def tell(one: Action, done: bool) -> None:  # noqa: FBT001 - which of two it is to be is the whole question
            of.tell(one, self._workbook(), done=done)

        page = FollowedUp(
            self._words,
            of,
            self._patience.wait,
            tell,
            lambda: of.undo(self._workbook()),
            lambda: world.now().date(),
        )
        self._app.push_screen(page)

    def _workbook(self) -> Workbook:
        """The workbook that discussions are changed with. Raises `NoWorkbookError`."""
        from diskussion_tui.tui.comparing.uniting import NoWorkbookError

        if workbook := self._read_workbook():
            return workbook
        raise NoWorkbookError

    def _read_at(self, path: Path, note: str) -> None:
        from diskussion_tui.tui.compiling.wishes import Read

        self._app.post_message(Read(path, note))

    def _compilations(self) -> Compilations:
        from diskussion_tui.workshop.compiling import Compilations

        return Compilations(self._world.places, self._world.now)

    @property
    def _words(self) -> Texts:
        return self._app.texts


def workbook_of(await_reading: Callable[[], BookRead]) -> Callable[[], Workbook | None]:
    """Reading the workbook as analysis wants it: None where it has errors, since ids will do for names."""
    return lambda: await_reading().workbook
