"""The disk as a sink (`sink.py`): saving in threads of its own, so that a slow disk never holds up a key press.

What is said lies on a queue until it is on disk; a pair of threads puts it there and says so only afterwards. When the disk refuses,
or a network share hangs, another pair goes on in the refuge, a folder on this machine, and home again when that is possible.
Where that is refused too the words stay on the queue, are tried again, and the screen is told why.
"""

from __future__ import annotations

import errno
import sys
import threading
import time
from typing import TYPE_CHECKING

from diskussion_tui.base.refused import symbol
from diskussion_tui.domain.session.faults import NotOpenedError
from diskussion_tui.store.files.watched import Answers
from diskussion_tui.workshop.saving.pending import Pending
from diskussion_tui.workshop.saving.sink import LATER, FromOthers, NotSaved, NotTidy, Saved
from diskussion_tui.workshop.saving.threads import SaveThreads

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diskussion_tui.domain.session.records import Draft, Record
    from diskussion_tui.domain.session.session import Change
    from diskussion_tui.store.session.locations import Locations
    from diskussion_tui.store.session.session_writer import SessionWriter
    from diskussion_tui.workshop.saving.pending import Batch
    from diskussion_tui.workshop.saving.sink import Event

PATIENCE = 0.4
"""Seconds that a single call may take, while something said waits for it, before the disk counts as hanging."""
HOMEWARD = 2.0
"""Seconds between two attempts to go home from the refuge."""
FAREWELL = 5.0
"""Seconds that closing waits for a single answer of a disk that does not give any."""
HURRIED = 2.0
"""Seconds that whoever leaves gives the readable file, by what the disk's answers have taken so far."""
TIDIES_IN = 60
"""Answers of a disk, about, one after the other, in which the readable file is brought up to date and the journal goes."""


def hangs(still: float, patience: float = PATIENCE) -> bool:
    """Whether a disk hangs that has not answered for so many seconds while something said waits for it."""
    return still >= patience


