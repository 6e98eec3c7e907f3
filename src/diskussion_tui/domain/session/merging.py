"""Merging notes into one that stands for them, splitting it again, and what a merged note was made of.

The merged note is a note of its own with `sources`; each of those carries its id in `merged_into` and keeps everything else
that it had. So nothing is copied back at a split: the originals were there all the time, as they were.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal, TypeAlias

from diskussion_tui.base.text import MAX_NOTE, clean_note
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.changes import MAX_SUPPORTERS, Stamp, alter, freed, guard, next_version
from diskussion_tui.domain.session.fields import own_fields, united
from diskussion_tui.domain.session.parts import Parts
from diskussion_tui.domain.session.records import Note
from diskussion_tui.domain.session.refusals import RefusedError, TooLongError
from diskussion_tui.domain.session.session import Change, Session

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from diskussion_tui.texts.catalogue import Texts

Hands: TypeAlias = Literal["sum", "highest"] | int
"""How many agree with what was merged: everybody who agreed with any, as many as agreed with one, or a number."""

_FEWEST = 2


class MergedElsewhereError(RefusedError):
    """What a note was merged from is part of another by now; bringing the note back would count it twice."""

    def sentence(self, words: Texts) -> str:
        """Where it is."""
        return words.merging.elsewhere


@dataclass(frozen=True, slots=True)
class Wish:
    """How notes are to be merged. Without a text that of the note with most hands, the oldest of them, is taken.

    `kind` makes one kind of all; None keeps kinds apart.
    """

    text: str = ""
    hands: Hands = "sum"
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """A note that was merged: how deep it lies, what became of it, and the note itself unless it was removed for good.

    `apart` is one that stands by itself again, since somebody worked on it or split it off without knowing of this merge.
    """

    id: str
    depth: int
    note: Note | None
    apart: bool = False

    @property
    def opens(self) -> bool:
        """Whether what it was itself merged from follows it here. That of a note apart or withdrawn is told where that note is."""
        return bool(self.note and self.note.sources and not self.note.gone) and not self.apart

    @property
    def elsewhere(self) -> int:
        """How many notes it was itself merged from that are told where it stands, and not here."""
        return len(self.note.sources) if self.note and self.apart and not self.note.gone else 0


# ---- merging ---------------------------------------------------------------------------------------------------------


def groups_of(session: Session, ids: Iterable[str], kind: str | None = None) -> tuple[tuple[Note, ...], ...]:
    """The notes that would become one, for each note that would come of it: kinds apart, unless `kind` makes one of them.

    Notes that are alone of their kind are in no group, and stay as they are. So do those that cannot be merged.
    """
    found = (session.note(one) for one in dict.fromkeys(ids))
    notes = [note for note in found if note and not note.gone and not note.merged_into]
    kinds = dict.fromkeys(note.kind for note in notes) if kind is None else {kind: None}
    groups = (tuple(note for note in notes if kind is not None or note.kind == one) for one in kinds)
    return tuple(group for group in groups if len(group) >= _FEWEST)


def merge(
    session: Session, stamp: Stamp, ids: Iterator[str], notes: Iterable[str], wishes: Sequence[Wish] = ()
) -> Change | None:
    """Notes made into one, or into one a kind. `ids` names the new ones; of the wishes each is for a group, in order.

    The last wish is for every group that follows, too. None where there is nothing to merge. Raises `TooLongError` and
    `FinalError`.
    """
    guard(session)
    wishes = wishes or (Wish(),)
    versions: list[Note] = []
    for place, group in enumerate(groups_of(session, notes, wishes[0].kind)):
        wish = wishes[min(place, len(wishes) - 1)]
        merged = _merged(group, next(ids), stamp, wish)
        versions += [merged, *(next_version(note, stamp, merged_into=merged.id) for note in group)]
    return Change(stamp.change, tuple(versions)) if versions else None


def hands_of(notes: Iterable[Note], hands: Hands) -> int:
    """How many agree with what is merged of some notes."""
    raised = [note.supporters for note in notes]
    number = hands if isinstance(hands, int) else sum(raised) if hands == "sum" else max(raised, default=0)
    return max(0, min(number, MAX_SUPPORTERS))


def foremost(notes: Sequence[Note]) -> Note:
    """The note whose text stands for all unless another is chosen: that with most hands, of those the oldest."""
    return min(notes, key=lambda note: (-note.supporters, note.id))


def _merged(notes: Sequence[Note], note_id: str, stamp: Stamp, wish: Wish) -> Note:
    text = clean_note(wish.text) or foremost(notes).text
    if len(text) > MAX_NOTE:
        raise TooLongError(len(text))
    kind = notes[0].kind if wish.kind is None else wish.kind
    decided = {
        "question": _question(notes, kind),
        "kind": kind,
        "text": text,
        "supporters": hands_of(notes, wish.hands),
        "parked": False,
        "sources": tuple(note.id for note in notes),
    }
    rest = {name: united(name, notes) for name in own_fields(Note) if name not in decided}
    stamped = {"id": note_id, "change": stamp.change, "writer": stamp.writer, "at": stamp.at}
    return Note(**stamped, **decided, **rest)


def _question(notes: Sequence[Note], kind: str) -> str:
    """The question under which most stand, of those the first's: one that has the kind, if any of them does."""
    fitting = [note for note in notes if note.kind == kind] or [
        note for note in notes if bool(note.kind) == bool(kind)
    ]
    counted = Counter(note.question for note in fitting or notes)
    return max(counted, key=lambda question: counted[question])


