"""Texts and evenings that hypothesis makes up: what people paste, and what several writers do to one discussion."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from diskussion_tui.domain.plan import changes as plan
from diskussion_tui.domain.plan import clock
from diskussion_tui.domain.plan.show import show_in, used_in
from diskussion_tui.domain.plan.standing import standing_of
from diskussion_tui.domain.session import changes, conclusions, merging, parking, placing, rounds
from diskussion_tui.domain.session.fold import fold
from diskussion_tui.domain.session.masking import mask
from diskussion_tui.domain.session.records import Round
from diskussion_tui.domain.session.refusals import RefusedError
from diskussion_tui.domain.workbook.steps import steps_of
from diskussion_tui.texts import words
from tests.support.builders import Group, every_version, small_workbook

if TYPE_CHECKING:
    from collections.abc import Callable

    from diskussion_tui.domain.plan.show import Item
    from diskussion_tui.domain.plan.standing import Standing
    from diskussion_tui.domain.session.records import Draft, Record
    from diskussion_tui.domain.session.session import Change, Session

_STEPS = steps_of(small_workbook())

PIECES = (
    "Bygg ut hemsjukvården",
    "Mobila team",
    "070-123 45 67",
    "[[notes]]",
    "[session]",
    "[overview]",
    '"""',
    "'''",
    '"',
    "\\",
    "\\u0041",
    "\\\n   ",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "\n\n\n",
    "\n# crc32 00000000\n",
    "# crc32 deadbeef",
    "at = 2026-05-12 09:05:11+02:00",
    "schema_version = 9",
    "{detail}",
    "%s",
    "\x1b[31mröd\x1b[0m",
    "\x1b]0;titel\x07",
    "\x1b]8;;http://x\x1b\\",
    "\x9b2J",
    "\x9d0;t\x9c",
    "\x1b",
    "\x00",
    "\x7f",
    "\x85",
    "\u2028",
    "\u202e",
    "\u2066",
    "\u200b",
    "\ufeff",
    "\ud800",
    "\udfff",
    "\ue000",
    "\U000f0000",
    "👩‍👩‍👧‍👦",
    "🏳️‍🌈",
    "e\u0301",
    "a\u030a",
    "שלום",
    "مرحبا",
    "می‌خواهم",
    "漢字",
    " ",
    "\u00a0",
)

hostile_texts = st.lists(
    st.one_of(st.sampled_from(PIECES), st.text(st.characters(), max_size=8)), max_size=6
).map("".join)


@dataclass(frozen=True)
class Evening:
    """What several writers did: every change, and the session that they end with."""

    changes: tuple[Change, ...]
    session: Session


def _note(group: Group, number: int) -> str:
    ids = [key[1] for key in group.session.versions if key[0] == "notes"]
    return ids[number % len(ids)] if ids else ""


def _round(group: Group, number: int) -> str:
    ids = [one.id for one in group.session.current(Round)]
    return ids[number % len(ids)] if ids else ""


def _in_open_round(group: Group, deed: Callable[..., Any], number: int) -> None:
    of = rounds.round_named(group.session, _round(group, number))
    if of and not of.closed:
        group.does(deed, of.id, _note(group, number), number)


def _item(group: Group, number: int) -> Item:
    show = show_in(group.session, _STEPS)
    return show[number % len(show)]


def _standing(group: Group, number: int) -> Standing:
    show = show_in(group.session, _STEPS)
    return standing_of(show, used_in(group.session), show[number % len(show)].id, group.clock())


def _skip(session: Session, stamp: changes.Stamp, item: Item, number: int) -> Change | None:
    return plan.set_skipped(session, stamp, item, skipped=number % 2 == 0)


def _notes(group: Group, number: int) -> list[str]:
    """Two or three notes of the discussion."""
    ids = [note.id for note in group.session.notes()]
    return [ids[(number * step) % len(ids)] for step in (1, 3, 7)] if ids else []


def _merged(group: Group, number: int) -> str:
    ids = [note.id for note in group.session.notes() if note.sources]
    return ids[number % len(ids)] if ids else ""


