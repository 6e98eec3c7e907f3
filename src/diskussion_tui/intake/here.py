"""What is here already: by id, by the hash of the file that it was read from, and by group and day.

Twice the same file makes no second discussion, and neither does a file that says nothing which is not said here. The same group and day
with anything else is asked about: it may be a second table, or the same evening written down twice. So is a file with the id of one
that is here and other words for the same versions: somebody has used that one's file as a template, and whose words would be whose?
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

from diskussion_tui.base.ids import next_id
from diskussion_tui.base.text import folded
from diskussion_tui.domain.session.fold import NoHeadError, session_of
from diskussion_tui.domain.session.records import Answer, Conclusion, Draft, Purge
from diskussion_tui.store.files.codec import read
from diskussion_tui.store.library.listing import Library
from diskussion_tui.store.session.reading import read_session
from diskussion_tui.store.session.removals import removals_in

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Hashable, Iterable
    from pathlib import Path

    from diskussion_tui.domain.session.records import Record
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.intake.verdict import Told
    from diskussion_tui.store.session.removals import Removals

_TIME = 10
"""So many signs of an id tell its time; the others are from the hash."""
_TOLD_OF_NOTES = ("supporters", "star", "dissent", "objection", "places", "group")
Finding = Literal["new", "here", "more", "asks", "clashes"]
CHANGES = ("added", "altered", "taken_back")


class Here:
    """The discussions of a folder, and of those that are read as one with it, as far as it must be known whether one is among them."""

    def __init__(self, folder: Path, refuge: Path | None = None, also: Iterable[Path] = ()) -> None:
        library = Library(folder, refuge, also=also)
        library.refresh()
        library.settle()
        self._purged: dict[str, frozenset[str]] = {}
        self._removed = removals_in(library.places.every, *library.places.refuges)
        self._by_id: dict[str, Path] = {}
        self._by_hash: dict[str, Path] = {}
        self._by_day: dict[tuple[str, str], list[Path]] = {}
        for entry in library.entries:
            if entry.id and entry.date:
                self._add(entry.id, entry.name, entry.date.isoformat(), entry.path)

    def add(self, told: Told, path: Path) -> None:
        """One more is here."""
        self._add(told.session, told.name, told.date, path)

    def is_removed(self, session_id: str) -> bool:
        """Whether a discussion was removed for good: reading its file in again would bring back what must not be kept."""
        return self._removed.whole(session_id) is not None

    def removed_of(self, session_id: str) -> frozenset[str]:
        """The notes of a discussion that were removed for good, told beside the files or in its own."""
        if session_id not in self._purged:
            path = self._by_id.get(session_id)
            session = _read(path) if path else None
            inside = {key[1] for key in session.versions if key[0] == Purge.table} if session else set()
            told = self._removed.notes(session_id)
            kept = {one for one in inside if self._removed.is_kept(session_id, one)}
            self._purged[session_id] = told | frozenset(inside - kept - {session_id})
        return self._purged[session_id]

    def removed_from(self, path: Path) -> frozenset[str]:
        """The same, of the discussion in a file that is here."""
        return next((self.removed_of(key) for key, one in self._by_id.items() if one == path), frozenset())

    def may_hold_removed(self, told: Told) -> bool:
        """Whether a file says it is of a discussion that notes were removed from, and which they are nobody can tell: it is not here."""
        return bool(told.of and not told.named and told.of not in self._by_id and self.removed_of(told.of))

    def session_of(self, session_id: str) -> Session | None:
        """A discussion that is here."""
        path = self._by_id.get(session_id)
        return _read(path) if path else None

    @property
    def removals(self) -> Removals:
        """What was removed for good in the folder."""
        return self._removed

    def read_from(self, digest: bytes) -> Path | None:
        """The discussion that was read from a file with this hash, or None."""
        return self._by_hash.get(next_id(0, int.from_bytes(digest[:10], "big"))[_TIME:])

    def find(self, told: Told) -> tuple[Finding, Path | None]:
        """Whether a discussion is here: not at all, whole, with less than it tells, with other words, or another of its group and day."""
        known = self._by_id.get(told.session)
        if known:
            return _against(_session(told.data), _read(known)), known
        others = self._by_day.get(_day(told.name, told.date), [])
        if not others:
            return "new", None
        said = _said_in(_session(told.data))
        same = next((path for path in others if said <= _said_in(_read(path))), None)
        return ("here", same) if same else ("asks", others[0])

    def _add(self, session: str, name: str, date: str, path: Path) -> None:
        self._by_id.setdefault(session, path)
        self._by_hash.setdefault(session[_TIME:], path)
        self._by_day.setdefault(_day(name, date), []).append(path)


def _day(name: str, date: str) -> tuple[str, str]:
    return folded(" ".join(name.replace("-", " ").split())), date


def changes_by(told: Told, path: Path) -> dict[str, int]:
    """What a file would do to the notes of the discussion that is here: how many come, read otherwise, and are taken back."""
    here, fresh = _read(path), _session(told.data)
    if here is None or fresh is None:
        return {}
    both = session_of([*_all(here), *(one for one in _all(fresh) if one not in set(_all(here)))], here.frame)
    before, after = ({one.id: one for one in (*it.notes(), *it.parked())} for it in (here, both))
    altered = sum(before[one].said() != after[one].said() for one in before.keys() & after.keys())
    return dict(
        zip(
            CHANGES,
            (len(after.keys() - before.keys()), altered, len(before.keys() - after.keys())),
            strict=True,
        )
    )


def _against(fresh: Session | None, here: Session | None) -> Finding:
    """Whether a file of a discussion that is here tells anything that it does not tell here, or tells it in other words."""
    if here is None or fresh is None:
        return "here"
    gone = {key[1] for key in here.versions if key[0] == Purge.table}
    known = {_mark(one): one.said() for one in _all(here)}
    told = [one for one in _all(fresh) if one.id not in gone and not isinstance(one, Draft)]
    if any(known.get(_mark(one), one.said()) != one.said() for one in told):
        return "clashes"
    return "more" if any(_mark(one) not in known for one in told) else "here"


def _all(session: Session) -> list[Record]:
    return [one for versions in session.versions.values() for one in versions]


def _mark(one: Record) -> Hashable:
    """What tells a version from every other."""
    return (one.table, one.id, one.rev, one.writer, one.change)


def _said_in(session: Session | None) -> Counter[Hashable]:
    """What a group has said, each thing by itself, without regard to when it was written down and under which ids."""
    if session is None:
        return Counter()
    said: Counter[Hashable] = Counter()
    for note in session.notes():
        of = (note.question, note.kind, note.text)
        told = ((of, name, getattr(note, name)) for name in _TOLD_OF_NOTES if getattr(note, name))
        said.update([of, *told])
    answers = [session.answer(key[1]) for key in session.versions if key[0] == Answer.table]
    said.update(
        (one.id, name, told) for one in filter(None, answers) for name, told in one.said().items() if told
    )
    said.update((one.kind, one.section, one.text) for one in session.current(Conclusion))
    return said


def _read(path: Path) -> Session | None:
    from diskussion_tui.domain.session.faults import NotOpenedError

    try:
        return read_session(path).session
    except (NotOpenedError, OSError):
        return None


def _session(data: bytes) -> Session | None:
    content = read(data)
    try:
        return session_of(content.versions, content.frame)
    except NoHeadError:
        return None


def day_of(told: Told) -> dt.date:
    """The day of a discussion that a file tells."""
    import datetime as dt

    return dt.date.fromisoformat(told.date)
