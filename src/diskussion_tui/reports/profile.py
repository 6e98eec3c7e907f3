"""For whom a document is: *internt* says all that is in force, *publicera* what may be read by anybody.

A discussion is filtered once, here, before anything is set: a format never decides what is left out.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.language.people import persons, without_people
from diskussion_tui.domain.language.tags import owners_of, spans_of
from diskussion_tui.domain.session.fields import fields_of, texts_in
from diskussion_tui.domain.session.fold import session_of
from diskussion_tui.domain.session.records import Conclusion, Draft, Head, Note, Round

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Collection, Iterator

    from diskussion_tui.domain.session.records import Record
    from diskussion_tui.domain.session.session import Session

_PEOPLE = ("facilitator", "note_taker")
"""The fields of a discussion's head that name somebody."""
FEWEST = 5
"""Fewer people than this are not told as a number to the public: in a small group they can be known."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a document may say. `fewest` is the least number of people that is told as a number, 0 where every one is."""

    id: str
    names: bool
    fewest: int


INTERNAL = Profile("internt", names=True, fewest=0)
PUBLIC = Profile("publicera", names=False, fewest=FEWEST)
PROFILES = {one.id: one for one in (INTERNAL, PUBLIC)}


@dataclass(frozen=True, slots=True)
class Published:
    """For what a compilation goes out to anybody: the `names` that are hidden wherever they stand, and why what seems to be personal data does so all the same."""

    names: frozenset[str] = frozenset()
    reason: str = ""

    def veiled(self, text: str, hidden: str) -> str:
        """A text without anybody's name."""
        return veiled(text, hidden, self.names)

    def file_name(self, name: str, hidden: str) -> str:
        """The name of a file without anybody's name, in small letters either."""
        return without_people(name, hidden.strip("[]"), self.names, small=True)


def told(session: Session, profile: Profile, hidden: str) -> Session:
    """The discussion as a document of this profile has it: what is in force and, for the public, without anybody's name.

    `hidden` stands where a name stood in somebody's words. Nothing withdrawn and no earlier wording is in it; the notes keep
    the order in which they came.
    """
    current = chain.from_iterable(map(_in_force, session.versions.values()))
    names = frozenset[str]() if profile.names else people_in(session)
    return session_of(_allowed(current, profile, hidden, names), session.frame)


def _in_force(versions: tuple[Record, ...]) -> Iterator[Record]:
    """The last version and, of what began as another, one more: when a note came and a round began is read from it, so that is kept."""
    last = versions[-1]
    if isinstance(last, (Note, Round)):
        first = next(one for one in versions if _place_of(one) == _place_of(last))
        if first.rev < last.rev:
            yield replace(last, rev=first.rev, change=first.change, at=first.at, writer=first.writer)
    yield last


def _place_of(record: Record) -> str:
    return record.question if isinstance(record, Note) else ""


def _allowed(
    records: Iterator[Record], profile: Profile, hidden: str, names: Collection[str]
) -> Iterator[Record]:
    for one in records:
        if one.gone or isinstance(one, Draft):
            continue
        yield one if profile.names else _without_names(one, hidden, names)


def _without_names(one: Record, hidden: str, names: Collection[str]) -> Record:
    put: dict[str, Any] = {name: veiled(text, hidden, names) for name, text in texts_in(one)}
    if isinstance(one, Head):
        put |= dict.fromkeys(_PEOPLE, "")
    if isinstance(one, Conclusion):
        put["owner"] = hidden if one.owner else ""
    return replace(one, **put, writer="")


_FAMILY_NAME = re.compile(r" [^\W\d_a-zåäöéü][\w-]+")
"""What stands behind a first name as its other half: a word with a capital letter."""


def veiled(text: str, hidden: str, names: Collection[str] = ()) -> str:
    """A text with whoever is named by an `@` hidden, with the family name behind it, and some names wherever they stand; tags stay."""
    for start, end in reversed(spans_of(text)):
        if re.match("@", text[start:]):
            family = _FAMILY_NAME.match(text, end)
            text = f"{text[:start]}{hidden}{text[family.end() if family else end :]}"
    return without_people(text, hidden, names)


def people_in(session: Session) -> frozenset[str]:
    """The names of people that the program knows of a discussion: who leads it or has led it, who took notes, who is to do something."""
    every = chain.from_iterable(session.versions.values())
    return frozenset(
        name for record in every for field in _fields_of_people(record) for name in persons(field)
    )


def _fields_of_people(one: Record) -> Iterator[str]:
    if isinstance(one, Head):
        yield from (getattr(one, field) for field in _PEOPLE)
    if isinstance(one, Conclusion):
        yield one.owner


_OF_PEOPLE = frozenset({"participants", "supporters", "points", "inherited"})
"""The values that tell how many people there were, or how many of them were for something: a dot is somebody's."""
_GIVING_AWAY = frozenset({"each", "given", "to_give"})
"""The values by which one could work out how many they were."""


def without_few(value: object, fewer: Callable[[int], str], profile: Profile) -> object:
    """Values for other programs as this profile has them: few people as `fewer` says it, and nothing by which they could be counted."""
    if isinstance(value, dict):
        return {
            name: None if name in _GIVING_AWAY else _few(name, one, fewer, profile)
            for name, one in value.items()
        }
    if isinstance(value, list):
        return [without_few(one, fewer, profile) for one in value]
    return value


def _few(name: str, value: object, fewer: Callable[[int], str], profile: Profile) -> object:
    if name in _OF_PEOPLE and isinstance(value, int) and 0 < value < profile.fewest:
        return fewer(profile.fewest)
    return without_few(value, fewer, profile)


def personal_in(session: Session, profile: Profile, hidden: str, today: dt.date) -> list[str]:
    """The texts of a document of this profile that seem to hold personal data, each once."""
    from diskussion_tui.domain.session.masking import places_of

    return list(dict.fromkeys(one.text for one in places_of(told(session, profile, hidden), today)))


@dataclass(frozen=True, slots=True)
class Carried:
    """What goes out with a document beside what was said: whose names, and how much of what no longer counts there would be."""

    names: tuple[str, ...]
    withdrawn: int
    reworded: int


def carried(session: Session) -> Carried:
    """What a discussion has that one may not want to hand out: names, what was withdrawn, and earlier wordings."""
    names: dict[str, None] = {}
    withdrawn = reworded = 0
    for versions in session.versions.values():
        last = versions[-1]
        if isinstance(last, Draft):
            continue
        worded = fields_of(type(last), "words")
        withdrawn += bool(worded) and last.gone
        reworded += len({tuple(getattr(one, name) for name in worded) for one in versions}) > 1
        if not last.gone:
            names.update(dict.fromkeys(_named_in(last)))
    return Carried(tuple(names), withdrawn, reworded)


def _named_in(one: Record) -> Iterator[str]:
    if isinstance(one, Head):
        yield from (name for field in _PEOPLE if (name := getattr(one, field)))
    if isinstance(one, Conclusion) and one.owner:
        yield one.owner
    for _, text in texts_in(one, "words"):
        yield from owners_of(text)
