"""The two threads that work for one session writer: one puts what is said on disk, the other looks around and tidies.

Two, so that a note never waits for the whole file to be written. Neither touches a screen: what happened is told to
the `SaveListener`. A pair of threads whose disk hangs is left where it is; it notices when it wakes, and ends.
"""

from __future__ import annotations

import threading
import time
from functools import partial
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from diskussion_tui.domain.session.records import Record
    from diskussion_tui.store.session.session_writer import SessionWriter
    from diskussion_tui.workshop.saving.pending import Batch, Pending

QUIET = 1.0
"""Seconds without a change before the readable file is brought up to date."""
LOOK = 0.5
"""Seconds between two looks at what others have written, while somebody else writes in the same discussion."""
CALM = 4
"""So much longer between two looks where nobody else has for `WAKEFUL` seconds: a laptop on battery pays for each."""
WAKEFUL = 30.0
RETRY = 1.0
"""Seconds before a disk that refused is tried again."""


def pause(since: float) -> float:
    """Seconds until the next look, where so many have gone since somebody else wrote something."""
    return LOOK if since < WAKEFUL else LOOK * CALM


class SaveListener(Protocol):
    """Whom a pair of threads tells."""

    def at_work(self) -> None:
        """The committing thread goes to work on what was said."""

    def saved(self, threads: SaveThreads, batch: Batch) -> None:
        """Something is on disk. Others wait meanwhile: nothing is to be waited for here."""

    def refused(self, threads: SaveThreads, error: OSError) -> bool:
        """The disk refuses to take what is said; whether another pair has taken over."""

    def heard(self, threads: SaveThreads, records: tuple[Record, ...]) -> None:
        """Others have written into the session."""

    def looked(self, threads: SaveThreads, error: OSError | None) -> None:
        """The readable file and the others' have been seen to, or could not be."""

    def broke(self, threads: SaveThreads) -> None:
        """An error of ours ended a thread."""


class SaveThreads:
    """At work from the start until `dismiss`, or until the queue's end, when it closes the session writer. `why` it could not."""

    def __init__(
        self, session_writer: SessionWriter, pending: Pending, listener: SaveListener, *, away: bool
    ) -> None:
        self.session_writer = session_writer
        self.away = away
        self.why: OSError | None = None
        self._pending = pending
        self._listener = listener
        self._dismissed = self._let_go = self._hurry = self._untidy = False
        self._touched = 0.0
        self._heard = -WAKEFUL
        self._stir = threading.Event()
        self._committer = threading.Thread(target=self._run, args=(self._commit,), name="saver", daemon=True)
        self._housekeeper = threading.Thread(
            target=self._run, args=(self._keep_house,), name="tidier", daemon=True
        )

    @property
    def saver(self) -> int | None:
        """The thread that puts what is said on disk."""
        return self._committer.ident

    def start(self) -> None:
        """Go to work."""
        self._committer.start()
        self._housekeeper.start()

    def hurry(self) -> None:
        """Bring the readable file up to date at the next look: not in the midst of the frame that a step change paints."""
        self._hurry = self._untidy = True

    def leave(self, patience: float) -> bool:
        """See to it that the queue's end is noticed, and wait for that; whether both threads have ended."""
        self._stir.set()
        return self.join(patience)

    def dismiss(self, *, let_go: bool) -> None:
        """Have both threads end, and with `let_go` the session writer's files be let go of as soon as they have."""
        self._let_go = let_go
        self._dismissed = True
        self._stir.set()

    def join(self, patience: float | None = None) -> bool:
        """Wait for both threads; whether they have ended."""
        until = None if patience is None else time.monotonic() + patience
        for thread in (self._committer, self._housekeeper):
            if thread.ident is None:
                return False  # about to start
            thread.join(None if until is None else max(0.0, until - time.monotonic()))
        return not (self._committer.is_alive() or self._housekeeper.is_alive())

    def _run(self, work: Callable[[], None]) -> None:
        ended = False
        try:
            work()
            ended = True
        finally:
            if not ended:  # nobody may wait for this thread, or believe that it saved
                self._listener.broke(self)

    # ---- putting on disk -----------------------------------------------------------------------------------------

    def _commit(self) -> None:
        while batch := self._pending.next(self):
            last = self._pending.ending
            self._listener.at_work()
            try:
                self.session_writer.append(batch.changes, batch.draft)
            except OSError as error:
                if self._listener.refused(self, error) or last:
                    return
                self._pending.pause(self, RETRY)
            else:
                self._touched, self._untidy = time.monotonic(), True
                if not self._pending.done(self, batch, partial(self._listener.saved, self, batch)):
                    return

    # ---- looking around ------------------------------------------------------------------------------------------

    def _keep_house(self) -> None:
        while not (self._dismissed or self._pending.ending):
            self._stir.wait(pause(time.monotonic() - self._heard))
            self._stir.clear()
            if not (self._dismissed or self._pending.ending):
                self._look_around()
        self._committer.join()
        if not self._dismissed:
            self._finish()
        elif self._let_go:
            self.session_writer.abandon()

    def _look_around(self) -> None:
        """Take in what others wrote, and bring the readable file up to date in a quiet moment."""
        try:
            if fresh := self.session_writer.others():
                self._untidy, self._heard = True, time.monotonic()
                self._listener.heard(self, fresh)
            if self.session_writer.disturbed:
                self._untidy = self._hurry = True
            if self._untidy and (self._hurry or time.monotonic() - self._touched >= QUIET):
                self._hurry = False
                self._untidy = not self.session_writer.tidy()
        except OSError as error:
            self._untidy = True
            self._listener.looked(self, error)
        else:
            self._listener.looked(self, None)

    def _finish(self) -> None:
        """Close the session writer, or leave the disk as it is where something could not be put on it."""
        try:
            if self._pending.empty:
                self.session_writer.close()
        except OSError as error:
            self.why = error
        finally:
            self.session_writer.abandon()
