"""The records of a session: what a file is made of, one immutable version after another.

Nothing is edited in place. A change writes new versions of records; the newest counts and the others stay. What a record
refers to, it refers to by id, and whatever can be counted or derived from others is not stored.
"""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - pydantic reads the fields' types at run time
from dataclasses import field, fields
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.fields import holds
from diskussion_tui.domain.workbook.workbook import Behaviour  # noqa: TC001 - the fields' types are read at run time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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

_CARRIED = holds("bookkeeping")
_NOT_SAID = frozenset({"id", "rev", "change", "writer", "undoes", "at"})


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

    id: str = field(metadata=_CARRIED)
    rev: int = field(default=1, metadata=_CARRIED)
    change: str = field(metadata=_CARRIED)
    writer: str = field(metadata=_CARRIED)
    undoes: str = field(default="", metadata=_CARRIED)
    gone: bool = field(default=False, metadata=_CARRIED)
    at: dt.datetime = field(metadata=_CARRIED)

    def said(self) -> dict[str, object]:
        """What this version says, apart from what every version carries: its own fields, and whether it is withdrawn."""
        return {one.name: getattr(self, one.name) for one in fields(self) if one.name not in _NOT_SAID}


@dataclass(frozen=True, slots=True, kw_only=True)
class Head(Version):
    """The session's own record: who, where, when, and whether it is final. `ends` is when the group has said it stops.

    `unit` is the organisation's own word for who held it. What a registrar notes, `registry_number`, `information_class` and
    `retention` (kept, or weeded out and when), is in the organisation's own words too, and required of nobody.
    """

    table: ClassVar[str] = "session"

    name: str = field(metadata=holds("name", "detail"))
    date: dt.date = field(metadata=holds("moment", "detail"))
    workbook: str = field(metadata=holds("reference", "detail"))
    workbook_version: int = field(metadata=holds("counted", "detail"))
    state: State = field(default="utkast", metadata=holds("flag", "finalised", off="reopened"))
    facilitator: str = field(default="", metadata=holds("name", "detail"))
    note_taker: str = field(default="", metadata=holds("name", "detail"))
    place: str = field(default="", metadata=holds("name", "detail"))
    participants: int = field(default=0, metadata=holds("counted", "detail"))
    ends: dt.datetime | None = field(default=None, metadata=holds("moment", "detail"))
    unit: str = field(default="", metadata=holds("name", "detail"))
    registry_number: str = field(default="", metadata=holds("name", "detail"))
    information_class: str = field(default="", metadata=holds("name", "detail"))
    retention: str = field(default="", metadata=holds("name", "detail"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Version):
    """Something the group said, under the question it answers. `kind` is empty where the question asks for none.

    `supporters` is a show of hands (0–999). `dissent` marks that somebody in the group did not agree, `objection` is what
    they said. `places` are cells of the compass (`domain/workbook/compass.py`), `group` the table that said it. A note that is
    `parked` stands in a list of its own. `sources` are the notes that this one was merged from; each of those carries its
    id in `merged_into` and is no longer shown by itself.
    """

    table: ClassVar[str] = "notes"

    question: str = field(metadata=holds("reference", "moved"))
    kind: str = field(default="", metadata=holds("choice", "kind", given=True))
    text: str = field(metadata=holds("words", "reworded"))
    supporters: int = field(default=0, metadata=holds("counted", "hands"))
    star: bool = field(default=False, metadata=holds("flag", "starred", off="unstarred"))
    dissent: bool = field(default=False, metadata=holds("flag", "dissented", off="undissented"))
    objection: str = field(default="", metadata=holds("words", "objected"))
    places: tuple[str, ...] = field(default=(), metadata=holds("place", "placed", off="unplaced"))
    group: str = field(default="", metadata=holds("name", "table", given=True))
    parked: bool = field(default=False, metadata=holds("flag", "parked", off="unparked"))
    sources: tuple[str, ...] = field(default=(), metadata=holds("reference", "merged"))
    merged_into: str = field(default="", metadata=holds("reference", "merged_away", off="stands_again"))

    @property
    def in_force(self) -> bool:
        """Whether it counts as an answer to its question: not withdrawn, not merged into another, not parked."""
        return not (self.gone or self.merged_into or self.parked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Version):
    """What the group said of a question besides its notes: the verdict, or its own wording. `id` is the question's."""

    table: ClassVar[str] = "answers"

    verdict: str = field(default="", metadata=holds("choice", "verdict_given"))
    wording: str = field(default="", metadata=holds("words", "question_worded"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft(Version):
    """Where a writer stands and what is typed but not yet sent. `id` is the writer's; older versions are not kept.

    `text` is the unfinished note. While a note is being edited, `note` is its id and `edited` its unfinished text, or what
    `task` says. `group` is the table that speaks. `shows` is what the room sees where that is not the step: a round, by its id;
    `back` how many pages before the newest.
    """

    table: ClassVar[str] = "drafts"

    step: str = field(metadata=holds("reference"))
    kind: str = field(default="", metadata=holds("choice"))
    text: str = field(default="", metadata=holds("words"))
    note: str = field(default="", metadata=holds("reference"))
    edited: str = field(default="", metadata=holds("words"))
    task: Task = field(default="", metadata=holds("choice"))
    group: str = field(default="", metadata=holds("name"))
    shows: str = field(default="", metadata=holds("reference"))
    back: int = field(default=0, metadata=holds("counted"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Purge(Version):
    """A note or a conclusion removed for good, because it held what must not be kept. `id` is its own; no words are left.

    With the session's own id it removes what the head said before its revision `rev`: earlier names, and who led it.

    The one exception to "nothing is ever lost": with this record in a set of versions, no version of what has that id is taken
    in, so that a copy of the file from elsewhere does not bring the words back.
    """

    table: ClassVar[str] = "purged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned(Version):
    """What this evening's run of show has otherwise than the workbook: a step's minutes and behaviour, or a break.

    `id` is the step's, or the break's own; a break has a `name` and is taken before the step `before`.
    """

    table: ClassVar[str] = "plan"

    minutes: int = field(metadata=holds("counted", "plan_minutes"))
    behaviour: Behaviour = field(metadata=holds("choice", "plan_behaviour"))
    skipped: bool = field(default=False, metadata=holds("flag", "plan_skipped"))
    name: str = field(default="", metadata=holds("name", "break_added"))
    before: str = field(default="", metadata=holds("reference", "break_added"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent(Version):
    """The time a step has taken: whole `seconds`, and, while its clock runs, what has passed since `since`.

    `id` is the step's or the break's. It is no step to undo: time that has passed has passed.
    """

    table: ClassVar[str] = "clock"

    seconds: int = field(default=0, metadata=holds("counted"))
    since: dt.datetime | None = field(default=None, metadata=holds("moment"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Round(Version):
    """A round in which the group ranks a section's notes, by dots (`each` of them a person) or by an order."""

    table: ClassVar[str] = "rounds"

    section: str = field(metadata=holds("reference", "round_begun"))
    method: Method = field(metadata=holds("choice", "round_begun"))
    each: int = field(default=0, metadata=holds("counted", "round_begun", given=True))
    closed: bool = field(default=False, metadata=holds("flag", "round_closed", off="round_reopened"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote(Version):
    """What a note got in a round: its dots, or its place in the order, from 1. `id` is `<round>.<note>`."""

    table: ClassVar[str] = "votes"

    round: str = field(metadata=holds("reference", "vote"))
    note: str = field(metadata=holds("reference", "vote"))
    points: int = field(metadata=holds("counted", "vote"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion(Version):
    """What the group makes of its notes, in a section or, where `section` is empty, in all: see `ConclusionKind`.

    `notes` are the notes it rests on. An action has an `owner` and a day when it is `due`, and may be `done`.
    """

    table: ClassVar[str] = "conclusions"

    kind: ConclusionKind = field(metadata=holds("choice", "conclusion_sorted"))
    section: str = field(default="", metadata=holds("reference", "conclusion_placed", given=True))
    text: str = field(metadata=holds("words", "reworded"))
    owner: str = field(default="", metadata=holds("name", "owner"))
    due: dt.date | None = field(default=None, metadata=holds("moment", "due"))
    done: bool = field(default=False, metadata=holds("flag", "done", off="undone_action"))
    notes: tuple[str, ...] = field(default=(), metadata=holds("reference", "conclusion_notes", given=True))


Removable: TypeAlias = Note | Conclusion
"""What can be removed for good by itself: it holds words that somebody said, and its id is its own."""
REMOVABLE = (Note.table, Conclusion.table)

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


def of_session(versions: Iterable[Record], session_id: str) -> Iterator[Record]:
    """Some versions without what another discussion says of itself: no file of this one ever holds that."""
    return (one for one in versions if not isinstance(one, Head) or one.id == session_id)


def is_removed(version: Record, purges: Mapping[str, int]) -> bool:
    """Whether a version was removed for good. `purges` are the revisions of the removals, by what they remove."""
    rev = purges.get(version.id)
    if rev is None:
        return False
    return version.table in REMOVABLE or (version.table == Head.table and version.rev < rev)


def removals_among(versions: Iterable[Record]) -> dict[str, int]:
    """The removals among some versions, as `is_removed` takes them."""
    found: dict[str, int] = {}
    for one in versions:
        if isinstance(one, Purge):
            found[one.id] = max(one.rev, found.get(one.id, 0))
    return found
