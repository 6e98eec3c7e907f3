"""One made-up discussion, led as a group leads it: every note, hand, merge and conclusion is a change of the program's own.

Nothing is written here past `domain/session`: so a folder of these holds only what the program could have made, and changes
with it. Where a text comes from is handed in (`Words`), so that a shape can be made once and filled with other words later.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING, Protocol

from diskussion_tui.base.ids import next_id
from diskussion_tui.domain.session import changes, conclusions, merging, parking, placing, rounds
from diskussion_tui.domain.session.changes import Stamp, frame_of
from diskussion_tui.domain.session.fold import fold, session_of
from diskussion_tui.domain.session.records import Note, Spent
from diskussion_tui.domain.session.session import Change
from diskussion_tui.domain.workbook.compass import cells_of
from diskussion_tui.domain.workbook.steps import END, steps_of
from tools.corpus.grammar import besides, expand, places
from tools.corpus.units import LEADERS, NOTE_TAKERS, ROOMS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    from diskussion_tui.domain.session.records import ConclusionKind
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.workbook.workbook import Workbook
    from tools.corpus.units import Meeting

_KINDS = ("avveckla", "vidareutveckla", "nyutveckla"), (26, 45, 29)
_VERDICTS = {"A": (70, 25, 5), "B": (45, 42, 13), "C": (38, 44, 18), "D": (62, 30, 8)}
"""How often each picture holds, holds in part and does not hold."""
_ANSWERED = 0.85
_TABLES = ("1", "2", "3")
_TABLED = 0.3
_RANDOM_BITS = 80


class Words(Protocol):
    """Where the words of notes come from. Each is asked for once, and `theme` says what it was made from."""

    def note(self, section: str, kind: str) -> str:
        """A note of a section and kind."""
        ...

    def repeated(self, before: str) -> str:
        """The same thing said once more."""
        ...

    def theme(self, text: str) -> str:
        """The theme that a text was made from; empty where it belongs to none."""
        ...


class Evening:
    """A discussion as it is led."""

    def __init__(self, meeting: Meeting, workbook: Workbook, words: Words, dice: Random) -> None:
        self._meeting, self._workbook, self._words, self._dice = meeting, workbook, words, dice
        self._at = meeting.begins
        self._last = ""
        self._writer = (
            f"skriv-{dice.choice('bdfhk')}{dice.randint(2, 9)}{dice.choice('mnprt')}{dice.randint(2, 9)}"
        )
        self.themes: dict[str, str] = {}
        """The theme of every note, by its id."""
        self.session = self._begun()

    def leads(self, notes: int) -> Session:
        """The discussion with about so many notes, from the first question to the last; how it stands at the end."""
        sections = [one.id for one in self._workbook.sections if self._dice.random() < _ANSWERED] or ["A"]
        about = max(1, round(notes * self._dice.uniform(0.7, 1.3)))
        told: list[Note] = []
        for section, number in zip(sections, self._shared(about, len(sections)), strict=True):
            told += self._section(section, number)
        self._took_down(told)
        self._after(told)
        for section in sections:
            self._prioritised(section)
        self._concluded(sections)
        self._ended(sections)
        return self.session

    # ---- what is said --------------------------------------------------------------------------------------------

    def _shared(self, number: int, parts: int) -> list[int]:
        weights = [self._dice.uniform(0.5, 1.5) for _ in range(parts)]
        return [max(1, round(number * one / sum(weights))) for one in weights]

    def _section(self, section: str, number: int) -> list[Note]:
        """The notes of a section: most propose something, some are about the picture, a few answer an own question."""
        asked = self._dice.choices((".1", ".2", ".3", "E"), (15, 66, 7, 12), k=number)
        told = []
        for question in sorted(asked, key=".1 .2 .3 E".index):
            kind = self._dice.choices(*_KINDS)[0] if question == ".2" else ""
            text = self._again(told, kind) or self._words.note(section, kind)
            where = f"E.{section}" if question == "E" else section + question
            told += self._notes(where, text, kind)
        return told

    def _again(self, told: list[Note], kind: str) -> str:
        earlier = [note.text for note in told if note.kind == kind]
        if not earlier or self._dice.random() > 0.07:
            return ""
        return self._words.repeated(self._dice.choice(earlier))

    def _notes(self, question: str, text: str, kind: str) -> list[Note]:
        group = self._dice.choice(_TABLES) if self._tabled else ""
        made = changes.add_notes(
            self.session, self._stamp(8, 70), self._ids(), question, [text], kind, group=group
        )
        notes = [one for one in made.versions if isinstance(one, Note)] if made else []
        self.themes |= {one.id: self._words.theme(text) for one in notes}
        return notes

    def _took_down(self, told: list[Note]) -> None:
        """All notes at once: folding in one by one would cost the same answer most of the time there is."""
        versions = [found for every in self.session.versions.values() for found in every]
        self.session = session_of([*versions, *told], self.session.frame)

    def _after(self, told: list[Note]) -> None:
        """What happens to notes once they stand there: hands, stars, dissent, places, merges, what is put aside."""
        for note in told:
            self._handled(note)
        found: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
        for note in self.session.notes():
            found[note.question, note.kind, self.themes[note.id]].append(note.id)
        for (_, _, theme), alike in found.items():
            if theme and len(alike) > 1 and self._dice.random() < 0.25:
                made = self._does(merging.merge, self._ids(), alike[:3])
                self.themes[made.versions[0].id] = theme if made else ""

    def _handled(self, note: Note) -> None:
        dice, most = self._dice, self._meeting.participants
        if dice.random() < 0.34:
            self._does(changes.support, note.id, min(most, 1 + int(dice.expovariate(3 / most))))
        if dice.random() < 0.03:
            self._does(changes.toggle_star, note.id)
        if dice.random() < 0.05:
            words = self._besides("objections") if dice.random() < 0.75 else ""
            self._does(changes.word_dissent, note.id, words)
        if dice.random() < 0.12:
            fitting = places().get(self.themes[note.id], self._cells)
            cells = self._cells if dice.random() < 0.1 else fitting
            self._does(placing.place, note.id, dice.sample(cells, dice.choice((1, 1, 2))))
        if dice.random() < 0.04:
            self._does(changes.withdraw if dice.random() < 0.5 else parking.park, note.id)

    def _prioritised(self, section: str) -> None:
        notes = rounds.in_section(self.session, section)
        if len(notes) < 3 or self._dice.random() > 0.12:
            return
        made = self._does(rounds.begin_round, self._id(), section, "prickar", 3)
        dots = {note.id: self._dice.randint(0, self._meeting.participants) for note in notes}
        self._does(rounds.give_each, made.versions[0].id, {one: dot for one, dot in dots.items() if dot})
        self._does(rounds.close_round, made.versions[0].id)

    def _concluded(self, sections: list[str]) -> None:
        for section in sections:
            verdict = self._dice.choices(
                [one.id for one in self._workbook.verdicts], _VERDICTS.get(section, (1, 1, 1))
            )
            if self._dice.random() < 0.9:
                self._does(changes.set_verdict, f"{section}.1", verdict[0])
            if self.session.notes_of(f"{section}.3"):
                self._does(changes.set_wording, f"{section}.3", self._besides("wordings"))
        for _ in range(self._dice.choice((0, 1, 1, 2, 3))):
            self._whole()
        for _ in range(self._dice.choice((0, 1, 2, 3, 5))):
            self._concludes(self._dice.choice(sections))

    def _whole(self) -> None:
        text = self._besides("reflections")
        made = self._does(changes.add_notes, self._ids(), "E.helheten", [text])
        self.themes[made.versions[0].id] = ""

    def _concludes(self, section: str) -> None:
        kinds: tuple[ConclusionKind, ...] = ("slutsats", "åtgärd", "medskick")
        kind = self._dice.choices(kinds, (40, 35, 25))[0]
        due = self._at.date() + dt.timedelta(days=self._dice.randint(14, 200))
        text = self._besides(kind, day=due.isoformat())
        resting = [note.id for note in self.session.notes() if note.question.startswith(section)]
        said = conclusions.read(text, kind, (), self._at.date())
        about = self._dice.choice((section, section, ""))
        notes = self._dice.sample(resting, min(len(resting), self._dice.randint(0, 3)))
        made = self._does(
            conclusions.conclude, self._id(), kind, conclusions.Read(about, text, said.owner, said.due), notes
        )
        if kind == "åtgärd" and self._dice.random() < 0.3:
            self._does(conclusions.toggle_done, made.versions[0].id)

    def _ended(self, sections: list[str]) -> None:
        steps = [one for one in steps_of(self._workbook) if one.part in {*sections, "E", ""}]
        stamp = self._stamp(1, 5)
        spent = [
            Spent(
                id=one.id,
                change=stamp.change,
                writer=stamp.writer,
                at=stamp.at,
                seconds=self._seconds(one.minutes),
            )
            for one in steps
        ]
        self._take(Change(stamp.change, tuple(spent)))
        self._take(Change("", (changes.draft(self.session, self._stamp(1, 3), END, "", ""),)))
        if self._dice.random() < 0.7:
            self._does(changes.set_state, "fastställd")

    def _seconds(self, minutes: int) -> int:
        return int(minutes * 60 * self._dice.uniform(0.5, 1.5))

    # ---- changes -------------------------------------------------------------------------------------------------

    def _begun(self) -> Session:
        meeting, dice = self._meeting, self._dice
        details = {
            "facilitator": dice.choice(LEADERS),
            "note_taker": dice.choice(NOTE_TAKERS),
            "place": f"{dice.choice(ROOMS)}, {meeting.unit.place}",
            "participants": meeting.participants,
            "unit": meeting.unit.name,
        }
        self._tabled = "bord" not in meeting.name and dice.random() < _TABLED
        self._cells = [cell.id for cell in cells_of(self._workbook.compass)] if self._workbook.compass else []
        session_id, day = self._id(), meeting.begins.date()
        made = changes.begin(self._stamp(0, 1), session_id, meeting.name, day, self._workbook, details)
        return session_of(made.versions, frame_of(self._workbook))

    def _does(self, make: Callable[..., Change | None], *arguments: object) -> Change:
        made = make(self.session, self._stamp(2, 20), *arguments)
        return self._take(made) if made else Change("", ())

    def _take(self, made: Change) -> Change:
        self.session = fold(self.session, made.versions)
        return made

    def _stamp(self, least: int, most: int) -> Stamp:
        """A while later."""
        self._at += dt.timedelta(milliseconds=self._dice.randint(least * 1000, most * 1000))
        return Stamp(self._id(), self._at, self._writer)

    def _id(self) -> str:
        self._last = next_id(
            int(self._at.timestamp() * 1000), self._dice.getrandbits(_RANDOM_BITS), self._last
        )
        return self._last

    def _ids(self) -> Iterator[str]:
        while True:
            yield self._id()

    def _besides(self, heading: str, **given: str) -> str:
        return expand(self._dice.choice(besides()[heading]), self._dice, **given)
