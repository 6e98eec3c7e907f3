"""Discussions on disk: begun or opened, as a workshop takes them up.

All that a workshop needs of the store stands here, so that it itself knows only what was `Opened` and a sink. Here too a
discussion is held against the workbook, once, whoever opens it, and before anything is written.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path  # noqa: TC003 - a dataclass's field
from typing import TYPE_CHECKING

from diskussion_tui.base.refused import symbol
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.faults import must_belong
from diskussion_tui.store.files.fs import Fs
from diskussion_tui.store.files.paths import at_home, file_names
from diskussion_tui.store.files.watched import Answers, watched
from diskussion_tui.store.session.identity import Identity, going_on_as, identity, keep
from diskussion_tui.store.session.locations import FOR_READING, Locations
from diskussion_tui.store.session.opening import Found, NewerFormatError
from diskussion_tui.workshop.saving.saver import Saver

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.store.session.beside import Beside
    from diskussion_tui.store.session.replicas import Gathered, Held
    from diskussion_tui.store.session.session_writer import SessionWriter
    from diskussion_tui.workshop.saving.sink import MakeSink


@dataclass(frozen=True, slots=True)
class Opened:
    """A discussion that was found or begun, and where what is said in it goes.

    `sink` is None where nothing can be changed, and `read_only` why: `newer` for a file of a later format, else the symbol of
    an error. `also` are other ids of whoever is `writer`. `shelter` is the folder that it would take refuge in, `away` the symbol of why it is there already.
    """

    session: Session
    path: Path
    writer: str
    sink: MakeSink | None = None
    read_only: str = ""
    found: Found = Found()
    shelter: Path | None = None
    away: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Disk:
    """Where discussions are kept: their folder, and the refuge for when that refuses.

    Without a `refuge` there is none. Where only that has a discussion so far, `folder` is where it belongs. `fs` is another
    door to the disk than the system's own. `beside` is what somebody has just seen in these folders, `gathered` what they have
    just read of the discussion that is opened. `details` are what a discussion that begins here says of itself from the start,
    as `set_details` takes them.
    """

    folder: Path | None = None
    refuge: Path | None = None
    fs: Fs | None = None
    beside: Beside | None = None
    gathered: Gathered | None = None
    details: Mapping[str, str | int | date] | None = None

    def identity(self, also: str = "") -> Identity:
        """Who writes: kept on this machine, along with `also`, where anything may be written beside the discussions."""
        return keep(Fs(), also) if self.refuge else identity()

    def begin(self, folder: Path, prefix: str, session: Session) -> Opened:
        """A new discussion, on disk when this returns, if need be in the refuge. Raises `OSError`."""
        path = next(file_names(folder, prefix, session.head.name, session.head.date))
        answers = Answers()
        places = Locations(watched(self.fs or Fs(), answers), path, session.head.writer, self.refuge)
        session_writer, why = places.begin(session, prefix)
        return _kept(session_writer, places, why, answers, new=bool(why))

    def read(self, path: Path) -> Gathered:
        """All that holds a discussion, as opening it reads it. Raises `UnreadableSessionError` and `OSError`."""
        return Locations(self.fs or Fs(), self._at_home(path), "", self.refuge).read(self.beside)

    def _at_home(self, path: Path) -> Path:
        return at_home(path, self.folder, self.refuge) if self.folder and self.refuge else path

    def open(self, path: Path, workbook: Workbook) -> Opened:
        """A discussion that is on disk; for reading only where it cannot be written.

        Raises `OtherWorkbookError`, `UnreadableSessionError` and `OSError`.
        """
        path, answers = self._at_home(path), Answers()
        places = Locations(watched(self.fs or Fs(), answers), path, "", self.refuge)
        read = self.gathered or places.read(self.beside)
        must_belong(read.held.session.head, workbook)
        who = identity()
        writer = going_on_as(read, who)
        places = replace(places, writer=writer)
        try:
            session_writer, why = places.open(read)
        except NewerFormatError as error:
            return _only_read(error.held, path, writer, "newer")
        except OSError as error:
            if error.errno not in FOR_READING:
                raise
            return _only_read(read.held, path, writer, symbol(error))
        self.identity(also=writer)
        # A second program at the same discussion is by itself, and takes nothing back that the first has done.
        also = who.others(writer) if session_writer.writer == writer else ()
        return _kept(session_writer, places, why, answers, also=also)


def _only_read(held: Held, path: Path, writer: str, why: str) -> Opened:
    return Opened(held.session, path, writer, read_only=why, found=Found(held.faults))


def _kept(
    session_writer: SessionWriter,
    places: Locations,
    why: OSError | None,
    answers: Answers,
    *,
    also: tuple[str, ...] = (),
    new: bool = False,
) -> Opened:
    """A discussion that a session writer holds: at home, or in the refuge and then `why`."""
    path = places.path if why else session_writer.path
    places = Locations(places.fs, path, places.writer, places.shelter, new)
    away = symbol(why) if why else ""
    return Opened(
        session_writer.view,
        path,
        session_writer.writer,
        lambda tell: Saver(session_writer, places, tell, away=away, answers=answers),
        found=session_writer.found,
        shelter=places.shelter,
        away=away,
        also=also,
    )
