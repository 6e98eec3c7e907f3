"""What lies in a folder of sessions and in its refuge, read once and without leaving a trace.

`gather` looks at one session and takes the rest of the folder for granted. Whoever is to say what is wrong with a folder,
or to remove something from all of it, must see everything: each file with what it holds, each journal, and what programs
that died have left. Nothing here raises for what somebody has put there, and nothing is written.
"""

from __future__ import annotations

import os
import re
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.fold import order
from diskussion_tui.domain.session.records import Draft, Head, is_removed, removals_among
from diskussion_tui.store.files import codec, lock, paths
from diskussion_tui.store.files.ground import ShutError, names_in, open_below, read_whole
from diskussion_tui.store.files.lock import try_lock
from diskussion_tui.store.files.paths import NOTHING_THERE
from diskussion_tui.store.session import practice
from diskussion_tui.store.session.blocks import Journaled, read_journal
from diskussion_tui.store.session.journal import writer_in
from diskussion_tui.store.session.removals import NONE, is_record, removals_in

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from diskussion_tui.domain.session.records import Record
    from diskussion_tui.store.files.codec import Content
    from diskussion_tui.store.session.removals import Removals

FIT_ID = re.compile(r"[A-Za-z0-9-]{1,64}")
"""What may stand in the names of journals; another id is nobody's."""
_WHOLE = frozenset({"not_utf8", "no_schema", "too_large", "too_many"})
"""The faults of a whole file, for which nothing in it was read."""


@dataclass(frozen=True, slots=True)
class File:
    """A session file. `fault` is why it was not opened at all; `session` is whose it is, empty where it is nobody's."""

    path: Path
    content: Content = codec.Content()
    data: bytes = b""
    session: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Log:
    """A journal on disk. `writer` is whose it is, without the numbers of a second program; `why` it could not be read."""

    path: Path
    session: str
    writer: str
    found: Journaled = Journaled(())
    data: bytes = b""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Inventory:
    """Everything in a folder and its refuge. `busy` are the sessions that a program has open.

    `locks`, `half_made`, `aside` and `unknown` are files in either `.live`, `practised` the practice copies that nobody
    has open, and `shut` the folders that could not be looked into, with the error.
    """

    files: tuple[File, ...] = ()
    logs: tuple[Log, ...] = ()
    busy: frozenset[str] = frozenset()
    removals: Removals = NONE
    locks: tuple[Path, ...] = ()
    half_made: tuple[Path, ...] = ()
    aside: tuple[Path, ...] = ()
    unknown: tuple[Path, ...] = ()
    practised: tuple[Path, ...] = ()
    shut: tuple[tuple[Path, OSError], ...] = ()

    def is_removed(self, session_id: str) -> bool:
        """Whether a whole session was removed for good."""
        return self.removals.whole(session_id) is not None

    def files_of(self, session_id: str) -> tuple[File, ...]:
        """The files of a session."""
        return tuple(one for one in self.files if one.session == session_id)

    def logs_of(self, session_id: str) -> tuple[Log, ...]:
        """The journals of a session."""
        return tuple(one for one in self.logs if one.session == session_id)

    def sessions(self) -> list[str]:
        """Every session that a file or a journal is of."""
        return list(dict.fromkeys(one.session for one in (*self.files, *self.logs) if one.session))


