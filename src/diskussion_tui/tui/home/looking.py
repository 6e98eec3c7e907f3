"""What home asks of the folder: all of it beside the screen, since a share may be slow or never answer.

On a disk that answers at once the answer still stands in the same frame: for a moment, shorter than anybody notices, the frame
waits for it. What takes longer is painted when it comes, and from one second without an answer on the screen says what it waits
for. Nothing here draws.
"""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Protocol, cast

from diskussion_tui.base.text import clean_line
from diskussion_tui.tui.home import wishes
from diskussion_tui.tui.home.choices import MOST_NOTES
from diskussion_tui.tui.home.watching import Watcher
from diskussion_tui.tui.toolkit.turns import giving_way

if TYPE_CHECKING:
    from collections.abc import Callable

    from diskussion_tui.base.pulse import Pulse
    from diskussion_tui.domain.analysis.query.query import Query
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.home.screen import Home
    from diskussion_tui.tui.toolkit.beside import Task
    from diskussion_tui.tui.toolkit.input_queue import InputQueue
    from diskussion_tui.workshop.folder import Entry, Folder, Hits, Shown

IN_A_FRAME = 0.06
"""Seconds that a frame waits for the disk: many times what a local one takes, and less than a person notices."""
SAID_AFTER = 1.0
"""Seconds without any answer of the disk after which the screen says that it waits, and for what."""
DRAWN_IN = 0.3
"""Seconds that a look at the folder leaves the processor to the first frame at most."""
COUNT_AFTER = 0.15
"""Seconds without another letter after which all is counted of which the first page stands there."""


class _Frame:
    """What a search finds as long as the frame of its letter waits for it; later it is a message."""

    def __init__(self, post: Callable[[wishes.Found], object]) -> None:
        self._post = post
        self._began = time.perf_counter()
        self._told = self.late = False
        self._lock, self._there = threading.Lock(), threading.Event()
        self._waits = True
        self._found: wishes.Found | None = None

    def put(self, found: wishes.Found) -> None:
        """Something was found; `late` where no frame would have waited so long."""
        with self._lock:
            if not self._told:
                self._told, self.late = True, time.perf_counter() - self._began > IN_A_FRAME
            if self._waits:
                self._waits, self._found = False, found
                self._there.set()
                return
        self._post(found)

    def taken(self, seconds: float) -> wishes.Found | None:
        """What is found within so many seconds; None where that is nothing."""
        self._there.wait(seconds)
        with self._lock:
            self._waits = False
            return self._found


class Looked(Protocol):
    """Hears that the folder has been looked at, `at_once` where that is in the same frame."""

    def __call__(self, *, at_once: bool) -> None:
        """Show what was seen."""


