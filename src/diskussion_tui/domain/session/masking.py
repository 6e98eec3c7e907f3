"""Where personal data stands in a discussion, and the change that masks it.

Each field says where it is declared whether it holds words that people wrote, so that what is looked through and what is masked
are never two different things. A mask is a change like any other: it can be undone, and the words before it stay in the history
until the note is purged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from diskussion_tui.base.text import MAX_NOTE
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.language.personal import found_in, masked, sorts_of
from diskussion_tui.domain.session.changes import guard, next_version
from diskussion_tui.domain.session.fields import texts_in
from diskussion_tui.domain.session.records import Draft
from diskussion_tui.domain.session.refusals import TooLongError
from diskussion_tui.domain.session.session import Change

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterator, Mapping

    from diskussion_tui.domain.language.personal import Sort
    from diskussion_tui.domain.session.changes import Stamp
    from diskussion_tui.domain.session.records import Key, Record
    from diskussion_tui.domain.session.session import Session

Where = Literal["now", "bin", "history", "draft"]
"""In what counts, in the bin, in an earlier version, or in a half-typed line."""


@dataclass(frozen=True, slots=True)
class Place:
    """Personal data in a field of a record. `text` is the whole field, with the data in it: never show it as it is."""

    key: Key
    field: str
    where: Where
    text: str
    sorts: tuple[Sort, ...]


def places_of(session: Session, today: dt.date) -> tuple[Place, ...]:
    """Every field of a discussion that holds personal data, by record; the same words once for each `where`."""
    found: dict[tuple[Key, str, Where, str], Place] = {}
    for key in sorted(session.versions):
        for version in session.versions[key]:
            where = _where(version, current=version is session.versions[key][-1])
            for name, text in texts_in(version):
                if findings := found_in(text, today):
                    found[key, name, where, text] = Place(key, name, where, text, sorts_of(findings))
    return tuple(
        place for place in found.values() if not (place.where == "history" and _also_now(place, found))
    )


def mask(
    session: Session, stamp: Stamp, keys: Collection[Key], names: Mapping[str, str], today: dt.date
) -> Change | None:
    """The change that masks what some records say now. Raises `FinalError` and `TooLongError`."""
    guard(session)
    current = (session.versions[key][-1] for key in sorted(keys) if key in session.versions)
    versions = [
        next_version(record, stamp, **altered)
        for record in current
        if not isinstance(record, Draft) and (altered := dict(_altered(record, names, today)))
    ]
    return Change(stamp.change, tuple(versions)) if versions else None


def _altered(record: Record, names: Mapping[str, str], today: dt.date) -> Iterator[tuple[str, str]]:
    for name, text in texts_in(record):
        now = masked(text, names, today)
        if len(now) > MAX_NOTE:
            raise TooLongError(len(now))
        if now != text:
            yield name, now


def _where(version: Record, *, current: bool) -> Where:
    if isinstance(version, Draft):
        return "draft"
    return "history" if not current else "bin" if version.gone else "now"


def _also_now(place: Place, found: Collection[tuple[Key, str, Where, str]]) -> bool:
    """Whether the same words stand in the current version too: then they are told of there."""
    return any((place.key, place.field, where, place.text) in found for where in ("now", "bin"))
