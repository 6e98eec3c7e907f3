"""Mending what `store/upkeep/diagnose.py` found: opening and closing each discussion once, and removing what the dead have left.

Nothing is removed that another file does not hold, and whatever could not be read is kept aside byte for byte first.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from diskussion_tui.base.refused import symbol
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.faults import NotOpenedError
from diskussion_tui.store.files import codec, lock, paths
from diskussion_tui.store.files.atomic import no_more_open, write_whole
from diskussion_tui.store.files.ground import open_below, read_whole
from diskussion_tui.store.files.lock import same_file, try_lock
from diskussion_tui.store.session.cleanup import keep_aside
from diskussion_tui.store.session.practice import FOLDER, throw_away
from diskussion_tui.store.upkeep.claim import OpenElsewhereError, attend
from diskussion_tui.store.upkeep.scan import beyond, look

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from diskussion_tui.store.files.fs import Fs
    from diskussion_tui.store.session.session_writer import SessionWriter
    from diskussion_tui.store.upkeep.diagnose import Finding, Ward
    from diskussion_tui.store.upkeep.scan import Inventory


@dataclass(frozen=True, slots=True)
class Failed:
    """A finding that could not be mended. `why` is the error's symbol, or the code of a `NotOpenedError`."""

    finding: Finding
    why: str


def mend(fs: Fs, ward: Ward, findings: Iterable[Finding]) -> tuple[Failed, ...]:
    """Do what the findings say would be done; those of which it could not be done. Never raises for what is on the disk."""
    mendable = [one for one in findings if one.remedy]
    failed: list[Failed] = []
    for session_id in dict.fromkeys(one.session for one in mendable if one.remedy != "remove"):
        ours = [one for one in mendable if one.session == session_id and one.remedy != "remove"]
        if why := _tried(fs, ward, session_id):
            failed += [Failed(one, why) for one in ours]
    for one in mendable:
        if one.remedy == "remove" and (why := remove_closed(fs, one.path)):
            failed.append(Failed(one, why))
    leave_empty(fs, ward.refuge)
    with suppress(OSError):  # that of discussions is not empty, or will be made again
        fs.remove_folder(ward.folder / paths.LIVE)
    return tuple(failed)


def _tried(fs: Fs, ward: Ward, session_id: str) -> str:
    try:
        _mend_session(fs, ward, session_id)
    except NotOpenedError as error:
        return error.code
    except OSError as error:
        return symbol(error)
    return ""


def _mend_session(fs: Fs, ward: Ward, session_id: str) -> None:
    """Bring a session's file up to date and put away what it then holds. Looked at anew: time has passed since."""
    seen = look(ward.folder, ward.refuge)
    ward = ward.for_session(seen, session_id)
    session_writer = attend(fs, ward, seen, session_id)
    try:
        _set_journals_aside(fs, ward, seen, session_id)
        if session_writer.tidy():
            _rewrite_others(fs, ward, seen, session_writer)
        session_writer.close()
    finally:
        session_writer.abandon()
    _leave_refuge(fs, ward, session_writer, session_id)


def _rewrite_others(fs: Fs, ward: Ward, seen: Inventory, session_writer: SessionWriter) -> None:
    """Write the other damaged files anew that are ours or nobody's. The session writer holds the lock of ours meanwhile."""
    files = seen.files_of(session_writer.session.id)
    said = no_more_open(session_writer.path, *(one.path for one in files if one.path.parent == ward.folder))
    for file in files:
        mine = file.path.parent == ward.folder and file.content.written_by in {ward.writer, ""}
        if (
            mine
            and file.content.faults
            and not file.content.newer
            and file.path != session_writer.path
            and read_whole(file.path) == file.data
        ):
            _set_aside(fs, ward, file.path, file.data)
            data = codec.Encoder(ward.writer).file(session_writer.session)
            write_whole(fs, file.path, data, ward.folder / paths.LIVE, said)


def _set_journals_aside(fs: Fs, ward: Ward, seen: Inventory, session_id: str) -> None:
    """Keep a copy of another laptop's damaged journals: they may be gone before somebody looks. Ours the session writer sees to."""
    for log in seen.logs_of(session_id):
        if log.found.faults and log.writer != ward.writer:
            _set_aside(fs, ward, log.path, log.data)


def _leave_refuge(fs: Fs, ward: Ward, session_writer: SessionWriter, session_id: str) -> None:
    """Remove what of a session is left in the refuge, damaged as it may be, once home holds all that can be read of it."""
    at_home = codec.read(read_whole(session_writer.path)).versions
    left = look(ward.refuge, ward.refuge)
    if session_id in left.busy:
        raise OpenElsewhereError
    for file in left.files_of(session_id):
        if not file.content.newer and not beyond(file.content.versions, at_home):
            if file.content.faults:
                _set_aside(fs, ward, file.path, file.data)
            fs.remove(file.path)


def _set_aside(fs: Fs, ward: Ward, path: Path, data: bytes) -> None:
    live = ward.folder / paths.LIVE
    fs.make_folder(live)
    keep_aside(fs, live, path, data)


def remove_closed(fs: Fs, path: Path) -> str:
    """Remove a file that nobody has open, or a practice copy; why that could not be done."""
    try:
        if path.parent.name == FOLDER:
            throw_away(fs, path / "-")
            return ""
        handle = open_below(path, os.O_RDWR)
        if not (try_lock(handle) and same_file(handle, path)):
            lock.close(handle)
            return "open"
        fs.remove_held(path, handle)
    except FileNotFoundError:
        return ""
    except OSError as error:
        return symbol(error)
    return ""


def leave_empty(fs: Fs, refuge: Path) -> None:
    """Take the refuge's folders away where nothing is left in them."""
    for folder in (refuge / paths.LIVE, refuge):
        with suppress(OSError):
            fs.remove_folder(folder)
