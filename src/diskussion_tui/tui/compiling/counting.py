"""Counting a compilation for a screen: begun, anew, and what is said where it cannot be done. All of it may take its time."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.workshop import compiling

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.workshop.compiling import Compilations, Made
    from diskussion_tui.workshop.looking_in import Places


class Counting:
    """A compilation of a name. With a `query` it is made; without one it is counted as it is kept, and only shown what has moved."""

    def __init__(
        self,
        name: str,
        places: Places,
        now: Callable[[], dt.datetime],
        read_workbook: Callable[[], Workbook | None],
        query: str | None = None,
        only: Sequence[str] = (),
    ) -> None:
        self.name, self._query, self._only = name, query, only
        self._where = (places, now)
        self._read_workbook = read_workbook
        self.workbook: Workbook | None = None
        self._with: Compilations | None = None
        self._latest: Made | None = None
        self._keeping = threading.Lock()
        self.unkept: OSError | None = None

    @property
    def now(self) -> Callable[[], dt.datetime]:
        """The clock."""
        return self._where[1]

    @property
    def today(self) -> dt.date:
        """Which day it is."""
        return self._where[1]().date()

    @property
    def progress(self) -> tuple[int, int]:
        """How many files have been read, and of how many; nothing as long as that is not known."""
        return (self._with.read_so_far, self._with.to_read) if self._with else (0, 0)

    def begin(self) -> Made:
        """Count it the first time. For any thread."""
        made = self._compilations().verify(self.name) if self._query is None else self.anew()
        self._query = None
        return made

    def anew(self) -> Made:
        """Count it from the files and keep what comes of it. For any thread."""
        return self._compilations().make(self.name, self._query, only=self._only)

    def keep(self, made: Made) -> None:
        """Keep the analyst's own words, the latest last; `unkept` says why not. For any thread."""
        self._latest = made
        with self._keeping:
            try:
                self._compilations().rewrite(self._latest)
            except OSError as error:
                self.unkept = error
            else:
                self.unkept = None

    def _compilations(self) -> Compilations:
        if self._with is None:
            self.workbook = book = self._read_workbook()
            kinds = tuple(one.id for one in book.kinds) if book else ()
            verdicts = tuple(one.id for one in book.verdicts) if book else ()
            self._with = compiling.Compilations(*self._where, (kinds, verdicts))
        return self._with

    def sentences(self, error: Exception, words: Texts) -> tuple[str, ...]:
        """What is wrong, in words. Raises what it is not made for."""
        said = words.compiling
        if isinstance(error, compiling.UnreadableCompilationError):
            told = said.unreadable.format(folder=clean_line(str(error.path.parent)), file=compiling.FILE)
            return (told, *(said.fault(*fault) for fault in error.faults))
        if isinstance(error, compiling.UnnamedError):
            return (said.unnamed.format(name=self.name),)
        if isinstance(error, compiling.NameTakenError):
            return (said.name_taken.format(other=clean_line(error.other)),)
        if isinstance(error, compiling.WrongQueryError):
            return (said.wrong_query.format(given=clean_line(error.given)),)
        if isinstance(error, compiling.NoSuchCompilationError):
            return (said.none_such.format(name=self.name, known=""),)
        if isinstance(error, OSError):
            return (said.cannot.format(why=words.reasons.of_error(error)),)
        raise error