def look(folder: Path, refuge: Path) -> Inventory:
    """Everything in a folder of sessions and in its refuge."""
    shut: list[tuple[Path, OSError]] = []
    files = [_file(path) for place in (folder, refuge) for path in _inside(place, shut) if _is_named(path)]
    inner = [path for place in (folder, refuge) for path in _inside(place / paths.LIVE, shut)]
    sorts: dict[str, list[Path]] = {"toml": [], "lock": [], "ny": [], "undanlagd": [], "": []}
    for path in inner:
        if not is_record(path):
            suffix = path.suffix.removeprefix(".")
            sorts[suffix if suffix in sorts and _is_regular(path) else ""].append(path)
    practised = _inside(folder / practice.FOLDER, shut)
    logs = [_log(path) for path in sorts["toml"]]
    locked = (path for path in (*sorts["toml"], *sorts["lock"]) if is_locked(path))
    return Inventory(
        tuple(files),
        tuple(logs),
        frozenset(id_in(path) for path in locked),
        removals_in((folder, refuge), refuge),
        tuple(sorts["lock"]),
        tuple(sorts["ny"]),
        tuple(sorts["undanlagd"]),
        (*sorts[""], *(one for one in practised if not practice.practised_in(one))),
        tuple(one for one in practised if not _is_practised_on(one)),
        tuple(shut),
    )


def id_in(path: Path) -> str:
    """The session that a journal or a lock is of, by its name."""
    return path.name.partition(".")[0]


def is_locked(path: Path) -> bool:
    """Whether a program has a file open for itself, or it cannot be known that none has."""
    try:
        handle = open_below(path, os.O_RDONLY)
    except (FileNotFoundError, ShutError):
        return False
    except OSError:
        return True
    try:
        return not try_lock(handle)
    finally:
        lock.close(handle)


def contents(path: Path) -> bytes:
    """What a file holds, nothing where it is none or cannot be read."""
    with suppress(OSError):
        return read_whole(path)
    return b""


def beyond(versions: Iterable[Record], known: Iterable[Record]) -> tuple[Record, ...]:
    """What of some versions stands nowhere in others: not where somebody stood, and no note that was removed for good.

    A half-typed line counts where it is newer than what is known of its writer.
    """
    held = set(known)
    purged = removals_among(held)
    drafts = {one.id: one for one in sorted(held, key=order) if isinstance(one, Draft)}
    return tuple(
        one
        for one in dict.fromkeys(versions)
        if one not in held
        and not is_removed(one, purged)
        and not (isinstance(one, Draft) and not _is_newer(one, drafts.get(one.id)))
    )


def _is_newer(draft: Draft, known: Draft | None) -> bool:
    return bool(draft.text or draft.note) and (known is None or order(known) < order(draft))


def _inside(folder: Path, shut: list[tuple[Path, OSError]]) -> list[Path]:
    """What is in a folder, by name; one that is not there holds nothing."""
    try:
        return sorted(names_in(folder))
    except FileNotFoundError:
        return []
    except OSError as error:
        if folder.parent not in {above for above, _error in shut}:
            shut.append((folder, error))
        return []


def _is_named(path: Path) -> bool:
    return path.suffix.lower() == ".toml" and not path.name.startswith(".")


def _is_regular(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def _file(path: Path) -> File:
    try:
        data = read_whole(path)
    except ShutError as error:
        return File(path, fault=error.code)
    except OSError as error:
        return File(path, fault="not_a_file" if error.errno in NOTHING_THERE else "unreadable")
    content = codec.read(data)
    heads = [one.id for one in content.versions if isinstance(one, Head)]
    if not heads:
        fault = content.faults[0].code if content.faults else "no_session"
        return File(path, content, data, fault=fault if fault in _WHOLE else "no_session")
    if not FIT_ID.fullmatch(heads[0]):
        return File(path, content, data, fault="no_session")
    return File(path, content, data, heads[0])


def _log(path: Path) -> Log:
    session, writer = id_in(path), writer_in(path)
    try:
        data = read_whole(path)
    except ShutError as error:
        return Log(path, session, writer, why=error.code)
    except OSError:
        return Log(path, session, writer, why="unreadable")
    return Log(path, session, writer, read_journal(data), data)


def _is_practised_on(folder: Path) -> bool:
    """Whether a program has a practice copy open, or it is none of the program's making."""
    if not practice.practised_in(folder):
        return True
    return any(is_locked(path) for path in _inside(folder / paths.LIVE, []))
