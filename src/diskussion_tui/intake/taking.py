"""Files and folders read in: which files there are, each read in a process beside us, and what became of it, one after the other.

What has been written is whole and stays, whenever the rest is interrupted: whoever begins anew finds it here already, and goes on.
"""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from diskussion_tui.base.refused import symbol
from diskussion_tui.base.text import folded
from diskussion_tui.base.value import dataclass
from diskussion_tui.intake.here import Here, changes_by, day_of
from diskussion_tui.intake.mapping import mapping_in
from diskussion_tui.intake.pdf import MAX_BYTES
from diskussion_tui.intake.purged import without_removed
from diskussion_tui.intake.reading import read_file
from diskussion_tui.intake.verdict import Outcome, Verdict
from diskussion_tui.intake.workers import PATIENCE, workers
from diskussion_tui.store.files.ground import COMPILED, LIVE, ORIGINALS, PRACTICE, ShutError, read_whole
from diskussion_tui.store.session.arriving import MAPPINGS, one_at_a_time, put_arrived

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

    from diskussion_tui.intake.setting import Mapped, Setting
    from diskussion_tui.intake.verdict import Told

_OF_SYSTEMS = frozenset({"thumbs.db", "desktop.ini"})
_OURS = frozenset({LIVE, PRACTICE, COMPILED, ORIGINALS, MAPPINGS})


@dataclass(frozen=True, slots=True)
class Target:
    """Where discussions go: their folder, its refuge, what their files begin with. `both` takes also what else would be asked about.

    What lies in one of the folders `also` is here already.
    """

    folder: Path
    refuge: Path | None
    prefix: str
    both: bool = False
    also: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Digest:
    """The SHA-256 `of` a file, and whether the `whole` of it is taken in, so that it may be kept as it came."""

    of: bytes
    whole: bool = True


def files_in(given: Iterable[Path]) -> list[Path]:
    """The files that are meant: those that are named, and all in the folders that are. No link to a folder is followed."""
    found: dict[Path, None] = {}
    for path in given:
        found |= dict.fromkeys(sorted(_below(path), key=_as_people_count) if path.is_dir() else (path,))
    return list(found)


def _below(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in _OURS and not name.startswith(".")]
        yield from (Path(place, name) for name in names if _is_meant(name))


def _as_people_count(path: Path) -> list[tuple[int, str]]:
    """What files are put in order by: `svar2` before `svar10`, and `svar1` before `svar1 (2)`."""
    parts = (*path.parent.parts, path.stem, path.suffix)
    pieces = (piece for part in parts for piece in (*re.split(r"(\d{1,15})", folded(part)), ""))
    return [(int(piece), "") if piece.isdigit() else (-1, piece) for piece in pieces]


def _is_meant(name: str) -> bool:
    return not name.startswith((".", "~$")) and name.casefold() not in _OF_SYSTEMS


def mappings_in(folder: Path) -> tuple[Mapped, ...]:
    """The mappings of forms of others that were made for a folder of discussions."""
    found = []
    try:
        names = sorted((folder / MAPPINGS).iterdir())
    except OSError:
        return ()
    for path in names:
        if path.suffix == ".toml":
            try:
                found.append(mapping_in(read_whole(path).decode("utf-8-sig")))
            except (OSError, UnicodeDecodeError):
                continue
    return tuple(one for one in found if one)


def taken_in(
    files: list[Path], setting: Setting, target: Target, patience: float = PATIENCE
) -> Generator[Verdict]:
    """What became of each file, in order; what is new is on disk when it is told. Raises `OSError` where the folder takes nothing."""
    read: dict[Path, bytes] = {}
    with (
        one_at_a_time(target.folder),
        workers(partial(read_file, setting=setting), len(files), patience) as at_work,
    ):
        here = Here(target.folder, target.refuge, target.also)
        jobs = (partial(_job, path, here, read) for path in files)
        for path, outcome in zip(files, at_work.read(jobs), strict=True):
            yield _verdict(path, outcome, here, target, read.pop(path, b""))


def _job(path: Path, here: Here, read: dict[Path, bytes]) -> tuple[str, bytes] | Outcome:
    """A file's name and bytes; or already what became of it, where nobody need read it. `read` takes the hash of what was read."""
    data = data_of(path)
    if isinstance(data, Outcome):
        return data
    read[path] = hashlib.sha256(data).digest()
    known = here.read_from(read[path])
    return Outcome("here", "file", {"file": known.name}) if known else (path.name, data)


def data_of(path: Path) -> bytes | Outcome:
    """The bytes of a file, or why it has none to give."""
    try:
        return read_whole(path, most=MAX_BYTES)
    except ShutError as error:
        return (
            Outcome("too_large", "file") if error.code == "too_large" else Outcome("unreadable", error.code)
        )
    except OSError as error:
        return Outcome("unreadable", "", {"why": symbol(error)})


def _verdict(path: Path, outcome: Outcome, here: Here, target: Target, digest: bytes) -> Verdict:
    told = outcome.told
    if told is None or outcome.code != "told":
        code = outcome.code if outcome.code != "told" else "broken"
        return Verdict(path, code, outcome.why, outcome.facts)
    facts = {"name": told.name, "date": told.date}
    if here.is_removed(told.session) or here.is_removed(told.of):
        return Verdict(path, "removed", "", facts)
    if here.may_hold_removed(told):
        return Verdict(path, "asks", "of_purged", facts)
    told, left = without_removed(told, here)
    return replace(_weighed(path, told, here, target, Digest(digest, whole=not left)), left_out=left)


def _weighed(path: Path, told: Told, here: Here, target: Target, digest: Digest) -> Verdict:
    """The verdict of what a file tells, without what was removed for good."""
    finding, known = here.find(told)
    facts = {"name": told.name, "date": told.date, "file": known.name if known else ""}
    if not digest.whole and not told.notes:
        return Verdict(path, "removed", "notes", facts)
    if finding == "here":
        return Verdict(path, "here", "content", facts, known)
    if finding == "clashes":
        return Verdict(path, "asks", "same_id", facts)
    if finding == "more" and known:
        facts |= {name: str(number) for name, number in changes_by(told, known).items()}
    if finding == "asks" and not target.both:
        removed = len(here.removed_from(known)) if known else 0
        return Verdict(
            path,
            "asks",
            "same_day_purged" if removed else "same_day",
            facts | {"removed": str(removed)},
            known,
        )
    return _written(
        path,
        told,
        here,
        target,
        Verdict(path, "imported", "more" if finding == "more" else "", facts),
        digest,
    )


def _written(path: Path, told: Told, here: Here, target: Target, verdict: Verdict, digest: Digest) -> Verdict:
    """The verdict of a file whose discussion is new here, once it is on disk."""
    data = data_of(path)
    if isinstance(data, Outcome):  # it has gone since
        return Verdict(path, "unreadable", data.why, data.facts)
    if hashlib.sha256(data).digest() != digest.of:
        return Verdict(path, "unreadable", "changed")
    named = (target.prefix, told.name, day_of(told))
    original = (path.name, data) if digest.whole else None  # what was removed for good stands in it
    written = put_arrived(target.folder, named, told.data, original, told.session)
    here.add(told, written)
    facts = {**verdict.facts, "notes": str(told.notes)}
    return replace(
        verdict,
        facts=facts,
        written=written,
        lost=told.lost,
        unread=told.unread,
        first_unread=told.first_unread,
        telling=told.telling,
    )
