"""Those who share a folder: each a process of their own, with a home of their own, and another user where that is asked for."""

from __future__ import annotations

import multiprocessing
import os
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from diskussion_tui.content.reader import read_workbook
from diskussion_tui.domain.session.faults import NotOpenedError
from diskussion_tui.store.files.paths import refuge_of
from diskussion_tui.store.session.reading import read_session
from diskussion_tui.texts import words
from diskussion_tui.workshop import removal
from diskussion_tui.workshop.disk import Disk
from diskussion_tui.workshop.workshop import Workshop

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from diskussion_tui.domain.workbook.workbook import Workbook

_FORK = multiprocessing.get_context("fork")
_PATIENCE = 60
_ROOT = Path(__file__).resolve().parent.parent


class Person:
    """Somebody at a laptop. `does` has them do one thing and says what became of it."""

    def __init__(self, name: str, home: Path, uid: int, gid: int) -> None:
        self.name = name
        home.mkdir(exist_ok=True)
        if uid:
            os.chown(home, uid, gid)
        self._line, theirs = _FORK.Pipe()
        self._process = _FORK.Process(target=_live, args=(theirs, home, uid, gid), daemon=True)
        self._process.start()
        theirs.close()

    def does(self, what: str, *given: str) -> Any:  # noqa: ANN401 - each thing has its own answer
        """Do something; None where that was refused, or takes for ever."""
        try:
            self._line.send((what, given))
            return self._line.recv() if self._line.poll(_PATIENCE) else None
        except (EOFError, OSError):
            return None

    def dies(self) -> None:
        """Be killed in the midst of whatever it is."""
        self._process.kill()
        self._process.join()

    def leaves(self) -> None:
        """Go home, whatever was open."""
        if self._process.is_alive():
            self._process.kill()
        self._process.join()
        self._line.close()


def warm_up() -> None:
    """Load all that an evening needs: a process that is another user may not be able to read it any more."""
    with tempfile.TemporaryDirectory() as place:
        actor = _Actor(_workbook())
        actor.begin(place)
        actor.say("uppvärmning")
        actor.close()


def _workbook() -> Workbook:
    found = read_workbook(_ROOT / "content.toml", words("sv")).workbook
    assert found
    return found


class _Actor:
    """What somebody can do, in their own process."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._workshop: Workshop | None = None

    def begin(self, folder: str) -> bool:
        """Begin a discussion in a folder."""
        place = Path(folder)
        self._workshop = Workshop.begin(place, "Ekerö", self._workbook, Disk(place, refuge_of(place)))
        return True

    def open(self, path: str) -> bool:
        """Open a discussion."""
        place = Path(path).parent
        self._workshop = Workshop.open(Path(path), self._workbook, Disk(place, refuge_of(place)))
        return self._workshop.writable

    def say(self, text: str) -> bool:
        """Say something; whether it was called saved."""
        assert self._workshop
        self._workshop.add_notes("B.2", [text], "avveckla")
        return not self._workshop.flush(20)

    def notices(self) -> bool:
        """Go on until nothing of what was said is missing on disk: the program looks every half second or two."""
        assert self._workshop
        saver: Any = self._workshop._sink  # noqa: SLF001 - no word of the program's says that it has looked
        until = time.monotonic() + _PATIENCE
        while (lacks := saver._threads.session_writer.disturbed) and time.monotonic() < until:  # noqa: SLF001
            time.sleep(0.05)
        return not lacks

    def close(self) -> bool:
        """Close what is open."""
        assert self._workshop
        return not self._workshop.close()

    def seen(self, path: str) -> list[str]:
        """What whoever reads the discussion sees."""
        return [note.text for note in read_session(Path(path), refuge_of(Path(path).parent)).session.notes()]

    def ids(self, path: str) -> list[str]:
        """The ids of the notes."""
        return [note.id for note in read_session(Path(path), refuge_of(Path(path).parent)).session.notes()]

    def purge(self, path: str, text: str) -> bool:
        """Remove the note with a text for good."""
        place = Path(path).parent
        session = read_session(Path(path), refuge_of(place)).session
        (note,) = [note.id for note in session.notes() if note.text == text]
        return not removal.remove_note(place, refuge_of(place), session.id, note).left


def _live(line: Connection, home: Path, uid: int, gid: int) -> None:
    os.environ |= {"HOME": str(home), "XDG_DATA_HOME": str(home / "data")}
    if uid:
        os.setgroups([gid])
        os.setgid(gid)
        os.setuid(uid)
        os.umask(0o022)
    actor = _Actor(_workbook_loaded)
    while True:
        try:
            what, given = line.recv()
        except EOFError:
            return
        try:
            line.send(getattr(actor, what)(*given))
        except (OSError, NotOpenedError, AssertionError, ValueError) as error:
            line.send(None)
            print(f"  {what}: {type(error).__name__}: {error}")


_workbook_loaded = _workbook()
