"""Which file of a session is ours to write, what it is called, and whether it is as we left it.

Nobody writes another writer's file: where the one that was opened is another laptop's, ours lies beside it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diskussion_tui.domain.session.fold import order
from diskussion_tui.domain.session.records import Draft, Purge, is_removed, removals_among

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from diskussion_tui.domain.session.records import Record
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.store.session.replicas import Gathered, Replica

_OWNED = re.compile(r"\.skriv-[0-9a-z]+$")
"""What makes a file's name one writer's: it is not carried over into another's."""


def own_file(gathered: Gathered, path: Path, writer: str) -> Replica | None:
    """Which of a session's files in its folder is ours to write: ours, or the one asked for where it is nobody's."""
    here = [replica for replica in gathered.replicas if replica.path.parent == path.parent]
    ours = [replica for replica in here if replica.content.written_by == writer]
    nobodys = [replica for replica in here[:1] if not replica.content.written_by]
    return next(iter(ours + nobodys), None)


def name_beside(path: Path, writer: str) -> Path:
    """The name of our own file beside another writer's."""
    return path.with_name(f"{_OWNED.sub('', path.stem)}.{writer}.toml")


def numbered(path: Path) -> Iterator[Path]:
    """A name for our file and, should others have it, further ones."""
    yield path
    for number in range(2, 10_000):
        yield path.with_name(f"{path.stem}_{number}.toml")


def stamp_of(path: Path) -> tuple[int, int, int] | None:
    """What changes when a file is written or another takes its place; None where there is none."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return (stat.st_ino, stat.st_size, stat.st_mtime_ns)


def says_more(session: Session, than: Session) -> bool:
    """Whether a session holds something that lasts beyond another: not merely where somebody stood."""
    for key, versions in session.versions.items():
        last, known = versions[-1], than.versions.get(key, ())
        if isinstance(last, Draft):
            if (last.text or last.note) and last not in known:
                return True
        elif not set(versions) <= set(known):
            return True
    return False


def is_new(record: Record, session: Session) -> bool:
    """Whether a session lacks a version, and nobody has removed it for good."""
    known = session.versions.get((record.table, record.id), ())
    if isinstance(record, Draft):
        return not known or order(known[-1]) < order(record)
    removed = session.versions.get((Purge.table, record.id), ())
    return record not in known and not is_removed(record, removals_among(removed))
