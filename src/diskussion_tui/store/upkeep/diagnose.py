"""What is wrong with a folder of sessions, a finding each, and what could be done about it without losing a word.

Finding writes nothing at all, so that it can be run on any folder at any time. What is found to be mendable is mended by
`store/upkeep/repair.py`, by the same session writer that opens and closes a discussion: there is no second way to write a file.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from diskussion_tui.base.refused import symbol
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.faults import MOST_TOLD, told_of
from diskussion_tui.domain.session.records import REMOVABLE, Answer, Head, Note
from diskussion_tui.store.files import paths
from diskussion_tui.store.files.schema import SCHEMA_VERSION
from diskussion_tui.store.session.identity import Identity
from diskussion_tui.store.session.journal import writer_in
from diskussion_tui.store.upkeep.left_over import holds_words, left_over
from diskussion_tui.store.upkeep.scan import beyond, contents, id_in, look

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from diskussion_tui.domain.session.records import Record
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.store.session.removals import Removals
    from diskussion_tui.store.upkeep.scan import File, Inventory, Log

INFORMATION = frozenset(
    {
        "aside",
        "copy",
        "copy_more",
        "folder_missing",
        "future",
        "half_made_now",
        "journal_kept",
        "lacks_links",
        "lacks_locks",
        "lacks_replacing",
        "lacks_rights",
        "lacks_sync",
        "journal_others",
        "lock_others",
        "newer",
        "older",
        "open",
        "unknown",
    }
)
"""What is told without being wrong."""

REMEDIES = ("rewrite", "unite", "clear", "set_aside", "bring_home", "write_anew", "remove")
"""What mending can do. Those of a session are done together, by opening and closing it; `remove` is done file by file."""

SETTLED = 60.0
"""Seconds after which a file in the making that nobody has touched is taken to be left behind."""
_LITTLE = 1_000_000
"""Fewer bytes than this are a full disk: the next evening would not fit."""
_VERSION = re.compile(rb"^(?:\xef\xbb\xbf)?\s*schema_version *= *(\d{1,6})\b")
_READ_ONLY = getattr(os, "ST_RDONLY", 0)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that stands out in a folder. `code` and `remedy` are stable; `texts` has a sentence for each.

    `detail` are the facts the sentence has a blank for; `remedy` is what mending would do, empty where it does nothing;
    `session` is the discussion it is about, empty where it is about none.
    """

    code: str
    path: Path
    line: int = 0
    detail: str = ""
    remedy: str = ""
    session: str = ""

    @property
    def wrong(self) -> bool:
        """Whether something is wrong, rather than only worth knowing."""
        return self.code not in INFORMATION


@dataclass(frozen=True, slots=True)
class Ward:
    """What a doctor looks after: a folder and its refuge, for one writer. `earlier` are ids that they had before.

    `workbook` lends a discussion whose file is gone the words of its questions, where it is the one that was followed. `also` are
    other folders that the program writes into.
    """

    folder: Path
    refuge: Path
    writer: str
    workbook: Workbook | None = None
    earlier: tuple[str, ...] = ()
    also: tuple[Path, ...] = ()

    def for_session(self, seen: Inventory, session_id: str) -> Ward:
        """The same for one session: under the id by which that knows its writer."""
        files = (one.content.written_by for one in seen.files_of(session_id))
        journals = (one.writer for one in seen.logs_of(session_id))
        return replace(self, writer=Identity(self.writer, self.earlier).among(files, journals))


def find(ward: Ward, now: dt.datetime) -> tuple[Finding, ...]:
    """Everything that stands out, the folder itself first, then file by file. Writes nothing, and never raises."""
    seen = look(ward.folder, ward.refuge)
    found = [*_of_folder(ward, seen)]
    found += [finding for one in seen.files if not one.session for finding in _unread(one)]
    for session_id in seen.sessions():
        found += _of_session(ward.for_session(seen, session_id), seen, session_id, now)
    found += _litter(ward, seen, now)
    return tuple(found)


# ---- the folder ------------------------------------------------------------------------------------------------------


def _of_folder(ward: Ward, seen: Inventory) -> Iterator[Finding]:
    for folder, error in seen.shut:
        yield Finding("folder_unreadable", folder, detail=symbol(error))
    if not os.path.lexists(ward.folder):
        yield Finding("folder_missing", ward.folder)
    elif ward.folder not in {folder for folder, _error in seen.shut}:
        yield from _of_disk(ward.folder)


