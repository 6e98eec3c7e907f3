"""A document as a value: headings, text, notes, tables and figures in the order in which they are read.

It is built once, from a discussion or a compilation, and says nothing of paper, pixels or files: every format sets the same blocks
in its own way, so that what is said cannot differ between them. All texts are plain; a format guards its own signs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypeAlias

from diskussion_tui.base.value import dataclass
from diskussion_tui.reports.bars import shade

if TYPE_CHECKING:
    import datetime as dt

Tone = Literal["", "lead", "quiet", "strong"]
"""How a paragraph is meant: as it is, as what leads into a part, as what one may pass over, as what counts."""
Cell: TypeAlias = str | int

_SIGNED = re.compile(r"^([^\w\s]) (?=\w)")
_BLANKS = re.compile(r"[ \n\t]+")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below the title, which has level 1. No level is passed over on the way down."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text. Its lines are kept."""

    text: str
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known, each with its label."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """Something in a list: its sign (`−`, `[x]`, none for a plain dot), what is to be known of it, and what stands under it."""

    text: str
    sign: str = ""
    marks: tuple[str, ...] = ()
    under: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The notes of one kind. `role` is which of the kinds it is, from 0: formats have a colour for each, beside its sign and word."""

    heading: str
    sign: str
    role: int
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Groups:
    """Groups that stand side by side where there is room for it, else one below the other."""

    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table. The first column names its row. `rule` says what was counted and what was not, in one line.

    `heat` are the columns whose numbers are shaded, by what they are of the most; `sums` is whether the last row adds up the others,
    `counted` whether every column but the first is of numbers.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    rule: str = ""
    heat: tuple[int, ...] = ()
    sums: bool = False
    counted: bool = False

    def numbers(self) -> list[bool]:
        """Which columns are of numbers, also where words stand in the place of one (*fewer than 5*)."""
        return [
            place > 0 if self.counted else all(isinstance(row[place], int) for row in self.rows)
            for place in range(len(self.head))
        ]

    def bound(self) -> list[str]:
        """The heads, in each a sign bound to its word: alone at the end of a line it would say nothing."""
        return [_SIGNED.sub("\\1\N{NO-BREAK SPACE}", text) for text in self.head]

    def longest(self) -> list[int]:
        """Of each column, the letters of what is longest in it without a blank to break at."""
        texts = [[head, *(str(row[place]) for row in self.rows)] for place, head in enumerate(self.bound())]
        return [max(len(word) for text in one for word in _BLANKS.split(text)) for one in texts]

    def shades(self) -> dict[tuple[int, int], int]:
        """How strongly each cell is shaded, from 1 to 4, by row and column; those that are not are left out."""
        rows = self.rows[:-1] if self.sums else self.rows
        held = {
            (place, column): value
            for place, row in enumerate(rows)
            for column in self.heat
            if isinstance(value := row[column], int) and value > 0
        }
        most = max(held.values(), default=0)
        return {place: shade(value, most) for place, value in held.items()}


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its label, its length, and its length as it is written."""

    label: str
    value: int
    shown: str
    role: int = -1


@dataclass(frozen=True, slots=True)
class Bars:
    """A figure of bars. `alternative` says in words what it shows, for whoever does not see it."""

    caption: str
    bars: tuple[Bar, ...]
    alternative: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a map: what it is called, and a number for each of the map's kinds."""

    label: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Map:
    """A figure of places: `kinds` are the labels of what is counted there, each with its role; `regions` the places, by heading."""

    caption: str
    kinds: tuple[tuple[str, int], ...]
    regions: tuple[tuple[str, tuple[Spot, ...]], ...]
    alternative: str

    @property
    def most(self) -> int:
        """The largest number on it."""
        return max((value for _, spots in self.regions for spot in spots for value in spot.values), default=0)


Block: TypeAlias = Heading | Paragraph | Facts | Items | Groups | Table | Bars | Map


@dataclass(frozen=True, slots=True)
class Document:
    """A document. `language` is a code such as `sv`, `date` the day it is of, `subject` what a file says it is about.

    `signs` are the signs of the kinds that occur, by role. `where_pages` says `Sida {page} av {pages}` in its language.
    """

    title: str
    language: str
    date: dt.date
    blocks: tuple[Block, ...]
    subtitle: str = ""
    subject: str = ""
    contents: str = ""
    where_pages: str = ""


def headings_of(document: Document) -> tuple[Heading, ...]:
    """Its headings, as they come."""
    return tuple(block for block in document.blocks if isinstance(block, Heading))
