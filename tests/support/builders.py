"""Small discussions to test with: a workbook of one part, a clock that is set by hand, a group that says things."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from diskussion_tui.base.ids import next_id
from diskussion_tui.content.reader import read_workbook
from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.changes import Stamp
from diskussion_tui.domain.session.fold import fold, session_of
from diskussion_tui.domain.session.records import Planned
from diskussion_tui.domain.session.undo import undo_of
from diskussion_tui.domain.workbook.workbook import (
    Area,
    Background,
    Bullet,
    Closing,
    Compass,
    Introduction,
    Kind,
    Part,
    Question,
    Reflection,
    Reflections,
    Section,
    Verdict,
    Workbook,
)
from diskussion_tui.texts import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from diskussion_tui.domain.session.session import Change, Session

NOON = dt.datetime(2026, 5, 12, 12, 0, tzinfo=dt.timezone(dt.timedelta(hours=2)))
SESSION = "01JE8AYGD8W7RQ4T0Z5N9K3M2B"


def workbook_in(path: Path, language: str = "sv") -> Workbook:
    """The workbook in a file that has no problem."""
    reading = read_workbook(path, words(language))
    assert reading.workbook, reading.problems
    return reading.workbook


class FixedClock:
    """A clock that stands until it is moved."""

    def __init__(self, at: dt.datetime = NOON) -> None:
        self.at = at

    def __call__(self) -> dt.datetime:
        return self.at

    def passes(self, **length: float) -> None:
        self.at += dt.timedelta(**length)

    def steady(self) -> float:
        return self.at.timestamp()


def small_workbook() -> Workbook:
    """A whole workbook with as little in it as can be led: 20 minutes."""
    questions = (
        Question("A.1", "verdict", 3, "Håller bilden?"),
        Question("A.2", "kinds", 5, "Vad ska ändras?"),
        Question("A.3", "own", 2),
    )
    fields = (Reflection("E.A", "Om parken", 2, "A"), Reflection("E.allt", "Helheten", 1))
    return Workbook(
        id="parken",
        version=1,
        language="sv",
        title="Parken",
        short_title="Parken",
        subtitle="Ett samtal",
        file_prefix="Samtal",
        total_minutes=20,
        kinds=(
            Kind("bort", "−", "-", "Bort", "tas bort", "warm"),
            Kind("nytt", "+", "+", "Nytt", "skapas", "fresh"),
        ),
        verdicts=(Verdict("ja", "ja"), Verdict("nej", "nej")),
        introduction=Introduction("Välkommen", ("Alla får tala.",), 2),
        compass=Compass("Kompass", "Se efter.", "Del", "Plats", "Väg", (Area("a", "Norr", ("Ek",)),), (), 1),
        sections=(Section("A", "Parken 2040", ("Grönare.",), (Bullet("Fler träd."),), questions, 3),),
        reflections=Reflections("E", "Tillbaka", "Vad väger tyngst?", fields),
        closing=Closing("Tack", ("Tack!",), "Samtal_namn_datum", 1),
        background=Background("Bakgrund", (Part("Varför"),)),
    )


class Group:
    """A group at work, without a disk: what it does is a change, taken in at once. The clock moves only when told."""

    def __init__(
        self,
        writer: str = "anna",
        session: Session | None = None,
        start: int = 1,
        name: str = "Ekerö",
        last: str = "",
    ) -> None:
        self.writer = writer
        self.clock = FixedClock()
        self.made: list[Change] = []
        self._numbers = start
        self._last = last
        if session is None:
            first = changes.begin(self.stamp(), SESSION, name, NOON.date(), small_workbook())
            self.made.append(first)
            session = session_of(first.versions, changes.frame_of(small_workbook()))
        self.session = session

    def new_id(self) -> str:
        self._numbers += 1
        self._last = next_id(int(self.clock().timestamp() * 1000), self._numbers, self._last)
        return self._last

    def ids(self) -> Iterator[str]:
        while True:
            yield self.new_id()

    def stamp(self) -> Stamp:
        return Stamp(self.new_id(), self.clock(), self.writer)

    def does(self, make: Callable[..., Change | None], *args: Any, **named: Any) -> Change | None:
        """Make a change and take it in."""
        return self._taken(make(self.session, self.stamp(), *args, **named))

    def says(self, *texts: str, question: str = "A.2", kind: str = "") -> tuple[str, ...]:
        """Take down notes; their ids."""
        made = self.does(changes.add_notes, self.ids(), question, texts, kind)
        return tuple(version.id for version in made.versions) if made else ()

    def saying(self, *texts: str, question: str = "A.2") -> Change:
        """The change that takes down notes, taken in here."""
        made = self.does(changes.add_notes, self.ids(), question, texts)
        assert made
        return made

    def undoes(self) -> Change | None:
        done = undo_of(self.session, self.writer).done
        return self.does(changes.take_back, done[-1]) if done else None

    def redoes(self) -> Change | None:
        undone = undo_of(self.session, self.writer).undone
        return self.does(changes.take_back, undone[-1]) if undone else None

    def hears(self, other: Session) -> None:
        """Take in everything another replica has."""
        self.session = fold(self.session, every_version(other))

    def _taken(self, change: Change | None) -> Change | None:
        if change:
            self.session = fold(self.session, change.versions)
            self.made.append(change)
        return change


def every_version(session: Session) -> tuple:
    """Every version of every record, as `fold` takes them."""
    return tuple(version for versions in session.versions.values() for version in versions)


def texts_of(session: Session) -> list[str]:
    """The texts of the notes in force, as they were said."""
    return [note.text for note in session.notes()]


def shown(session: Session) -> tuple:
    """What people see of a session: notes, answers and details as they are, without who wrote them when."""
    notes = [
        (note.id, note.question, note.kind, note.text, note.supporters, note.star, note.dissent)
        for note in session.notes()
    ]
    answers = {key[1]: session.answer(key[1]) for key in session.versions if key[0] == "answers"}
    given = {id_: (one.verdict, one.wording) for id_, one in answers.items() if one}
    head = session.head
    details = (head.name, head.state, head.facilitator, head.note_taker, head.place, head.participants)
    plan = [
        (one.id, one.minutes, one.behaviour, one.skipped, one.name, one.before)
        for one in session.current(Planned)
    ]
    return notes, {key: value for key, value in given.items() if any(value)}, details, head.ends, plan


def another(text: str, number: int) -> str:
    """The text of a session file as another discussion's: with an id of its own, also where earlier versions of its head stand."""
    found = re.search(r'^id = "(.{20}.{6})"', text, flags=re.MULTILINE)
    return text.replace(found[1], f"{found[1][:20]}{number:06}") if found else text
