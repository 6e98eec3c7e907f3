"""The records of a session: what a file is made of, one immutable version after another.

Nothing is edited in place. A change writes new versions of records; the newest counts and the others stay. What a record
refers to, it refers to by id, and whatever can be counted or derived from others is not stored.
"""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - pydantic reads the fields' types at run time
from dataclasses import fields
from typing import Annotated, ClassVar, Literal, TypeAlias

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.fields import Is
from diskussion_tui.domain.workbook.workbook import Behaviour  # noqa: TC001 - the fields' types are read at run time

State = Literal["utkast", "fastställd"]
"""Draft or final. Domain values stay Swedish, as they stand in the files."""

Method = Literal["prickar", "ordning"]
"""How a round ranks: by dots that each person gives, or by an order that the group agrees on."""
ConclusionKind = Literal["slutsats", "åtgärd", "medskick"]
"""A conclusion, an action that somebody takes on, a message to pass on."""
Task = Literal["", "avvikande"]
"""What is being written about a note, where it is not the note's own text: the dissenting opinion."""

BY_HAND = "fil"
"""The writer of what somebody changed in the file itself. When is not known: `at` is that of the version they changed."""
_MOST = 2**63 - 1
"""The highest number that TOML holds."""

Kept: TypeAlias = Annotated[str, Is("bookkeeping")]
"""What every version carries."""
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

    id: Kept
    rev: Annotated[int, Is("bookkeeping")] = 1
    change: Kept
    writer: Kept
    undoes: Kept = ""
    gone: Annotated[bool, Is("bookkeeping")] = False
    at: Annotated[dt.datetime, Is("bookkeeping")]

    def said(self) -> dict[str, object]:
        """What this version says, apart from what every version carries: its own fields, and whether it is withdrawn."""
        return {one.name: getattr(self, one.name) for one in fields(self) if one.name not in _CARRIED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Head(Version):
    """The session's own record: who, where, when, and whether it is final. `ends` is when the group has said it stops."""

    table: ClassVar[str] = "session"

    name: Annotated[str, Is("name", "detail", given=True)]
    date: Annotated[dt.date, Is("moment", "detail", given=True)]
    workbook: Annotated[str, Is("reference", "detail", given=True)]
    workbook_version: Annotated[int, Is("counted", "detail", given=True)]
    state: Annotated[State, Is("flag", "finalised", off="reopened")] = "utkast"
    facilitator: Annotated[str, Is("name", "detail")] = ""
    note_taker: Annotated[str, Is("name", "detail")] = ""
    place: Annotated[str, Is("name", "detail")] = ""
    participants: Annotated[int, Is("counted", "detail")] = 0
    ends: Annotated[dt.datetime | None, Is("moment", "detail")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Version):
    """Something the group said, under the question it answers. `kind` is empty where the question asks for none.

    `supporters` is a show of hands (0–999). `dissent` marks that somebody in the group did not agree, `objection` is what
    they said. `places` are cells of the compass (`domain/workbook/compass.py`), `group` the table that said it. A note that is
    `parked` stands in a list of its own. `sources` are the notes that this one was merged from; each of those carries its
    id in `merged_into` and is no longer shown by itself.
    """

    table: ClassVar[str] = "notes"

    question: Annotated[str, Is("reference", "moved", given=True)]
    kind: Annotated[str, Is("choice", "kind", given=True)] = ""
    text: Annotated[str, Is("words", "reworded", given=True)]
    supporters: Annotated[int, Is("counted", "hands")] = 0
    star: Annotated[bool, Is("flag", "starred", off="unstarred")] = False
    dissent: Annotated[bool, Is("flag", "dissented", off="undissented")] = False
    objection: Annotated[str, Is("words", "objected")] = ""
    places: Annotated[tuple[str, ...], Is("place", "placed", off="unplaced")] = ()
    group: Annotated[str, Is("name", "table", given=True)] = ""
    parked: Annotated[bool, Is("flag", "parked", off="unparked")] = False
    sources: Annotated[tuple[str, ...], Is("reference", "merged")] = ()
    merged_into: Annotated[str, Is("reference", "merged_away", off="stands_again")] = ""

    @property
    def in_force(self) -> bool:
        """Whether it counts as an answer to its question: not withdrawn, not merged into another, not parked."""
        return not (self.gone or self.merged_into or self.parked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Version):
    """What the group said of a question besides its notes: the verdict, or its own wording. `id` is the question's."""

    table: ClassVar[str] = "answers"

    verdict: Annotated[str, Is("choice", "verdict_given")] = ""
    wording: Annotated[str, Is("words", "question_worded")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft(Version):
    """Where a writer stands and what is typed but not yet sent. `id` is the writer's; older versions are not kept.

    `text` is the unfinished note. While a note is being edited, `note` is its id and `edited` its unfinished text, or what
    `task` says. `group` is the table that speaks.
    """

    table: ClassVar[str] = "drafts"

    step: Annotated[str, Is("reference")]
    kind: Annotated[str, Is("choice")] = ""
    text: Annotated[str, Is("words")] = ""
    note: Annotated[str, Is("reference")] = ""
    edited: Annotated[str, Is("words")] = ""
    task: Annotated[Task, Is("choice")] = ""
    group: Annotated[str, Is("name")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Purge(Version):
    """A note removed for good, because it held what must not be kept. `id` is the note's; no words are left.

    The one exception to "nothing is ever lost": with this record in a set of versions, no version of that note is taken in,
    so that a copy of the file from elsewhere does not bring the words back.
    """

    table: ClassVar[str] = "purged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned(Version):
    """What this evening's run of show has otherwise than the workbook: a step's minutes and behaviour, or a break.

    `id` is the step's, or the break's own; a break has a `name` and is taken before the step `before`.
    """

    table: ClassVar[str] = "plan"

    minutes: Annotated[int, Is("counted", "plan_minutes")]
    behaviour: Annotated[Behaviour, Is("choice", "plan_behaviour")]
    skipped: Annotated[bool, Is("flag", "plan_skipped")] = False
    name: Annotated[str, Is("name", "break_added")] = ""
    before: Annotated[str, Is("reference", "break_added")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent(Version):
    """The time a step has taken: whole `seconds`, and, while its clock runs, what has passed since `since`.

    `id` is the step's or the break's. It is no step to undo: time that has passed has passed.
    """

    table: ClassVar[str] = "clock"

    seconds: Annotated[int, Is("counted")] = 0
    since: Annotated[dt.datetime | None, Is("moment")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Round(Version):
    """A round in which the group ranks a section's notes, by dots (`each` of them a person) or by an order."""

    table: ClassVar[str] = "rounds"

    section: Annotated[str, Is("reference", "round_begun", given=True)]
    method: Annotated[Method, Is("choice", "round_begun", given=True)]
    each: Annotated[int, Is("counted", "round_begun", given=True)] = 0
    closed: Annotated[bool, Is("flag", "round_closed", off="round_reopened")] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote(Version):
    """What a note got in a round: its dots, or its place in the order, from 1. `id` is `<round>.<note>`."""

    table: ClassVar[str] = "votes"

    round: Annotated[str, Is("reference", "vote")]
    note: Annotated[str, Is("reference", "vote")]
    points: Annotated[int, Is("counted", "vote")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion(Version):
    """What the group makes of its notes, in a section or, where `section` is empty, in all: see `ConclusionKind`.

    `notes` are the notes it rests on. An action has an `owner` and a day when it is `due`, and may be `done`.
    """

    table: ClassVar[str] = "conclusions"

    kind: Annotated[ConclusionKind, Is("choice", "conclusion_sorted", given=True)]
    section: Annotated[str, Is("reference", "conclusion_placed", given=True)] = ""
    text: Annotated[str, Is("words", "reworded", given=True)]
    owner: Annotated[str, Is("name", "owner")] = ""
    due: Annotated[dt.date | None, Is("moment", "due")] = None
    done: Annotated[bool, Is("flag", "done", off="undone_action")] = False
    notes: Annotated[tuple[str, ...], Is("reference", "conclusion_notes", given=True)] = ()


Record: TypeAlias = Head | Note | Answer | Draft | Purge | Planned | Spent | Round | Vote | Conclusion
RECORDS: tuple[type[Record], ...] = (
    Head,
    Answer,
    Note,
    Planned,
    Spent,
    Round,
    Vote,
    Conclusion,
    Draft,
    Purge,
)
"""Every sort of record, in the order in which a file has them."""
Key: TypeAlias = tuple[str, str]
"""A record's table and id."""
