"""The changes a session can go through, each a pure function from the session to a `Change`.

One path for everything: a key press, a command in the shell and later the room all make one of these values, and
`workshop.commit` takes it from there. A change that would alter nothing is None, so that no empty step lands in the
history. Whatever they are given is cleaned here, at the model's edge.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diskussion_tui.base.text import MAX_NOTE, clean_line, clean_note
from diskussion_tui.domain.session.fields import nothing_said
from diskussion_tui.domain.session.following import Stamp, next_version, reverted
from diskussion_tui.domain.session.records import (
    Answer,
    Conclusion,
    Draft,
    Head,
    Note,
    Purge,
    Record,
    following,
)
from diskussion_tui.domain.session.refusals import FinalError, TooLongError
from diskussion_tui.domain.session.session import Asked, Change, Frame, KindWord, Session, VerdictWord

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from diskussion_tui.domain.session.records import State, Task
    from diskussion_tui.domain.workbook.workbook import Workbook

MAX_SUPPORTERS = 999
MAX_PARTICIPANTS = 9999
REGISTERED = frozenset({"registry_number", "information_class", "retention"})
"""What a registrar notes about a discussion, of which the group says nothing."""


def begin(
    stamp: Stamp,
    session_id: str,
    name: str,
    day: date,
    workbook: Workbook,
    details: Mapping[str, str | int | date] | None = None,
) -> Change:
    """The first change of a discussion: its head, with the `details` that are known already, as `set_details` takes them."""
    head = Head(
        id=session_id,
        change=stamp.change,
        writer=stamp.writer,
        at=stamp.at,
        name=clean_line(name),
        date=day,
        workbook=workbook.id,
        workbook_version=workbook.version,
    )
    known = {
        key: clean_line(value) if isinstance(value, str) else value for key, value in (details or {}).items()
    }
    return Change(stamp.change, (replace(head, **known),))  # type: ignore[arg-type] - the fields' own types


def frame_of(workbook: Workbook) -> Frame:
    """Headings and wording of every question, kinds and verdicts, as the workbook has them now."""
    asked = [
        Asked(question.id, section.heading, question.text)
        for section in workbook.sections
        for question in section.questions
    ]
    asked += [
        Asked(field.id, field.heading, workbook.reflections.text) for field in workbook.reflections.fields
    ]
    return Frame(
        tuple(asked),
        tuple(KindWord(kind.id, kind.sign, kind.label) for kind in workbook.kinds),
        tuple(VerdictWord(verdict.id, verdict.label) for verdict in workbook.verdicts),
    )


def add_notes(
    session: Session,
    stamp: Stamp,
    ids: Iterable[str],
    question: str,
    texts: Iterable[str],
    kind: str | Sequence[str] = "",
    *,
    group: str = "",
) -> Change | None:
    """New notes under a question, one a text; empty texts are passed over. Raises `TooLongError`.

    `kind` is that of all, or one for each text. `group` is the table that said them.
    """
    guard(session)
    texts = list(texts)
    each = zip(map(note_text, texts), [kind] * len(texts) if isinstance(kind, str) else kind, strict=True)
    cleaned = [(text, of) for text, of in each if text]
    notes = tuple(
        Note(
            id=note_id,
            change=stamp.change,
            writer=stamp.writer,
            at=stamp.at,
            question=question,
            kind=of,
            text=text,
            group=clean_line(group),
        )
        for (text, of), note_id in zip(cleaned, ids, strict=False)
    )
    return Change(stamp.change, notes) if notes else None


def revise(session: Session, stamp: Stamp, note_id: str, text: str) -> Change | None:
    """A note with another text. An empty text withdraws it. Raises `TooLongError`."""
    cleaned = note_text(text)
    return alter(session, stamp, note_id, text=cleaned) if cleaned else withdraw(session, stamp, note_id)


def set_kind(session: Session, stamp: Stamp, note_id: str, kind: str) -> Change | None:
    """A note with another kind."""
    return alter(session, stamp, note_id, kind=kind)


def move(session: Session, stamp: Stamp, note_id: str, question: str, kind: str) -> Change | None:
    """A note under another question, with the kind that it has there."""
    return alter(session, stamp, note_id, question=question, kind=kind)


def withdraw(session: Session, stamp: Stamp, note_id: str) -> Change | None:
    """A note taken out of the discussion; its words stay in the history."""
    return alter(session, stamp, note_id, gone=True)


def settle(session: Session, stamp: Stamp, chosen: Note) -> Change | None:
    """A note as one of its versions had it: of two that stand against each other, or an earlier one brought back.

    One that was merged into a note that is no longer there stands by itself: chosen, it must not go out of view.
    """
    guard(session)
    note = session.note(chosen.id)
    into = session.note(chosen.merged_into)
    if chosen.merged_into and (into is None or into.gone):
        chosen = replace(chosen, merged_into="")
    if note is None or (note.said() == chosen.said() and not session.rivals(note.id)):
        return None
    return Change(stamp.change, (next_version(note, stamp, **chosen.said()),))


def purge(session: Session, stamp: Stamp, note_id: str) -> Change | None:
    """A note or a conclusion removed for good with all its versions, and taken out of every unfinished edit.

    With the session's own id, what the session was called before, and who led it. It cannot be undone. What a note was merged from stays, each note by itself again. None where there is neither.
    """
    if note_id == session.head.id:
        gone = Purge(id=note_id, rev=session.head.rev, change=stamp.change, writer=stamp.writer, at=stamp.at)
        return Change(stamp.change, (gone,))
    note = session.note(note_id)
    if note is None and (Conclusion.table, note_id) not in session.versions:
        return None
    gone = Purge(id=note_id, change=stamp.change, writer=stamp.writer, at=stamp.at)
    drafts = (
        versions[-1]
        for versions in session.versions.values()
        if isinstance(versions[-1], Draft) and versions[-1].note == note_id
    )
    cleared = (
        replace(draft, rev=following(draft.rev), at=stamp.at, note="", edited="", task="") for draft in drafts
    )
    return Change(stamp.change, (gone, *cleared, *(freed(session, stamp, note) if note else ())))


def freed(session: Session, stamp: Stamp, note: Note) -> tuple[Note, ...]:
    """What a note was merged from, as far as it is part of that note only, standing by itself again."""
    found = (session.note(one) for one in note.sources)
    return tuple(
        next_version(one, stamp, merged_into="") for one in found if one and one.merged_into == note.id
    )


def support(session: Session, stamp: Stamp, note_id: str, supporters: int) -> Change | None:
    """A note with a show of hands, 0 to 999."""
    return alter(session, stamp, note_id, supporters=max(0, min(supporters, MAX_SUPPORTERS)))


def support_each(session: Session, stamp: Stamp, hands: Mapping[str, int]) -> Change | None:
    """Several notes, by their ids, with a show of hands each, as one step. Raises `FinalError`."""
    every = (support(session, stamp, note_id, number) for note_id, number in hands.items())
    versions = tuple(version for change in every if change for version in change.versions)
    return Change(stamp.change, versions) if versions else None


def toggle_star(session: Session, stamp: Stamp, note_id: str) -> Change | None:
    """A note with its star set or taken off."""
    note = session.note(note_id)
    return alter(session, stamp, note_id, star=not note.star) if note else None


def toggle_dissent(session: Session, stamp: Stamp, note_id: str) -> Change | None:
    """A note with its mark of dissent set, or taken off with the words of it."""
    note = session.note(note_id)
    if note is None:
        return None
    return alter(session, stamp, note_id, dissent=not note.dissent, objection="")


def word_dissent(session: Session, stamp: Stamp, note_id: str, text: str) -> Change | None:
    """A note with the dissenting opinion in words; without words the mark stays. Raises `TooLongError`."""
    objection = clean_line(text)
    if len(objection) > MAX_NOTE:
        raise TooLongError(len(objection))
    return alter(session, stamp, note_id, dissent=True, objection=objection)


def set_verdict(session: Session, stamp: Stamp, question: str, verdict: str) -> Change | None:
    """Whether the picture holds, in the group's eyes; empty takes the verdict back."""
    return _answer(session, stamp, question, verdict=verdict)


