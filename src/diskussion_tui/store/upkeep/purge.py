"""Removing for good: a note, or a whole discussion, out of every file that this machine can reach.

The one exception to "nothing is ever lost", for what must not be kept. The removal is put on disk first, as a version that
keeps the words out wherever files are united, and only then are the other places gone through. A file that the one
brought up to date wholly contains is removed rather than written anew: two programs writing one file is how a
synchroniser comes to keep a copy of it, words and all.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.records import (
    REMOVABLE,
    Conclusion,
    Draft,
    Note,
    Purge,
    is_removed,
)
from diskussion_tui.domain.session.session import Change
from diskussion_tui.store.files import codec, paths
from diskussion_tui.store.files.atomic import write_free
from diskussion_tui.store.files.ground import read_whole
from diskussion_tui.store.files.rights import take_over
from diskussion_tui.store.session.arriving import originals_of
from diskussion_tui.store.session.removals import Removal, tell
from diskussion_tui.store.upkeep.claim import OpenElsewhereError, attend
from diskussion_tui.store.upkeep.documents import sealed
from diskussion_tui.store.upkeep.repair import leave_empty, remove_closed
from diskussion_tui.store.upkeep.scan import beyond, contents, id_in, look
from diskussion_tui.store.upkeep.spoken import TELLING, Words, all_words_of, called_after, said_by, words_of
from diskussion_tui.store.upkeep.strays import strays

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from diskussion_tui.domain.session.changes import Stamp
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.store.files.fs import Fs
    from diskussion_tui.store.session.session_writer import SessionWriter
    from diskussion_tui.store.upkeep.diagnose import Ward
    from diskussion_tui.store.upkeep.documents import Unsealing
    from diskussion_tui.store.upkeep.scan import Inventory


@dataclass(frozen=True, slots=True)
class Purged:
    """What became of a removal: the other files that went with it, and those that still hold words and could not go.

    `shut` are files and folders that could not be looked into: words may stand there too. `twins` are other notes of the discussion that hold the same text, and are still there.
    """

    removed: tuple[Path, ...] = ()
    left: tuple[Path, ...] = ()
    twins: tuple[str, ...] = ()
    shut: tuple[Path, ...] = ()


def purge_note(
    fs: Fs,
    ward: Ward,
    session_id: str,
    note_id: str,
    stamp: Callable[[Session], Stamp],
    unsealing: Unsealing = sealed,
) -> Purged:
    """Remove a note for good, out of the session's files, journals and copies in the folder and the refuge.

    `unsealing` tells what a PDF says.

    Raises `OpenElsewhereError`, `NewerFormatError`, `UnreadableSessionError`, and `OSError` where the removal itself
    could not be put on disk: then nothing else is touched.
    """
    seen = look(ward.folder, ward.refuge)
    ward = ward.for_session(seen, session_id)
    words = words_of(seen, session_id, note_id)
    session_writer = attend(fs, ward, seen, session_id)
    try:
        removal = _removal(session_writer.session, stamp(session_writer.session), note_id, words)
        session_writer.append((removal,))
        session_writer.close()
    finally:
        session_writer.abandon()
    gone = removal.versions[0]
    _tell(fs, ward, [Removal(session_id, note_id, ward.writer, gone.at, rev=gone.rev)])
    twins = _twins(session_writer.session, words)
    if note_id == session_id:
        _call_by_its_name(fs, session_writer)
    removed = _swept(fs, ward, session_writer, words)
    after = look(ward.folder, ward.refuge)
    left = [
        path
        for path, data, own in _places(after, session_id, session_writer.path)
        if words.stand_in(data, own=own)
    ]
    ours = codec.read(contents(session_writer.path)).versions
    if any(is_removed(one, {gone.id: gone.rev}) for one in ours):
        left.append(session_writer.path)  # another program keeps us from writing it
    places = (ward.folder, ward.refuge)
    beyond_us = strays(places, after, session_id, _telling(words, unsealing))
    leave_empty(fs, ward.refuge)
    left += beyond_us.found
    shut = (*beyond_us.shut, *originals_of(ward.folder, session_id))
    return Purged(removed, tuple(left), twins, _but(shut, left))


def others_removals(fs: Fs, ward: Ward, session_id: str) -> tuple[tuple[str, str], ...]:
    """What only others have removed, and our file keeps unseen until somebody here decides: each id with its words.

    Raises as `purge_note`.
    """
    seen = look(ward.folder, ward.refuge)
    session_writer = attend(fs, ward.for_session(seen, session_id), seen, session_id)
    try:
        versions = session_writer.session.versions
        found = ((note, versions.get((table, note))) for note in session_writer.asked for table in REMOVABLE)
        told = {note: getattr(of[-1], "text", "") for note, of in found if of}
        return tuple((note, told.get(note, "")) for note in session_writer.asked)
    finally:
        session_writer.close()


def keep(fs: Fs, ward: Ward, session_id: str, notes: Iterable[str], at: dt.datetime) -> None:
    """Show again what others have removed: some notes, or with none of them a whole discussion. Raises `OSError`."""
    told = [Removal(session_id, note, ward.writer, at, kept=True) for note in notes]
    told = told or [Removal(session_id, "", ward.writer, at, kept=True)]
    tell(fs, ward.refuge, told)
    tell(fs, ward.folder, told, ward.writer)


def purge_session(
    fs: Fs, ward: Ward, session_id: str, writer: str, at: dt.datetime, unsealing: Unsealing = sealed
) -> Purged:
    """Remove a whole discussion for good; that it was is recorded first, without a word of it.

    Everything that is called after it is named, whatever is in it, and everything else that says what it said.

    Raises `OpenElsewhereError` and `OSError`.
    """
    seen = look(ward.folder, ward.refuge)
    if session_id in seen.busy:
        raise OpenElsewhereError
    words = all_words_of(seen, session_id)
    _tell(fs, ward, [Removal(session_id, "", writer, at)])
    originals = originals_of(ward.folder, session_id)
    removed = [path for path in (*_of_session(seen, session_id), *originals) if not _gone(fs, path)]
    after = look(ward.folder, ward.refuge)
    left = [*_of_session(after, session_id), *originals_of(ward.folder, session_id)]
    told, beside = _telling(words, unsealing), called_after(seen, session_id)
    beyond_us = strays(
        (ward.folder, ward.refuge),
        after,
        session_id,
        lambda path, data: path.name.startswith(beside) or told(path, data),
    )
    left += beyond_us.found
    leave_empty(fs, ward.refuge)
    removed = [path for path in removed if path not in left]
    return Purged(tuple(removed), tuple(left), shut=_but(beyond_us.shut, left))


def _telling(words: Words, unsealing: Unsealing) -> Callable[[Path, bytes], bool]:
    return lambda path, data: words.are_told(path, data, unsealing)


def _but(paths: Iterable[Path], told: Iterable[Path]) -> tuple[Path, ...]:
    already = set(told)
    return tuple(path for path in paths if path not in already)


def _call_by_its_name(fs: Fs, session_writer: SessionWriter) -> None:
    """Give our file the name that the discussion has now, where it still has an earlier one. Raises `OSError`."""
    path, head = session_writer.path, session_writer.session.head
    prefix = path.stem.partition("_")[0]
    if path.name == paths.file_name(prefix, head.name, head.date):
        return
    candidates = paths.file_names(path.parent, prefix, head.name, head.date)
    data, live = read_whole(path), path.parent / paths.LIVE
    session_writer.path = write_free(fs, candidates, data, live, lambda handle, _new: take_over(handle, path))
    if why := _gone(fs, path):
        raise OSError(why)


def _tell(fs: Fs, ward: Ward, removals: list[Removal]) -> None:
    """Tell of removals beside the files, for whoever shares them, and on this machine, where nobody else can say so."""
    tell(fs, ward.folder, removals, ward.writer)
    with suppress(
        OSError
    ):  # told beside the files it is heeded all the same; only a file that comes back asks again
        tell(fs, ward.refuge, removals)


# ---- a note ----------------------------------------------------------------------------------------------------------


def _removal(session: Session, stamp: Stamp, note_id: str, words: Words) -> Change:
    """The change that removes a note, and its words from every half-typed line that they were sent from.

    One that was removed before is removed once more: what came back with a copy goes the same way.
    """
    change = changes.purge(session, stamp, note_id)
    if change is None:
        before = session.versions.get((Purge.table, note_id), ())
        gone = Purge(id=note_id, rev=len(before) + 1, change=stamp.change, writer=stamp.writer, at=stamp.at)
        change = Change(stamp.change, (gone,))
    cleared = {one.id for one in change.versions if isinstance(one, Draft)}
    drafts = [versions[-1] for versions in session.versions.values() if isinstance(versions[-1], Draft)]
    spoken = [
        replace(draft, rev=draft.rev + 1, at=stamp.at, text="")
        for draft in drafts
        if isinstance(draft, Draft) and draft.id not in cleared and _is_of(draft.text, words.texts)
    ]
    emptied = [
        replace(one, text="") if isinstance(one, Draft) and _is_of(one.text, words.texts) else one
        for one in change.versions
    ]
    return Change(change.id, (*emptied, *spoken))


def _twins(session: Session, words: Words) -> tuple[str, ...]:
    """The other notes, withdrawn or not, in any version of which the same words stand, be it within others."""
    told = [text for text in words.texts if len(text) >= TELLING]
    return tuple(
        key[1]
        for key, versions in session.versions.items()
        if key[0] == Note.table and key[1] != words.note_id
        if any(
            text in said
            for one in versions
            if isinstance(one, Note)
            for said in said_by(one)
            for text in told
        )
        or any(not said_by(one).isdisjoint(words.texts) for one in versions if isinstance(one, Note))
    )


def _is_of(line: str, texts: Iterable[str]) -> bool:
    """Whether a half-typed line is the beginning of one of some texts, or holds it."""
    return bool(line) and any(text.startswith(line) or text in line for text in texts)


def _places(seen: Inventory, session_id: str, but: Path) -> list[tuple[Path, bytes, bool]]:
    """Every file that may hold a note, but one, with what it holds and whether it is the session's own."""
    files = [(file.path, file.data, file.session == session_id) for file in seen.files if file.path != but]
    logs = [(log.path, log.data, log.session == session_id) for log in seen.logs]
    rest = [(path, contents(path)) for path in (*seen.aside, *seen.half_made, *seen.unknown)]
    own = _family(seen, session_id, but)
    return [*files, *logs, *((path, data, own(path, data)) for path, data in rest)]


