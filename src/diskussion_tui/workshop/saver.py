"""Saving beside the screen: a thread of its own, so that a slow disk never holds up a key press.

It puts changes on disk in the order they were made, several at once when they come fast, and says so only afterwards.
When the disk refuses, the changes stay here, are tried again, and the screen is told why.
"""

from __future__ import annotations

import sys
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from diskussion_tui.domain.session import Change, Draft, Record
    from diskussion_tui.store.keeper import Keeper

QUIET = 1.0
"""Seconds without a change before the readable file is brought up to date; also how often others are looked for."""


@dataclass(frozen=True, slots=True)
class Saved:
    """Every change up to and with `upto` is on disk; what was handed over since may not be."""

    upto: str


@dataclass(frozen=True, slots=True)
class NotSaved:
    """The disk refused. The changes are kept and tried again; `why` is the system's reason."""

    why: str


@dataclass(frozen=True, slots=True)
class FromOthers:
    """Another program has written into the session."""

    records: tuple[Record, ...]


Event: TypeAlias = Saved | NotSaved | FromOthers


class Saver:
    """The thread that owns a keeper. `tell` is called from it with what happened."""

    def __init__(self, keeper: Keeper, tell: Callable[[Event], None]) -> None:
        self._keeper = keeper
        self._tell = tell
        self._changes: list[Change] = []
        self._draft: Draft | None = None
        self._hurry = self._closing = False
        self._untidy = False
        self._failure = ""
        self._upto = ""
        self._wake = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="saver", daemon=True)
        self._thread.start()

    def put(self, change: Change) -> None:
        """Hand over a change to be saved."""
        with self._wake:
            self._changes.append(change)
            self._wake.notify_all()

    def put_draft(self, draft: Draft, *, tidy: bool = False) -> None:
        """Hand over the unfinished line; only the latest counts. With `tidy` the readable file follows at once."""
        with self._wake:
            self._draft = draft
            self._hurry = self._hurry or tidy
            self._wake.notify_all()

    def flush(self, patience: float | None = None) -> str:
        """Wait until everything is on disk or was refused; the reason if it was, else empty."""
        with self._wake:
            self._wake.wait_for(lambda: self._failure or not (self._changes or self._draft), patience)
            return self._failure

    def close(self) -> str:
        """Save what is left, bring the file up to date, let go of it; the reason if something stayed unsaved."""
        with self._wake:
            self._closing = True
            self._wake.notify_all()
        self._thread.join()
        return self._failure

    def _run(self) -> None:
        ended = False
        try:
            while not self._closing:
                self._wait()
                self._save()
                self._look_around()
            self._save()
            self._finish()
            ended = True
        finally:
            if not ended:  # an error of ours: nobody may wait for this thread, or believe that it saved
                self._stopped()

    def _stopped(self) -> None:
        why = type(sys.exception()).__name__
        with self._wake:
            self._failure = why
            self._wake.notify_all()
        self._tell(NotSaved(why))

    def _wait(self) -> None:
        """Sleep until there is something to save, or for a quiet moment's length."""
        with self._wake:
            if not (self._closing or self._hurry or self._waiting_to_save()):
                self._wake.wait(QUIET)
            if self._failure and not self._closing:
                self._wake.wait(QUIET)

    def _waiting_to_save(self) -> bool:
        return bool(self._changes or self._draft) and not self._failure

    def _save(self) -> None:
        with self._wake:
            changes, draft = tuple(self._changes), self._draft
        if not changes and draft is None:
            return
        try:
            self._keeper.append(changes, draft)
        except OSError as error:
            self._refused(error)
            return
        with self._wake:
            del self._changes[: len(changes)]
            self._draft = None if self._draft is draft else self._draft
            news = bool(changes or self._failure)
            self._upto = changes[-1].id if changes else self._upto
            self._failure = ""
            self._untidy = True
            self._touched = time.monotonic()
            self._wake.notify_all()
        if news:
            self._tell(Saved(self._upto))

    def _look_around(self) -> None:
        """In a quiet moment: take in what others wrote, and bring the readable file up to date."""
        if self._closing or self._waiting_to_save():
            return
        try:
            if time.monotonic() - self._looked >= QUIET:
                self._look_for_others()
            if self._untidy and (self._hurry or time.monotonic() - self._touched >= QUIET):
                self._hurry = False
                self._untidy = not self._keeper.tidy()
            self._recovered()
        except OSError as error:
            self._refused(error)

    def _look_for_others(self) -> None:
        self._looked = time.monotonic()
        if fresh := self._keeper.others():
            self._untidy = True
            self._tell(FromOthers(fresh))

    def _recovered(self) -> None:
        """Say that all is well again, where it was not the saving but the look around that the disk had refused."""
        with self._wake:
            over = self._failure and not (self._changes or self._draft or self._untidy)
            self._failure = "" if over else self._failure
        if over:
            self._tell(Saved(self._upto))

    def _finish(self) -> None:
        try:
            if self._changes or self._draft:
                self._keeper.abandon()
            else:
                self._keeper.close()
                self._failure = ""
        except OSError as error:
            self._keeper.abandon()
            self._refused(error)

    def _refused(self, error: OSError) -> None:
        why = error.strerror or str(error)
        with self._wake:
            self._failure = why
            self._wake.notify_all()
        self._tell(NotSaved(why))

    _touched = _looked = 0.0
