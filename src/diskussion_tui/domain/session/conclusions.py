"""What a group makes of its notes: conclusions, actions with owner and last day, and messages to pass on.

They are written as they are said. Which section one is about, who takes it on and until when is read from the words, so that
a conclusion costs no more keys than a note. The changes are here too: pure functions, as those of notes in `changes.py`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from diskussion_tui.base.order import swedish
from diskussion_tui.base.text import clean_line, folded
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.language.due import due_in, no_date_in, unread_in
from diskussion_tui.domain.language.tags import owners_of
from diskussion_tui.domain.session.changes import changed, guard, next_version, note_text
from diskussion_tui.domain.session.merging import ends_of
from diskussion_tui.domain.session.records import Conclusion, ConclusionKind
from diskussion_tui.domain.session.session import Change

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from diskussion_tui.domain.session.changes import Stamp
    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.workbook.steps import Step

SORTS: tuple[ConclusionKind, ...] = get_args(ConclusionKind)
"""The three sorts in the order they are shown."""
ACTION: ConclusionKind = "åtgärd"

_PREFIX = re.compile(r"\s*([^\s:]{1,12}):(?:\s+|$)")
_NUMBER = re.compile(r"\d[\d\s./:-]*")


@dataclass(frozen=True, slots=True)
class Read:
    """What a typed conclusion says: the section it begins with, the words behind, and an action's owner and last day.

    `no_date` is what stands as a day and is none, such as `31/2`; `unread` what is told as one in words that are no date, such as
    `fredag`. Both are empty where nothing is.
    """

    section: str
    text: str
    owner: str = ""
    due: dt.date | None = None
    no_date: str = ""
    unread: str = ""


# ---- readings --------------------------------------------------------------------------------------------------------


def read(typed: str, kind: str, sections: Iterable[str], today: dt.date) -> Read:
    """What somebody means who types `B: Ring regionen @Anna senast 1/12`. Only actions have an owner and a last day."""
    section, text = split_section(typed, sections)
    if kind != ACTION:
        return Read(section, text)
    owner = next(iter(owners_of(text)), "")
    return Read(section, text, owner, due_in(text, today), no_date_in(text, today), unread_in(text, today))


def split_section(typed: str, sections: Iterable[str]) -> tuple[str, str]:
    """The section that a text begins with (`b: …`), empty where it begins with none, and the rest of it."""
    found = _PREFIX.match(typed)
    named = {folded(one): one for one in sections}.get(folded(found[1])) if found else None
    return (named, typed[found.end() :]) if found and named else ("", typed)


def without_section(typed: str) -> str:
    """A text without a section that it may begin with, whichever that is."""
    found = _PREFIX.match(typed)
    return typed[found.end() :] if found else typed


def conclusion(session: Session, conclusion_id: str) -> Conclusion | None:
    """The current version of a conclusion, None where it is withdrawn or there is none."""
    found = session.versions.get((Conclusion.table, conclusion_id))
    current = found[-1] if found else None
    return current if isinstance(current, Conclusion) and not current.gone else None


def conclusions_of(session: Session, section: str) -> tuple[Conclusion, ...]:
    """The conclusions of a section, or of the whole where it is empty: by sort, then as they were made."""
    ours = (one for one in session.current(Conclusion) if one.section == section)
    return tuple(sorted(ours, key=lambda one: SORTS.index(one.kind)))


def by_section(session: Session, sections: Iterable[str]) -> tuple[tuple[str, tuple[Conclusion, ...]], ...]:
    """Every conclusion: section by section, the whole last. Of a section that the workbook lacks they stand before that."""
    current = session.current(Conclusion)
    order = dict.fromkeys(
        [*sections, *sorted({one.section for one in current if one.section}, key=swedish), ""]
    )
    found = ((section, conclusions_of(session, section)) for section in order)
    return tuple((section, those) for section, those in found if those)


def withdrawn_conclusions(session: Session) -> tuple[Conclusion, ...]:
    """The conclusions that were taken out, the latest last."""
    current = (versions[-1] for key, versions in session.versions.items() if key[0] == Conclusion.table)
    gone = (one for one in current if isinstance(one, Conclusion) and one.gone)
    return tuple(sorted(gone, key=lambda one: (one.at, one.id)))


def notes_behind(session: Session, one: Conclusion) -> tuple[Note, ...]:
    """The notes that a conclusion rests on and that are still there. One that was merged is told by what it became."""
    return tuple(ends_of(session, one.notes))


def resting_on(session: Session, note_id: str) -> tuple[Conclusion, ...]:
    """The conclusions made from a note: its words may stand in each of them."""
    return tuple(one for one in session.current(Conclusion) if note_id in one.notes)


def is_open(one: Conclusion) -> bool:
    """Whether it is an action that nobody has done yet."""
    return one.kind == ACTION and not one.done and not one.gone


def is_overdue(one: Conclusion, today: dt.date) -> bool:
    """Whether its last day has passed without its being done."""
    return is_open(one) and one.due is not None and one.due < today


def section_of(steps: Iterable[Step], notes: Iterable[Note]) -> str:
    """The section that notes are all about; empty, the whole, where they are about several or none."""
    sections = {step.question.id: step.section.id for step in steps if step.question and step.section}
    found = {sections.get(note.question, "") for note in notes}
    return found.pop() if len(found) == 1 else ""


def group_named(name: str) -> str:
    """The name of a group without the number or the date of the evening: the same for all of its discussions."""
    without = " ".join(_NUMBER.sub(" ", folded(name)).split()).strip(" ,.:;-–#()")
    return without or " ".join(folded(name).split())


# ---- changes ---------------------------------------------------------------------------------------------------------


def conclude(
    session: Session, stamp: Stamp, new_id: str, kind: ConclusionKind, said: Read, notes: Iterable[str] = ()
) -> Change | None:
    """A new conclusion, resting on `notes`. None where there are no words. Raises `TooLongError` and `FinalError`."""
    guard(session)
    text = note_text(said.text)
    if not text:
        return None
    action = kind == ACTION
    made = Conclusion(
        id=new_id,
        change=stamp.change,
        writer=stamp.writer,
        at=stamp.at,
        kind=kind,
        section=said.section,
        text=text,
        owner=clean_line(said.owner).removeprefix("@") if action else "",
        due=said.due if action else None,
        notes=tuple(dict.fromkeys(note_id for note_id in notes if session.note(note_id))),
    )
    return Change(stamp.change, (made,))


def conclude_again(
    session: Session, stamp: Stamp, conclusion_id: str, typed: str, sections: Iterable[str]
) -> Change | None:
    """A conclusion in other words. No words withdraw it.

    What the new words say of section, owner and last day counts. What they no longer say, though the old ones did, is
    taken off; what was never in the words stays.
    """
    before = _current(session, conclusion_id)
    if before is None:
        return None
    said = read(typed, before.kind, sections, stamp.at.date())
    text = note_text(said.text)
    if not text:
        return _altered(session, stamp, conclusion_id, gone=True)
    was = read(before.text, before.kind, sections, before.at.date())
    return changed(
        stamp,
        before,
        text=text,
        section=said.section or before.section,
        owner=said.owner or ("" if was.owner else before.owner),
        due=said.due or (None if was.due else before.due),
    )


def sort_conclusion(
    session: Session, stamp: Stamp, conclusion_id: str, kind: ConclusionKind
) -> Change | None:
    """A conclusion of another sort. One that becomes an action gets owner and last day from its words."""
    before = _current(session, conclusion_id)
    if before is None:
        return None
    said = read(before.text, kind, (), stamp.at.date())
    done = before.done and kind == ACTION
    return changed(stamp, before, kind=kind, owner=said.owner, due=said.due, done=done)


def place_conclusion(session: Session, stamp: Stamp, conclusion_id: str, section: str) -> Change | None:
    """A conclusion about another section, or about the whole where that is empty."""
    return _altered(session, stamp, conclusion_id, section=section)


def toggle_done(session: Session, stamp: Stamp, conclusion_id: str) -> Change | None:
    """An action marked as done, or as not done after all."""
    before = _current(session, conclusion_id)
    return changed(stamp, before, done=not before.done) if before and before.kind == ACTION else None


def tell_done(session: Session, stamp: Stamp, conclusion_id: str, *, done: bool) -> Change | None:
    """What has become of an action since. A final discussion takes it too: it tells of later than what was decided there."""
    before = conclusion(session, conclusion_id)
    return changed(stamp, before, done=done) if before and before.kind == ACTION else None


def withdraw_conclusion(session: Session, stamp: Stamp, conclusion_id: str) -> Change | None:
    """A conclusion taken out; its words stay in the history."""
    return _altered(session, stamp, conclusion_id, gone=True)


def restore_conclusion(session: Session, stamp: Stamp, conclusion_id: str) -> Change | None:
    """A withdrawn conclusion brought back."""
    guard(session)
    found = session.versions.get((Conclusion.table, conclusion_id))
    return changed(stamp, found[-1], gone=False) if found else None


def follow_up(session: Session, stamp: Stamp, earlier: Conclusion, *, done: bool) -> Change | None:
    """An action of an earlier discussion taken up in this one, as done or as still open.

    It keeps its id, by which the two are known to be one, and the earlier file stays as it is. Its notes stay there.
    """
    guard(session)
    found = session.versions.get((Conclusion.table, earlier.id))
    if found:
        return changed(stamp, found[-1], gone=False, done=done)
    fresh = replace(earlier, rev=0, undoes="", gone=False, notes=())
    return Change(stamp.change, (next_version(fresh, stamp, done=done),))


def _current(session: Session, conclusion_id: str) -> Conclusion | None:
    guard(session)
    return conclusion(session, conclusion_id)


def _altered(session: Session, stamp: Stamp, conclusion_id: str, **altered: object) -> Change | None:
    before = _current(session, conclusion_id)
    return changed(stamp, before, **altered) if before else None
