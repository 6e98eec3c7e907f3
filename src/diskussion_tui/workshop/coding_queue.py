"""The notes that are to be coded, in a row by likeness: which is next, what is suggested for it, and how often that was right.

What is decided is learned from before the next note is asked for. Where notes are many, the row is put in order anew beside the
screen, now and then; the note at hand stays at hand. Who codes blind has another row, which is the same for every coder whatever
anybody has decided: first what colleagues have coded, without how, so that there is something to agree on.
"""

from __future__ import annotations

import threading
from hashlib import sha256
from typing import TYPE_CHECKING

from diskussion_tui.domain.analysis import suggesting
from diskussion_tui.domain.analysis.agreement import agreement
from diskussion_tui.domain.analysis.coding import TOGETHER, Decision, clear, decide
from diskussion_tui.domain.analysis.suggesting import Suggester, Suggestion, hit_rate, in_a_row, place_of
from diskussion_tui.workshop.coding import Desk, decided_by, starter_for

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from diskussion_tui.domain.analysis.said import Said
    from diskussion_tui.domain.analysis.suggesting import HitRate
    from diskussion_tui.domain.session.records import Version

FEW = 150
"""So many notes are put in order within a frame."""
_ANEW = 10
"""After so many decisions many notes are put in order anew."""
_MEASURED = 100
"""The hit rate is that of so many decisions."""
SIMILAR = 5
"""So many notes like the one at hand are offered with it."""