class Saver:
    """The disk as a `Sink`: owns a session writer and the threads that work on it. `tell` is called from them with what happened."""

    def __init__(
        self,
        session_writer: SessionWriter,
        places: Locations,
        tell: Callable[[Event], None],
        *,
        away: str = "",
        answers: Answers | None = None,
    ) -> None:
        """`answers` knows when the disk last answered; without it patience is counted from when something was said."""
        self._answers = answers or Answers()
        self._places = places
        self._tell = tell
        self._pending = Pending()
        self._upto = ""
        self._why = away
        self._untidy = ""
        self._troubled = False
        self._left: list[SaveThreads] = []
        self._scout: threading.Thread | None = None
        self._moving = threading.Lock()
        self._ended = threading.Event()
        self._stirred = threading.Event()
        self._begin(session_writer, away=bool(away))
        threading.Thread(target=self._watch, name="watch", daemon=True).start()

    @property
    def refuge(self) -> Path | None:
        """The folder of the refuge while the discussion is kept there."""
        threads = self._threads
        return threads.session_writer.path.parent if threads.away else None

    def put(self, change: Change) -> None:
        """Hand over a change to be saved."""
        self._pending.put(change)
        self._have_watched()

    def put_draft(self, draft: Draft, *, tidy: bool = False) -> None:
        """Hand over the unfinished line; only the latest counts. With `tidy` the readable file follows at once."""
        self._pending.put_draft(draft)
        self._have_watched()
        if tidy:
            self._threads.hurry()

    def flush(self, patience: float | None = None) -> str:
        """Wait until everything is on disk or was refused; the reason if it was, else empty."""
        return self._pending.wait(patience)

    def close(self, patience: float | None = None) -> str:
        """Save what is left, bring the file up to date, let go of it; the reason if something stayed unsaved or untidy.

        A disk that does not answer is not waited for for ever. With `patience` the disk is not waited for longer than that in all,
        what is computed meanwhile not counted; `LATER` then says that the readable file is left for later. On a disk that is
        seen to be too slow for it that is not even begun, whoever leaves.
        """
        if self._leaves_untidy(patience or HURRIED):
            return LATER
        self._pending.end()
        begun, computed = self._answers.clock(), time.process_time()
        ended = False
        while not ended:
            ended = self._threads.leave(0.1)  # another pair may have taken over meanwhile
            now = self._answers.clock()
            if now - max(begun, self._answers.latest()) >= FAREWELL:
                break
            if patience and now - begun - (time.process_time() - computed) >= patience:
                break
        self._ended.set()
        self._stirred.set()
        if not self._pending.empty:
            return self._pending.failure or symbol(OSError(errno.ETIMEDOUT, ""))
        if patience and not ended:
            return LATER
        return symbol(self._threads.why) if self._threads.why else ""

    def _leaves_untidy(self, patience: float) -> bool:
        """Let go of everything where it is all saved and the disk could not bring the file up to date in time; whether it was."""
        if self._threads.away or self._answers.pace * TIDIES_IN <= patience:
            return False
        self._pending.wait(patience)  # the half-typed line has just been handed over
        if not self._pending.empty:
            return False
        self._pending.hand_to(None)
        self._threads.dismiss(let_go=True)
        self._ended.set()
        self._stirred.set()
        self._threads.join(patience)
        return True

    # ---- what the threads tell -------------------------------------------------------------------------------------

    def at_work(self) -> None:
        """Count what the disk is waited for from now on."""
        self._answers.note()

    def saved(self, threads: SaveThreads, batch: Batch) -> None:
        """Tell what is on disk; a draft alone is not worth telling, unless something was wrong."""
        if batch.changes:
            self._upto = batch.changes[-1].id
        if batch.changes or self._troubled:
            self._tell_saved(threads)

    def refused(self, threads: SaveThreads, error: OSError) -> bool:
        """Go on in the refuge; where that cannot be, tell why."""
        if self._go_away(threads, symbol(error)):
            return True
        self._not_saved(symbol(error))
        return False

    def heard(self, threads: SaveThreads, records: tuple[Record, ...]) -> None:
        """Tell what others wrote."""
        if threads is self._threads:
            self._tell(FromOthers(records))

    def looked(self, threads: SaveThreads, error: OSError | None) -> None:
        """Tell when the readable file cannot be written, and when it can again; from the refuge, look homeward."""
        if threads is not self._threads:
            return
        why = symbol(error) if error else ""
        if why != self._untidy:
            self._untidy = why
            self._tell(NotTidy(why))
        if threads.away and not (self._scout and self._scout.is_alive()):
            self._scout = threading.Thread(
                target=self._look_homeward, args=(threads,), name="scout", daemon=True
            )
            self._scout.start()

    def broke(self, threads: SaveThreads) -> None:
        """Tell that an error of ours has ended the saving."""
        if threads is self._threads:
            self._not_saved(type(sys.exception()).__name__)

    # ---- away and home again -------------------------------------------------------------------------------------

    def _begin(self, session_writer: SessionWriter, *, away: bool) -> None:
        self._threads = SaveThreads(session_writer, self._pending, self, away=away)
        self._pending.hand_to(self._threads)
        self._threads.start()
        if away:
            self._threads.hurry()

    def _go_away(self, threads: SaveThreads, why: str) -> bool:
        """Have another pair go on in the refuge; whether one does."""
        with self._moving:
            if self._threads is not threads:
                return True
            try:
                session_writer = None if threads.away else self._places.refuge(threads.session_writer)
            except OSError:
                session_writer = None
            if session_writer is None:
                return False
            threads.dismiss(let_go=True)
            self._left.append(threads)
            self._why = why
            self._begin(session_writer, away=True)
            self._tell_saved(self._threads)
            return True

    def _look_homeward(self, threads: SaveThreads) -> None:
        """Try whether the discussion's own folder takes it again. May hang as long as that does."""
        if self._ended.wait(HOMEWARD) or not all(left.join(0) for left in self._left):
            return
        self._left.clear()
        try:
            home = self._places.home(threads.session_writer)
        except (OSError, NotOpenedError):
            return
        with self._moving:
            if self._threads is not threads or self._pending.ending:
                home.abandon()
            else:
                self._go_home(threads, home)

    def _go_home(self, threads: SaveThreads, home: SessionWriter) -> None:
        self._pending.hand_to(None)
        threads.dismiss(let_go=False)
        threads.join()
        try:
            home.put(threads.session_writer.beyond(home.session))
        except OSError:
            home.abandon()
            self._begin(threads.session_writer, away=True)
            return
        fresh = home.beyond(threads.session_writer.session)
        threads.session_writer.abandon()
        self._begin(home, away=False)
        self._threads.hurry()
        if fresh:
            self._tell(FromOthers(fresh))
        self._tell_saved(self._threads)

    # ---- watching over time --------------------------------------------------------------------------------------

    def _have_watched(self) -> None:
        if not self._stirred.is_set():
            self._stirred.set()

    def _watch(self) -> None:
        """See that nothing said waits long for a disk that does not answer. Sleeps while nothing is said."""
        while not self._ended.is_set():
            self._stirred.wait()
            self._stirred.clear()
            while (waited := self._pending.waited()) is not None and not self._ended.is_set():
                saver = self._threads.saver
                silent = self._answers.clock() - self._answers.last(saver) - self._answers.computed(saver)
                still = min(waited, silent)
                if hangs(still, PATIENCE) and not self._pending.failure:
                    why = symbol(OSError(errno.ETIMEDOUT, ""))
                    self._not_saved(why)
                    self._go_away(self._threads, why)
                self._ended.wait(max(PATIENCE - still, PATIENCE / 4))

    def _not_saved(self, why: str) -> None:
        self._troubled = True
        self._pending.refuse(why)
        self._tell(NotSaved(why))

    def _tell_saved(self, threads: SaveThreads) -> None:
        self._troubled = False
        self._tell(Saved(self._upto, self.refuge, self._why) if threads.away else Saved(self._upto))