# ---- splitting -------------------------------------------------------------------------------------------------------


def split(session: Session, stamp: Stamp, note_id: str) -> Change | None:
    """A merged note taken apart: it is withdrawn, and its originals stand again as they were. None where it is none."""
    guard(session)
    note = session.note(note_id)
    if note is None or not note.sources or note.gone or note.merged_into:
        return None
    return Change(stamp.change, (next_version(note, stamp, gone=True), *freed(session, stamp, note)))


def restore(session: Session, stamp: Stamp, note_id: str) -> Change | None:
    """A withdrawn note brought back, and a merged one with its originals merged again.

    Raises `MergedElsewhereError` where one of those is part of another note by now, and `FinalError`.
    """
    note = session.note(note_id)
    if note is None or not note.gone:
        return None
    originals = [one for one in map(session.note, note.sources) if one and one.merged_into != note.id]
    if any(ends_of(session, (one.merged_into for one in originals))):
        raise MergedElsewhereError
    change = alter(session, stamp, note_id, gone=False, merged_into="")
    again = (next_version(one, stamp, merged_into=note.id) for one in originals if not one.gone)
    return Change(stamp.change, (*change.versions, *again)) if change else None


# ---- what it was made of ---------------------------------------------------------------------------------------------


def originals_of(session: Session, note: Note) -> tuple[Original, ...]:
    """Everything that a note was merged from, at any depth: each before what it was itself merged from, and each once.

    A file put together by hand may go round in a ring, or name one note as a source of thousands. So what stands by itself is
    told here, and what that was made of is told where it stands: no note is passed twice on the ways down from all others.
    """
    found: list[Original] = []
    seen = {note.id}
    ahead = [(note, iter(note.sources))]
    while ahead:
        above, sources = ahead[-1]
        one = next(sources, None)
        if one is None:
            ahead.pop()
        elif one not in seen:
            seen.add(one)
            noted = session.note(one)
            original = Original(
                one, len(ahead) - 1, noted, noted is not None and noted.merged_into != above.id
            )
            found.append(original)
            if noted and original.opens:
                ahead.append((noted, iter(noted.sources)))
    return tuple(found)


def leaves_of(session: Session, note: Note) -> int:
    """How many notes a note was merged from, at any depth, those that are merged ones themselves apart; 0 where it was not merged."""
    return sum(not one.opens for one in originals_of(session, note))


def standing(session: Session, note_id: str) -> Note | None:
    """The note that a note stands in now: itself, or what it was merged into, at any depth; None where that is gone."""
    return next(ends_of(session, (note_id,)), None)


def ends_of(session: Session, ids: Iterable[str]) -> Iterator[Note]:
    """The notes that some notes stand in now, those that are gone apart. No note is passed twice, however many lead over it."""
    seen, parts = set[str](), Parts()
    for note_id in ids:
        note, walk = session.note(note_id), set[str]()
        while note and note.id not in seen:
            seen.add(note.id)
            walk.add(note.id)
            into = session.note(note.merged_into)
            if into is None or not parts.hold(into, note.id):
                break
            note = into
        if note and note.id in walk and not note.gone:
            yield note


def given_since(session: Session, note: Note) -> int:
    """The hands on a merged note that are no longer those it was merged with, and would go with it; 0 where they are."""
    first = session.versions[Note.table, note.id][0]
    return note.supporters if isinstance(first, Note) and first.supporters != note.supporters else 0


def told_in(session: Session, note_id: str) -> tuple[Note, ...]:
    """The notes that a note was merged into, from the nearest on: its words may stand in each of them."""
    into: dict[str, list[Note]] = {}
    notes = (session.note(key[1]) for key in session.versions if key[0] == Note.table)
    for one in filter(None, notes):
        for source in one.sources:
            into.setdefault(source, []).append(one)
    found: dict[str, Note] = {}
    wanted = [note_id]
    while wanted:
        nearest = dict.fromkeys(one.id for source in wanted for one in into.get(source, ()))
        wanted = [one for one in nearest if one not in found]
        found |= {one: note for one in wanted if (note := session.note(one))}
    return tuple(found.values())