def _deeds() -> dict[str, Callable[[Group, int, str], Any]]:
    question = ("A.1", "A.2", "A.3", "E.A")
    return {
        "says": lambda who, n, text: who.says(
            text, text + "!", question=question[n % 4], kind="bort" * (n % 2)
        ),
        "revises": lambda who, n, text: who.does(changes.revise, _note(who, n), text),
        "moves": lambda who, n, _: who.does(changes.move, _note(who, n), question[n % 4], ""),
        "withdraws": lambda who, n, _: who.does(changes.withdraw, _note(who, n)),
        "restores": lambda who, n, _: who.does(merging.restore, _note(who, n)),
        "supports": lambda who, n, _: who.does(changes.support, _note(who, n), n),
        "merges": lambda who, n, text: who.does(
            merging.merge, who.ids(), _notes(who, n), [merging.Wish(text, ("sum", "highest", n)[n % 3])]
        ),
        "makes one kind of": lambda who, n, text: who.does(
            merging.merge, who.ids(), _notes(who, n), [merging.Wish(text, kind="bort" * (n % 2))]
        ),
        "splits": lambda who, n, _: who.does(merging.split, _merged(who, n)),
        "stars": lambda who, n, _: who.does(changes.toggle_star, _note(who, n)),
        "dissents": lambda who, n, _: who.does(changes.toggle_dissent, _note(who, n)),
        "places": lambda who, n, text: who.does(placing.place, _note(who, n), ("a/Ek", text, "Väg")[n % 3 :]),
        "unplaces": lambda who, n, _: who.does(placing.unplace, _note(who, n), ("a/Ek", "Väg")[n % 2 :]),
        "words its dissent": lambda who, n, text: who.does(changes.word_dissent, _note(who, n), text),
        "begins a round": lambda who, n, _: who.does(
            rounds.begin_round, who.new_id(), "A", ("prickar", "ordning")[n % 2], n
        ),
        "gives dots": lambda who, n, _: _in_open_round(who, rounds.give_dots, n),
        "orders": lambda who, n, _: _in_open_round(who, rounds.put_in_order, n),
        "closes a round": lambda who, n, _: who.does(rounds.close_round, _round(who, n)),
        "reopens a round": lambda who, n, _: who.does(rounds.reopen_round, _round(who, n)),
        "judges": lambda who, n, _: who.does(changes.set_verdict, "A.1", ("ja", "nej", "")[n % 3]),
        "words": lambda who, _, text: who.does(changes.set_wording, "A.3", text),
        "details": lambda who, n, text: who.does(changes.set_details, {"place": text, "participants": n}),
        "masks": lambda who, n, _: who.does(
            mask, [("notes", _note(who, n))], dict(words("sv").personal.names), who.clock().date()
        ),
        **_concluding(),
        "plans": lambda who, n, _: who.does(plan.set_minutes, _item(who, n), n),
        "lets a step shrink or not": lambda who, n, _: who.does(
            plan.set_behaviour, _item(who, n), plan.BEHAVIOURS[n % 3]
        ),
        "skips": lambda who, n, _: who.does(_skip, _item(who, n), n),
        "puts a break in": lambda who, n, text: who.does(plan.add_break, who.new_id(), text, n, "A.2"),
        "takes a break out": lambda who, n, _: who.does(plan.remove_break, _item(who, n).id),
        "takes time": lambda who, n, _: who.does(plan.take_from_later, _standing(who, n), n),
        "ends": lambda who, n, _: who.does(plan.set_ends, who.clock() if n % 3 else None),
        "walks": lambda who, n, _: who.does(clock.turn, ("A.1", "A.2", "")[n % 3], n),
        "starts anew": lambda who, *_: who.does(clock.start_anew, "A.1"),
        "says at a table": lambda who, n, text: who.does(
            lambda session, stamp: changes.add_notes(
                session, stamp, who.ids(), "A.2", [text], "", group=("bord 1", "bord 2")[n % 2]
            )
        ),
        "finishes": lambda who, n, _: who.does(changes.set_state, ("utkast", "fastställd")[n % 9 == 0]),
        "removes for good": lambda who, n, _: who.does(changes.purge, _note(who, n)) if n % 5 == 0 else None,
        "undoes": lambda who, *_: who.undoes(),
        "redoes": lambda who, *_: who.redoes(),
        "waits": lambda who, n, _: who.clock.passes(milliseconds=n),
        "turns the clock back": lambda who, n, _: who.clock.passes(milliseconds=-n),
    }


