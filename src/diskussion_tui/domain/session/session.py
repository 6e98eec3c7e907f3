"""A session: one discussion as a set of immutable record versions.

Nothing is edited in place. Every note, answer and the session's own head is a record; a change writes new versions of
records, the newest is what is shown and the others stay. Reading two files of the same session is therefore a set
union: undo, crash recovery, the bin, history and merging are all this one set, read in different ways.
`domain/session/fold.py` builds a `Session` from versions, `domain/session/changes.py` makes the versions.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import field
from typing import TYPE_CHECKING, TypeVar

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.records import Answer, Draft, Note, Purge, Version

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diskussion_tui.domain.session.records import Head, Key, Record


R = TypeVar("R", bound=Version)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it stood when the discussion began, so that the file can be read by itself in ten years."""

    id: str
    heading: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class KindWord:
    """A kind as it stood when the discussion began."""

    id: str
    sign: str
    label: str


@dataclass(frozen=True, slots=True)
class VerdictWord:
    """A verdict as it stood when the discussion began."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Frame:
    """The workbook's words as they stood when the discussion began: questions, kinds, verdicts."""

    asked: tuple[Asked, ...] = ()
    kinds: tuple[KindWord, ...] = ()
    verdicts: tuple[VerdictWord, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A step that the group took: one or more new versions, taken in and undone together."""

    id: str
    versions: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Session:
    """A discussion as it is now. Made by `fold`; the other fields are readings of `versions`.

    `versions` holds every version of a record in order, the current one last. `by_question` holds the notes in force, in
    the order of their numbers (`numbers.py`); `arrived` is what those are read from. `keys` holds those of all other records by their table, so that the few need not be sought among the many.
    `disputed` are the notes that have rivals: as a rule none, and a page asks it of every note.
    """

    head: Head
    versions: Mapping[Key, tuple[Record, ...]] = field(repr=False)
    by_question: Mapping[str, tuple[Note, ...]] = field(repr=False)
    frame: Frame = Frame()
    keys: Mapping[str, tuple[Key, ...]] = field(default_factory=dict, repr=False, compare=False)
    disputed: frozenset[str] = field(default=frozenset(), repr=False, compare=False)
    arrived: Mapping[str, tuple[tuple[str, str], ...]] = field(
        default_factory=dict, repr=False, compare=False
    )

    @property
    def id(self) -> str:
        """The session's id."""
        return self.head.id

    @property
    def final(self) -> bool:
        """Whether the discussion is *fastställd* and takes no more changes until reopened."""
        return self.head.state == "fastställd"

    def note(self, note_id: str) -> Note | None:
        """The current version of a note, withdrawn or not, or None."""
        found = self.versions.get((Note.table, note_id))
        return found[-1] if found and isinstance(found[-1], Note) else None

    def rivals(self, note_id: str) -> tuple[Note, ...]:
        """The versions of a note that two writers wrote at the same time and that differ, the one in force last.

        Empty where there is nothing to choose between.
        """
        return rivals_in(self.versions.get((Note.table, note_id), ())) if note_id in self.disputed else ()

    def notes_of(self, question: str, kind: str | None = None) -> tuple[Note, ...]:
        """The notes in force under a question, in the order they came; with `kind`, only those of that kind."""
        notes = self.by_question.get(question, ())
        return notes if kind is None else tuple(note for note in notes if note.kind == kind)

    def notes(self) -> tuple[Note, ...]:
        """Every note in force, by question as they were first answered."""
        answered = sorted(self.by_question, key=lambda question: self.arrived.get(question, ())[:1])
        return tuple(note for question in answered for note in self.by_question[question])

    def withdrawn(self) -> tuple[Note, ...]:
        """The notes in the bin, the one withdrawn last being last. A paste that was undone has left nothing there."""
        every = [versions for key, versions in self.versions.items() if key[0] == Note.table]
        begun = Counter(versions[0].change for versions in every)
        ends = ((versions[0], versions[-1]) for versions in every)
        gone = (
            last
            for first, last in ends
            if isinstance(last, Note)
            and last.gone
            and not (last.undoes == first.change and begun[first.change] > 1)
        )
        return tuple(sorted(gone, key=lambda note: (note.at, note.id)))

    def parked(self) -> tuple[Note, ...]:
        """The notes that are parked, oldest first."""
        return tuple(note for note in self.current(Note) if note.parked and not note.merged_into)

    def current(self, kind: type[R]) -> tuple[R, ...]:
        """Every record of a kind as it is now, those withdrawn apart, sorted by id."""
        if kind.table == Note.table:
            found = [versions[-1] for key, versions in self.versions.items() if key[0] == Note.table]
        else:
            found = [self.versions[key][-1] for key in self.keys.get(kind.table, ())]
        return tuple(
            sorted((one for one in found if isinstance(one, kind) and not one.gone), key=lambda one: one.id)
        )

    def purged(self, note_id: str) -> bool:
        """Whether a note has been removed for good."""
        return (Purge.table, note_id) in self.versions

    def answer(self, question: str) -> Answer | None:
        """Verdict and wording of a question, or None where nothing was said."""
        found = self.versions.get((Answer.table, question))
        answer = found[-1] if found else None
        return answer if isinstance(answer, Answer) and not answer.gone else None

    def asks(self, question: str, given: str) -> str:
        """What a question says: in the group's own words, else as it stood when the discussion began, else as `given`."""
        stood = next((one.text for one in self.frame.asked if one.id == question), "")
        return self.wording(question) or stood or given

    def verdict(self, question: str) -> str:
        """The verdict's id, empty where none was given."""
        answer = self.answer(question)
        return answer.verdict if answer else ""

    def wording(self, question: str) -> str:
        """The group's own wording of a question, empty where it has none."""
        answer = self.answer(question)
        return answer.wording if answer else ""

    def draft(self, writer: str) -> Draft | None:
        """Where a writer stands and what was half typed, or None."""
        found = self.versions.get((Draft.table, writer))
        return found[-1] if found and isinstance(found[-1], Draft) else None

    def latest_draft(self) -> Draft | None:
        """The newest of all writers' drafts: where the discussion was last led."""
        drafts = [found[-1] for key, found in self.versions.items() if key[0] == Draft.table]
        newest = max(drafts, key=lambda version: (version.at, version.writer), default=None)
        return newest if isinstance(newest, Draft) else None


def rivals_in(versions: tuple[Record, ...]) -> tuple[Note, ...]:
    """Of the versions of a note, in order, the newest ones that two writers wrote at the same time, if they differ."""
    if len(versions) < 2 or versions[-2].rev != versions[-1].rev:  # noqa: PLR2004 - one has no rival
        return ()
    newest = {
        str(one.said()): one for one in versions if isinstance(one, Note) and one.rev == versions[-1].rev
    }
    return tuple(newest.values()) if len(newest) > 1 else ()
