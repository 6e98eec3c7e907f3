"""`diskussion plan`: the run of show of a discussion, to look at and to change, the evening before or while it goes on.

Everything asked for is understood before anything is changed. Each change is a step of its own, so that undo at the screen
takes back one thing at a time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line, folded
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.changing import changing
from diskussion_tui.cli.kit.opening import read
from diskussion_tui.cli.kit.refusal import DONE, WRONG, Refused
from diskussion_tui.cli.kit.setting import workbook_of

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.domain.plan.show import Item
    from diskussion_tui.domain.session.session import Change, Session
    from diskussion_tui.domain.workbook.workbook import Behaviour, Workbook
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.workshop.workshop import Workshop

    Wish = Callable[[Workshop], "Change | None"]

_CHANGING = ("minutes", "behaviour", "skip", "keep", "break", "no_break", "ends", "as_before")
_BEHAVIOURS: dict[str, Behaviour] = {
    "fast": "fast",
    "fixed": "fast",
    "krympbar": "krympbar",
    "kortas": "krympbar",
    "kan kortas": "krympbar",
    "shrinks": "krympbar",
    "utgå": "kan utgå",
    "kan utgå": "kan utgå",
    "go": "kan utgå",
}
"""What may be written for a behaviour, in both languages: a script need not know which one is spoken."""


def add(parser: Parser) -> None:
    """The discussion, and what is to be different."""
    words, said = parser.words, parser.words.planning
    parser.argument("session", words.word_session, words.help_session)
    parser.option("--minutes", word=said.word_minutes, help_text=said.help_minutes, counted=True)
    parser.option("--behaviour", word=said.word_behaviour, help_text=said.help_behaviour, counted=True)
    parser.option("--skip", word=said.word_item, help_text=said.help_skip, counted=True)
    parser.option("--keep", word=said.word_item, help_text=said.help_keep, counted=True)
    parser.option("--break", word=said.word_break, help_text=said.help_break)
    parser.option("--before", word=said.word_item, help_text=said.help_before)
    parser.option("--no-break", word=said.word_break, help_text=said.help_no_break)
    parser.option("--ends", word=said.word_end, help_text=said.help_ends)
    parser.option("--as-before", help_text=said.help_as_before)
    parser.option("--json", help_text=words.help_json)


def run(arguments: Namespace, texts: Texts) -> int:
    """Change what is asked for, and print the run of show."""
    workbook = workbook_of(arguments, texts)
    if any(getattr(arguments, name) not in (None, False) for name in _CHANGING):
        session = _changed(arguments, texts)
    else:
        session = read(arguments, texts, workbook)
        if arguments.before is not None:
            raise Refused(texts.plan.before_alone)
    _print(arguments, session, workbook, texts)
    return DONE


def _print(arguments: Namespace, session: Session, workbook: Workbook, texts: Texts) -> None:
    from diskussion_tui.domain.plan.show import clocks_in, running_in, show_in, used_in
    from diskussion_tui.domain.plan.standing import standing_of
    from diskussion_tui.domain.workbook.steps import steps_of
    from diskussion_tui.reports import run_of_show
    from diskussion_tui.workshop import clock

    now, draft = clock.local_now(), session.latest_draft()
    running = running_in(clocks_in(session))
    here = running.id if running else draft.step if draft else ""
    show = show_in(session, steps_of(workbook))
    standing = standing_of(show, used_in(session, now), here, now, session.head.ends)
    if arguments.json:
        output.put_json(run_of_show.values(standing, session))
        return
    for row in run_of_show.rows(standing, session, texts, output.columns()):
        output.put_row(row)
    output.say(run_of_show.summing_up(standing, session, texts))


def _changed(arguments: Namespace, texts: Texts) -> Session:
    """The session with everything asked for. Raises `Refused` where something is not understood, or not on disk."""
    with changing(arguments, texts) as workshop:
        wishes = _Wishes(arguments, workshop, texts).all()
        made = [wish(workshop) for wish in wishes]
    if not any(made):
        output.say(texts.plan.unchanged)
    return workshop.session


class _Wishes:
    """What the arguments ask for, understood before anything is done."""

    def __init__(self, arguments: Namespace, workshop: Workshop, texts: Texts) -> None:
        self._given = arguments
        self._workshop = workshop
        self._texts = texts
        self._show = {item.id: item for item in workshop.timing.show}

    def all(self) -> list[Wish]:
        """Every change, in an order in which none undoes another."""
        given = self._given
        usual = [self._as_before()] if given.as_before else []
        skips = [self._skip(one, skipped=True) for one in given.skip or ()]
        keeps = [self._skip(one, skipped=False) for one in given.keep or ()]
        return [
            *usual,
            *self._minutes(),
            *map(self._behaviour, given.behaviour or ()),
            *skips,
            *keeps,
            *([self._no_break(given.no_break)] if given.no_break is not None else []),
            *([self._ends(given.ends)] if given.ends is not None else []),
        ]

    def _minutes(self) -> list[Wish]:
        """Other minutes for steps, and the break that a number alone belongs to."""
        given, said = self._given, self._texts.plan
        alone = [one for one in given.minutes or () if "=" not in one]
        name = getattr(given, "break")
        wishes = [self._set_minutes(one) for one in given.minutes or () if "=" in one]
        if name is None:
            if alone or given.before is not None:
                raise Refused(said.before_alone)
            return wishes
        if len(alone) != 1 or given.before is None or not clean_line(name):
            raise Refused(said.break_incomplete)
        return [*wishes, self._add_break(name, given.before, self._number(alone[0], alone[0]))]

    def _set_minutes(self, given: str) -> Wish:
        from diskussion_tui.domain.plan import changes

        name, _, number = given.partition("=")
        item, minutes = self._item(name), self._number(number, given)
        return lambda workshop: workshop.do(changes.set_minutes, _now(workshop, item), minutes)

    def _behaviour(self, given: str) -> Wish:
        from diskussion_tui.domain.plan import changes

        name, _, word = given.partition("=")
        behaviour = _BEHAVIOURS.get(folded(word.strip()))
        if behaviour is None:
            raise Refused(self._texts.plan.no_such_behaviour.format(given=clean_line(given)))
        item = self._item(name)
        return lambda workshop: workshop.do(changes.set_behaviour, _now(workshop, item), behaviour)

    def _skip(self, given: str, *, skipped: bool) -> Wish:
        from diskussion_tui.domain.plan import changes

        item = self._item(given)
        return lambda workshop: workshop.do(changes.set_skipped, _now(workshop, item), skipped=skipped)

    def _add_break(self, name: str, before: str, minutes: int) -> Wish:
        from diskussion_tui.domain.plan import changes

        item = self._item(before)
        return lambda workshop: workshop.do(
            changes.add_break, workshop.ids.new(), name, minutes, item.before or item.id
        )

    def _no_break(self, given: str) -> Wish:
        from diskussion_tui.domain.plan import changes

        found = [
            one
            for one in self._show.values()
            if one.is_break and folded(one.name) == folded(clean_line(given))
        ]
        if not found:
            raise Refused(self._texts.plan.no_such_break.format(given=clean_line(given)))
        return lambda workshop: workshop.do(changes.remove_break, found[-1].id)

    def _ends(self, given: str) -> Wish:
        from diskussion_tui.domain.plan import changes
        from diskussion_tui.domain.plan.habits import next_at
        from diskussion_tui.workshop import clock

        if given.strip() in {"-", "–"}:
            return lambda workshop: workshop.do(changes.set_ends, None)
        ends = next_at(given, clock.local_now())
        if ends is None:
            raise Refused(self._texts.plan.end_unclear.format(given=clean_line(given)))
        return lambda workshop: workshop.do(changes.set_ends, ends)

    def _as_before(self) -> Wish:
        from diskussion_tui.domain.plan import changes
        from diskussion_tui.domain.plan.habits import usual_minutes
        from diskussion_tui.workshop.usual_times import times_before

        workshop, said = self._workshop, self._texts.plan
        head = workshop.session.head
        before = times_before(workshop.path.parent, head.workbook, head.id, workshop.shelter)
        usual = usual_minutes(before)
        if not usual:
            raise Refused(said.none_before, WRONG)
        return lambda workshop: workshop.do(changes.as_before, workshop.timing.show, usual)

    def _item(self, given: str) -> Item:
        """The step that is named, with or without its full stop, or the break. Raises `Refused`."""
        from diskussion_tui.domain.workbook.steps import step_named

        step = step_named(self._workshop.steps, given)
        breaks = [
            one
            for one in self._show.values()
            if one.is_break and folded(one.name) == folded(clean_line(given))
        ]
        if step is None and not breaks:
            ids = ", ".join(step.id for step in self._workshop.steps)
            raise Refused(self._texts.plan.no_such_item.format(given=clean_line(given), ids=ids))
        return self._show[step.id] if step else breaks[-1]

    def _number(self, typed: str, given: str) -> int:
        from diskussion_tui.domain.plan.habits import minutes_in

        minutes = minutes_in(typed)
        if minutes is None:
            raise Refused(self._texts.plan.minutes_unclear.format(given=clean_line(given)))
        return minutes


def _now(workshop: Workshop, item: Item) -> Item:
    """An item as the changes before have left it."""
    return next((one for one in workshop.timing.show if one.id == item.id), item)