def _concluding() -> dict[str, Callable[[Group, int, str], Any]]:
    sections, today = ("", "A"), dt.date(2026, 5, 12)
    return {
        "concludes": lambda who, n, text: who.does(
            conclusions.conclude,
            who.new_id(),
            conclusions.SORTS[n % 3],
            conclusions.read(f"{text} @Anna", conclusions.SORTS[n % 3], sections, today),
            (_note(who, n),),
        ),
        "concludes again": lambda who, n, text: who.does(
            conclusions.conclude_again, _conclusion(who, n), f"A: {text} senast 1/12", sections
        ),
        "sorts": lambda who, n, _: who.does(
            conclusions.sort_conclusion, _conclusion(who, n), conclusions.SORTS[n % 3]
        ),
        "places a conclusion": lambda who, n, _: who.does(
            conclusions.place_conclusion, _conclusion(who, n), sections[n % 2]
        ),
        "gets done": lambda who, n, _: who.does(conclusions.toggle_done, _conclusion(who, n)),
        "restores a conclusion": lambda who, n, _: who.does(
            conclusions.restore_conclusion, _conclusion(who, n)
        ),
        "follows up": lambda who, n, _: _follows_up(who, n),
        "unconcludes": lambda who, n, _: who.does(conclusions.withdraw_conclusion, _conclusion(who, n)),
        "parks": lambda who, n, _: who.does(parking.park, _note(who, n)),
        "unparks": lambda who, n, _: who.does(parking.unpark, _note(who, n)),
    }


def _follows_up(group: Group, number: int) -> None:
    """Ask what became of an action of last time; another discussion has it, here it is the same."""
    found = conclusions.conclusion(group.session, _conclusion(group, number))
    if found and found.kind == "åtgärd":
        group.does(lambda session, stamp: conclusions.follow_up(session, stamp, found, done=number % 2 == 0))


def _conclusion(group: Group, number: int) -> str:
    ids = [key[1] for key in group.session.versions if key[0] == "conclusions"]
    return ids[number % len(ids)] if ids else ""


DEEDS = _deeds()


def _take_down(who: Group) -> None:
    for question, kind, texts in (
        ("A.2", "bort", ("fax", "köer")),
        ("A.2", "nytt", ("chatt",)),
        ("A.1", "", ("jo",)),
    ):
        who.says(*texts, question=question, kind=kind)


def _merge(who: Group) -> None:
    """Two notes become one."""
    ids = [note.id for note in who.session.notes()]
    who.does(merging.merge, who.ids(), ids[:2], [merging.Wish("fax och köer")])


def _count(who: Group) -> None:
    """A round in which every note of the section is given dots."""
    who.does(rounds.begin_round, who.new_id(), "A", "prickar", 3)
    of = who.session.current(Round)[-1]
    for place, one in enumerate(rounds.ballot(who.session, of)):
        who.does(rounds.give_dots, of.id, one.note, place)


def _park(who: Group) -> None:
    who.does(parking.park, who.session.notes()[-1].id)


def _conclude(who: Group) -> None:
    """An action for somebody, that rests on a note."""
    said = conclusions.read("A: ringa @Anna senast 1/12", "åtgärd", ("", "A"), dt.date(2026, 5, 12))
    who.does(conclusions.conclude, who.new_id(), "åtgärd", said, (who.session.notes()[0].id,))


def _place(who: Group) -> None:
    who.does(placing.place, who.session.notes()[0].id, ("a/Ek",))


SCENES = (_merge, _count, _park, _conclude, _place)
"""What an evening may begin with, once something has been said."""


