"""What was removed for good here is taken out of what a file tells, before that is held against anything or written.

A note is known by its id, which files of our own and tables have. A report for reading has none, but says which discussion it is of:
of what that had removed, the report can have only what the discussion does not say any more. Nothing is kept by which words could be
known again (docs/decisions/0094-no-fingerprint-of-what-was-removed.md).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diskussion_tui.base.text import folded
from diskussion_tui.domain.session.fold import NoHeadError, session_of
from diskussion_tui.domain.session.records import REMOVABLE, Conclusion, Draft, Note
from diskussion_tui.intake.own_files import told_of
from diskussion_tui.reports.profile import PUBLIC
from diskussion_tui.reports.profile import told as told_by
from diskussion_tui.store.files.codec import read
from diskussion_tui.texts import LANGUAGES, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diskussion_tui.domain.session.records import Record
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.intake.here import Here
    from diskussion_tui.intake.verdict import Told


def without_removed(told: Told, here: Here) -> tuple[Told, tuple[str, ...]]:
    """What a file tells without what was removed for good here, and the questions of the notes that were left out."""
    content = read(told.data)
    try:
        session = session_of(content.versions, content.frame)
    except NoHeadError:
        return told, ()
    gone = _gone(told, session, here)
    heeded = here.removals.heeded(content.versions, told.session)
    if not gone and len(heeded) == len(content.versions):
        return told, ()
    said = [one for one in heeded if not _is_of(one, gone)]
    fresh = told_of(session_of(said, content.frame), own=told.own, lost=told.lost)
    kept = replace(fresh, unread=told.unread, first_unread=told.first_unread, of=told.of, named=told.named)
    return kept, tuple(sorted(_where(session, gone)))


def _gone(told: Told, session: Session, here: Here) -> frozenset[str]:
    """The notes of a file that were removed for good here."""
    held = {key[1] for key in session.versions if key[0] in REMOVABLE}
    gone = held & (here.removals.notes() | here.removed_of(told.session))
    if told.of and not told.named and here.removed_of(told.of) and (known := here.session_of(told.of)):
        said = set(_texts(known))
        gone |= {one.id for one in session.notes() if folded(one.text) not in said}
    return frozenset(gone)


def _texts(session: Session) -> Iterator[str]:
    """Everything that stands, or stood, in the notes of a discussion, as reports for anybody have it too."""
    shown = [told_by(session, PUBLIC, words(one).report.hidden_name) for one in LANGUAGES]
    for one in (session, *shown):
        for versions in one.versions.values():
            yield from (folded(note.text) for note in versions if isinstance(note, Note))


def _is_of(one: Record, gone: frozenset[str]) -> bool:
    """Whether a version is of something that was removed, or of a line that was being written to it."""
    if isinstance(one, Draft):
        return one.note in gone
    return one.table in REMOVABLE and one.id in gone


def _where(session: Session, gone: frozenset[str]) -> Iterator[str]:
    """The questions of what was left out: no word of it is told."""
    for key, versions in session.versions.items():
        last = versions[-1]
        if key[0] in REMOVABLE and key[1] in gone:
            yield (
                last.question
                if isinstance(last, Note)
                else last.section
                if isinstance(last, Conclusion)
                else ""
            )
