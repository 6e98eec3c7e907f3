"""Thousands of discussions in seconds: an evening that was led once, filled with other words, names, ids and days.

A shape is the text of a session file whose notes are marks. Filling it replaces marks, ids, days and offsets and nothing else, so
what the program wrote stays as it wrote it: a filled shape is byte for byte what the program would write for it. Within a
shape it is the same notes that have hands and are merged; what they say, who met and when differs.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import cached_property
from random import Random
from typing import TYPE_CHECKING

import tomli_w

from diskussion_tui.base.ids import next_id
from diskussion_tui.store.files.codec import Encoder
from tools.corpus.evening import Evening
from tools.corpus.grammar import sayings, themes
from tools.corpus.speech import said
from tools.corpus.units import Unit, offset_on
from tools.corpus.wording import Drawn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diskussion_tui.domain.workbook.workbook import Workbook
    from tools.corpus.grammar import Theme
    from tools.corpus.units import Meeting

_EACH = 6
"""So many shapes for each sort of unit, and as many for its tables, where fewer sit."""
_POOL = 300
"""So many sentences of each theme and kind; the same one therefore comes back, as it does where people talk."""
_BLANK = re.compile(r"§[a-z0-9]+§|[0-7][0-9A-HJKMNP-TV-Z]{25}|\d{4}-\d\d-\d\d|(?<=\d)[+]0[12]:00(?=\n)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TIME, _RANDOM_BITS = 10, 80
_AS_PYTHON_WRITES = str.maketrans("0123456789ABCDEFGHJKMNPQRSTVWXYZ", "0123456789abcdefghijklmnopqrstuv")


class Marks(Drawn):
    """The notes of a shape: marks instead of words, each with the theme and kind that its words will have."""

    kinds: dict[str, tuple[str, str]]

    def note(self, section: str, kind: str) -> str:
        """A mark for a note."""
        return self._mark(self.drawn(section), kind)

    def repeated(self, before: str) -> str:
        """Another mark of the same theme and kind."""
        return self._mark(*self.kinds[before])

    def _mark(self, theme: str, kind: str) -> str:
        known = self.__dict__.setdefault("kinds", {})
        mark = f"§{len(known)}§"
        known[mark] = (theme, kind)
        return self.known(mark, theme)


class Shape:
    """A discussion that was led, to be filled."""

    def __init__(self, meeting: Meeting, workbook: Workbook, notes: int, dice: Random) -> None:
        unit = Unit("§unit§", meeting.unit.sort, "§place§", meeting.unit.cares)
        marks = Marks(unit, dice)
        evening = Evening(replace(meeting, unit=unit, name="§name§"), workbook, marks, dice)
        text = Encoder().file(evening.leads(notes)).decode()
        self._begins, self._themes = meeting.begins, evening.themes
        self._kinds = marks.kinds
        self._pieces = _BLANK.split(text)
        self._blanks = _BLANK.findall(text)
        self._ids = {one: _milliseconds(one) for one in dict.fromkeys(self._blanks) if len(one) > _TIME * 2}
        self._days = {one: dt.date.fromisoformat(one) for one in set(self._blanks) if _DAY.fullmatch(one)}

    def filled(self, meeting: Meeting, pool: Pool, dice: Random) -> tuple[bytes, dict[str, str]]:
        """The file of another meeting in this shape, and the themes of its notes."""
        days = meeting.begins.date() - self._begins.date()
        offset = offset_on(meeting.begins.date())
        later = int((days + (self._begins.utcoffset() or days) - offset).total_seconds() * 1000)
        ids = {one: next_id(at + later, dice.getrandbits(_RANDOM_BITS)) for one, at in self._ids.items()}
        blanks = ids | {one: (day + days).isoformat() for one, day in self._days.items()}
        blanks |= {mark: pool.drawn(*kind, dice) for mark, kind in self._kinds.items()}
        unit = meeting.unit
        blanks |= {
            "§unit§": escaped(unit.name),
            "§name§": escaped(meeting.name),
            "§place§": escaped(unit.place),
        }
        written = f"+0{offset // dt.timedelta(hours=1)}:00"
        blanks |= {"+01:00": written, "+02:00": written}
        every = [self._pieces[0]]
        for blank, piece in zip(self._blanks, self._pieces[1:], strict=True):
            every += (blanks[blank], piece)
        return "".join(every).encode(), {ids[one]: theme for one, theme in self._themes.items()}


class Pool:
    """Sentences ready to be written, by theme and kind."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._made: dict[tuple[str, str], list[str]] = {}

    def drawn(self, theme: str, kind: str, dice: Random) -> str:
        """One of the sentences, as it stands in a file."""
        return dice.choice(self._made.get((theme, kind)) or self._making(theme, kind))

    def _making(self, theme: str, kind: str) -> list[str]:
        dice = Random(f"{self._seed} {theme} {kind}")
        every = sayings(self._named[theme], kind, dice)
        made = self._made[theme, kind] = [escaped(said(next(every), dice)) for _ in range(_POOL)]
        return made

    @cached_property
    def _named(self) -> dict[str, Theme]:
        return {one.id: one for one in themes()}


def filled(
    held: Iterator[Meeting], workbook: Workbook, seed: int, notes: int
) -> Iterator[tuple[Meeting, bytes, dict[str, str]]]:
    """Each meeting in a shape of its sort of unit."""
    pool, shapes = Pool(seed), dict[tuple[str, bool, int], Shape]()
    for number, meeting in enumerate(held):
        dice = Random(f"{seed} {number} filled")
        key = (meeting.unit.sort, "bord" in meeting.name, dice.randrange(_EACH))
        shape = shapes.get(key)
        if shape is None:
            shape = shapes[key] = Shape(meeting, workbook, notes, Random(f"{seed} {key}"))
        yield meeting, *shape.filled(meeting, pool, dice)


def escaped(text: str) -> str:
    """A text of one line as TOML has it between its quotes."""
    return tomli_w.dumps({"x": text})[len('x = "') : -len('"\n')]


def _milliseconds(one: str) -> int:
    return int(one[:_TIME].translate(_AS_PYTHON_WRITES), 32)