def set_wording(session: Session, stamp: Stamp, question: str, wording: str) -> Change | None:
    """The group's own wording of a question; empty takes it back."""
    return _answer(session, stamp, question, wording=clean_line(wording))


def set_details(session: Session, stamp: Stamp, details: dict[str, str | int]) -> Change | None:
    """The head with other details: name, facilitator, note_taker, place, participants, and what `Head` has besides.

    What a registrar notes may be set in a final discussion too: it is often registered because it is final. Raises `FinalError`.
    """
    cleaned = {key: clean_line(value) if isinstance(value, str) else value for key, value in details.items()}
    if not cleaned.get("name", "-"):
        del cleaned["name"]
    if not {key for key, value in cleaned.items() if getattr(session.head, key) != value} <= REGISTERED:
        guard(session)
    return changed(stamp, session.head, **cleaned)


def set_state(session: Session, stamp: Stamp, state: State) -> Change | None:
    """The discussion made final, or opened again.

    Besides what a registrar notes, and what has become of an action since, the only change that a final discussion takes.
    """
    return changed(stamp, session.head, state=state)


def draft(
    session: Session,
    stamp: Stamp,
    step: str,
    kind: str,
    text: str,
    edit: tuple[str, str] = ("", ""),
    task: Task = "",
) -> Draft:
    """Where the writer stands and what is half typed. Not a change: it is no step to undo.

    `edit` is the note that is being edited, and its text so far, or what `task` says that the text is.
    The table that speaks is the same as before, and at the same step so is what the room sees.
    """
    before = session.draft(stamp.writer)
    return Draft(
        id=stamp.writer,
        rev=following(before.rev) if before else 1,
        change=stamp.change,
        writer=stamp.writer,
        at=stamp.at,
        step=step,
        kind=kind,
        text=clean_note(text)[:MAX_NOTE],
        note=edit[0],
        edited=clean_note(edit[1])[:MAX_NOTE],
        group=before.group if before else "",
        task=task if edit[0] else "",
        shows=before.shows if before and before.step == step else "",
        back=before.back if before and before.step == step else 0,
    )


