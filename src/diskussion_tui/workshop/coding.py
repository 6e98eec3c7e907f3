"""Coding that is going on: the open desk of one coder, what is decided there, and the thread that puts it on disk.

`do` makes a change of the coding's present state and shows it at once; the desk's thread appends it to the coder's own file, one
sync a decision. Looking at a desk writes nothing: the file is made with the first decision, and the code book that a compilation
begins with is written down before it, so that it is the same in ten years. Where the disk refuses, what was decided is kept and
tried again, and `saving` says why.
"""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING

from diskussion_tui.base.refused import symbol
from diskussion_tui.domain.analysis.coding import Decision, fold, undo
from diskussion_tui.domain.analysis.versions import trail_of
from diskussion_tui.domain.session.changes import Stamp
from diskussion_tui.store.compiling.codebook_file import begin_book
from diskussion_tui.store.compiling.decisions import DecisionJournal, coder_name, has_file
from diskussion_tui.store.compiling.reading import read_coding
from diskussion_tui.store.files.fs import Fs
from diskussion_tui.store.session.identity import identity
from diskussion_tui.workshop.clock import local_now
from diskussion_tui.workshop.workshop import Ids

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from diskussion_tui.domain.analysis.codebook import Theme
    from diskussion_tui.domain.analysis.coding import Coding
    from diskussion_tui.domain.session.records import Version
    from diskussion_tui.store.compiling.reading import CodingRead

RETRY = 1.0
"""Seconds before a disk that refused is tried again."""
LEAVING = 10.0
"""Seconds that are waited at closing for what was decided last to be on disk."""


def coder_in(folder: Path, called: str) -> str:
    """Who codes in a compilation's folder: whoever sits here, as they began there, else by what they call themselves; empty where they do not."""
    own = identity().writer
    return own if has_file(folder, own) else coder_name(called)