class Looking:
    """Asks a folder for home. `pulse` beats with every answer of the disk."""

    def __init__(self, home: Home, folder: Folder, pulse: Pulse) -> None:
        self._home = home
        self._folder = folder
        self._pulse = pulse
        self._look: Task[object] | None = None
        self._search: Task[object] | None = None
        self._notes: Task[object] | None = None
        self._is_slow = False
        self._again: Task[object] | None = None
        self._asking: Task[object] | None = None
        self._values: dict[str, tuple[str, ...]] = {}
        self._watcher: Watcher | None = None
        self._newer = threading.Event()
        self._last = _Frame(home.post_message)

    @property
    def at_the_folder(self) -> bool:
        """Whether the folder is being looked at just now: until then only names are known for sure."""
        return self._look is not None

    def away(self, words: Texts) -> str:
        """That some of the folders cannot be read, as a sentence; empty where all can."""
        away = ", ".join(clean_line(str(one)) for one in self._folder.away)
        return f"{words.cli.folders_away(len(self._folder.away))} {away}" if away else ""

    @property
    def searching(self) -> bool:
        """Whether a search reads files just now."""
        return self._search is not None

    @property
    def under_way(self) -> bool:
        """Whether anything is waited for."""
        return any(task and not task.over for task in (self._look, self._search, self._notes))

    def still_for(self) -> int | None:
        """For how many seconds the disk has not answered, where it is time to say so; those tasks then count as told."""
        waiting = [task for task in (self._look, self._search, self._notes) if task and not task.over]
        still = self._pulse.still_for()
        if not waiting or still < SAID_AFTER:
            return None
        for task in waiting:
            task.tell()
        return int(still)

    def waits(self, words: Texts) -> str:
        """What is waited for and for how long, as a sentence; empty where nothing is, or not for long."""
        still = self.still_for()
        if still is None:
            return ""
        return words.waiting.folder.format(folder=clean_line(str(self._folder.folder)), seconds=still)

    def look(self, then: Looked) -> None:
        """Look at the folder; `then` is called with whether it was in this frame. One look at a time: a hung one is enough."""
        if self._look:
            return
        home, folder = self._home, self._folder

        def ended() -> None:
            if self._look is task:
                self._look = None
                task.result()
                then(at_once=False)

        known, drawn = threading.Event(), threading.Event()
        remembers = folder.remembers

        def early() -> None:
            known.set()
            home.post_message(wishes.Named())
            if remembers:
                drawn.wait(
                    DRAWN_IN
                )  # looking at thousands of files would hold up the frame that shows what is remembered of them

        def work() -> None:
            try:
                folder.refresh(early=early)
            finally:
                known.set()

        self._values = {}
        self._pulse.beat()
        self._look = task = self._begin(work, "look", ended)
        if remembers:
            home.call_after_refresh(drawn.set)
            known.wait(
                IN_A_FRAME
            )  # what is remembered of a large folder is there in a moment, the look itself is not
            return
        if self._in_this_frame(task):
            self._look = None
            task.result()
            then(at_once=True)

    def search(
        self, wanted: Query | None, asked: int, is_wanted: Callable[[], bool], instead: Query | None = None
    ) -> None:
        """Read for a search, or settle the list where nothing is `wanted`; `wishes.Found` says that it has come to its end."""
        home, folder = self._home, self._folder

        def stopped() -> bool:
            return not is_wanted()

        def read() -> bool:
            if wanted is None:
                return folder.settle(stopped)
            folder.expect(wanted)
            return folder.read(stopped)

        def work() -> None:
            with giving_way():
                if read() and is_wanted():
                    hits = folder.find(wanted, stopped=stopped) if wanted else folder.search("")
                    if instead and not hits:
                        hits = folder.find(instead, stopped=stopped)
                    hits.tally()
                    home.post_message(wishes.Found(asked, hits))

        self._begin_search(work)

    def ask_index(
        self, wanted: Query, asked: int, is_wanted: Callable[[], bool], instead: Query | None
    ) -> wishes.Found | None:
        """Search what the index has so far: what there is of it in this frame; `wishes.Found` brings the rest.

        The first page is shown before the rest is counted, and that waits until nobody types for a moment.
        """
        home, folder = self._home, self._folder
        waits = not self._last.late  # who was late is not waited for again until it is in time
        frame = self._last = _Frame(home.post_message)
        newer = self._newer = threading.Event()

        def stopped() -> bool:
            return newer.is_set() or not is_wanted()

        def first(hits: Hits) -> None:
            frame.put(wishes.Found(asked, hits, more=True))
            newer.wait(COUNT_AFTER)

        def work() -> None:
            with giving_way():
                hits = folder.find(wanted, stopped=stopped, first=first, so_far=True)
                if instead and not hits:
                    hits = folder.find(instead, stopped=stopped, so_far=True)
                if not stopped():
                    hits.tally()
                    hits.lines(MOST_NOTES)
                    frame.put(wishes.Found(asked, hits))

        self._begin_search(work)
        return frame.taken(IN_A_FRAME if waits else 0.0)

    def forget_search(self) -> None:
        """Another letter was typed: what the last one asked is counted no further."""
        self._newer.set()

    def _begin_search(self, work: Callable[[], None]) -> None:
        def ended() -> None:
            if self._search is task:
                self._search = None
            task.result()

        self._pulse.beat()
        self._search = task = self._begin(work, "search", ended)

    def look_again(self, then: Callable[[], None]) -> None:
        """Look at the folder once more, without anybody waiting: something in it has changed."""
        if self._look or self._again:
            return
        folder = self._folder

        def ended() -> None:
            self._again, self._values = None, {}
            task.result()
            then()

        def look() -> None:
            with giving_way():
                folder.refresh()

        self._again = task = self._begin(look, "again", ended)

    @property
    def indexed(self) -> tuple[int, int] | None:
        """How many discussions the index has, and of how many, while it is being filled."""
        done, of = self._folder.indexed
        return (done, of) if done < of else None

    def watch(self) -> None:
        """Keep an eye on the folder, and fill the index, in a thread that nobody waits for."""
        if not self._watcher:
            self._watcher = Watcher(self._home, self._folder)

    def notes_of(self, entry: Entry, then: Callable[[], None]) -> tuple[Shown, ...] | None:
        """The notes of a discussion, None where they are still being read: `then` is called when they are there."""
        known = self._folder.notes_known(entry)
        if known is not None or self._notes or self.at_the_folder:
            return known

        def ended() -> None:
            self._notes = None
            task.result()
            then()

        self._pulse.beat()
        self._notes = task = self._begin(lambda: self._folder.notes_of(entry), "notes", ended)
        return self._folder.notes_known(entry) if self._in_this_frame(task) else None

    def values_of(self, key: str, then: Callable[[], None]) -> tuple[str, ...]:
        """What the discussions have of a field of a query, as far as that is known; `then` is called when more of it is."""
        if key in self._values or self._asking or self.at_the_folder:
            return self._values.get(key, ())
        values, folder = self._values, self._folder

        def work() -> None:
            with giving_way():
                values[key] = folder.values(key)

        def ended() -> None:
            self._asking = None
            task.result()
            then()

        self._pulse.beat()
        self._asking = task = self._begin(work, "values", ended)
        self._in_this_frame(task)
        return values.get(key, ())

    def known(self, entry: Entry) -> tuple[Shown, ...] | None:
        """The notes of a discussion as far as they have been read. Reads nothing."""
        return self._folder.notes_known(entry)

    def _begin(self, work: Callable[[], object], name: str, then: Callable[[], None]) -> Task[object]:
        self._home.ticks.resume()
        return cast("InputQueue", self._home.app).beside(work, name, then)

    def _in_this_frame(self, task: Task[object]) -> bool:
        """Whether a task ends within the frame; a disk that did not once is not waited for again until one does."""
        self._is_slow = not task.wait(0.0 if self._is_slow else IN_A_FRAME) and not task.over
        return not self._is_slow
