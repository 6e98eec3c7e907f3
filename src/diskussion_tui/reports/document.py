"""A document as a value: headings, text, notes, tables and figures in the order in which they are read.

It is built once, from a discussion or a compilation, and says nothing of paper, pixels or files: every format sets the same blocks
in its own way, so that what is said cannot differ between them. All texts are plain; a format guards its own signs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from diskussion_tui.base.value import dataclass

if TYPE_CHECKING:
    import datetime as dt

Tone = Literal["", "lead", "quiet", "strong"]
"""How a paragraph is meant: as it is, as what leads into a part, as what one may pass over, as what counts."""
Cell: TypeAlias = str | int


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

    `shares` are tables whose numbers are shown as heat too; `sums` is whether the last row adds up the others.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    rule: str = ""
    shares: bool = False
    sums: bool = False


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


Block: TypeAlias = Heading | Paragraph | Facts | Items | Groups | Table | Bars


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
