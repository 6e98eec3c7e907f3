"""The records of a session: what a file is made of, one immutable version after another.

Nothing is edited in place. A change writes new versions of records; the newest counts and the others stay. What a record
refers to, it refers to by id, and whatever can be counted or derived from others is not stored.
"""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - pydantic reads the fields' types at run time
from dataclasses import dataclass, fields
from typing import ClassVar, Literal, TypeAlias

State = Literal["utkast", "fastställd"]
"""Draft or final. Domain values stay Swedish, as they stand in the files."""

BY_HAND = "fil"
"""The writer of what somebody changed in the file itself. When is not known: `at` is that of the version they changed."""
_MOST = 2**63 - 1
"""The highest number that TOML holds."""

_CARRIED = frozenset({"id", "rev", "change", "writer", "undoes", "at"})


def following(rev: int) -> int:
    """The revision after `rev`. Beyond what a file can hold it counts no further: then the time tells."""
    return min(rev + 1, _MOST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What every version of every record carries.

    `rev` counts the versions of a record from 1. `change` is the id of the change that wrote it: versions of one
    change are one undo step. `undoes` names the change that this one takes back. `gone` marks a withdrawn record.
    """

    table: ClassVar[str] = ""

    id: str
    rev: int = 1
    change: str
    writer: str
    undoes: str = ""
    gone: bool = False
    at: dt.datetime

    def said(self) -> dict[str, object]:
        """What this version says, apart from what every version carries: its own fields, and whether it is withdrawn."""
        return {one.name: getattr(self, one.name) for one in fields(self) if one.name not in _CARRIED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Head(Version):
    """The session's own record: who, where, when, and whether it is final."""

    table: ClassVar[str] = "session"

    name: str
    date: dt.date
    workbook: str
    workbook_version: int
    state: State = "utkast"
    facilitator: str = ""
    note_taker: str = ""
    place: str = ""
    participants: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Version):
    """Something the group said, under the question it answers. `kind` is empty where the question asks for none.

    `supporters` is a show of hands (0–999); `dissent` marks that somebody in the group did not agree.
    """

    table: ClassVar[str] = "notes"

    question: str
    kind: str = ""
    text: str
    supporters: int = 0
    star: bool = False
    dissent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Version):
    """What the group said of a question besides its notes: the verdict, or its own wording. `id` is the question's."""

    table: ClassVar[str] = "answers"

    verdict: str = ""
    wording: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft(Version):
    """Where a writer stands and what is typed but not yet sent. `id` is the writer's; older versions are not kept.

    `text` is the unfinished note. While a note is being edited, `note` is its id and `edited` its unfinished text.
    """

    table: ClassVar[str] = "drafts"

    step: str
    kind: str = ""
    text: str = ""
    note: str = ""
    edited: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Purge(Version):
    """A note removed for good, because it held what must not be kept. `id` is the note's; no words are left.

    The one exception to "nothing is ever lost": with this record in a set of versions, no version of that note is taken in,
    so that a copy of the file from elsewhere does not bring the words back.
    """

    table: ClassVar[str] = "purged"


Record: TypeAlias = Head | Note | Answer | Draft | Purge
Key: TypeAlias = tuple[str, str]
"""A record's table and id."""
