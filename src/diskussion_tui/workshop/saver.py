"""Saving beside the screen, in threads of its own, so that a slow disk never holds up a key press.

What is said lies on a shelf until it is on disk; a crew puts it there and says so only afterwards. When the disk refuses,
or a network share hangs, another crew goes on in the refuge, a folder on this machine, and home again when that is possible.
Where that is refused too the words stay on the shelf, are tried again, and the screen is told why.
"""

from __future__ import annotations

import errno
import sys
import threading
import time
from pathlib import Path  # noqa: TC003 - a dataclass's field
from typing import TYPE_CHECKING, TypeAlias

from diskussion_tui.domain.frozen import dataclass
from diskussion_tui.store.keeper import NewerFormatError
from diskussion_tui.store.replicas import UnreadableSessionError
from diskussion_tui.workshop.crew import Crew
from diskussion_tui.workshop.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable

    from diskussion_tui.domain.records import Draft, Record
    from diskussion_tui.domain.session import Change
    from diskussion_tui.store.keeper import Keeper
    from diskussion_tui.store.places import Places
    from diskussion_tui.workshop.shelf import Batch

PATIENCE = 0.4
"""Seconds that something said may wait for the disk before the disk counts as hanging."""
HOMEWARD = 2.0
"""Seconds between two attempts to go home from the refuge."""
FAREWELL = 5.0
"""Seconds that closing waits for a disk that does not answer."""


@dataclass(frozen=True, slots=True)
class Saved:
    """Every change up to and with `upto` is on disk; what was handed over since may not be.

    `refuge` is the folder it is in while the discussion's own refuses with `why`; None where all is as it should be.
    """

    upto: str
    refuge: Path | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class NotSaved:
    """The disk refused. The changes are kept and tried again; `why` is the error's symbol, such as ENOSPC."""

    why: str


@dataclass(frozen=True, slots=True)
class NotTidy:
    """Everything is on disk, but the readable file cannot be brought up to date; `why` as above, empty once it can."""

    why: str


@dataclass(frozen=True, slots=True)
class FromOthers:
    """Another program has written into the session."""

    records: tuple[Record, ...]


Event: TypeAlias = Saved | NotSaved | NotTidy | FromOthers