def _family(seen: Inventory, session_id: str, *also: Path) -> Callable[[Path, bytes], bool]:
    """Tells whether a file in `.live` was made from one of the session's: by its name, or an id that stands in it."""
    stems = {file.path.stem for file in seen.files_of(session_id)} | {path.stem for path in also}
    notes = {
        one.id.encode()
        for found in (
            *(file.content.versions for file in seen.files_of(session_id)),
            *(log.found.versions for log in seen.logs_of(session_id)),
        )
        for one in found
        if isinstance(one, Note | Conclusion | Purge)
    }

    def told(path: Path, data: bytes) -> bool:
        named = path.name.startswith((f"{session_id}.", *(f"{stem}." for stem in stems)))
        return named or session_id.encode() in data or any(note in data for note in notes)

    return told


def _swept(fs: Fs, ward: Ward, session_writer: SessionWriter, words: Words) -> tuple[Path, ...]:
    """Remove every other file that holds the note: a session file or journal only where ours holds all else of it."""
    seen = look(ward.folder, ward.refuge)
    held = codec.read(read_whole(session_writer.path)).versions
    versions = {file.path: file.content.versions for file in seen.files}
    versions |= {log.path: log.found.versions for log in seen.logs}
    newer = {file.path for file in seen.files if file.content.newer}
    newer |= {log.path for log in seen.logs if log.found.newer}  # there may be more in them than can be read
    removed = []
    for path, data, own in _places(seen, session_writer.session.id, session_writer.path):
        if words.stand_in(data, own=own):
            more = [one for one in beyond(versions.get(path, ()), held) if not isinstance(one, Draft)]
            if path not in newer and not more and not _gone(fs, path):
                removed.append(path)
    return tuple(removed)


def _gone(fs: Fs, path: Path) -> str:
    """Remove a file for good; why that could not be done, empty where it could."""
    why = remove_closed(fs, path)
    if not why:
        fs.sync_folder(path.parent)
    return why


# ---- a whole discussion ----------------------------------------------------------------------------------------------


def _of_session(seen: Inventory, session_id: str) -> list[Path]:
    """Everything of a session: files, journals, locks, and what was made from them."""
    mark = f'id = "{session_id}"'.encode()
    own = _family(seen, session_id)
    found = [file.path for file in seen.files if file.session == session_id or mark in file.data]
    found += [log.path for log in seen.logs_of(session_id)]
    found += [path for path in (*seen.aside, *seen.half_made, *seen.unknown) if own(path, contents(path))]
    return [*found, *(path for path in seen.locks if id_in(path) == session_id)]
