"""Time at the prompt: what is left, the clock, breaks, and the run of show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.clock import time_of_day
from diskussion_tui.base.text import clean_line, folded
from diskussion_tui.domain.plan import changes
from diskussion_tui.domain.plan.habits import minutes_in, next_at, usual_minutes
from diskussion_tui.domain.plan.standing import to_the_minute, used_minutes
from diskussion_tui.domain.workbook.steps import step_named
from diskussion_tui.line.marking import tell
from diskussion_tui.line.news import minutes_left
from diskussion_tui.line.numbering import usage
from diskussion_tui.line.places import name_of, step_meant
from diskussion_tui.line.refusals import NotDoneError

if TYPE_CHECKING:
    from diskussion_tui.domain.plan.show import Item
    from diskussion_tui.domain.plan.standing import Line
    from diskussion_tui.line.evening import Evening

_A_BREAK = 10
"""Minutes of a break of which nothing else is said."""
_TAKEN = 5


def time(evening: Evening, _text: str) -> None:
    """What is left of the step, and when one is done."""
    standing, said = evening.workshop.timing.standing, evening.words
    left = minutes_left(standing.left)
    told = said.terms.minutes_left(left) if left > 0 else said.plan.over(-left).removeprefix("! ")
    end = time_of_day(to_the_minute(standing.ends))
    evening.speech.say(
        said.line.time.format(step=_called(evening, standing.here.item), minutes=told, end=end)
    )
    if not evening.workshop.timing.running:
        evening.speech.say(said.line.clock_stands)


def clock(evening: Evening, _text: str) -> None:
    """Stop the clock, or let it go on."""
    _must_be_open(evening)
    evening.workshop.timing.pause()
    said = evening.words.line
    evening.speech.say(said.clock_runs if evening.workshop.timing.running else said.clock_stands)


def plan(evening: Evening, _text: str) -> None:
    """Every step with its minutes as planned, as they become, and as they were used."""
    for line in evening.workshop.timing.standing.lines:
        evening.speech.say(_line_told(evening, line))
    end = evening.session.head.ends
    said = evening.words.plan
    evening.speech.say(said.stops.format(time=time_of_day(end)) if end else said.no_stop)


def minutes(evening: Evening, text: str) -> None:
    """Other minutes for the step at hand, or for one that is named."""
    *before, number = text.split() or [""]
    given = minutes_in(number.removeprefix("+"))
    if given is None:
        raise usage(evening, "minutes")
    item = _item(evening, " ".join(before)) if before else evening.workshop.timing.item
    wanted = item.minutes + given if number.startswith("+") else given
    made = evening.change(changes.set_minutes, item, wanted)
    tell(evening, made, f"{_called(evening, item)}: {evening.words.plan.minutes(wanted)}.")


def short(evening: Evening, text: str) -> None:
    """What a step does when time runs short."""
    name, _, word = text.rpartition(" ")
    wanted = folded(word)
    words = zip(evening.words.line.behaviours, changes.BEHAVIOURS, strict=True)
    found = [behaviour for one, behaviour in words if wanted and folded(one).startswith(wanted)]
    if not name or len(found) != 1:
        raise usage(evening, "short")
    tell(evening, evening.change(changes.set_behaviour, _item(evening, name), found[0]))


def skip(evening: Evening, text: str) -> None:
    """Leave a step out, or take it in again."""
    item = _item(evening, text)
    made = evening.change(changes.set_skipped, item, skipped=not item.skipped)
    if not item.skipped:
        told = f"{_called(evening, item)} {evening.words.plan.skipped}."
    else:
        told = f"{_called(evening, item)}: {evening.words.plan.minutes(item.minutes)}."
    tell(evening, made, told)


def add_break(evening: Evening, text: str) -> None:
    """A break that begins now, or one before a step. One that the plan has for now is begun."""
    words, timing = text.split(), evening.workshop.timing
    given = minutes_in(words[0]) if words else None
    rest = " ".join(words[1:] if given is not None else words)
    planned = timing.standing.due
    if planned and not words:
        timing.begin(planned.id)
        _say_break(evening, planned.name, planned.minutes)
        return
    before = _item(evening, rest) if rest else timing.item
    length = _A_BREAK if given is None else given
    name = evening.words.plan.a_break
    made = evening.change(
        changes.add_break, evening.workshop.ids.new(), name, length, before.before or before.id
    )
    if made and not rest:
        timing.begin(made.versions[0].id)
        _say_break(evening, name, length)
    else:
        tell(evening, made)


def remove_break(evening: Evening, _text: str) -> None:
    """Take out the break that was added last."""
    timing = evening.workshop.timing
    breaks = sorted((item for item in timing.show if item.is_break), key=lambda item: item.id)
    if not breaks:
        raise NotDoneError(evening.words.line.unchanged)
    if timing.running == breaks[-1].id:
        timing.pause()
    tell(evening, evening.change(changes.remove_break, breaks[-1].id))


def end(evening: Evening, text: str) -> None:
    """When the group stops; nothing takes it off."""
    ends = next_at(text, evening.workshop.now()) if text else None
    if text and ends is None:
        raise NotDoneError(evening.words.plan.end_wrong)
    made = evening.change(changes.set_ends, ends)
    said = evening.words.plan
    tell(evening, made, said.stops.format(time=time_of_day(ends)) if ends else said.no_stop)


def take_time(evening: Evening, _text: str) -> None:
    """Five minutes from later steps."""
    before = evening.workshop.timing.item
    made = evening.change(changes.take_from_later, evening.workshop.timing.standing, _TAKEN)
    if made is None:
        raise NotDoneError(evening.words.plan.nothing_to_take)
    tell(evening, made, evening.words.plan.taken(evening.workshop.timing.item.minutes - before.minutes))


def as_before(evening: Evening, _text: str) -> None:
    """Each step with the time that it usually takes."""
    from diskussion_tui.workshop.usual_times import times_before

    workshop, head = evening.workshop, evening.session.head
    usual = usual_minutes(times_before(workshop.path.parent, head.workbook, head.id, workshop.shelter))
    if not usual:
        raise NotDoneError(evening.words.plan.none_before)
    tell(evening, evening.change(changes.as_before, workshop.timing.show, usual))


def start_anew(evening: Evening, _text: str) -> None:
    """Every clock back to nothing, once it is certain."""
    _must_be_open(evening)

    def begin() -> None:
        evening.workshop.timing.start_anew()
        evening.speech.say(evening.words.plan.started_anew)

    evening.ask(evening.words.line.anew, begin)


def _say_break(evening: Evening, name: str, length: int) -> None:
    evening.speech.say(evening.words.line.break_on.format(name=name, minutes=length))


def _must_be_open(evening: Evening) -> None:
    if not evening.workshop.writable:
        raise NotDoneError(
            evening.words.line.final if evening.session.final else evening.words.line.read_only
        )


def _item(evening: Evening, text: str) -> Item:
    show = {item.id: item for item in evening.workshop.timing.show}
    named = [
        item for item in show.values() if item.is_break and folded(item.name) == folded(clean_line(text))
    ]
    step = step_named(evening.workshop.steps, text)
    return named[-1] if named and step is None else show[(step or step_meant(evening, text)).id]


def _called(evening: Evening, item: Item) -> str:
    return name_of(item.step, evening.words) if item.step else item.name


def _line_told(evening: Evening, line: Line) -> str:
    said, item = evening.words.plan, line.item
    out = item.skipped or line.left_out
    parts = (
        f"{said.head_planned} {item.minutes}",
        "" if out else f"{said.head_becomes} {line.minutes}",
        f"{said.head_used} {used_minutes(line.used)}" if line.used else "",
        said.skipped if item.skipped else said.proposed if line.left_out else said.behaviour(item.behaviour),
    )
    return f"{_called(evening, item)}: {', '.join(filter(None, parts))}."
