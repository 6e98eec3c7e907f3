"""What somebody did to a record: the difference between two of its versions, told in deeds rather than in fields.

The file keeps versions, not what was meant by them. What was done is read off here, once, so that a history on paper, in
JSON and on a screen never disagree about what happened.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.fields import as_made, declared, told_plainly
from diskussion_tui.domain.session.records import (
    Answer,
    Conclusion,
    Head,
    Note,
    Planned,
    Purge,
    Round,
    Vote,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from diskussion_tui.domain.session.records import Record

What = Literal[
    "begun",
    "detail",
    "finalised",
    "reopened",
    "added",
    "kept",
    "reworded",
    "moved",
    "kind",
    "hands",
    "starred",
    "unstarred",
    "dissented",
    "undissented",
    "placed",
    "unplaced",
    "objected",
    "withdrawn",
    "restored",
    "purged",
    "merged",
    "merged_away",
    "stands_again",
    "verdict_given",
    "verdict_changed",
    "verdict_taken_back",
    "question_worded",
    "question_reworded",
    "question_taken_back",
    "parked",
    "unparked",
    "table",
    "concluded",
    "conclusion_sorted",
    "conclusion_placed",
    "owner",
    "due",
    "done",
    "undone_action",
    "conclusion_notes",
    "round_begun",
    "round_closed",
    "round_reopened",
    "round_withdrawn",
    "round_restored",
    "vote",
    "plan_set",
    "plan_minutes",
    "plan_behaviour",
    "plan_skipped",
    "plan_kept",
    "plan_as_workbook",
    "break_added",
    "break_removed",
    "break_restored",
    "field",
]
"""Every deed there is. `field` is for a field that has none of its own; `kept` is the oldest version that is left of a record whose first ones are not."""

Value: TypeAlias = str | int | None


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that was done to a record. `before` and `after` are None where there was, or is, nothing.

    `detail` is the field that a `detail` or `field` is about, the method of a round that is begun, the round of a vote.
    """

    what: What
    before: Value = None
    after: Value = None
    detail: str = ""


def deeds_of(before: Record | None, now: Record) -> tuple[Deed, ...]:
    """What made `now` out of `before`, or out of nothing. Empty where the two say the same."""
    read = _READ.get(now.table)
    if read is None:
        return ()
    was = before if before and before.table == now.table else None
    return (*read(was, now), *_of_the_rest(was or as_made(now), now))


def _of_the_rest(before: Record, now: Record) -> Iterator[Deed]:
    """What was done to fields that have no deed of their own."""
    for name in told_plainly(type(now)):
        was, given = getattr(before, name), getattr(now, name)
        if was != given:
            yield Deed("field", _value(was), _value(given), name)


def _of_note(before: Note | None, now: Note) -> Iterator[Deed]:
    if before is None:
        yield Deed("kept" if now.rev > 1 else "added", None, now.text)
        before = as_made(now)
    yield from _of_merging(before, now)
    if before.text != now.text:
        yield Deed("reworded", before.text, now.text)
    if before.question != now.question:
        yield Deed("moved", before.question, now.question)
    if before.kind != now.kind:
        yield Deed("kind", before.kind or None, now.kind or None)
    if before.supporters != now.supporters:
        yield Deed("hands", before.supporters, now.supporters)
    if before.group != now.group:
        yield Deed("table", before.group or None, now.group or None)
    if before.objection != now.objection and now.dissent:
        yield Deed("objected", before.objection or None, now.objection or None)
    yield from _of_places(before, now)
    for name, (on, off) in _SWITCHES.items():
        if getattr(before, name) != getattr(now, name):
            yield Deed(on if getattr(now, name) else off)


_SWITCHES: dict[str, tuple[What, What]] = {
    "star": ("starred", "unstarred"),
    "dissent": ("dissented", "undissented"),
    "parked": ("parked", "unparked"),
    "gone": ("withdrawn", "restored"),
}


def _of_conclusion(before: Conclusion | None, now: Conclusion) -> Iterator[Deed]:
    if before is None:
        yield Deed("kept" if now.rev > 1 else "concluded", None, now.kind)
        before = as_made(now)
    if before.text != now.text:
        yield Deed("reworded", before.text, now.text)
    if before.kind != now.kind:
        yield Deed("conclusion_sorted", before.kind, now.kind)
    if before.section != now.section:
        yield Deed("conclusion_placed", before.section or None, now.section or None)
    if before.owner != now.owner:
        yield Deed("owner", before.owner or None, now.owner or None)
    if before.due != now.due:
        yield Deed("due", _value(before.due or ""), _value(now.due or ""))
    if before.done != now.done:
        yield Deed("done" if now.done else "undone_action")
    if before.notes != now.notes:
        yield Deed("conclusion_notes", len(before.notes), len(now.notes))
    if before.gone != now.gone:
        yield Deed("withdrawn" if now.gone else "restored")


