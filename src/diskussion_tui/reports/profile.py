"""For whom a document is: *internt* says all that is in force, *publicera* what may be read by anybody.

A discussion is filtered once, here, before anything is set: a format never decides what is left out.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.language.tags import spans_of
from diskussion_tui.domain.session.fold import session_of
from diskussion_tui.domain.session.records import Conclusion, Draft, Head, Note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diskussion_tui.domain.session.records import Record
    from diskussion_tui.domain.session.session import Session

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


def told(session: Session, profile: Profile, hidden: str) -> Session:
    """The discussion as a document of this profile has it: what is in force and, for the public, without anybody's name.

    `hidden` stands where a name stood in somebody's words. Nothing withdrawn and no earlier wording is in it.
    """
    current = (versions[-1] for versions in session.versions.values())
    return session_of(_allowed(current, profile, hidden), session.frame)


def _allowed(records: Iterator[Record], profile: Profile, hidden: str) -> Iterator[Record]:
    for one in records:
        if one.gone or isinstance(one, Draft):
            continue
        yield one if profile.names else _without_names(one, hidden)


def _without_names(one: Record, hidden: str) -> Record:
    if isinstance(one, Head):
        return replace(one, facilitator="", note_taker="", writer="")
    if isinstance(one, Note):
        return replace(
            one, text=_veiled(one.text, hidden), objection=_veiled(one.objection, hidden), writer=""
        )
    if isinstance(one, Conclusion):
        return replace(one, text=_veiled(one.text, hidden), owner=hidden if one.owner else "", writer="")
    return replace(one, writer="")


def _veiled(text: str, hidden: str) -> str:
    """A text with whoever is named by an `@` hidden; tags stay."""
    for start, end in reversed(spans_of(text)):
        if re.match("@", text[start:]):
            text = f"{text[:start]}{hidden}{text[end:]}"
    return text