def _of_disk(folder: Path) -> Iterator[Finding]:
    """Whether there is room in a folder and leave to write, as far as that is known without trying."""
    try:
        sealed = hasattr(os, "statvfs") and bool(os.statvfs(folder).f_flag & _READ_ONLY)
        free = shutil.disk_usage(folder).free
    except OSError as error:
        yield Finding("folder_unreadable", folder, detail=symbol(error))
        return
    if sealed or not os.access(folder, os.W_OK | os.X_OK):
        yield Finding("folder_read_only", folder)
    elif free < _LITTLE:
        yield Finding("disk_full", folder)


# ---- files -----------------------------------------------------------------------------------------------------------


def _unread(file: File) -> Iterator[Finding]:
    """What keeps a file from being opened. Its faults tell the rest: they may be all that can be mended by hand."""
    yield Finding(file.fault, file.path)
    told = [fault for fault in file.content.faults if fault.code != file.fault]
    yield from (Finding(one.code, file.path, one.line, one.detail) for one in told_of(told))


def _of_session(ward: Ward, seen: Inventory, session_id: str, now: dt.datetime) -> Iterator[Finding]:
    found = [*_files(ward, seen, session_id), *_logs(ward, seen, session_id), *_clocks(seen, session_id, now)]
    alone = _left_alone(ward, seen, session_id)
    first = next((one.path for one in (*seen.files_of(session_id), *seen.logs_of(session_id))), ward.folder)
    if session_id in seen.busy:
        yield Finding("open", first, session=session_id)
    for finding in found:
        yield replace(finding, remedy="" if alone else finding.remedy, session=session_id)


def _left_alone(ward: Ward, seen: Inventory, session_id: str) -> bool:
    """Whether mending keeps its hands off a session: it is open, was purged, or a later version has written our file.

    Another's file, or a journal, of a later version is left where it is, and ours mended.
    """
    files = seen.files_of(session_id)
    mine = [file for file in files if file.content.written_by in {ward.writer, ""}]
    newer = any(file.content.newer for file in mine or files)
    return newer or session_id in seen.busy or seen.is_removed(session_id)


def _files(ward: Ward, seen: Inventory, session_id: str) -> Iterator[Finding]:
    files = seen.files_of(session_id)
    for file in files:
        if seen.is_removed(session_id):
            yield Finding("removed_again", file.path)
            continue
        if file.content.newer:
            yield Finding("newer", file.path)
        elif (version := _version(file.data)) < SCHEMA_VERSION:
            yield Finding("older", file.path, detail=str(version))
        yield from _faults(ward, file)
        if file.path.parent == ward.refuge:
            yield Finding("refuge", file.path, remedy="bring_home")
        elif len(files) > 1:
            yield _copy(file, files)
    yield from _words_again(ward, files, seen.removals)


def _faults(ward: Ward, file: File) -> Iterator[Finding]:
    """The faults of a file, of a program of ours or of nobody's to be written anew; another laptop's is not ours to write."""
    remedy = "rewrite" if file.content.written_by in {ward.writer, ""} else ""
    told = told_of(file.content.faults)
    yield from (Finding(one.code, file.path, one.line, one.detail, remedy) for one in told)


def _copy(file: File, files: tuple[File, ...]) -> Finding:
    others = [version for other in files if other is not file for version in other.content.versions]
    more = beyond(_lasting(file.content.versions), others)
    return Finding("copy_more" if more else "copy", file.path, detail=str(len(files)))


def _words_again(ward: Ward, files: tuple[File, ...], removals: Removals) -> Iterator[Finding]:
    """Files that hold a note which another file of theirs, or this machine's record, says was removed for good."""
    session_id = files[0].session if files else ""
    told = removals.told_here(session_id)
    purged = told | {one.id for file in files for one in file.content.versions if one.table == "purged"}
    purged = {note for note in purged if not removals.is_kept(session_id, note)}
    for file in files:
        notes = {one.id for one in file.content.versions if one.table in REMOVABLE} & purged
        mine = file.path.parent == ward.folder and file.content.written_by in {ward.writer, ""}
        for note in sorted(notes):
            remedy = "rewrite" if mine and note in told else ""
            yield Finding("note_again", file.path, detail=note, remedy=remedy)


def _version(data: bytes) -> int:
    said = _VERSION.match(data)
    return int(said[1]) if said else SCHEMA_VERSION


def _clocks(seen: Inventory, session_id: str, now: dt.datetime) -> Iterator[Finding]:
    for file in seen.files_of(session_id):
        late = Counter(
            one.writer
            for one in file.content.versions
            if isinstance(one, Note) and one.at - now > dt.timedelta(days=1)
        )
        for writer, number in sorted(late.items()):
            yield Finding("future", file.path, detail=f"{number} {writer}")


# ---- journals --------------------------------------------------------------------------------------------------------