class Desk:
    """A coder's desk in a compilation's folder. Create with `Desk.at`; `close` when done.

    `told` is called, from any thread, whenever how far saving has come is another than before.
    """

    def __init__(
        self,
        folder: Path,
        coder: str,
        read: CodingRead,
        starter: tuple[Theme, ...] = (),
        *,
        now: Callable[[], dt.datetime] = local_now,
        fs: Fs | None = None,
        workbook: str = "",
    ) -> None:
        self.folder, self.coder, self.found, self.now = folder, coder, read, now
        self.coding: Coding = read.coding
        self.saving, self.why = "saved", ""
        self.told: Callable[[], None] = lambda: None
        self._starter, self._workbook, self._fs = () if read.begun else starter, workbook, fs or Fs()
        self._ids = Ids(now)
        self._ids.not_before(_last_change(self.coding))
        self._trail = trail_of(self.coding.versions, coder)
        self._pending: deque[tuple[Version, ...]] = deque()
        self._own: list[Version] = []
        self._stir, self._lock = threading.Event(), threading.Lock()
        self._leaving = False
        self._journal: DecisionJournal | None = None
        self._thread: threading.Thread | None = None

    @classmethod
    def at(cls, folder: Path, coder: str = "", starter: tuple[Theme, ...] = (), **given: object) -> Desk:
        """The desk of a coder, of whoever sits here where none is named. Reads, and writes nothing."""
        name = coder_name(coder) or identity().writer
        return cls(folder, name, read_coding(folder, starter), starter, **given)  # type: ignore[arg-type] - handed on

    # ---- changes -----------------------------------------------------------------------------------------------------

    def do(self, make: Callable[[Coding, Stamp], Iterable[Version]]) -> tuple[Version, ...]:
        """Make a change, fold it in and have it saved; what it came to, nothing where it would alter nothing."""
        made = tuple(make(self.coding, self.stamp()))
        if made:
            self._take(made)
            self._trail = self._trail.after(made[0].change, made[0].undoes)
        return made

    def stamp(self) -> Stamp:
        """Who makes a change, and when."""
        return Stamp(self._ids.new(), self.now(), self.coder)

    def new_id(self) -> str:
        """An id for a theme."""
        return self._ids.new()

    def undo(self) -> tuple[Version, ...]:
        """Take back what was done here last, decisions and themes alike."""
        return self._back(self._trail.done)

    def redo(self) -> tuple[Version, ...]:
        """Do again what was taken back last."""
        return self._back(self._trail.undone)

    @property
    def is_named(self) -> bool:
        """Whether the coder has a name, and not only the one that this machine writes under."""
        return self.coder != identity().writer

    @property
    def has_written(self) -> bool:
        """Whether anything was decided here."""
        return self._thread is not None

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._trail.done)

    @property
    def can_redo(self) -> bool:
        """Whether there is something taken back."""
        return bool(self._trail.undone)

    def take_in(self, versions: Iterable[Version]) -> int:
        """Take in a colleague's themes and decisions, as they made them; how many were new. They are kept in one's own file."""
        known = {one for those in self.coding.versions.values() for one in those}
        new = tuple(one for one in versions if one not in known)
        if new:
            self._take(new)
            self._trail = trail_of(self.coding.versions, self.coder)
        return len(new)

    def _back(self, changes: tuple[str, ...]) -> tuple[Version, ...]:
        if not changes:
            return ()
        change = changes[-1]
        return self.do(lambda coding, stamp: undo(coding, stamp, change))

    def _take(self, made: tuple[Version, ...]) -> None:
        self.coding = fold(self.coding, made)
        with self._lock:
            self._pending.append(made)
        self._say("saving", "")
        if self._thread is None:
            self._thread = threading.Thread(target=self._save, name="coder", daemon=True)
            self._thread.start()
        self._stir.set()

    # ---- saving ------------------------------------------------------------------------------------------------------

    def close(self) -> str:
        """Wait until all is on disk, and let go of the file. Why it is not, where the disk refuses; else nothing."""
        self._leaving = True
        self._stir.set()
        if self._thread is not None:
            self._thread.join(LEAVING)
        with self._lock:
            return (self.why or "EBUSY") if self._pending else ""

    def _save(self) -> None:
        while True:
            self._stir.wait(RETRY if self.saving == "refused" else None)
            self._stir.clear()
            leaving, refused = self._leaving, self._put()
            if leaving and (refused or not self._pending):
                break
        if self._journal:
            self._journal.close()

    def _put(self) -> bool:
        """Append what is pending; whether the disk refused."""
        while self._pending:
            with self._lock:
                batch = list(self._pending)
            try:
                self._append(batch)
            except OSError as error:
                self._say("refused", symbol(error))
                return True
            with self._lock:
                for _ in batch:
                    self._pending.popleft()
        self._say("saved", "")
        return False

    def _append(self, batch: list[tuple[Version, ...]]) -> None:
        if self._journal is None:
            self._fs.make_folder(self.folder)
            if self._starter:
                begin_book(self._fs, self.folder, self._starter, self._workbook)
            self._journal = DecisionJournal.of(self._fs, self.folder, self.coder)
        if (
            self._journal.vanished
        ):  # somebody took the file away: what is known to have stood in it goes into another
            self._journal.renew(self._ours())
        self._journal.append(batch)
        self._own += [one for of_it in batch for one in of_it]

    def _ours(self) -> list[Version]:
        """All that should stand in the coder's own file: what they ever made, and what they took in here."""
        made = (one for those in self.coding.versions.values() for one in those if one.writer == self.coder)
        return list(dict.fromkeys((*made, *self._own)))

    def _say(self, state: str, why: str) -> None:
        changed = (state, why) != (self.saving, self.why)
        self.saving, self.why = state, why
        if changed:
            self.told()


def decided_by(coding: Coding, coder: str) -> list[Decision]:
    """A coder's decisions that stand, the oldest first."""
    found = (by[coder] for by in coding.decided.values() if coder in by)
    return sorted(found, key=lambda one: one.change)


def _last_change(coding: Coding) -> str:
    from diskussion_tui.base.ids import latest

    return latest(one.change for those in coding.versions.values() for one in those)


def starter_for(workbook: str) -> tuple[Theme, ...]:
    """The code book that coding begins with in a workbook; empty where none ships with that."""
    from diskussion_tui.content.source import default_code_book
    from diskussion_tui.store.compiling.codebook_file import read_book

    read = read_book(default_code_book())
    return read.themes if workbook and read.workbook == workbook else ()
