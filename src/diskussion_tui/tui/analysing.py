"""What is done across discussions: choosing or making a compilation, and opening its screens over home.

The app has one of these, as it has one for the discussion that is open. Where a discussion is read is that one's to say, so a wish
to read goes there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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
_NEW = "+"


class Selection(NamedTuple):
    """What a new compilation can be made of: a query, the discussions it is about where they are chosen, and in words what it is, how much, and both."""

    query: str
    only: tuple[str, ...]
    title: str
    size: str
    told: str


def _selections(query: str, only: Sequence[str], found: str, words: Texts) -> tuple[Selection, ...]:
    """What can be meant by the search that stands in the line and the discussions that are marked."""
    said = words.compiling
    size = said.only(len(only))
    searched = said.of_search.format(query=query, size=found) if query else found
    by_search = Selection(query, (), said.new_of_search, found, searched)
    by_marks = Selection("", tuple(only), said.new_of_marked, size, size)
    if not (only and query):
        one = by_marks if only else by_search
        return (one._replace(title=said.choose_new),)
    both = said.of_search.format(query=query, size=size)
    return by_marks, by_search, Selection(query, tuple(only), said.new_of_both, "", both)


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

    def compile(self, query: str, only: Sequence[str] = (), found: str = "") -> None:
        """Choose a compilation, or make one of what is searched for or marked. `found` says how much the search finds."""
        from diskussion_tui.domain.analysis.query.parsing import parse
        from diskussion_tui.domain.analysis.query.vocabulary import vocabulary_of
        from diskussion_tui.reports.queries import told

        if problem := parse(query, vocabulary_of(self._world.outline)).problem:
            self._telling.tell(told(problem, self._words))
            return
        self._patience.tell(self._compile(_selections(clean_line(query), only, found, self._words)))

    async def _compile(self, new: Sequence[Selection]) -> None:
        listed = await self._listed()
        if listed is None:
            return
        chosen = await self._chosen(listed, new) if listed or len(new) > 1 else new[0]
        if isinstance(chosen, str):
            self.open(chosen)
        elif chosen and (name := await self._named(chosen)):
            self.open(name, chosen.query, chosen.only)

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

    async def _chosen(self, listed: Sequence[Listed], new: Sequence[Selection]) -> Selection | str | None:
        """What a new one is to be made of, or the name of one that there is; None where nothing is chosen."""
        from diskussion_tui.tui.dialogs.chooser import Choice, Chooser

        said = self._words.compiling
        offered = [
            Choice(f"{_NEW}{place}", one.title, one.size, titled=True) for place, one in enumerate(new)
        ]
        for number, one in enumerate(listed):
            beside = one.kept.counted_at.date().isoformat() if one.kept else said.damaged
            offered.append(Choice(str(number), one.name, beside, titled=True))
        chosen = await self._app.push_screen_wait(Chooser(said.choose_title, offered, self._words))
        if not chosen:
            return None
        return new[int(chosen[1:])] if chosen.startswith(_NEW) else listed[int(chosen)].name

    async def _named(self, new: Selection) -> str:
        """What a new compilation is to be called, once it is seen what goes into it; empty where it is not to be made."""
        from diskussion_tui.tui.dialogs.form import Asked, Form

        words = self._words
        said = words.compiling
        asked = Asked("name", f"{new.told}. {said.ask_name_label}", new.query, said.example_name)

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
            from diskussion_tui.reports.queries import hints

            told = words.comparing.groups_empty.format(query=empty[0])
            self._telling.tell(" ".join((told, *hints(empty[0], words))))
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