def _logs(ward: Ward, seen: Inventory, session_id: str) -> Iterator[Finding]:
    files = seen.files_of(session_id)
    held = [version for file in files for version in file.content.versions]
    for log in seen.logs_of(session_id):
        if seen.is_removed(session_id):
            yield Finding("removed_again", log.path)
        elif log.why:
            yield Finding(log.why, log.path)
        elif session_id not in seen.busy:
            yield from _log_faults(ward, seen, log)
            yield _log(ward, seen, log, held, orphan=not files)


def _log(ward: Ward, seen: Inventory, log: Log, held: list[Record], *, orphan: bool) -> Finding:
    """What is to be done with a journal that nobody has open."""
    if log.found.newer:
        return Finding("newer", log.path)
    if log.path.parent.parent == ward.refuge:
        return Finding("refuge", log.path, remedy="bring_home")
    if orphan:
        return _orphan(ward, seen, log)
    if more := beyond(log.found.versions, held):
        return Finding("journal_ahead", log.path, detail=str(len(more)), remedy="unite")
    if log.writer == ward.writer:
        return Finding("journal_done", log.path, remedy="clear")
    return Finding("journal_others", log.path)


def _orphan(ward: Ward, seen: Inventory, log: Log) -> Finding:
    """What is to be done with a journal whose session file is gone."""
    everything = (one for other in seen.logs_of(log.session) for one in other.found.versions)
    if any(isinstance(one, Head) for one in everything):
        return Finding("journal_orphan", log.path, remedy="write_anew")
    if log.found.versions or log.found.faults:
        return Finding("journal_headless", log.path)
    ours = log.writer == ward.writer
    return (
        Finding("journal_empty", log.path, remedy="remove") if ours else Finding("journal_others", log.path)
    )


def _log_faults(ward: Ward, seen: Inventory, log: Log) -> Iterator[Finding]:
    """The blocks of a journal that were damaged after they had been written; once a copy is kept they are only told."""
    kept = ward.folder / paths.LIVE / paths.aside_name(log.path, log.data)
    for one in log.found.faults[:MOST_TOLD]:
        if kept in seen.aside:
            yield Finding("journal_kept", log.path, one.line)
        else:
            yield Finding("journal_damaged", log.path, one.line, remedy="set_aside")


# ---- what programs that died have left -------------------------------------------------------------------------------


def _litter(ward: Ward, seen: Inventory, now: dt.datetime) -> Iterator[Finding]:
    yield from (one for path in seen.half_made for one in _half_made(seen, path, now))
    yield from (_left_over(path, now) for path in left_over(ward.folder, ward.also))
    for path in seen.locks:
        if id_in(path) not in seen.busy:
            ours = writer_in(path) in {ward.writer, *ward.earlier, ""}
            yield Finding("lock", path, remedy="remove") if ours else Finding("lock_others", path)
    yield from (Finding("practice", path, remedy="remove") for path in seen.practised if _settled(path, now))
    yield from (Finding("aside", path, detail=_size_and_day(path)) for path in seen.aside)
    yield from (Finding("unknown", path) for path in seen.unknown)


def _half_made(seen: Inventory, path: Path, now: dt.datetime) -> Iterator[Finding]:
    """A file in the making: whatever it holds was in a journal first, and if it should not be, it is left where it is."""
    data = contents(path)
    held = [version for file in seen.files for version in file.content.versions]
    held += [version for log in seen.logs for version in log.found.versions]
    from diskussion_tui.store.files.codec import read

    content = read(data)
    if any(f'id = "{session}"'.encode() in data for session in seen.busy) or not _settled(path, now):
        yield Finding("half_made_now", path)
    elif beyond((one for one in content.versions if isinstance(one, Note | Answer)), held):
        yield Finding("half_made_more", path)
    else:
        yield Finding("half_made", path, remedy="remove")


def _left_over(path: Path, now: dt.datetime) -> Finding:
    """A file in the making beside what it was to become: nobody was told that it was there."""
    if not _settled(path, now):
        return Finding("half_made_now", path)
    return (
        Finding("half_made_words", path) if holds_words(path) else Finding("half_made", path, remedy="remove")
    )


def _settled(path: Path, now: dt.datetime) -> bool:
    """Whether nobody has touched a file for a while. A time in the future is no sign of life."""
    try:
        age = now.timestamp() - path.stat().st_mtime
    except OSError:
        return False
    return not 0 <= age < SETTLED


def _size_and_day(path: Path) -> str:
    """How large a file is, in bytes, and the day it was written."""
    try:
        stat = path.stat()
        day = dt.datetime.fromtimestamp(stat.st_mtime).astimezone().date()
    except (OSError, ValueError, OverflowError):
        return "0 -"
    return f"{stat.st_size} {day.isoformat()}"


def _lasting(versions: Iterable[Record]) -> Iterator[Record]:
    return (one for one in versions if one.table != "drafts")