class Queue:
    """The notes at a desk. `blind` hides what others have decided; with `disputed` those are settled that coders see differently."""

    def __init__(self, desk: Desk, said: Iterable[Said], *, blind: bool = False) -> None:
        self.desk = desk
        self.said = {one.id: one for one in said}
        self.suggester = Suggester({note: one.text for note, one in self.said.items()})
        self.blind, self.disputed = blind, False
        self.current = ""
        self.lock = threading.Lock()
        self._done: set[str] = set()
        self._row: list[str] = list(self.said)
        self._place: dict[str, int] = {}
        self._shared: set[str] = set()
        self._since = 0
        self._hits: list[tuple[str, int]] = []
        self.suggester.read(self.said)
        self._know_all()
        self._measure()
        self._lay_out()

    # ---- what there is -----------------------------------------------------------------------------------------------

    @property
    def left(self) -> int:
        """How many notes are still to be decided."""
        return len(self._row) - len(self._done)

    @property
    def done(self) -> int:
        """How many are decided."""
        return len(self._done)

    @property
    def shared(self) -> int:
        """To who codes blind: how many of the notes colleagues have coded."""
        return len(self._shared)

    @property
    def shared_left(self) -> int:
        """How many of them are still to be decided."""
        return len(self._shared - self._done)

    def in_order(self) -> list[str]:
        """Every note, in a row by likeness; to who codes blind in the row that all coders have."""
        return list(self._row)

    def still_to_do(self) -> list[str]:
        """Those that are still to be decided."""
        return [note for note in self._row if note not in self._done]

    @property
    def note(self) -> Said | None:
        """The note at hand; None where all are decided."""
        return self.said.get(self.current)

    @property
    def coder(self) -> str:
        """Whose decision is being made: one's own, or what is settled together."""
        return TOGETHER if self.disputed else self.desk.coder

    def suggestions(self) -> tuple[Suggestion, ...]:
        """What is suggested for the note at hand."""
        if not self.current:
            return ()
        with self.lock:
            return self.suggester.suggestions_by_others(self.current)

    def similar(self, most: int = SIMILAR) -> list[str]:
        """Notes still to be decided that are like the one at hand, the likest first."""
        if not self.current or self.disputed:
            return []
        words = self.suggester.words(self.current)
        near = self.suggester.likeness.near(words, but=self.current)
        return [note for note, _degree in near if note not in self._done and note in self._place][:most]

    def said_by(self, note: str) -> dict[str, tuple[str, ...]]:
        """What each coder has decided of a note, where that may be seen."""
        if self.blind and not self.disputed:
            return {}
        coding = self.desk.coding
        found = {coder: coding.themes_in(one) for coder, one in coding.decided.get(note, {}).items()}
        return {
            coder: themes for coder, themes in found.items() if themes is not None and coder != self.coder
        }

    @property
    def rate(self) -> HitRate:
        """How often suggestions were right, of the last decisions made here."""
        return hit_rate([place for _, place in self._hits[-_MEASURED:]])

    def curve(self, points: int = 8) -> tuple[float, ...]:
        """The share of first suggestions that were right, from one's first decisions to the last, in so many steps."""
        places = [place for _, place in self._hits]
        step = max(5, -(-len(places) // points))
        parts = (places[at : at + step] for at in range(0, len(places), step))
        return tuple(sum(one == 1 for one in part) / len(part) for part in parts if part)

    # ---- deciding ----------------------------------------------------------------------------------------------------

    def decide(self, notes: Sequence[str], themes: Sequence[str], memo: str = "") -> tuple[Version, ...]:
        """Put notes under themes, or under none, and go to the next."""
        with self.lock:
            ranked = {note: self.suggester.ranked(note) for note in notes} if themes else {}
        made = self.desk.do(lambda coding, stamp: decide(coding, stamp, self.coder, notes, themes, memo))
        self._hits = [one for one in self._hits if one[0] not in ranked]
        self._hits += ((note, place_of(themes, ranked[note])) for note in ranked)
        self.take_in(made)
        self.go_on(notes[0])
        return made

    def clear(self, notes: Sequence[str]) -> tuple[Version, ...]:
        """Take out what was decided of some notes."""
        made = self.desk.do(lambda coding, stamp: clear(coding, stamp, self.coder, notes))
        self.take_in(made)
        return made

    def undo(self) -> tuple[Version, ...]:
        """Take back what was done last, and go to its note."""
        return self._back(self.desk.undo())

    def redo(self) -> tuple[Version, ...]:
        """Do again what was taken back last."""
        made = self._back(self.desk.redo())
        self.go_on(self.current)
        return made

    def _back(self, made: tuple[Version, ...]) -> tuple[Version, ...]:
        self.take_in(made)
        notes = [one.note for one in made if isinstance(one, Decision)]
        self._hits = [one for one in self._hits if one[0] not in notes]
        if back := [note for note in notes if note in self.said]:
            self.current = back[0]
        return made

    def take_in(self, made: Iterable[Version]) -> None:
        """Go by what was made: learn from decisions, and know the code book as it is now."""
        made = tuple(made)
        if any(not isinstance(one, Decision) for one in made):
            self._know_all()
            self._since = _ANEW
        else:
            with self.lock:
                for note in dict.fromkeys(one.note for one in made if isinstance(one, Decision)):
                    self._know(note)
            self._since += len(made)

    # ---- going on ----------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Go to the first note that is to be decided."""
        self.current = next((note for note in self._row if note not in self._done), "")

    def go_on(self, after: str) -> None:
        """Go to the next note that is to be decided, after the last one to the first."""
        at = self._place.get(after, -1) + 1
        ahead = (*range(at, len(self._row)), *range(min(at, len(self._row))))
        self.current = next((self._row[place] for place in ahead if self._row[place] not in self._done), "")

    def go_to(self, note: str) -> None:
        """Go to a note."""
        self.current = note if note in self.said else self.current

    def look(self, *, blind: bool | None = None, disputed: bool | None = None) -> None:
        """Show or hide what others have decided; go to what is to be settled, or back."""
        self.blind = self.blind if blind is None else blind
        self.disputed = self.disputed if disputed is None else disputed
        self._know_all()
        self._lay_out()

    @property
    def wants_order(self) -> bool:
        """Whether enough was decided for the row to be put in order anew."""
        return not (self.blind or self.disputed) and self._since >= (_ANEW if len(self._row) > FEW else 1)

    def order_anew(self) -> list[str]:
        """The row as it should be now. For any thread: whoever asked hands it to `take_order`."""
        self._since = 0
        return self._ordered(list(self._row))

    def take_order(self, row: list[str]) -> None:
        """Have the notes in another order. The one at hand stays."""
        if not self.blind and set(row) == set(self._row):
            self._put_in_order(row)

    def _lay_out(self) -> None:
        self._shared = self._of_colleagues() if self.blind and not self.disputed else set()
        self._put_in_order(self._ordered(self._wanted()))
        self.begin()

    def _wanted(self) -> list[str]:
        if not self.disputed:
            return list(self.said)
        return [note for note in agreement(self.desk.coding).disputed if note in self.said]

    def _ordered(self, notes: list[str]) -> list[str]:
        if self.blind and not self.disputed:
            return sorted(notes, key=lambda note: (note not in self._shared, sha256(note.encode()).digest()))
        order = {one.id: place for place, one in enumerate(self.desk.coding.book.themes)}
        return in_a_row(self.suggester, notes, order, self.lock)

    def _put_in_order(self, row: list[str]) -> None:
        self._row = row
        self._place = {note: place for place, note in enumerate(row)}
        self._done = {note for note in row if self._is_done(note)}

    def _of_colleagues(self) -> set[str]:
        """What others have coded, each by themselves: not what was settled together."""
        coding, own = self.desk.coding, {self.desk.coder, TOGETHER}
        return {
            note
            for note in self.said
            if any(
                coder not in own and coding.themes_in(one) is not None
                for coder, one in coding.decided.get(note, {}).items()
            )
        }

    def _know_all(self) -> None:
        with self.lock:
            self.suggester.take_book(self.desk.coding.book)
            for note in self.said:
                if note in self.desk.coding.decided or note in self.suggester.learned:
                    self._know(note)

    def _know(self, note: str) -> None:
        themes = self._themes(note) or ()
        if themes != self.suggester.learned.get(note, ()):
            self.suggester.learn(note, themes)
        (self._done.add if note in self._place and self._is_done(note) else self._done.discard)(note)

    def _themes(self, note: str) -> tuple[str, ...] | None:
        """The themes of a note as far as may be seen: one's own where one codes blind."""
        return self.desk.coding.themes_of(note, self.desk.coder if self.blind else "")

    def _is_done(self, note: str) -> bool:
        if self.disputed:
            return self.desk.coding.decision(note, TOGETHER) is not None
        return self._themes(note) is not None

    def _measure(self) -> None:
        """How one's last decisions stand to what would have been suggested for them."""
        own = [
            one
            for one in decided_by(self.desk.coding, self.desk.coder)
            if one.note in self.said and one.themes
        ]
        last = [(one.note, themes) for one in own[-_MEASURED:] if (themes := self._themes(one.note))]
        self._hits = list(
            zip((note for note, _ in last), suggesting.measured(self.suggester, last), strict=True)
        )


def set_out(desk: Desk, said: Iterable[Said], *, blind: bool = False) -> Queue:
    """The notes at a desk, ready to be coded: those in force, each once. For any thread; with many notes it takes seconds."""
    return Queue(desk, {one.id: one for one in said if one.in_force}.values(), blind=blind)


def desk_in(
    folder: Path, coder: str, said: Iterable[Said], workbook: str, now: Callable[[], dt.datetime]
) -> Queue:
    """The desk of a coder in a compilation's folder, with its notes set out. For any thread."""
    desk = Desk.at(folder, coder, starter_for(workbook), now=now, workbook=workbook)
    return set_out(desk, said)