@st.composite
def evenings(draw: st.DrawFn, writers: int = 3) -> Evening:
    """A random evening of one to `writers` writers, each on a replica of their own that sometimes hears the others.

    Most begin with notes, and with some of the `SCENES` in some order: what nobody has said cannot be changed either.
    """
    first = Group("skriv-a")
    if draw(st.integers(0, 9)):
        _take_down(first)
        for scene in draw(st.lists(st.sampled_from(SCENES), unique=True)):
            scene(first)
    groups = [first]
    others = range(1, draw(st.integers(1, writers)))
    groups += [Group(f"skriv-{'abc'[number]}", first.session, start=1000 * number) for number in others]
    for _ in range(draw(st.integers(0, 14))):
        who = draw(st.sampled_from(groups))
        deed = draw(st.sampled_from([*DEEDS, "says", "hears"]))
        if deed == "hears":
            who.hears(draw(st.sampled_from(groups)).session)
        else:
            with suppress(RefusedError):
                DEEDS[deed](who, draw(st.integers(0, 20)), draw(hostile_texts))
    for group in groups:
        first.hears(group.session)
    return Evening(tuple(change for group in groups for change in group.made), first.session)


WRITERS = ("skriv-a", "skriv-b", "skriv-c")


@dataclass(frozen=True)
class Quarrel:
    """What writers did to one discussion without always hearing of each other: each one's versions, all with a head."""

    parts: tuple[tuple[Record, ...], ...]

    @property
    def all(self) -> tuple[Record, ...]:
        return tuple(one for part in self.parts for one in part)


_AT_ONCE: dict[str, Callable[[Group, str, int], Any]] = {
    "revises": lambda who, note, n: who.does(changes.revise, note, "xyz"[n % 3]),
    "withdraws": lambda who, note, _: who.does(changes.withdraw, note),
    "restores": lambda who, note, _: who.does(merging.restore, note),
    "removes for good": lambda who, note, _: who.does(changes.purge, note),
    "waits": lambda who, _, n: who.clock.passes(milliseconds=n - 5),
    "stars": lambda who, note, _: who.does(changes.toggle_star, note),
    "supports": lambda who, note, n: who.does(changes.support, note, n),
    "objects": lambda who, note, n: who.does(changes.word_dissent, note, ("", "nej", "tveksamt x")[n % 3]),
    "parks": lambda who, note, _: who.does(parking.park, note),
    "merges": lambda who, _, n: who.does(
        merging.merge, who.ids(), [one.id for one in who.session.notes()[:3]], [merging.Wish("m" * (n % 2))]
    ),
    "splits": lambda who, _, n: who.does(merging.split, _merged(who, n)),
    "judges": lambda who, _, n: who.does(changes.set_verdict, "A.1", ("ja", "nej", "")[n % 3]),
    "renames": lambda who, _, n: who.does(changes.set_details, {"name": ("Ekerö", "Färingsö")[n % 2]}),
}


@st.composite
def quarrels(draw: st.DrawFn) -> Quarrel:
    """An evening that two or three go on with at once: they reword, merge, park, withdraw, type, and remove notes for good."""
    begun = draw(evenings(writers=1)).session
    first = Group("skriv-a", begun, start=10_000)
    first.does(changes.set_state, "utkast")
    first.says("ett", "två", "tre")
    groups = [Group(name, first.session, 20_000 * number) for number, name in enumerate(WRITERS, 1)]
    typed: dict[str, list[Draft]] = {name: [] for name in WRITERS}
    deeds = st.sampled_from([*_AT_ONCE, "removes for good", "types", "hears"])
    steps = st.lists(st.tuples(st.sampled_from(groups), deeds, st.integers(0, 10)), max_size=16)
    for who, deed, number in draw(steps):
        note = _note(who, number)
        if deed == "types":
            half = changes.draft(who.session, who.stamp(), "A.2", "", "halv", (note, "halvt"))
            typed[who.writer].append(half)
            who.session = fold(who.session, (half,))
        elif deed == "hears":
            who.hears(groups[number % len(groups)].session)
        else:
            with suppress(RefusedError):
                _AT_ONCE[deed](who, note, number)
    return Quarrel(
        tuple(
            (
                *every_version(first.session),
                *(one for made in who.made for one in made.versions),
                *typed[who.writer],
            )
            for who in groups
        )
    )
