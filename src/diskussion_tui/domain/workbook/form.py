"""The boxes of a workbook's form: which there are, what each is called in the file, and what goes into it.

A form is a workbook to be filled in where nobody leads the discussion on a screen. Whoever sets it and whoever reads it when it
comes back go through the same boxes, so that no answer can land under another question. A box is called after what it asks,
`A.2.kind.avveckla`, and so is found by its name whatever became of the pages around it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from diskussion_tui.base.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diskussion_tui.domain.workbook.workbook import Kind, Question, Workbook

Holds = Literal["detail", "notes", "verdict", "wording"]
"""What is written into a box: who and when, notes, whether the picture holds, the group's own question."""

DETAILS = ("name", "date", "unit", "place", "facilitator", "note_taker", "participants")
"""What is asked on the first page, by the fields of a discussion's head."""
IDENTITY = "diskussion.workbook"
"""The box that nobody sees: it says which workbook the form is of, as `identity` writes it."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box: its name, what it holds, and of which question and kind, or of which detail, that is.

    A `spare` one is only shown where something stands in it already: notes that a workbook does not ask for there.
    """

    name: str
    holds: Holds
    of: str
    kind: str = ""
    spare: bool = False


def identity(workbook: Workbook) -> str:
    """Which workbook a form is of: `vardens-struktur/2`."""
    return f"{workbook.id}/{workbook.version}"


def identified(text: str) -> tuple[str, int] | None:
    """The workbook and the version that an identity names, None where it is none."""
    found = re.fullmatch(r"(?P<id>.{1,100})/(?P<version>\d{1,9})", text.strip())
    return (found["id"], int(found["version"])) if found else None


def boxes_of(workbook: Workbook) -> tuple[Box, ...]:
    """Every box of the form, in the order in which it is filled in."""
    under = (box for question in workbook.questions() for box in boxes_under(question, workbook.kinds))
    return (*detail_boxes(), *under)


def detail_boxes() -> tuple[Box, ...]:
    """The boxes of the first page."""
    return tuple(Box(f"diskussion.{name}", "detail", name) for name in DETAILS)


def boxes_under(question: Question, kinds: tuple[Kind, ...]) -> Iterator[Box]:
    """The boxes of a question, in their order."""
    if question.asks == "verdict":
        yield Box(f"{question.id}.verdict", "verdict", question.id)
    if question.asks == "own":
        yield Box(f"{question.id}.wording", "wording", question.id)
    by_kind = question.asks == "kinds"
    yield Box(f"{question.id}.notes", "notes", question.id, spare=by_kind)
    for kind in kinds:
        yield Box(f"{question.id}.kind.{kind.id}", "notes", question.id, kind.id, spare=not by_kind)
