"""What became of a file that was to be read in: exactly one verdict, and why.

A file is never passed over in silence, and never taken for less than it is: a form that was cut off on its way is *truncated* and not
*blank*, one whose boxes were flattened is told of as that. Only `imported` has written anything.
"""

from __future__ import annotations

from dataclasses import field
from pathlib import Path  # noqa: TC003 - a dataclass's field
from typing import TYPE_CHECKING, Literal

from diskussion_tui.base.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diskussion_tui.intake.guide.pieces import Pieces

Code = Literal[
    "imported",
    "here",
    "blank",
    "removed",
    "asks",
    "other_version",
    "other_workbook",
    "unknown_form",
    "locked",
    "flattened",
    "scanned",
    "truncated",
    "broken",
    "no_data",
    "too_large",
    "too_heavy",
    "not_pdf",
    "unknown",
    "unreadable",
]
CODES: tuple[Code, ...] = Code.__args__  # type: ignore[attr-defined]
"""Every verdict, in the order in which they are counted up."""
SETTLED = frozenset({"imported", "here", "blank"})
"""The verdicts after which there is nothing left to be done."""


@dataclass(frozen=True, slots=True)
class Told:
    """A discussion that a file tells: its own file as it is to be written, what it is called, and whether that is its own id.

    `lost` are the sorts of things that the file cannot carry or that found no place, by code. `unread` counts its lines that found
    none, `first_unread` is the first of them; `telling` counts the notes that seem to hold personal data.
    `of` is the discussion that it says it is of, where it has an id of its own, and `named`
    is whether its notes have the ids that they have there.
    """

    data: bytes
    session: str
    name: str
    date: str
    notes: int
    own: bool = False
    lost: tuple[str, ...] = ()
    unread: int = 0
    first_unread: str = ""
    telling: int = 0
    of: str = ""
    named: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What reading a file gave: a discussion, the pieces of a guide, or the verdict that it is neither. `why` says it closer, `facts` fill its sentence."""

    code: Code | Literal["told"]
    why: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    told: Told | None = None
    pieces: Pieces | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a file, `lost` to `telling` as `Told` has them. `written` is the discussion's file: the new one, or the one that is here already.

    `left_out` are the questions of the notes that were removed for good here, and are left out of what was read.
    """

    file: Path
    code: Code
    why: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    written: Path | None = None
    lost: tuple[str, ...] = ()
    unread: int = 0
    first_unread: str = ""
    telling: int = 0
    left_out: tuple[str, ...] = ()