class Saver:
    """Owns a keeper and the threads that work on it. `tell` is called from them with what happened."""

    def __init__(
        self, keeper: Keeper, places: Places, tell: Callable[[Event], None], *, away: str = ""
    ) -> None:
        self._places = places
        self._tell = tell
        self._shelf = Shelf()
        self._upto = ""
        self._why = away
        self._untidy = ""
        self._troubled = False
        self._left: list[Crew] = []
        self._scout: threading.Thread | None = None
        self._moving = threading.Lock()
        self._ended = threading.Event()
        self._stirred = threading.Event()
        self._begin(keeper, away=bool(away))
        threading.Thread(target=self._watch, name="watch", daemon=True).start()

    @property
    def refuge(self) -> Path | None:
        """The folder of the refuge while the discussion is kept there."""
        crew = self._crew
        return crew.keeper.path.parent if crew.away else None

    def put(self, change: Change) -> None:
        """Hand over a change to be saved."""
        self._shelf.put(change)
        self._have_watched()

    def put_draft(self, draft: Draft, *, tidy: bool = False) -> None:
        """Hand over the unfinished line; only the latest counts. With `tidy` the readable file follows at once."""
        self._shelf.put_draft(draft)
        self._have_watched()
        if tidy:
            self._crew.hurry()

    def flush(self, patience: float | None = None) -> str:
        """Wait until everything is on disk or was refused; the reason if it was, else empty."""
        return self._shelf.wait(patience)

    def close(self) -> str:
        """Save what is left, bring the file up to date, let go of it; the reason if something stayed unsaved or untidy.

        A disk that does not answer is not waited for for ever.
        """
        self._shelf.end()
        until = time.monotonic() + FAREWELL
        while not self._crew.leave(0.1) and time.monotonic() < until:
            pass  # another crew may have taken over meanwhile
        self._ended.set()
        self._stirred.set()
        if not self._shelf.empty:
            return self._shelf.failure or symbol(OSError(errno.ETIMEDOUT, ""))
        return symbol(self._crew.why) if self._crew.why else ""

    # ---- what the crews tell -------------------------------------------------------------------------------------

    def saved(self, crew: Crew, batch: Batch) -> None:
        """Tell what is on disk; a draft alone is not worth telling, unless something was wrong."""
        if batch.changes:
            self._upto = batch.changes[-1].id
        if batch.changes or self._troubled:
            self._tell_saved(crew)

    def refused(self, crew: Crew, error: OSError) -> bool:
        """Go on in the refuge; where that cannot be, tell why."""
        if self._go_away(crew, symbol(error)):
            return True
        self._not_saved(symbol(error))
        return False

    def heard(self, crew: Crew, records: tuple[Record, ...]) -> None:
        """Tell what others wrote."""
        if crew is self._crew:
            self._tell(FromOthers(records))

    def looked(self, crew: Crew, error: OSError | None) -> None:
        """Tell when the readable file cannot be written, and when it can again; from the refuge, look homeward."""
        if crew is not self._crew:
            return
        why = symbol(error) if error else ""
        if why != self._untidy:
            self._untidy = why
            self._tell(NotTidy(why))
        if crew.away and not (self._scout and self._scout.is_alive()):
            self._scout = threading.Thread(
                target=self._look_homeward, args=(crew,), name="scout", daemon=True
            )
            self._scout.start()

    def broke(self, crew: Crew) -> None:
        """Tell that an error of ours has ended the saving."""
        if crew is self._crew:
            self._not_saved(type(sys.exception()).__name__)

    # ---- away and home again -------------------------------------------------------------------------------------

    def _begin(self, keeper: Keeper, *, away: bool) -> None:
        self._crew = Crew(keeper, self._shelf, self, away=away)
        self._shelf.hand_to(self._crew)
        self._crew.start()
        if away:
            self._crew.hurry()

    def _go_away(self, crew: Crew, why: str) -> bool:
        """Have another crew go on in the refuge; whether one does."""
        with self._moving:
            if self._crew is not crew:
                return True
            try:
                keeper = None if crew.away else self._places.refuge(crew.keeper)
            except OSError:
                keeper = None
            if keeper is None:
                return False
            crew.dismiss(let_go=True)
            self._left.append(crew)
            self._why = why
            self._begin(keeper, away=True)
            self._tell_saved(self._crew)
            return True

    def _look_homeward(self, crew: Crew) -> None:
        """Try whether the discussion's own folder takes it again. May hang as long as that does."""
        if self._ended.wait(HOMEWARD) or not all(left.join(0) for left in self._left):
            return
        self._left.clear()
        try:
            home = self._places.home(crew.keeper)
        except (OSError, UnreadableSessionError, NewerFormatError):
            return
        with self._moving:
            if self._crew is not crew or self._shelf.ending:
                home.abandon()
            else:
                self._go_home(crew, home)

    def _go_home(self, crew: Crew, home: Keeper) -> None:
        self._shelf.hand_to(None)
        crew.dismiss(let_go=False)
        crew.join()
        try:
            home.put(crew.keeper.beyond(home.session))
        except OSError:
            home.abandon()
            self._begin(crew.keeper, away=True)
            return
        fresh = home.beyond(crew.keeper.session)
        crew.keeper.abandon()
        self._begin(home, away=False)
        self._crew.hurry()
        if fresh:
            self._tell(FromOthers(fresh))
        self._tell_saved(self._crew)

    # ---- watching over time --------------------------------------------------------------------------------------

    def _have_watched(self) -> None:
        if not self._stirred.is_set():
            self._stirred.set()

    def _watch(self) -> None:
        """See that nothing said waits long for a disk that does not answer. Sleeps while nothing is said."""
        while not self._ended.is_set():
            self._stirred.wait()
            self._stirred.clear()
            while (waited := self._shelf.waited()) is not None and not self._ended.is_set():
                if waited >= PATIENCE and not self._shelf.failure:
                    why = symbol(OSError(errno.ETIMEDOUT, ""))
                    self._not_saved(why)
                    self._go_away(self._crew, why)
                self._ended.wait(max(PATIENCE - waited, PATIENCE / 2))

    def _not_saved(self, why: str) -> None:
        self._troubled = True
        self._shelf.refuse(why)
        self._tell(NotSaved(why))

    def _tell_saved(self, crew: Crew) -> None:
        self._troubled = False
        self._tell(Saved(self._upto, self.refuge, self._why) if crew.away else Saved(self._upto))


def symbol(error: OSError) -> str:
    """An error's symbol, which `texts` has a sentence for; what it says itself where it has none."""
    return errno.errorcode.get(error.errno or 0, "") or str(error)