def take_back(session: Session, stamp: Stamp, change_id: str) -> Change | None:
    """The change that takes back another: undo, and, of an undo, redo.

    Only what that change altered, and nobody has altered since, is set back, field by field: what somebody else has
    written into the same record stays. Raises `FinalError` where the discussion is final and would stay so.
    """
    back = [
        reverted(versions, place, stamp)
        for versions in session.versions.values()
        for place, version in enumerate(versions)
        if version.change == change_id and not isinstance(version, Draft)
    ]
    if not back:
        return None
    if not (
        any(_turns_state(session, one) for one in back) or all(_tells_of_later(session, one) for one in back)
    ):
        guard(session)
    return Change(stamp.change, tuple(_held(session, back)))


def _turns_state(session: Session, version: Record) -> bool:
    """Whether a version makes the discussion final, or opens it again."""
    return isinstance(version, Head) and version.state != session.head.state


def _tells_of_later(session: Session, version: Record) -> bool:
    """Whether a version says no more than that an action is done, or not after all."""
    if not isinstance(version, Conclusion):
        return False
    now = session.versions[Conclusion.table, version.id][-1]
    return {name for name, value in version.said().items() if now.said()[name] != value} <= {"done"}


def _held(session: Session, versions: Iterable[Record]) -> Iterator[Record]:
    """Versions, but none of a note that would now be merged into one that is gone: nobody would see it any more."""
    versions = tuple(versions)
    now = {one.id: one for one in versions if isinstance(one, Note)}
    for one in versions:
        before = session.note(one.id) if isinstance(one, Note) else None
        if isinstance(one, Note) and before and one.merged_into != before.merged_into:
            into = now.get(one.merged_into) or session.note(one.merged_into)
            yield one if into and not into.gone else replace(one, merged_into="")
        else:
            yield one


def changed(stamp: Stamp, record: Record, **altered: object) -> Change | None:
    """The change that gives a record other values; None where it has them already."""
    if all(getattr(record, name) == value for name, value in altered.items()):
        return None
    return Change(stamp.change, (next_version(record, stamp, **altered),))


def alter(session: Session, stamp: Stamp, note_id: str, **altered: object) -> Change | None:
    """A note with other values. Raises `FinalError`."""
    guard(session)
    note = session.note(note_id)
    return changed(stamp, note, **altered) if note else None


def _answer(session: Session, stamp: Stamp, question: str, **altered: object) -> Change | None:
    guard(session)
    before = session.versions.get((Answer.table, question))
    answer = before[-1] if before else Answer(id=question, rev=0, change="", writer=stamp.writer, at=stamp.at)
    return changed(stamp, answer, gone=False, **(nothing_said(type(answer)) if answer.gone else {}) | altered)


def note_text(text: str) -> str:
    """A text as a note, or a conclusion, holds it. Raises `TooLongError`."""
    cleaned = clean_note(text)
    if len(cleaned) > MAX_NOTE:
        raise TooLongError(len(cleaned))
    return cleaned


def guard(session: Session) -> None:
    """Raise `FinalError` where the discussion takes no more changes."""
    if session.final:
        raise FinalError
