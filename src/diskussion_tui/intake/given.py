"""What a form, a table or a text gives of a discussion, and the discussion that it becomes.

Ids are made of what the file is and of the day, never of dice: the same file read in twice, or on two machines, gives the same
discussion, and two files of it are united as any two of one discussion are.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import field, replace
from typing import TYPE_CHECKING

from diskussion_tui.base.ids import next_id
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.changes import Stamp
from diskussion_tui.domain.session.fold import fold, session_of
from diskussion_tui.domain.session.records import Note

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diskussion_tui.domain.session.session import Change, Session
    from diskussion_tui.domain.workbook.workbook import Workbook

WRITER = "inlast"
"""Who has written what was read in, as files have it: nobody who sits at a program, so that nobody's undo takes it back."""


@dataclass(frozen=True, slots=True)
class GivenNote:
    """A note, with all that a table tells of it. `id` is its own where the file has it."""

    question: str
    text: str
    kind: str = ""
    id: str = ""
    supporters: int = 0
    star: bool = False
    dissent: bool = False
    objection: str = ""
    places: tuple[str, ...] = ()
    group: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """What was given: who and when, notes, verdicts and own questions by question. `lost` is what found no place, by code, `unread` the lines that found none.

    `said_day` is what was written for a day and is none that can be read; `of` is the id of the discussion that it says it is of.
    """

    name: str = ""
    day: dt.date | None = None
    details: Mapping[str, str | int] = field(default_factory=dict)
    verdicts: Mapping[str, str] = field(default_factory=dict)
    wordings: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[GivenNote, ...] = ()
    lost: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    of: str = ""
    said_day: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing is said in it; who and when says nothing yet."""
        return not (self.notes or self.verdicts or self.wordings)

    @property
    def is_named(self) -> bool:
        """Whether its notes have the ids that they had."""
        return any(note.id for note in self.notes)


def session_given(given: Given, workbook: Workbook, digest: bytes, at: dt.datetime) -> Session:
    """The discussion that was given. It must have a name and a day. Raises `TooLongError`.

    `digest` is the hash of the file, `at` when it is read in.
    """
    if given.day is None:
        raise ValueError
    ids = _ids(digest, given.day)
    session_id = next(ids)
    stamp = Stamp(next(ids), at, WRITER)
    begun = changes.begin(stamp, session_id, given.name, given.day, workbook, given.details)
    session = session_of(begun.versions, changes.frame_of(workbook))
    for question, verdict in given.verdicts.items():
        session = _with(session, changes.set_verdict(session, stamp, question, verdict))
    for question, wording in given.wordings.items():
        session = _with(session, changes.set_wording(session, stamp, question, wording))
    for note in given.notes:
        session = _with(session, _note(session, stamp, note, next(ids)))
    return session


def id_of(digest: bytes, day: dt.date) -> str:
    """The id of the discussion that a file becomes."""
    return next(_ids(digest, day))


def _ids(digest: bytes, day: dt.date) -> Iterator[str]:
    """Ids of the day, as many as are asked for; the first has the beginning of the hash in it."""
    ms = int(dt.datetime.combine(day, dt.time(), dt.UTC).timestamp() * 1000)
    last, dice = "", digest
    while True:
        last = next_id(max(0, ms), int.from_bytes(dice[:10], "big"), last)
        yield last
        dice = hashlib.sha256(dice).digest()


def _with(session: Session, change: Change | None) -> Session:
    return fold(session, change.versions) if change else session


def _note(session: Session, stamp: Stamp, given: GivenNote, fresh: str) -> Change | None:
    """The change that adds a note as it was given."""
    change = changes.add_notes(
        session, stamp, (given.id or fresh,), given.question, (given.text,), given.kind, group=given.group
    )
    if change is None:
        return None
    (note,) = change.versions
    if not isinstance(note, Note):
        raise TypeError(type(note))
    told = replace(
        note,
        supporters=max(0, min(given.supporters, changes.MAX_SUPPORTERS)),
        star=given.star,
        dissent=given.dissent or bool(given.objection),
        objection=changes.note_text(given.objection),
        places=given.places,
    )
    return replace(change, versions=(told,))
