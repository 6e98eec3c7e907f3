"""What a query is made of: values that say what is asked, without a word on how it is looked up.

A screen, the shell and the index each go by these: what is not told here is not asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from diskussion_tui.base.value import dataclass

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True)
class Text:
    """Words that stand in the discussion's name or in the note: folded, and anywhere in a word.

    `whole` are words as they stand, from where a word begins to where one ends; the last of them may go on where they are still
    `open`: the closing quotation mark has not been typed.
    """

    words: str
    whole: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class Is:
    """A field that holds one of some values. An empty value asks for those that have none.

    Ids, states, sorts and yes or no are as they stand in files; words are folded.
    """

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hands:
    """So many hands, both ends counted; None where there is no end."""

    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """The discussion's day: `from` this one on, or `to` this one, counted. `written` is what was written: a year, a month, a day."""

    field: str
    day: dt.date
    written: str


@dataclass(frozen=True, slots=True)
class Not:
    """What does not fit."""

    part: Node


@dataclass(frozen=True, slots=True)
class All:
    """What fits every part; there are at least two."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """What fits one part or more; there are at least two."""

    parts: tuple[Node, ...]


Node: TypeAlias = Text | Is | Hands | Day | Not | All | Any
Leaf: TypeAlias = Text | Is | Hands | Day
_SCOPES = frozenset({"withdrawn", "parked"})


def all_of(parts: Iterable[Node]) -> Node | None:
    """What fits every part; None, which asks for nothing, without any."""
    flat = [one for part in parts for one in (part.parts if isinstance(part, All) else (part,))]
    return All(tuple(flat)) if len(flat) > 1 else next(iter(flat), None)


def any_of(parts: Iterable[Node]) -> Node | None:
    """What fits one of the parts; None without any."""
    flat = [one for part in parts for one in (part.parts if isinstance(part, Any) else (part,))]
    return Any(tuple(flat)) if len(flat) > 1 else next(iter(flat), None)


def not_of(part: Node) -> Node:
    """What does not fit. Not to look through what is withdrawn or parked is to leave it out."""
    if isinstance(part, Is) and part.field in _SCOPES:
        return Is(part.field, tuple("ja" if value == "nej" else "nej" for value in part.values))
    return part.part if isinstance(part, Not) else Not(part)


def leaves(node: Node | None, *, denied: bool = False) -> Iterator[tuple[Leaf, bool]]:
    """What is asked, one by one, and whether that is what must not be."""
    if isinstance(node, Not):
        yield from leaves(node.part, denied=not denied)
    elif isinstance(node, (All, Any)):
        for part in node.parts:
            yield from leaves(part, denied=denied)
    elif node is not None:
        yield node, denied
