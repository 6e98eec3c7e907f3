"""What somebody did to a record: the difference between two of its versions, told in deeds rather than in fields.

The file keeps versions, not what was meant by them. What was done is read off here, once, so that a history on paper, in
JSON and on a screen never disagree about what happened.
"""

from __future__ import annotations

from dataclasses import MISSING
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, cast, get_args

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.fields import Value, declared, default_of, own_fields, plain_value
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

    from diskussion_tui.domain.session.fields import Is
    from diskussion_tui.domain.session.records import Record

What = Literal[
    "begun",
    "added",
    "concluded",
    "round_begun",
    "kept",
    "purged",
    "detail",
    "finalised",
    "reopened",
    "merged",
    "merged_away",
    "stands_again",
    "reworded",
    "moved",
    "kind",
    "hands",
    "table",
    "objected",
    "placed",
    "unplaced",
    "starred",
    "unstarred",
    "dissented",
    "undissented",
    "parked",
    "unparked",
    "conclusion_sorted",
    "conclusion_placed",
    "owner",
    "due",
    "done",
    "undone_action",
    "conclusion_notes",
    "withdrawn",
    "restored",
    "verdict_given",
    "verdict_changed",
    "verdict_taken_back",
    "question_worded",
    "question_reworded",
    "question_taken_back",
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
"""Every deed there is, in the order in which what was done to fields is told. `field` is for a field that has none of its own;
`kept` is the oldest version that is left of a record whose first ones are not."""
_ORDER: dict[What, int] = {what: place for place, what in enumerate(get_args(What))}
_OF_ANY: frozenset[What] = frozenset({"detail", "field"})
"""Deeds that name the field they are about."""


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
    read = TOLD.get(now.table)
    if read is None:
        return ()
    was = before if before and before.table == now.table else None
    return (*read(was, now), *_of_fields(was, now, own=False))


def _of_fields(before: Record | None, now: Record, *, own: bool = True) -> list[Deed]:
    """What was done to the fields that have a deed of their `own`, or to those that have none, as each is declared.

    Of a new record it is what was done to it beyond its making.
    """
    deeds: list[Deed] = []
    for name, is_, default in _told(type(now), own):
        given = getattr(now, name)
        as_made = given if is_.given or default is MISSING else default
        was = getattr(before, name) if before else as_made
        if was != given:
            deeds += _of_field(name, is_, was, given, default)
    return sorted(deeds, key=lambda deed: _ORDER[deed.what])


@cache
def _told(kind: type, own: bool) -> tuple[tuple[str, Is, object], ...]:  # noqa: FBT001 - `cache` wants it so
    """The fields of a sort of record that are told, with what each is and its default."""
    found = ((name, declared(kind)[name]) for name in own_fields(kind))
    return tuple((name, is_, default_of(kind, name)) for name, is_ in found if bool(is_.deed) == own)


def _of_field(name: str, is_: Is, was: Any, given: Any, default: object) -> Iterator[Deed]:  # noqa: ANN401 - whatever fields hold
    """What was done to a field. A list is told one by one, by ids: a name can hold any sign that would part several."""
    deed, off = (cast("What", what or is_.deed or "field") for what in (is_.deed, is_.off))
    now = off if given == default else deed
    detail = name if deed in _OF_ANY else ""
    if is_.sort == "flag" and is_.deed:
        yield Deed(now)
    elif is_.sort == "counted" and deed not in _OF_ANY:
        yield Deed(deed, was, given)
    elif not isinstance(given, tuple):
        yield Deed(now, plain_value(was), plain_value(given), detail)
    elif is_.sort == "reference" and is_.deed:
        yield Deed(deed, len(was) or None, len(given) or None)
    else:
        yield from (Deed(deed, None, one, detail) for one in given if one not in was)
        yield from (Deed(off, one, None, detail) for one in was if one not in given)


def _of_note(before: Note | None, now: Note) -> Iterator[Deed]:
    if before is None:
        yield Deed("kept" if now.rev > 1 else "added", None, now.text)
    yield from (deed for deed in _of_fields(before, now) if deed.what != "objected" or now.dissent)
    yield from _of_gone(before, now, "withdrawn", "restored")


def _of_conclusion(before: Conclusion | None, now: Conclusion) -> Iterator[Deed]:
    if before is None:
        yield Deed("kept" if now.rev > 1 else "concluded", None, now.kind)
    yield from _of_fields(before, now)
    yield from _of_gone(before, now, "withdrawn", "restored")


def _of_gone(before: Record | None, now: Record, gone: What, back: What) -> Iterator[Deed]:
    if now.gone != bool(before and before.gone):
        yield Deed(gone if now.gone else back)


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
    yield from (deed for deed in _of_fields(before, now) if deed.what != "round_begun")
    yield from _of_gone(before, now, "round_withdrawn", "round_restored")


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
    yield from _of_fields(before, now)


def _of_purge(before: Purge | None, _now: Purge) -> Iterator[Deed]:
    if before is None:
        yield Deed("purged")


TOLD: dict[str, Callable[[Any, Any], Iterator[Deed]]] = {
    Note.table: _of_note,
    Conclusion.table: _of_conclusion,
    Answer.table: _of_answer,
    Head.table: _of_head,
    Round.table: _of_round,
    Vote.table: _of_vote,
    Planned.table: _of_plan,
    Purge.table: _of_purge,
}
"""What reads the deeds of each sort of record off two of its versions, by its table."""
