"""Following a discussion that others lead, for a screen that only shows: what it comes to, and what is wrong where it cannot be read.

A thread looks, so that a share that hangs stops nobody. It wakes a few times a second and, where nothing has happened, asks
for no more than a few stamps; a slow disk is asked less often. What it finds is handed over as a value.
"""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Literal, TypeAlias

from diskussion_tui.base.pulse import Pulse
from diskussion_tui.base.refused import symbol
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.plan.show import GAP
from diskussion_tui.domain.session.faults import OtherWorkbookError, UnreadableSessionError, must_belong
from diskussion_tui.store.session.followed import Followed, led_in
from diskussion_tui.store.session.identity import identity
from diskussion_tui.workshop.clock import steady_seconds

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.store.files.places import Places

LOOK = 0.2
"""Seconds between two looks: what is said on the laptop is on the wall before it has been read out."""
_SHARE = 4
"""So many times as long as the disk took to answer is waited before the next look: a slow one is not kept busy."""
_SOON = 1
"""Looks in a row that may fail before anything is said: a file that is being replaced is away for a moment."""

Trouble: TypeAlias = Literal["", "waiting", "gone", "removed", "unreadable", "other", "refused"]
"""Why the discussion cannot be read now: none is led, its file is gone, it was removed for good, it is damaged, it is of
another workbook, the disk refuses."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What was found: the discussion as it was last read, and what is wrong, with the symbol of the error in `why`."""

    session: Session | None = None
    trouble: Trouble = "waiting"
    why: str = ""


class Follower:
    """Follows the discussion in `path`, or, where that is None, the one that is being led in one of the `places`, and then the next.

    `tell` is called, in the follower's thread, whenever something is different. `pulse` tells whether the disk answers.
    """

    def __init__(
        self,
        places: Places,
        path: Path | None,
        workbook: Workbook,
        now: Callable[[], dt.datetime],
        tell: Callable[[Sight], object],
        steady: Callable[[], float] = steady_seconds,
    ) -> None:
        self.pulse = Pulse(steady)
        self.sight = Sight()
        self._places = places
        self._seeks = path is None
        self._workbook = workbook
        self._now = now
        self._tell = tell
        self._followed = self._of(path) if path else None
        self._failed = 0
        self._over = threading.Event()

    def start(self) -> None:
        """Look from now on."""
        threading.Thread(target=self._run, name="follower", daemon=True).start()

    def stop(self) -> None:
        """Look no more; a look that waits for the disk is not waited for."""
        self._over.set()

    def look(self) -> None:
        """Look once, and tell what is different."""
        sight = self._looked()
        before = self.sight
        told = (sight.trouble, sight.why) == (before.trouble, before.why)
        if not told or sight.session is not before.session:
            self.sight = sight
            self._tell(sight)

    def _run(self) -> None:
        pause = LOOK
        while not self._over.wait(pause):
            began, worked = time.monotonic(), time.thread_time()
            self.look()
            pause = pause_after(time.monotonic() - began, time.thread_time() - worked)
            self.pulse.beat()

    def _looked(self) -> Sight:
        if self._seeks:
            self._seek()
        if self._followed is None:
            return Sight()
        try:
            session = self._followed.look()
            must_belong(session.head, self._workbook)
        except OtherWorkbookError:
            return Sight(None, "other")
        except UnreadableSessionError as error:
            removed = any(fault.code == "removed" for fault in error.faults)
            return self._trouble("removed" if removed else "unreadable")
        except FileNotFoundError:
            return self._trouble("gone")
        except OSError as error:
            return self._trouble("refused", symbol(error))
        self._failed = 0
        return Sight(session, "")

    def _seek(self) -> None:
        """Follow the discussion that is led now; where none is, stay with the last.

        One that is only resting is left for another of this machine, not for some other group's in the same folder.
        """
        since = self._now().timestamp() - GAP
        journals = self._followed.journals.values() if self._followed else ()
        if any(stamp[2] / 1e9 >= since for stamp in journals):
            return
        who = identity()
        path = led_in(self._places.every, since, {who.writer, *who.earlier}, others=not journals)
        if path and (self._followed is None or path != self._followed.path):
            self._followed = self._of(path)

    def _of(self, path: Path) -> Followed:
        inside = path.parent in self._places.every
        home = self._places.home_of(path)
        return Followed(path, home.refuge if inside else None, home.folder if inside else None)

    def _trouble(self, trouble: Trouble, why: str = "") -> Sight:
        """What is wrong, once it lasts; the last picture stays."""
        self._failed += 1
        return self.sight if self._failed <= _SOON else Sight(self.sight.session, trouble, why)


def pause_after(took: float, worked: float) -> float:
    """Seconds until the next look, after one that took so many, of which it worked some.

    A long discussion that is read anew is work of ours: it spares the disk nothing to have the room wait for it.
    """
    return max(LOOK, (took - worked) * _SHARE)