def _of_places(before: Note, now: Note) -> Iterator[Deed]:
    """A deed for each cell of the compass, by its id: a cell's name can hold any sign that would part several."""
    for cell in now.places:
        if cell not in before.places:
            yield Deed("placed", None, cell)
    for cell in before.places:
        if cell not in now.places:
            yield Deed("unplaced", cell)


def _of_merging(before: Note, now: Note) -> Iterator[Deed]:
    if before.sources != now.sources:
        yield Deed("merged", None, len(now.sources))
    if before.merged_into != now.merged_into:
        what: What = "merged_away" if now.merged_into else "stands_again"
        yield Deed(what, before.merged_into or None, now.merged_into or None)


_TURNS: dict[str, tuple[What, What, What]] = {
    "verdict": ("verdict_given", "verdict_changed", "verdict_taken_back"),
    "wording": ("question_worded", "question_reworded", "question_taken_back"),
}


def _of_answer(before: Answer | None, now: Answer) -> Iterator[Deed]:
    for name, (given, changed, taken_back) in _TURNS.items():
        was, said = _said(before, name), _said(now, name)
        if was != said:
            turn = given if was is None else taken_back if said is None else changed
            yield Deed(turn, was, said)


def _said(answer: Answer | None, name: str) -> str | None:
    """What an answer says, if anything: one that is withdrawn says nothing, whatever still stands in it."""
    if answer is None or answer.gone:
        return None
    return str(getattr(answer, name)) or None


def _of_round(before: Round | None, now: Round) -> Iterator[Deed]:
    if before is None:
        yield Deed("kept" if now.rev > 1 else "round_begun", None, now.each or None, now.method)
        before = as_made(now)
    if before.closed != now.closed:
        yield Deed("round_closed" if now.closed else "round_reopened")
    if before.gone != now.gone:
        yield Deed("round_withdrawn" if now.gone else "round_restored")


def _of_vote(before: Vote | None, now: Vote) -> Iterator[Deed]:
    """What a note got, with none in place of nothing. `detail` is the round."""
    was = before.points if before and not before.gone else None
    got = None if now.gone else now.points
    if was != got:
        yield Deed("vote", was, got, now.round)


def _of_plan(before: Planned | None, now: Planned) -> Iterator[Deed]:
    """What a step or a break has otherwise; the first time, what it was before is the workbook's and not known here."""
    was = None if before is None or before.gone else before
    if now.gone:
        if was:
            yield Deed("break_removed", now.name) if now.name else Deed("plan_as_workbook")
        return
    if was is None:
        if now.name:
            yield Deed("break_restored" if before else "break_added", None, now.name)
        yield Deed("plan_set", None, now.minutes)
    elif was.minutes != now.minutes:
        yield Deed("plan_minutes", was.minutes, now.minutes)
    if was is None or was.behaviour != now.behaviour:
        yield Deed("plan_behaviour", was.behaviour if was else None, now.behaviour)
    if now.skipped != bool(was and was.skipped):
        yield Deed("plan_skipped" if now.skipped else "plan_kept")


def _of_head(before: Head | None, now: Head) -> Iterator[Deed]:
    if before is None:
        yield Deed("kept" if now.rev > 1 else "begun", None, now.name)
        before = as_made(now)
    for name in (name for name, is_ in declared(Head).items() if is_.deed == "detail"):
        was, given = getattr(before, name), getattr(now, name)
        if was != given:
            yield Deed("detail", _value(was), _value(given), name)
    if before.state != now.state:
        yield Deed("finalised" if now.state == "fastställd" else "reopened")


def _value(value: object) -> Value:
    """A detail as a text or a number; None where it was left empty."""
    if isinstance(value, int):
        return value or None
    if isinstance(value, datetime):
        return value.isoformat()
    if value is None:
        return None
    return str(value) or None


def _of_purge(before: Purge | None, _now: Purge) -> Iterator[Deed]:
    if before is None:
        yield Deed("purged")


_READ: dict[str, Callable[[Any, Any], Iterator[Deed]]] = {
    Note.table: _of_note,
    Conclusion.table: _of_conclusion,
    Answer.table: _of_answer,
    Head.table: _of_head,
    Round.table: _of_round,
    Vote.table: _of_vote,
    Planned.table: _of_plan,
    Purge.table: _of_purge,
}
"""What reads the deeds of each sort of record off two of its versions."""
